import type { ListState } from './list-state.ts'

interface Counts {
  total: number
  shown: number
  selected: number
  complete: boolean
}

const figure = new Intl.NumberFormat()

/** The figure beside a list's title: "(150)", "(2/150)" when narrowed or selected, "(150+)" while more is to come. */
export function listCounter({ total, shown, selected, complete }: Counts): string {
  const whole = `${figure.format(total)}${complete ? '' : '+'}`
  if (selected > 0) return `(${figure.format(selected)} selected of ${whole})`
  return shown === total ? `(${whole})` : `(${figure.format(shown)}/${whole})`
}

/** How much of the list is here, in words: a part is never told as the whole. */
export function coverage(state: ListState, total: number, plural: string): string {
  if (state.complete) return `All ${plural}`
  if (state.cut) return `The first ${figure.format(total)} ${plural}`
  if (state.failure) return `${figure.format(total)} ${plural} loaded, the rest could not be`
  return `${figure.format(total)} ${plural} loaded so far`
}

/** For the filter box: "1 match", "12 matches". */
export const matches = (count: number): string =>
  count === 1 ? '1 match' : `${figure.format(count)} matches`
