import { draftToGoOn, newRecipe } from '#src/pages/components/opening-recipe.ts'
import { draftStore } from '#src/pages/components/recipe-draft.ts'
import { dropEarlySurface, mayOpenEarly, openEarlySurface } from '#src/ui/editor/early-surface.ts'
import { loadEditor } from '#src/ui/editor/load-editor.ts'
import { chosenConnection } from './chosen-connection.ts'
import { installedConfig } from './load-config.ts'

/**
 * A page opened at "New component" gets its editor before anything else: it can be typed in while the console is still
 * on its way (docs/decisions/010-the-editor-comes-first.md). Not where a sign-in page comes between, and never in the
 * way of the page: where it cannot be had, the page opens one itself.
 */
export async function openEarlyEditor(): Promise<void> {
  const href = location.href
  const params = new URL(href).searchParams
  if (params.has('from') || params.has('source')) return
  const [config, module] = await Promise.all([installedConfig(), loadEditor()])
  const connection = chosenConnection(config, href)
  if (connection.userPool || !mayOpenEarly()) return
  const store = draftStore(() => globalThis.localStorage, connection.name, '')
  const start = newRecipe(params)
  const { text, format } = draftToGoOn(store, start) ?? start

  const frame = document.createElement('div')
  frame.className = 'early-editor'
  const host = document.createElement('div')
  host.className = 'early-editor-host'
  const note = document.createElement('p')
  note.textContent = 'The rest of the page is on its way. You can already type.'
  frame.append(host, note)
  document.body.append(frame)
  const { theme } = document.documentElement.dataset
  openEarlySurface(module, frame, host, {
    label: 'Recipe',
    text,
    format,
    dark: theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches,
    onLost: typed => store.write({ text: typed, format, tags: [], savedAt: Date.now(), intent: null }),
  })
  addEventListener('pagehide', dropEarlySurface)
}
