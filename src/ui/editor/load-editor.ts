type MonacoSurface = typeof import('./monaco-surface.ts')

let loading: Promise<MonacoSurface> | null = null

/** Fetches the editor once; a failed fetch is forgotten, so that the next call tries again. */
export function loadEditor(): Promise<MonacoSurface> {
  loading ??= import('./monaco-surface.ts').catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

/** Fetches the editor ahead, when the pointer rests on what leads to it. A failure is met when the editor is really wanted. */
export function preloadEditor(): void {
  loadEditor().catch(() => undefined)
}
