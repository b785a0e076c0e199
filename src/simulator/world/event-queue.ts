interface Event {
  at: number
  order: number
  run: () => void
}

/** A binary heap of things to happen, by time; at the same time in the order in which they were planned. */
export class EventQueue {
  private readonly heap: Event[] = []
  private planned = 0

  get size(): number {
    return this.heap.length
  }

  /** Time of the next event, ms, or Infinity. */
  get next(): number {
    return this.heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  push(at: number, run: () => void): void {
    const { heap } = this
    this.planned += 1
    const event = { at, order: this.planned, run }
    let index = heap.length
    heap.push(event)
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!before(event, heap[parent]!)) break
      heap[index] = heap[parent]!
      index = parent
    }
    heap[index] = event
  }

  pop(): Event | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || heap.length === 0) return first
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child += 1
      if (!before(heap[child]!, last)) break
      heap[index] = heap[child]!
      index = child
    }
    heap[index] = last
    return first
  }
}

const before = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order)
