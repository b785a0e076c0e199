export interface CursorPlace {
  line: number
  column: number
}

/** Where the cursor of an editor stands, for whoever wants to follow it without rendering at every key. */
export interface CursorStore {
  get(): CursorPlace
  set(place: CursorPlace): void
  watch(listener: () => void): () => void
}

export function createCursorStore(): CursorStore {
  let place: CursorPlace = { line: 1, column: 1 }
  const listeners = new Set<() => void>()
  return {
    get: () => place,
    set(next) {
      if (next.line === place.line && next.column === place.column) return
      place = next
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
