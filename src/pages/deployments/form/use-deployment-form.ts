import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { requestFromDeployment } from '#src/domain/deployment-request.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { deploymentQuery } from '#src/queries/deployments.ts'
import { originOf, type Prefill } from './draft.ts'
import { formFromRequest } from './form-from-request.ts'
import { type DeploymentForm, newForm, withComponent } from './form-model.ts'
import { type DraftStore, useDraft, useSavedForm } from './use-draft.ts'

export interface DeploymentFormState {
  /** `null` while the deployment to revise is being read. */
  form: DeploymentForm | null
  change: (update: (form: DeploymentForm) => DeploymentForm) => void
  /** Something was changed since the form was opened (or an earlier visit's work was found). */
  dirty: boolean
  /** When the work that was found was saved; `null` if the form started afresh. */
  restored: number | null
  startOver: () => void
  draft: DraftStore
  failure: unknown
  retry: () => void
}

/** The form of a new deployment: an earlier draft, or the deployment to revise, or the defaults, with the link's wishes. */
export function useDeploymentForm(prefill: Prefill): DeploymentFormState {
  const connection = useConnection()
  const draft = useDraft(connection.config.name, originOf(prefill))
  const [edited, setEdited] = useState<DeploymentForm | null>(draft.found?.form ?? null)
  const [restored, setRestored] = useState<number | null>(draft.found ? draft.found.saved : null)
  const source = useQuery({
    ...deploymentQuery(connection, prefill.revise),
    enabled: prefill.revise !== '' && edited === null,
  })
  const { revise, target, component } = prefill
  const name = component?.name ?? ''
  const version = component?.version ?? ''
  const start = useMemo(() => {
    const from = revise ? source.data && formFromRequest(requestFromDeployment(source.data)) : newForm()
    if (!from) return null
    const aimed = target ? { ...from, targetArn: target } : from
    return name ? withComponent(aimed, name, version) : aimed
  }, [revise, source.data, target, name, version])
  useSavedForm(draft, edited)
  const change = useCallback(
    (update: (form: DeploymentForm) => DeploymentForm) =>
      setEdited(held => {
        const before = held ?? start
        return before ? update(before) : held
      }),
    [start],
  )
  return {
    form: edited ?? start,
    change,
    dirty: edited !== null && edited !== start,
    restored,
    startOver: () => {
      draft.clear()
      setEdited(null)
      setRestored(null)
    },
    draft,
    failure: edited ? null : source.error,
    retry: () => void source.refetch(),
  }
}
