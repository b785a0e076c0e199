/** Seeded randomness: the same seed and the same order of calls give the same values, on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T
  /** Lower-case hexadecimal digits. */
  hex(length: number): string
  /** An identifier in the form of a version 4 UUID. */
  uuid(): string
  /**
   * An independent generator for one purpose or thing, named by a label. Forking does not disturb this
   * generator, so adding a use of chance in one place changes nothing elsewhere.
   */
  fork(label: string): Random
}

/** A generator for a seed; texts and numbers are both fine as seeds. */
export function seededRandom(seed: number | string): Random {
  const text = String(seed)
  let a = hashText(text, 0x9e3779b9)
  let b = hashText(text, 0x243f6a88)
  let c = hashText(text, 0xb7e15162)
  let d = 1
  // sfc32: small, fast, passes PractRand. https://pracrand.sourceforge.net/RNG_engines.txt
  const bits = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) bits()

  const next = () => bits() / 0x1_0000_0000
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const hex = (length: number) => {
    let digits = ''
    while (digits.length < length) digits += bits().toString(16).padStart(8, '0')
    return digits.slice(0, length)
  }
  return {
    next,
    int,
    hex,
    chance: probability => next() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError('Nothing to pick from')
      return items[int(0, items.length - 1)] as (typeof items)[number]
    },
    uuid() {
      const h = hex(32)
      const variant = '89ab'[Number.parseInt(h[16] as string, 16) & 3]
      return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20)}`
    },
    fork: label => seededRandom(`${text}/${label}`),
  }
}

/** FNV-1a over UTF-16 code units with a final mix; 32 bits. Also used to spread things evenly without state. */
export function hashText(text: string, salt = 0x811c9dc5): number {
  let hash = salt | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
