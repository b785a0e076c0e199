/**
 * SHA-256 and HMAC (FIPS 180-4, RFC 2104), synchronous. WebCrypto would do, were it not for two things: a page
 * that is served over plain http from another machine has none, and its promises would let two requests overtake
 * each other.
 */
const K = roundConstants()
const words = new Uint32Array(64)

/** The digest's 32 bytes. */
export function sha256(data: Uint8Array): Uint8Array {
  const state = new Uint32Array([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ])
  const whole = data.length - (data.length % 64)
  for (let offset = 0; offset < whole; offset += 64) compress(state, data, offset)

  const rest = data.length - whole
  const tail = new Uint8Array(rest < 56 ? 64 : 128)
  tail.set(data.subarray(whole))
  tail[rest] = 0x80
  const length = new DataView(tail.buffer)
  length.setUint32(tail.length - 8, Math.floor(data.length / 0x2000_0000))
  length.setUint32(tail.length - 4, (data.length << 3) >>> 0)
  for (let offset = 0; offset < tail.length; offset += 64) compress(state, tail, offset)

  const digest = new Uint8Array(32)
  const view = new DataView(digest.buffer)
  for (let i = 0; i < 8; i++) view.setUint32(i * 4, state[i] as number)
  return digest
}

export function hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array {
  const block = new Uint8Array(64)
  block.set(key.length > 64 ? sha256(key) : key)
  return sha256(join(xor(block, 0x5c), sha256(join(xor(block, 0x36), data))))
}

export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

const xor = (block: Uint8Array, byte: number) => block.map(value => value ^ byte)

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

function compress(state: Uint32Array, data: Uint8Array, offset: number): void {
  const w = words
  for (let i = 0; i < 16; i++) {
    const at = offset + i * 4
    w[i] =
      ((data[at] as number) << 24) |
      ((data[at + 1] as number) << 16) |
      ((data[at + 2] as number) << 8) |
      (data[at + 3] as number)
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number
    const y = w[i - 2] as number
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (w[i] as number)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const next = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = ((state[i] as number) + (next[i] as number)) | 0
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
function roundConstants(): Uint32Array {
  const constants: number[] = []
  for (let n = 2; constants.length < 64; n++) {
    let prime = true
    for (let i = 2; i * i <= n; i++) if (n % i === 0) prime = false
    if (prime) constants.push(cubeRootFraction(n))
  }
  return new Uint32Array(constants)
}

/** Whole-number arithmetic: the last bit of a floating-point cube root is not to be relied on. */
function cubeRootFraction(n: number): number {
  const target = BigInt(n) << 96n
  let root = BigInt(Math.floor(Math.cbrt(n) * 2 ** 32))
  while (root * root * root > target) root--
  while ((root + 1n) ** 3n <= target) root++
  return Number(root & 0xffff_ffffn)
}
