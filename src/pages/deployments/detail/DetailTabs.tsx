import Tabs from '@cloudscape-design/components/tabs'
import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { Observation } from '#src/domain/burn-up.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { unsuccessfulCount } from '#src/domain/job-counts.ts'
import { numberText } from '../count-text.ts'
import { RolloutTab } from '../forecast/RolloutTab.tsx'
import { RevisionsTab } from '../history/RevisionsTab.tsx'
import { ComponentsTab } from './ComponentsTab.tsx'
import { DevicesTab } from './DevicesTab.tsx'
import { FailuresTab } from './FailuresTab.tsx'
import { SettingsTab } from './SettingsTab.tsx'
import { SubDeploymentsTab } from './SubDeploymentsTab.tsx'
import type { LateBreakages } from './use-late-breakage.ts'
import type { GroupSize } from './use-group-size.ts'

interface DetailTabsProps {
  deployment: Deployment
  counts: JobCounts | null
  group: GroupSize
  seen: readonly Observation[]
  late: LateBreakages['devices']
  /** The counts are here, or will not come. */
  ready: boolean
}

/** Only the open tab is there, so only its data is read. */
export function DetailTabs({ deployment, counts, group, seen, late, ready }: DetailTabsProps) {
  const [search, setSearch] = useSearchParams()
  const first = useRef<string | null>(null)
  const jobId = deployment.iotJobId
  const failed = counts ? unsuccessfulCount(counts) : 0
  const isGroup = parseTargetArn(deployment.targetArn)?.kind === 'thinggroup'
  // What opens without being asked for is decided once, so that a first failure does not swap the page under a reader.
  if (ready && first.current === null)
    first.current = failed > 0 ? 'failures' : jobId && counts ? 'devices' : 'components'
  const tabs = [
    ...(jobId && counts
      ? [
          {
            id: 'failures',
            label: `Failures (${numberText(failed)})`,
            content: () => <FailuresTab deployment={deployment} jobId={jobId} counts={counts} />,
          },
          {
            id: 'devices',
            label: 'Devices',
            content: () => <DevicesTab jobId={jobId} counts={counts} late={late} />,
          },
          {
            id: 'rollout',
            label: 'Rollout',
            content: () => (
              <RolloutTab deployment={deployment} jobId={jobId} counts={counts} group={group} seen={seen} />
            ),
          },
        ]
      : []),
    {
      id: 'components',
      label: `Components (${Object.keys(deployment.components).length})`,
      content: () => <ComponentsTab deployment={deployment} />,
    },
    { id: 'revisions', label: 'Revisions', content: () => <RevisionsTab deployment={deployment} /> },
    ...(isGroup && deployment.parentTargetArn === null
      ? [
          {
            id: 'sub-deployments',
            label: 'Sub-deployments',
            content: () => <SubDeploymentsTab deployment={deployment} />,
          },
        ]
      : []),
    { id: 'settings', label: 'Settings and tags', content: () => <SettingsTab deployment={deployment} /> },
  ]
  const asked = search.get('tab')
  const active = tabs.find(tab => tab.id === asked)?.id ?? first.current ?? ''
  if (!ready) return null
  return (
    <Tabs
      activeTabId={active}
      onChange={({ detail }) =>
        setSearch(
          held => {
            const next = new URLSearchParams(held)
            next.set('tab', detail.activeTabId)
            return next
          },
          { replace: true, preventScrollReset: true },
        )
      }
      tabs={tabs.map(tab => ({
        id: tab.id,
        label: tab.label,
        content: tab.id === active ? tab.content() : null,
      }))}
    />
  )
}
