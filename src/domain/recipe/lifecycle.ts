import {
  itemsOf,
  type Located,
  type ManifestOutline,
  partOf,
  partsOf,
  type RecipeOutline,
} from './outline.ts'
import { nodeText } from './document.ts'

/** Steps of a lifecycle, spelled as the documentation does. Devices take them in any case. */
export const lifecycleSteps = [
  'Setenv',
  'Bootstrap',
  'Install',
  'Startup',
  'Run',
  'Shutdown',
  'Recover',
  'Uninstall',
] as const

export type LifecycleStep = (typeof lifecycleSteps)[number]

/** Keys of a step that is not a plain script. */
export const stepKeys = [
  'Script',
  'RequiresPrivilege',
  'Skipif',
  'Timeout',
  'Setenv',
  'BootstrapOnRollback',
] as const

/** Selections that devices know without a manifest naming them. */
const commonSelections = ['all', 'any', 'posix', 'unix', 'linux', 'windows', 'darwin', 'macos']

export function stepOf(key: string): LifecycleStep | null {
  const folded = key.toLowerCase()
  return lifecycleSteps.find(step => step.toLowerCase() === folded) ?? null
}

/** Every word that may stand as a selection in this recipe. */
export function selectionsOf(outline: RecipeOutline): Set<string> {
  const named = outline.manifests.flatMap(({ selections }) =>
    itemsOf(selections).map(item => nodeText(item.node) ?? ''),
  )
  return new Set([...commonSelections, ...named])
}

/** A place where steps stand: a lifecycle, or one selection of it. `manifest` is `null` in the global lifecycle. */
export interface StepLevel extends Located {
  manifest: ManifestOutline | null
}

/** All levels of a recipe at which steps stand, or selections that lead to steps. */
export function stepLevels(outline: RecipeOutline): StepLevel[] {
  const selections = selectionsOf(outline)
  const levels: StepLevel[] = []
  const visit = (at: Located, manifest: ManifestOutline | null) => {
    levels.push({ ...at, manifest })
    for (const part of partsOf(at)) if (selections.has(part.key.key)) visit(part, manifest)
  }
  if (outline.lifecycle) visit(outline.lifecycle, null)
  for (const manifest of outline.manifests) if (manifest.lifecycle) visit(manifest.lifecycle, manifest)
  return levels
}

/** One step's body: text or an object. Selections inside a step lead to several bodies. */
export interface StepBody extends Located {
  step: LifecycleStep
  manifest: ManifestOutline | null
}

/** The bodies of all known steps. */
export function stepBodies(outline: RecipeOutline): StepBody[] {
  const selections = selectionsOf(outline)
  const bodies: StepBody[] = []
  const visit = (at: Located, step: LifecycleStep, manifest: ManifestOutline | null) => {
    const chosen = partsOf(at).filter(part => selections.has(part.key.key))
    if (chosen.length === 0) bodies.push({ ...at, step, manifest })
    for (const part of chosen) visit(part, step, manifest)
  }
  for (const level of stepLevels(outline)) {
    for (const part of partsOf(level)) {
      const step = stepOf(part.key.key)
      if (step) visit(part, step, level.manifest)
    }
  }
  return bodies
}

/** A part of a step under a key in any case. */
export function stepPart(body: StepBody, key: (typeof stepKeys)[number]): Located | null {
  return partOf(body, key)
}
