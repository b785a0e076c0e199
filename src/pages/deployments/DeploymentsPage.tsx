import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { targetName } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { useBrokenDevices } from '#src/queries/broken-devices.ts'
import { deploymentsQuery } from '#src/queries/deployments.ts'
import { useJobRound } from '#src/queries/job-round.ts'
import { listProps } from '#src/ui/list/list-props.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { usePageMeta } from '#src/ui/page/PageHeader.tsx'
import { serviceStateWords } from '#src/ui/status/status-words.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { ActionDialog } from './actions/ActionDialog.tsx'
import { permitted, type WriteAction } from './actions/explain-actions.ts'
import { deploymentTitle, type DeploymentRow, nestDeployments } from './deployment-rows.ts'
import { BrokeLaterProvider, brokeLaterOf } from './list/broke-later.ts'
import { deploymentColumns } from './list/deployment-columns.tsx'
import './deployments.css'

const statuses = ['ACTIVE', 'COMPLETED', 'CANCELED', 'FAILED', 'INACTIVE']

export function DeploymentsPage() {
  usePageMeta('Deployments')
  const connection = useConnection()
  const navigate = useNavigate()
  const readOnly = useReadOnlyReason()
  const view = useListView({
    facets: ['history', 'target', 'status'],
    sort: { columnId: 'created', descending: true },
  })
  const { history, target, status } = view.facets
  const all = history === 'all'
  const query = useQuery(deploymentsQuery(connection, { history: all ? 'ALL' : 'LATEST_ONLY' }))
  const summaries = query.data?.rows
  useJobRound()
  const { reports, lookOn } = useBrokenDevices(undefined, (summaries?.length ?? 0) > 0)
  const more = lookOn !== null
  const brokeLater = useMemo(() => brokeLaterOf(reports, more), [reports, more])
  const rows = useMemo(() => nestDeployments(summaries ?? []), [summaries])
  const targets = useMemo(
    () => [...new Set((summaries ?? []).map(row => targetName(row.targetArn)))].sort(),
    [summaries],
  )
  const match = useMemo(
    () => (row: DeploymentRow) =>
      (!target || targetName(row.targetArn) === target) && (!status || row.status === status),
    [target, status],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<{
    action: WriteAction
    deployments: readonly DeploymentSummary[]
    leftOut: string | undefined
  } | null>(null)
  const selected = rows.filter(row => chosen.has(row.id))
  const ask = (action: WriteAction) => {
    const { able, leftOut } = permitted(action, selected)
    setAsking({ action, deployments: able, leftOut })
  }
  const list = listProps(view, 'Find by name, target or ID', match)
  return (
    <BrokeLaterProvider value={brokeLater}>
      <ResourceList<DeploymentRow>
        kind="deployment"
        plural="deployments"
        rows={rows}
        columns={deploymentColumns}
        state={listStateOf(query)}
        {...list}
        filter={{ ...list.filter, active: Boolean(target || status) }}
        rowKey={row => row.id}
        rowLabel={deploymentTitle}
        selection={{ keys: chosen, onChange: setChosen }}
        header={{
          title: 'Deployments',
          level: 'h1',
          description: all
            ? 'Every revision that the service keeps.'
            : 'What is in force for each device and group.',
          actions: (
            <SpaceBetween size="xs" direction="horizontal">
              <Button onClick={() => void navigate(paths.deploymentsByDevice)}>Find by device</Button>
              <Button onClick={() => void navigate(paths.deploymentsCleanUp)}>Clean up</Button>
              <ButtonDropdown
                items={[
                  {
                    id: 'revise',
                    text: 'Revise',
                    disabled: selected.length !== 1,
                    disabledReason: 'Choose one deployment in the list first.',
                  },
                  item('cancel', 'Cancel', readOnly ?? permitted('cancel', selected).reason),
                  item('delete', 'Delete', readOnly ?? permitted('delete', selected).reason),
                ]}
                onItemClick={({ detail }) => {
                  const [only] = selected
                  if (detail.id === 'revise' && only) void navigate(linkTo.deploymentNew({ revise: only.id }))
                  else if (detail.id === 'cancel' || detail.id === 'delete') ask(detail.id)
                }}
              >
                Actions
              </ButtonDropdown>
              <WriteButton
                variant="primary"
                disabledReason={readOnly}
                onClick={() => void navigate(paths.deploymentNew)}
              >
                Create deployment
              </WriteButton>
            </SpaceBetween>
          ),
        }}
        extraFilters={
          <>
            <FacetSelect
              label="Revisions"
              any="Latest of each target"
              value={history}
              options={[{ value: 'all', label: 'All revisions' }]}
              onChange={value => view.setFacet('history', value)}
            />
            <FacetSelect
              label="Target"
              any="Any target"
              value={target}
              options={targets.map(name => ({ value: name, label: name }))}
              onChange={value => view.setFacet('target', value)}
            />
            <FacetSelect
              label="Status"
              any="Any status"
              value={status}
              options={statuses.map(value => ({ value, label: serviceStateWords(value).text }))}
              onChange={value => view.setFacet('status', value)}
            />
          </>
        }
        empty={{
          title: 'No deployments yet',
          hint: 'A deployment brings components to a core device or to every device of a thing group.',
          action: readOnly ? undefined : (
            <Button onClick={() => void navigate(paths.deploymentNew)}>Create deployment</Button>
          ),
        }}
      />
      <ActionDialog
        action={asking?.action ?? null}
        deployments={asking?.deployments ?? []}
        leftOut={asking?.leftOut}
        onDone={() => setChosen(new Set())}
        onDismiss={() => setAsking(null)}
      />
    </BrokeLaterProvider>
  )
}

function item(id: WriteAction, text: string, reason: string | undefined) {
  return reason ? { id, text, disabled: true, disabledReason: reason } : { id, text }
}

interface FacetSelectProps {
  label: string
  any: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

function FacetSelect({ label, any, value, options, onChange }: FacetSelectProps) {
  const all = [{ value: '', label: any }, ...options]
  return (
    <FormField label={label}>
      <Select
        selectedOption={
          all.find(option => option.value === (value ?? '')) ?? { value: value ?? '', label: value ?? '' }
        }
        options={all}
        filteringType={options.length > 12 ? 'auto' : 'none'}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  )
}
