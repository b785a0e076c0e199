import type { DeploymentStateName } from './deployment-state.ts'
import type { JobCounts } from './job.ts'
import { finishedCount, totalCount, unsuccessfulCount } from './job-counts.ts'

export interface Milestone {
  id: 'first-failure' | '25' | '50' | '75' | '100' | 'abort' | 'broke-later'
  tone: 'info' | 'success' | 'warning' | 'error'
  /** One sentence for a person. */
  text: string
}

export interface MilestoneFacts {
  state: DeploymentStateName
  counts: JobCounts
  /** Devices of the target, those that were not reached among them; `null` while they have not been counted. */
  size: number | null
  /** Devices on which a component broke after success; `null` while that has not been read. */
  brokeLater: number | null
}

/** What has to be known for a milestone to be seen. */
type Aspect = 'seen job' | 'seen size' | 'seen devices'

const plain = new Intl.NumberFormat('en-US')
const devices = (count: number) => `${plain.format(count)} ${count === 1 ? 'device' : 'devices'}`
/** Whoever stopped a rollout does not want to hear how far it came. */
const stopped: readonly DeploymentStateName[] = ['halted', 'cancelled', 'superseded']

/** The milestones that a deployment has passed. Shares are of the whole target, never of those reached so far. */
export function milestones({ state, counts, size, brokeLater }: MilestoneFacts): Milestone[] {
  const passed: Milestone[] = []
  const failed = unsuccessfulCount(counts)
  if (failed > 0)
    passed.push({
      id: 'first-failure',
      tone: 'warning',
      text: `First failure: ${devices(failed)} did not come through.`,
    })
  const total = Math.max(totalCount(counts), size ?? 0)
  const ended = finishedCount(counts)
  if (size !== null && total > 0 && !stopped.includes(state)) {
    for (const share of [25, 50, 75] as const) {
      if (ended * 100 < total * share) continue
      const text = `${share} percent of ${devices(total)} have come to an end.`
      passed.push({ id: `${share}`, tone: 'info', text })
    }
    if (ended >= total)
      passed.push({
        id: '100',
        tone: failed > 0 ? 'warning' : 'success',
        text: `${total === 1 ? 'The device has' : `All ${devices(total)} have`} come to an end: ${plain.format(counts.succeeded)} succeeded${failed > 0 ? `, ${plain.format(failed)} did not` : ''}.`,
      })
  }
  if (state === 'halted')
    passed.push({
      id: 'abort',
      tone: 'error',
      text: `Halted by its abort criterion: ${devices(failed)} did not come through.`,
    })
  if (brokeLater)
    passed.push({
      id: 'broke-later',
      tone: 'error',
      text: `A component broke on ${devices(brokeLater)} after the deployment had succeeded there.`,
    })
  return passed
}

const aspectOf = (id: Milestone['id']): Aspect => {
  if (id === 'broke-later') return 'seen devices'
  return id === 'first-failure' || id === 'abort' ? 'seen job' : 'seen size'
}

/**
 * What is worth telling now, given the marks that an earlier call returned (none: this deployment is seen for the
 * first time). What had happened before anybody looked is not news, and nothing is news twice, so that the marks can
 * outlive a reload. Of several quarters at once the last is told.
 */
export function milestoneNews(
  facts: MilestoneFacts,
  marks: readonly string[],
): { news: Milestone[]; marks: string[] } {
  const passed = milestones(facts)
  const fresh = passed.filter(({ id }) => marks.includes(aspectOf(id)) && !marks.includes(id))
  const lastQuarter = fresh.findLast(({ id }) => aspectOf(id) === 'seen size')
  const known: Aspect[] = ['seen job']
  if (facts.size !== null) known.push('seen size')
  if (facts.brokeLater !== null) known.push('seen devices')
  return {
    news: fresh.filter(one => aspectOf(one.id) !== 'seen size' || one === lastQuarter),
    marks: [...new Set([...marks, ...known, ...passed.map(({ id }) => id)])],
  }
}
