import SpaceBetween from '@cloudscape-design/components/space-between'
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { targetName } from '#src/domain/arn.ts'
import type { DeploymentSummary } from '#src/domain/deployment.ts'
import { type CleanupCandidate, cleanupCandidates } from '#src/domain/deployment-cleanup.ts'
import { useConnection, useReadOnlyReason, useServiceNow } from '#src/queries/connection.tsx'
import { deploymentsQuery } from '#src/queries/deployments.ts'
import { FacetSelect } from '#src/ui/list/FacetSelect.tsx'
import { listProps } from '#src/ui/list/list-props.ts'
import { filterRows } from '#src/ui/list/list-rows.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { countText, numberText } from '../count-text.ts'
import { deploymentTitle } from '../deployment-rows.ts'
import { CleanupConfirmation } from './CleanupConfirmation.tsx'
import { cleanupColumns } from './cleanup-columns.tsx'

const keeps = ['0', '2', '5', '10']
const ages = ['7', '30', '90', '365']
const day = 86_400_000

/** The superseded deployments with what the rule makes of each; those to delete are chosen until a person chooses. */
export function CleanupChoice({ onStart }: { onStart: (deployments: readonly DeploymentSummary[]) => void }) {
  const readOnly = useReadOnlyReason()
  const query = useQuery(deploymentsQuery(useConnection(), { history: 'ALL' }))
  const now = useServiceNow(60_000)
  const view = useListView({
    facets: ['keep', 'older', 'target'],
    sort: { columnId: 'created', descending: false },
  })
  const { keep, older, target } = view.facets
  const all = query.data?.rows
  const targets = useMemo(() => [...new Set((all ?? []).map(row => row.targetArn))].sort(), [all])
  const complete = query.data?.complete === true
  const count = all?.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list may grow in place; then only its count changes
  const candidates = useMemo(
    () =>
      // Before the list is whole nobody knows what is superseded.
      complete
        ? cleanupCandidates(all ?? [], {
            keep: keep && /^\d+$/.test(keep) ? Number(keep) : 1,
            before: Number(older) > 0 ? now - Number(older) * day : null,
            targetArn: target ?? null,
          })
        : [],
    [all, count, complete, keep, older, target, now],
  )
  const able = useMemo(() => candidates.filter(one => one.verdict === 'delete'), [candidates])
  const matching = filterRows(able, view.text, cleanupColumns)
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const [asking, setAsking] = useState<readonly DeploymentSummary[] | null>(null)
  // What was picked and is no longer to be deleted under the rule does not count.
  const selected = able.filter(({ deployment }) => picked === null || picked.has(deployment.id))
  const keys = new Set(selected.map(({ deployment }) => deployment.id))
  const allChosen = matching.length > 0 && matching.every(({ deployment }) => keys.has(deployment.id))
  const reason =
    readOnly ??
    (complete ? undefined : 'The list is still being read') ??
    (able.length === 0 ? 'None can go under this rule' : undefined) ??
    (selected.length === 0 ? 'Choose deployments in the list first' : undefined)
  const list = listProps<CleanupCandidate>(view, 'Find by name, target, ID or reason')
  return (
    <>
      <ResourceList<CleanupCandidate>
        kind="superseded deployment"
        plural="superseded deployments"
        rows={candidates}
        columns={cleanupColumns}
        state={{ ...listStateOf(query), ...(complete || query.error ? {} : { phase: 'loading' }) }}
        {...list}
        rowKey={({ deployment }) => deployment.id}
        rowLabel={({ deployment }) => `${deploymentTitle(deployment)}, revision ${deployment.revisionId}`}
        selection={{
          keys,
          onChange: setPicked,
          disabled: ({ verdict }) => verdict !== 'delete',
        }}
        header={{
          title: 'Superseded deployments',
          description: complete
            ? able.length === 0 && candidates.length > 0
              ? 'None can go under this rule. Keep fewer of each target to let more go.'
              : `${numberText(able.length)} can go, ${numberText(candidates.length - able.length)} stay. Deleting keeps to the share of the API quota that this connection has.`
            : `Which ones are superseded is known once all are read: ${numberText(count ?? 0)} so far.`,
          actions: (
            <SpaceBetween size="xs" direction="horizontal">
              <Button
                disabled={matching.length === 0}
                onClick={() => {
                  const next = new Set(keys)
                  for (const { deployment } of matching)
                    if (allChosen) next.delete(deployment.id)
                    else next.add(deployment.id)
                  setPicked(next)
                }}
              >
                {allChosen
                  ? 'Choose none'
                  : matching.length > 0
                    ? `Choose all ${numberText(matching.length)}`
                    : 'Choose all'}
              </Button>
              <WriteButton
                variant="primary"
                disabledReason={reason}
                onClick={() => setAsking(selected.map(({ deployment }) => deployment))}
              >
                {selected.length > 0 ? `Delete ${countText(selected.length, 'deployment')}` : 'Delete'}
              </WriteButton>
            </SpaceBetween>
          ),
        }}
        extraFilters={
          <>
            <FacetSelect
              label="Keep of each target"
              any="The newest superseded one"
              value={keep}
              options={keeps.map(value => ({
                value,
                label: value === '0' ? 'None of them' : `The ${value} newest superseded`,
              }))}
              onChange={value => view.setFacet('keep', value)}
            />
            <FacetSelect
              label="Age"
              any="Any age"
              value={older}
              options={ages.map(value => ({ value, label: `Older than ${value} days` }))}
              onChange={value => view.setFacet('older', value)}
            />
            <FacetSelect
              label="Target"
              any="Any target"
              value={target}
              options={targets.map(arn => ({ value: arn, label: targetName(arn) }))}
              onChange={value => view.setFacet('target', value)}
            />
          </>
        }
        empty={{
          title: 'Nothing is superseded',
          hint: 'Every deployment is the newest of its target.',
        }}
      />
      <CleanupConfirmation
        deployments={asking}
        disabledReason={readOnly}
        onConfirm={onStart}
        onDismiss={() => setAsking(null)}
      />
    </>
  )
}
