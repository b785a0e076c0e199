/**
 * Runs `work` on the newest thing asked for, one at a time. What was asked for while it ran and then overtaken is never run:
 * with every keystroke asking, the answer after the last one comes as soon as the work allows, with no timer between.
 */
export function latestOnly<Ask, Answer>(
  work: (ask: Ask) => Promise<Answer>,
  settled: (ask: Ask, answer: Answer | null) => void,
): (ask: Ask) => void {
  let running = false
  let next: { ask: Ask } | null = null

  const run = async (ask: Ask): Promise<void> => {
    running = true
    let answer: Answer | null = null
    try {
      answer = await work(ask)
    } catch {
      // The caller learns of it by the null.
    }
    settled(ask, answer)
    running = false
    const waiting = next
    next = null
    if (waiting) void run(waiting.ask)
  }

  return ask => {
    if (running) next = { ask }
    else void run(ask)
  }
}
