import { parsePointer, valueAt } from '../configuration-merge.ts'

/** What recipe variables stand for on a device. */
export interface VariableValues {
  /** Name of the component itself; with it before a variable nothing changes. */
  name: string
  version: string
  configuration: unknown
  rootPath: string
  thingName: string
  /** Configuration of a direct dependency; `undefined` if it is not known. */
  configurationOf?: (name: string) => unknown
  /** Version of a dependency on the device; without it paths say VERSION. */
  versionOf?: (name: string) => string | undefined
}

/** Folders of a component on a device, as the nucleus lays them out. */
export function componentFolders(rootPath: string, name: string, version: string) {
  return {
    artifacts: `${rootPath}/packages/artifacts/${name}/${version}`,
    unarchived: `${rootPath}/packages/artifacts-unarchived/${name}/${version}`,
    work: [rootPath, 'work', name].join('/'),
  }
}

export interface FilledText {
  text: string
  /** Variables that stay as they are. */
  left: string[]
}

/** The device writes text as it is, `null` as null, and objects and lists as JSON. */
const written = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

function variableValue(inner: string, values: VariableValues, direct: ReadonlySet<string>): string | null {
  const match = /^(?:([\w.-]+):)?(configuration|artifacts|work|kernel|iot):(.*)$/.exec(inner)
  if (!match) return null
  const [, prefix, namespace, key = ''] = match
  const other = prefix !== undefined && prefix !== values.name ? prefix : null
  if (other !== null && !direct.has(other)) return null
  if (namespace === 'configuration') {
    const document = other === null ? values.configuration : values.configurationOf?.(other)
    const value = parsePointer(key) ? valueAt(document, key) : undefined
    return value === undefined ? null : written(value)
  }
  const version = other === null ? values.version : (values.versionOf?.(other) ?? 'VERSION')
  const folders = componentFolders(values.rootPath, other ?? values.name, version)
  if (namespace === 'artifacts' && key === 'path') return folders.artifacts
  if (namespace === 'artifacts' && key === 'decompressedPath') return folders.unarchived
  if (namespace === 'work' && key === 'path') return folders.work
  if (namespace === 'kernel' && key === 'rootPath' && other === null) return values.rootPath
  if (namespace === 'iot' && key === 'thingName' && other === null) return values.thingName
  return null
}

/**
 * A script with its recipe variables filled in; those that point nowhere stay, as on the device.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html#recipe-variables
 */
export function fillVariables(
  text: string,
  values: VariableValues,
  /** Names of the direct dependencies. */
  direct: ReadonlySet<string>,
): FilledText {
  const left: string[] = []
  const filled = text.replace(/\{((?:[\w.-]+:)?[\w.-]+:[^:{}]*)\}/g, (all, inner: string, at: number) => {
    // `${NAME:-x}` is the shell's own.
    if (text[at - 1] === '$') return all
    const value = variableValue(inner, values, direct)
    if (value === null && /^(?:[\w.-]+:)?(configuration|artifacts|work|kernel|iot):/.test(inner))
      left.push(all)
    return value ?? all
  })
  return { text: filled, left }
}
