import type { ListState } from '#src/ui/list/list-state.ts'

export interface AttentionScope {
  /** What the list was drawn from, as a sentence. */
  covers: string
  /** What could not be looked at. An empty list with a blind spot is no good news. */
  blind: string[]
  phase: ListState['phase']
  complete: boolean
}

/** What "needs attention" has looked at, and what it could not. */
export function attentionScope(devices: ListState, deployments: ListState, watched: number): AttentionScope {
  const seen: string[] = []
  const blind: string[] = []
  if (devices.phase === 'failed') blind.push('Core devices could not be read, so none is counted here.')
  else seen.push(devices.complete ? 'all core devices' : 'the core devices read so far')
  if (deployments.phase === 'failed') blind.push('Deployments could not be read, so none is counted here.')
  else
    seen.push(watched === 1 ? 'the newest deployment in force' : `the ${watched} newest deployments in force`)
  const phases = [devices.phase, deployments.phase]
  return {
    covers: phases.includes('loading')
      ? 'Reading core devices and deployments'
      : seen.length > 0
        ? `From ${seen.join(' and ')}`
        : 'From nothing: neither list could be read',
    blind,
    phase: phases.every(phase => phase === 'loading') ? 'loading' : 'ready',
    complete: devices.complete && deployments.complete,
  }
}
