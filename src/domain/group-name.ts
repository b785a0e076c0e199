/** Longest name of a thing group. https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThingGroup.html */
const longest = 128

/**
 * Why a text cannot name a group to deploy to, or `null` if it can. AWS IoT takes colons as well, but a group whose
 * name has one cannot be the target of a deployment.
 */
export function groupNameProblem(name: string): string | null {
  if (name === '') return 'Give the group a name.'
  if (name.length > longest) return `A group name has at most ${longest} characters; this has ${name.length}.`
  if (name.includes(':')) return 'A group whose name has a colon cannot get deployments.'
  return /^[a-zA-Z0-9_-]+$/.test(name) ? null : 'Only letters, digits, underscores and hyphens are allowed.'
}

/** A name for a group of a group's devices that no group has yet: `Line1-retry-1`, `Line1-retry-2`. */
export function freeGroupName(base: string, purpose: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map(name => name.toLowerCase()))
  const stem = base.replace(/[^a-zA-Z0-9_-]+/g, '-') || 'devices'
  for (let n = 1; ; n++) {
    const end = `-${purpose}-${n}`
    const name = stem.slice(0, longest - end.length) + end
    if (!used.has(name.toLowerCase())) return name
  }
}
