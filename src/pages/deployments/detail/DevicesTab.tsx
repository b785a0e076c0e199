import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { JobCounts, JobExecution } from '#src/domain/job.ts'
import { totalCount } from '#src/domain/job-counts.ts'
import { linkTo } from '#src/paths.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { listProps } from '#src/ui/list/list-props.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { ExecutionStatus } from '#src/ui/status/ExecutionStatus.tsx'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { durationText } from '#src/ui/time-text.ts'
import { countText, numberText } from '../count-text.ts'
import { rungs } from '../counts.ts'
import { useExecutions } from './use-executions.ts'
import type { LateBreakages } from './use-late-breakage.ts'

interface DevicesTabProps {
  jobId: string
  counts: JobCounts
  /** What broke on devices after success. */
  late: LateBreakages['devices']
}

/** Pages that are read unasked. */
const firstPages = 4

const everything = 'ALL'
/** Jobs of up to so many devices show all of them at once. */
const smallJob = 500

/** The status that is worth looking at first: what went wrong, else what moves, else what is done. */
function firstStatus(counts: JobCounts): string {
  if (totalCount(counts) <= smallJob) return everything
  const order = ['failed', 'timedOut', 'rejected', 'inProgress', 'queued', 'succeeded'] as const
  const key = order.find(candidate => counts[candidate] > 0) ?? 'succeeded'
  return rungs.find(rung => rung.key === key)!.status
}

/** The devices of a small job at once, of a large one by status: nobody reads ten thousand successes. */
export function DevicesTab({ jobId, counts, late }: DevicesTabProps) {
  const [search, setSearch] = useSearchParams()
  // Decided once: a list must not change into another under a reader because a device moved on.
  const [usual] = useState(() => firstStatus(counts))
  const asked = search.get('status')
  const status = asked === everything || rungs.some(rung => rung.status === asked) ? asked! : usual
  const rung = rungs.find(candidate => candidate.status === status)
  const [whole, setWhole] = useState<string | null>(null)
  const query = useExecutions({
    jobId,
    status: rung?.status,
    counted: rung ? counts[rung.key] : JSON.stringify(counts),
    most: whole === status ? undefined : firstPages,
  })
  const there = rung ? counts[rung.key] : totalCount(counts)
  const view = useListView({ prefix: 'devices', sort: { columnId: 'updated', descending: true } })
  const options = [
    { value: everything, label: `All (${numberText(totalCount(counts))})` },
    ...rungs.map(other => ({
      value: other.status,
      label: `${other.label} (${numberText(counts[other.key])})`,
      disabled: counts[other.key] === 0 && other.status !== status,
    })),
  ]
  const columns = useMemo(() => columnsFor(rung?.label, late), [rung, late])
  return (
    <ResourceList<JobExecution>
      kind="device"
      plural="devices"
      preferencesKey="deployment-devices"
      rows={query.data?.rows ?? []}
      columns={columns}
      state={listStateOf(query)}
      {...listProps<JobExecution>(view, 'Find a device')}
      rowKey={row => row.thingName}
      header={{
        title: rung ? `${rung.label} devices` : 'Devices',
        actions: query.data?.cut ? (
          <Button loading={whole === status} onClick={() => setWhole(status)}>
            Read all {countText(there, 'device')}
          </Button>
        ) : undefined,
      }}
      empty={{
        title: rung ? `No device is ${rung.label.toLowerCase()}` : 'No device has been reached yet',
        hint: rung ? 'Choose another status above.' : 'Devices appear here as the rollout comes to them.',
      }}
      extraFilters={
        <FormField label="Status">
          <Select
            selectedOption={options.find(option => option.value === status) ?? null}
            options={options}
            onChange={({ detail }) =>
              setSearch(
                held => {
                  const next = new URLSearchParams(held)
                  next.set('status', detail.selectedOption.value ?? '')
                  next.delete('devices.page')
                  return next
                },
                { replace: true },
              )
            }
          />
        </FormField>
      }
    />
  )
}

function columnsFor(
  label = 'In this status',
  late: LateBreakages['devices'],
): readonly ResourceColumn<JobExecution>[] {
  return [
    {
      id: 'device',
      header: 'Device',
      isRowHeader: true,
      cell: row => (
        <div className="meadow-long">
          <RouteLink to={linkTo.coreDevice(row.thingName)}>{row.thingName}</RouteLink>
        </div>
      ),
      sortBy: row => row.thingName,
      minWidth: 180,
    },
    {
      id: 'status',
      header: 'Status',
      cell: row => (
        <>
          <ExecutionStatus status={row.status} />
          {late.get(row.thingName)?.map(({ component }) => (
            <div key={component} className="meadow-broke-later">
              {component} broke later
            </div>
          ))}
        </>
      ),
      sortBy: row => row.status,
    },
    {
      id: 'updated',
      header: `${label} for`,
      cell: row => <Since at={row.updated ?? row.queued} />,
      sortBy: row => row.updated ?? row.queued,
    },
    {
      id: 'took',
      header: 'Took',
      cell: row => took(row),
      sortBy: row => (row.started !== null && row.updated !== null ? row.updated - row.started : null),
    },
    { id: 'queued', header: 'Queued', cell: row => <Timestamp at={row.queued} />, sortBy: row => row.queued },
    {
      id: 'started',
      header: 'Started',
      cell: row => <Timestamp at={row.started} />,
      sortBy: row => row.started,
    },
  ]
}

function Since({ at }: { at: number | null }) {
  const now = useServiceNow(5_000)
  if (at === null) return <>–</>
  return <span className="meadow-nowrap">{durationText(Math.max(0, now - at))}</span>
}

function took(row: JobExecution): string {
  if (row.status === 'QUEUED' || row.status === 'IN_PROGRESS') return '–'
  if (row.started === null || row.updated === null || row.updated < row.started) return '–'
  return durationText(row.updated - row.started)
}
