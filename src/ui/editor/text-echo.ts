/** Tells what the editor reported itself from what somebody else wants it to show. */
export interface TextEcho {
  /** The editor told this text to the page. */
  reported(text: string): void
  /** Whether a text that the page hands down is one that the editor told it; false: it comes from elsewhere. */
  isOwn(text: string): boolean
}

/**
 * The page hands every text it was told back to the editor, a render later. By then a fast typist has gone on, and a
 * text that is written back would undo what was typed since.
 */
export function createTextEcho(): TextEcho {
  let awaited: string[] = []
  return {
    reported(text) {
      awaited.push(text)
    },
    isOwn(text) {
      const index = awaited.lastIndexOf(text)
      // The page may skip reports, but never goes back to an earlier one.
      awaited = awaited.slice(index + 1)
      if (index === -1) awaited = []
      return index !== -1
    },
  }
}
