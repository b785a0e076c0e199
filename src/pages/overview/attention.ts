import { targetName } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import type { DeploymentState } from '#src/domain/deployment-state.ts'
import type { FleetHealth } from '#src/domain/fleet-health.ts'
import { linkTo, paths } from '#src/paths.ts'

export interface AttentionItem {
  key: string
  /** Now: something is broken. Soon: it will bite. */
  urgency: 'now' | 'soon'
  title: string
  detail: string
  href: string
}

export interface AttentionFacts {
  health: FleetHealth | null
  deployments: readonly { summary: DeploymentSummary; state: DeploymentState }[]
  /** undefined: not known (yet). */
  hasServiceRole: boolean | undefined
}

const devices = (count: number) =>
  `${count.toLocaleString('en-US')} core ${count === 1 ? 'device' : 'devices'}`
const troubled = new Set(['degraded', 'failed', 'halted', 'stuck'])

/** What a person should look at first, most urgent first. Pure, so that what is called urgent is tested. */
export function attention({ health, deployments, hasServiceRole }: AttentionFacts): AttentionItem[] {
  const items: AttentionItem[] = []
  if (health && health.unhealthy > 0)
    items.push({
      key: 'unhealthy',
      urgency: 'now',
      title: `${devices(health.unhealthy)} unhealthy`,
      detail: 'At least one component is broken on each. It stays so until a deployment mends it.',
      href: linkTo.coreDevices('unhealthy'),
    })
  if (health && health.silent > 0)
    items.push({
      key: 'silent',
      urgency: 'now',
      title: `${devices(health.silent)} silent`,
      detail:
        'No report for more than 48 hours: two daily reports missed. Their last state is only a memory.',
      href: linkTo.coreDevices('silent'),
    })
  if (health && health.stale > 0)
    items.push({
      key: 'stale',
      urgency: 'soon',
      title: `${devices(health.stale)} stale`,
      detail: 'No report for 24 to 48 hours: one daily report missed.',
      href: linkTo.coreDevices('stale'),
    })
  // After the devices, which are told in three lines at most, come as many as there are.
  for (const { summary, state } of deployments) {
    if (!troubled.has(state.state)) continue
    items.push({
      key: `deployment ${summary.id}`,
      urgency: state.state === 'stuck' ? 'soon' : 'now',
      title: `${summary.name || targetName(summary.targetArn)}: ${state.label.toLowerCase()}`,
      detail: state.detail,
      href: linkTo.deployment(summary.id),
    })
  }
  if (hasServiceRole === false)
    items.push({
      key: 'service-role',
      urgency: 'soon',
      title: 'No service role in this Region',
      detail:
        'Client devices cannot find their core device, and connectivity information cannot be managed, until one is attached.',
      href: `${paths.settings}#service-role`,
    })
  return items.sort((a, b) => rank(a) - rank(b))
}

const rank = (item: AttentionItem) => (item.urgency === 'now' ? 0 : 1)
