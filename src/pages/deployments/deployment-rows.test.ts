import { describe, expect, it } from 'vitest'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { deploymentTitle, nestDeployments } from './deployment-rows.ts'

const group = (name: string) => `arn:aws:iot:us-east-1:123456789012:thinggroup/${name}`
const summary = (id: string, target: string, rest: Partial<DeploymentSummary> = {}): DeploymentSummary => ({
  id,
  name: '',
  targetArn: group(target),
  revisionId: '1',
  created: 0,
  status: 'ACTIVE',
  isLatestForTarget: true,
  parentTargetArn: null,
  ...rest,
})
const shape = (rows: DeploymentSummary[]) =>
  nestDeployments(rows).map(row => `${'-'.repeat(row.depth)}${row.id}`)

describe('nesting', () => {
  it('puts sub-deployments behind the newest deployment of their parent', () => {
    expect(
      shape([
        summary('fix', 'Canary', { parentTargetArn: group('Site') }),
        summary('old', 'Site', { isLatestForTarget: false }),
        summary('other', 'Line'),
        summary('new', 'Site', { created: 5 }),
      ]),
    ).toEqual(['old', 'other', 'new', '-fix'])
  })

  it('keeps a sub-deployment whose parent is not in the list', () => {
    expect(shape([summary('fix', 'Canary', { parentTargetArn: group('Gone') })])).toEqual(['fix'])
  })

  it('gives a child its root, so that both sort together', () => {
    const rows = nestDeployments([
      summary('top', 'Site'),
      summary('fix', 'Canary', { parentTargetArn: group('Site') }),
    ])
    expect(rows[1]?.root.id).toBe('top')
  })
})

it('calls a deployment without a name by its target', () => {
  expect(deploymentTitle(summary('x', 'Site'))).toBe('Deployment to Site')
  expect(deploymentTitle({ ...summary('x', 'Site'), name: 'Weekly' })).toBe('Weekly')
})
