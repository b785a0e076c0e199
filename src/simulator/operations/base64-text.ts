/** Standard base64 of a text's UTF-8 bytes: how blobs that are text travel. */
export function encodeText(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** The text behind standard base64; null if its bytes are not UTF-8. A byte order mark stays. */
export function decodeText(base64: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
