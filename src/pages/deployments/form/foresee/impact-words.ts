import type { DeviceImpact } from '#src/domain/impact.ts'
import { countText } from '../../count-text.ts'

interface Coverage {
  read: number
  of: number
}

/** How much of what counts has been read, such as `Read 12 of 12 deployments and 1 of 3 groups`. */
export function readText(deployments: Coverage, groups: Coverage): string {
  if (deployments.of === 0) return 'Listing the deployments in force'
  const first = `Read ${deployments.read} of ${countText(deployments.of, 'deployment')}`
  return groups.of === 0 ? first : `${first} and ${groups.read} of ${countText(groups.of, 'group')}`
}

const verbs: Record<DeviceImpact['changes'][number]['change'], string> = {
  added: 'is added',
  updated: 'is updated',
  downgraded: 'is downgraded',
  reconfigured: 'is reconfigured',
  unchanged: 'stays',
  uninstalled: 'is uninstalled',
}

/** What happens to each component on a device, changes alone. */
export function groupLines({ changes }: DeviceImpact): string[] {
  const lines = changes
    .filter(({ change }) => change !== 'unchanged')
    .map(({ name, change, from, to, by }) => {
      const versions = from && to && from !== to ? ` from ${from} to ${to}` : ` (${to ?? from})`
      const others = by.length > 1 ? `; asked for by ${by.join(' and ')}` : ''
      return `${name} ${verbs[change]}${versions}${others}`
    })
  return lines.length > 0 ? lines : ['Nothing that counts here changes.']
}
