import { hashText } from '../random.ts'

/**
 * Chance without a stream: a number in [0, 1) that depends on the seed and on what it is for, so that it does not
 * matter in which order, or how often, devices are asked.
 */
export const chance = (seed: number, key: string): number => hashText(key, seed ^ 0x5bd1e995) / 0x1_0000_0000

/** A UUID (version 4 in form) that depends on seed and key only. */
export function uuid(seed: number, key: string): string {
  const hex = [1, 2, 3, 4].map(n =>
    hashText(key, seed ^ Math.imul(n, 0x9e3779b1))
      .toString(16)
      .padStart(8, '0'),
  )
  const h = hex.join('')
  const variant = '89ab'[Number.parseInt(h[16]!, 16) & 3]
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20)}`
}
