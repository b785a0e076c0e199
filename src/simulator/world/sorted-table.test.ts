import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventQueue } from './event-queue.ts'
import { NameSet, SortedTable } from './sorted-table.ts'

describe('tables in key order', () => {
  const steps = fc.array(
    fc.tuple(fc.constantFrom('add', 'delete', 'read'), fc.string({ minLength: 1, maxLength: 2 })),
    { maxLength: 200 },
  )

  it('read like a sorted map after any history of changes', () => {
    fc.assert(
      fc.property(steps, history => {
        const table = new SortedTable<{ name: string }>(row => row.name)
        const set = new NameSet()
        for (const [step, name] of history) {
          if (step === 'add') {
            table.put({ name })
            set.add(name)
          } else if (step === 'delete') {
            table.delete(name)
            set.delete(name)
          } else {
            table.sorted()
            set.sorted()
          }
        }
        const names = [...set].sort()
        expect(table.sorted().map(row => row.name)).toEqual(names)
        expect(set.sorted()).toEqual(names)
        expect(table.size).toBe(names.length)
      }),
    )
  })

  it('replaces the row of a name', () => {
    const table = new SortedTable<{ name: string; value: number }>(row => row.name)
    table.put({ name: 'a', value: 1 }).put({ name: 'b', value: 2 }).put({ name: 'a', value: 3 })
    expect(table.sorted()).toEqual([
      { name: 'a', value: 3 },
      { name: 'b', value: 2 },
    ])
  })
})

describe('the event queue', () => {
  it('gives events by time, and at one time in the order in which they were planned', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), times => {
        const queue = new EventQueue()
        const seen: [number, number][] = []
        times.forEach((at, index) => {
          queue.push(at, () => seen.push([at, index]))
        })
        for (let event = queue.pop(); event; event = queue.pop()) event.run()
        const expected = times.map((at, index): [number, number] => [at, index])
        expect(seen).toEqual(expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]))
        expect(queue.next).toBe(Number.POSITIVE_INFINITY)
      }),
    )
  })
})
