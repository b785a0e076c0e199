const plain = new Intl.NumberFormat('en-US')

/** "1 device", "40 devices", "12,000 devices". */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${plain.format(count)} ${count === 1 ? one : many}`
}

export const numberText = (count: number): string => plain.format(count)
