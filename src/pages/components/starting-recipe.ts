/** Keys of an artifact that the service fills in, and replaces whatever is written there. */
const written = ['digest', 'algorithm']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function keep(object: Record<string, unknown>, wanted: (key: string, value: unknown) => boolean) {
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => wanted(key.toLowerCase(), value)))
}

const isEmpty = (value: unknown) => isObject(value) && Object.keys(value).length === 0

/** Applies `change` to the value under a key in any case. */
function at(object: Record<string, unknown>, name: string, change: (value: unknown) => unknown) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, key.toLowerCase() === name ? change(value) : value]),
  )
}

const each = (change: (item: Record<string, unknown>) => unknown) => (list: unknown) =>
  Array.isArray(list) ? list.map(item => (isObject(item) ? change(item) : item)) : list

/**
 * A recipe as the service returns it (JSON), ready to become a new version: with the version given, and without what the service
 * adds by itself (digests, the generic type, an empty global lifecycle). A text that is no JSON object comes back as it is.
 */
export function startingRecipe(json: string, version: string): string {
  let recipe: unknown
  try {
    recipe = JSON.parse(json)
  } catch {
    return json
  }
  if (!isObject(recipe)) return json
  let draft = keep(
    recipe,
    (key, value) =>
      !(key === 'componenttype' && value === 'aws.greengrass.generic') &&
      !(key === 'componentsource' && value === '') &&
      !((key === 'lifecycle' || key === 'componentdependencies') && isEmpty(value)),
  )
  draft = at(draft, 'componentversion', () => version)
  draft = at(
    draft,
    'manifests',
    each(manifest =>
      at(
        manifest,
        'artifacts',
        each(artifact => keep(artifact, key => !written.includes(key))),
      ),
    ),
  )
  return `${JSON.stringify(draft, null, 2)}\n`
}
