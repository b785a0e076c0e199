/** Fetches a module once; a failed fetch is forgotten, so that the next call tries again. */
function once<Module>(fetchModule: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | null = null
  return () => {
    loading ??= fetchModule().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
}

export const loadEditor = once(() => import('./monaco-surface.ts'))

/** Read-only, side by side. Shares Monaco itself with the editor. */
export const loadDiff = once(() => import('./diff-surface.ts'))

/** Fetches the editor ahead, when the pointer rests on what leads to it. A failure is met when the editor is really wanted. */
export function preloadEditor(): void {
  loadEditor().catch(() => undefined)
}
