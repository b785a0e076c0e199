import { describe, expect, it } from 'vitest'
import { latestOnly } from './latest-only.ts'

function gate() {
  const open: (() => void)[] = []
  return { wait: () => new Promise<void>(resolve => open.push(resolve)), release: () => open.shift()?.() }
}
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

describe('latestOnly', () => {
  it('skips what was overtaken while it worked', async () => {
    const { wait, release } = gate()
    const done: string[] = []
    const ask = latestOnly(
      async (text: string) => {
        await wait()
        return text.toUpperCase()
      },
      (_, answer) => done.push(answer ?? ''),
    )
    for (const text of ['a', 'b', 'c']) ask(text)
    release()
    await turn()
    release()
    await turn()
    expect(done).toEqual(['A', 'C'])
  })

  it('goes on after a failure, and tells of it', async () => {
    const answers: (number | null)[] = []
    const ask = latestOnly(
      async (n: number) => {
        if (n === 1) throw new Error('no')
        return n
      },
      (_, answer) => answers.push(answer),
    )
    ask(1)
    await turn()
    ask(2)
    await turn()
    expect(answers).toEqual([null, 2])
  })
})
