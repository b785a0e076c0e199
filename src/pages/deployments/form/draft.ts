import type { DeploymentForm } from './form-model.ts'

/** What survives a reload, an expired session or a closed tab: the form and its submission's token. */
export interface Draft {
  form: DeploymentForm
  saved: number
  token: { forRequest: string; value: string } | null
}

const keyPrefix = 'meadow:deployment-draft:'

/** Thirty days, in ms. */
const abandonedAfter = 30 * 24 * 3_600_000

/** Drafts are kept apart by connection and by what the form was opened for, so that no link overwrites another's work. */
export function draftKey(connection: string, origin: string): string {
  return `${keyPrefix}${connection}:${origin}`
}

/** Keys of drafts that nobody has touched for so long that nobody will. */
export function abandonedDrafts(store: Pick<Storage, 'key' | 'length' | 'getItem'>, now: number): string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter(
    key => key.startsWith(keyPrefix) && now - (readDraft(store.getItem(key))?.saved ?? 0) > abandonedAfter,
  )
}

/** `null` for no draft, and for one that an older build wrote in another shape. */
export function readDraft(text: string | null): Draft | null {
  if (text === null) return null
  try {
    const draft = JSON.parse(text) as Partial<Draft> | null
    const form = draft?.form
    if (!form || typeof form.targetArn !== 'string' || typeof form.rollout?.kind !== 'string') return null
    if (![form.components, form.abort, form.tags].every(Array.isArray)) return null
    return { form, saved: Number(draft.saved) || 0, token: draft.token ?? null }
  } catch {
    return null
  }
}

/**
 * One token per intent: the same request keeps its token however often it is sent, so that a retry after a lost
 * answer cannot deploy twice; another request is another intent.
 */
export function tokenFor(
  request: string,
  held: Draft['token'],
  create: () => string,
): NonNullable<Draft['token']> {
  return held?.forRequest === request ? held : { forRequest: request, value: create() }
}

export interface Prefill {
  target: string
  component: { name: string; version: string } | null
  revise: string
}

/** Reads what a link asks the form to start with. Whatever is unreadable is left out. */
export function readPrefill(search: URLSearchParams): Prefill {
  const [name = '', version = ''] = (search.get('component') ?? '').split('@')
  return {
    target: search.get('target') ?? '',
    component: name ? { name, version } : null,
    revise: search.get('revise') ?? '',
  }
}

/** Two links with the same origin continue the same draft. */
export function originOf(prefill: Prefill): string {
  const { target, component, revise } = prefill
  return [revise, target, component ? `${component.name}@${component.version}` : ''].join('|')
}
