import { hasAt, leavesOf, sameJson } from './configuration-diff.ts'
import { applyConfigurationUpdate, type ResetProblem, resetProblems, valueAt } from './configuration-merge.ts'

/** Where a key's value comes from: `removed` keys are gone since nothing gives them a value any more. */
export type ConfigurationSource = 'default' | 'merge' | 'reset-to-default' | 'existing' | 'removed'

export interface EffectiveKey {
  /** JSON pointer of a value that is no object, or of an empty one. */
  pointer: string
  source: ConfigurationSource
  change: 'added' | 'removed' | 'changed' | 'same'
  /** `undefined` where there was nothing, and where nothing is left. */
  before: unknown
  after: unknown
  /** The merge replaces a list, and lists are replaced whole. */
  replacesList: boolean
}

/** A default that is new in this version and that the device does not take, since it has a value already. */
export interface PassedOverDefault {
  pointer: string
  /** The value that stays. */
  keeps: unknown
  /** `undefined` if the last version had no default here. */
  oldDefault: unknown
  newDefault: unknown
  /** One sentence. */
  message: string
}

export interface EffectiveConfiguration {
  result: unknown
  keys: EffectiveKey[]
  problems: ResetProblem[]
  passedOver: PassedOverDefault[]
}

export interface ConfigurationQuestion {
  /** What devices have now, as far as it can be known; `undefined` where the component is new to them. */
  current?: unknown
  /** Default configuration of the version to be deployed. */
  defaults?: unknown
  /** That of the version that devices have now, if it is known. */
  previousDefaults?: unknown
  reset?: readonly string[] | undefined
  /** The parsed merge document. */
  merge?: unknown
}

interface Stages {
  current: unknown
  afterReset: unknown
  filled: unknown
  merge: unknown
  result: unknown
}

const isPlainObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

function sourceOf(pointer: string, { current, afterReset, filled, merge }: Stages): ConfigurationSource {
  const merged = valueAt(merge, pointer)
  // An empty object in the merge changes nothing where there is an object already.
  if (merged !== undefined && !(isPlainObject(merged) && isPlainObject(valueAt(filled, pointer))))
    return 'merge'
  if (hasAt(afterReset, pointer)) return 'existing'
  return hasAt(current, pointer) ? 'reset-to-default' : 'default'
}

function keysOf(stages: Stages): EffectiveKey[] {
  const [before, after] = [leavesOf(stages.current), leavesOf(stages.result)]
  const keys: EffectiveKey[] = []
  for (const [pointer, value] of after) {
    const was = valueAt(stages.current, pointer)
    const source = sourceOf(pointer, stages)
    const change = was === undefined ? 'added' : sameJson(was, value) ? 'same' : 'changed'
    const replacesList =
      source === 'merge' && change === 'changed' && Array.isArray(was) && Array.isArray(value)
    keys.push({ pointer, source, change, before: was, after: value, replacesList })
  }
  for (const [pointer, was] of before) {
    if (after.has(pointer)) continue
    // A key also goes where the merge puts something else in the place of the object that held it, or fills it.
    const source = hasAt(stages.filled, pointer)
      ? 'merge'
      : hasAt(stages.afterReset, pointer)
        ? 'default'
        : 'removed'
    keys.push({ pointer, source, change: 'removed', before: was, after: undefined, replacesList: false })
  }
  return keys
}

function passedOverDefaults(question: ConfigurationQuestion, stages: Stages): PassedOverDefault[] {
  const { previousDefaults, defaults } = question
  if (previousDefaults === undefined || stages.current === undefined) return []
  const passed: PassedOverDefault[] = []
  for (const [pointer, newDefault] of leavesOf(defaults)) {
    const oldDefault = valueAt(previousDefaults, pointer)
    const keeps = valueAt(stages.filled, pointer)
    // An object that holds more than the empty default is no contradiction.
    if (sameJson(oldDefault, newDefault) || sameJson(keeps, newDefault)) continue
    if (isPlainObject(newDefault) && isPlainObject(keeps)) continue
    if (!sameJson(keeps, valueAt(stages.result, pointer))) continue
    const stays = keeps === undefined ? 'another value further up' : JSON.stringify(keeps)
    const message = `The new default ${JSON.stringify(newDefault)} of ${pointer} does not take effect: devices keep ${stays}. Reset ${pointer} to take it.`
    passed.push({ pointer, keeps, oldDefault, newDefault, message })
  }
  return passed
}

/**
 * What a component's configuration will be, key by key with its source, in the device's order: what is there, less
 * the reset paths, filled up with the recipe's defaults (which overwrite nothing), and the merge over it.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/update-component-configurations.html
 */
export function effectiveConfiguration(question: ConfigurationQuestion): EffectiveConfiguration {
  const { current, defaults, reset, merge } = question
  const stages: Stages = {
    current,
    merge,
    // Without a current value there is nothing to reset, and no empty object that would be a value of its own.
    afterReset: current === undefined ? undefined : applyConfigurationUpdate({ current, reset }),
    filled: applyConfigurationUpdate({ current, defaults, reset }),
    result: applyConfigurationUpdate({ current, defaults, reset, merge }),
  }
  // A component without any configuration has no key to show.
  const keys = keysOf(stages).filter(key => key.pointer !== '' || key.source !== 'default')
  const problems = resetProblems(reset ?? [], [current, defaults])
  return { result: stages.result, keys, problems, passedOver: passedOverDefaults(question, stages) }
}
