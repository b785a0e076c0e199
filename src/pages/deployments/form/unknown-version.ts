/** Why a version cannot be meant, with those that can; undefined while the versions are not known. */
export function unknownVersion(
  name: string,
  version: string,
  known: readonly { version: string }[] | undefined,
): string | undefined {
  if (!known || version === '' || known.some(entry => entry.version === version)) return undefined
  if (known.length === 0) return `${name} has no versions.`
  const some = known.slice(0, 3).map(entry => entry.version)
  const more = known.length > 3 ? ` and ${known.length - 3} more` : ''
  return `${name} has no version ${version}. It has ${some.join(', ')}${more}.`
}
