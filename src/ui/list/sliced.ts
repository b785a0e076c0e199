/** Work in steps: a generator that yields wherever it may be paused. */
export type SlicedWork<Result> = Generator<undefined, Result, undefined>

/** Long enough to be worth a pause, short enough that a key press does not wait for it. Milliseconds. */
const slice = 8

/**
 * Runs work a slice at a time, with the browser's own turn between slices. The first slice runs at once, so that
 * short work is done when this returns: `done` is then called before it returns. Returns what stops it.
 */
export function runSliced<Result>(work: SlicedWork<Result>, done: (result: Result) => void): () => void {
  let stopped = false
  const channel = new MessageChannel()
  const stop = () => {
    stopped = true
    channel.port1.close()
  }
  const step = () => {
    if (stopped) return
    const until = performance.now() + slice
    do {
      const next = work.next()
      if (next.done) {
        stop()
        done(next.value)
        return
      }
    } while (performance.now() < until)
    channel.port2.postMessage(null)
  }
  channel.port1.onmessage = step
  step()
  return stop
}

/** Runs work to its end without a pause. */
export function runWhole<Result>(work: SlicedWork<Result>): Result {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}
