import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import Wizard from '@cloudscape-design/components/wizard'
import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { diffComponents } from '#src/domain/deployment-diff.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { useCreateDeployment } from '#src/queries/deployments.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { shortTime } from '#src/ui/time-text.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { ComponentsStep } from './ComponentsStep.tsx'
import { ConfigurationStep } from './ConfigurationStep.tsx'
import { type Prefill, tokenFor } from './draft.ts'
import type { DeploymentForm } from './form-model.ts'
import { useFleetImpact } from './foresee/use-fleet-impact.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { RolloutStep } from './RolloutStep.tsx'
import { requestFromForm } from './request-from-form.ts'
import { errorsOf, problemsOf, type StepId, stepFrom, stepIds, stepOf, stepTitles } from './steps.ts'
import { TargetStep } from './TargetStep.tsx'
import { UninstallDialog } from './UninstallDialog.tsx'
import { useCatalogue } from './use-catalogue.ts'
import { type DeploymentFormState, useDeploymentForm } from './use-deployment-form.ts'
import { useProblems } from './use-problems.ts'
import { useBaseline, useTarget } from './use-target.ts'

export function DeploymentWizard({ prefill }: { prefill: Prefill }) {
  const state = useDeploymentForm(prefill)
  if (state.failure)
    return (
      <FailureAlert
        failure={state.failure}
        title="The deployment to revise could not be read"
        retry={state.retry}
      />
    )
  if (!state.form) return <Spinner size="large" />
  return <OpenWizard state={state} form={state.form} />
}

function OpenWizard({ state, form }: { state: DeploymentFormState; form: DeploymentForm }) {
  const connection = useConnection()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const step = stepFrom(search.get('step'))
  const [tried, setTried] = useState<ReadonlySet<StepId>>(new Set())
  const done = useRef(false)
  const target = useTarget(form.targetArn)
  const baseline = useBaseline(form.targetArn, form.parentTargetArn)
  const catalogue = useCatalogue()
  const all = useProblems(form, target, catalogue)
  const problems = problemsOf(all)
  const { request } = requestFromForm(form)
  const submission = useSubmission(state, done)
  const readOnly = useReadOnlyReason()
  const [asking, setAsking] = useState(false)
  const foreseen = useFleetImpact(request, target, step === 'review')
  const fresh = (foreseen.impact?.contradictions ?? []).filter(({ before }) => !before)
  // Another contradiction that comes up later has not been seen yet.
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const allSeen = fresh.every(({ message }) => seen.has(message))

  const goTo = (next: StepId) =>
    setSearch(held => {
      const params = new URLSearchParams(held)
      params.set('step', next)
      return params
    })
  const index = stepIds.indexOf(step)
  const wrongAt = (id: StepId) => errorsOf(all).filter(problem => stepOf(problem.field) === id)
  const move = (to: number) => {
    const blocked = to > index && wrongAt(step).length > 0
    setTried(held => new Set(held).add(step))
    if (!blocked) goTo(stepIds[to] ?? 'review')
  }
  const gone = diffComponents(baseline.deployment?.components ?? {}, request.components ?? {}).filter(
    change => change.change === 'uninstalled',
  )
  const submit = () => {
    if (errorsOf(all).length > 0 || !allSeen) return
    if (gone.length > 0 || baseline.phase === 'failed') setAsking(true)
    else void submission.send().catch(() => undefined)
  }
  const shared = { form, change: state.change, problems, tried: tried.has(step) }
  const blockedReason =
    readOnly ??
    (errorsOf(all).length > 0 ? 'Something above has to be put right first' : undefined) ??
    (baseline.phase === 'loading' ? 'Reading what the target has now' : undefined) ??
    (allSeen ? undefined : 'Say above whether to deploy in spite of the contradicting versions')
  const contents: Record<StepId, () => React.ReactNode> = {
    target: () => <TargetStep {...shared} />,
    components: () => <ComponentsStep {...shared} baseline={baseline.deployment} />,
    configuration: () => <ConfigurationStep {...shared} baseline={baseline.deployment} />,
    rollout: () => <RolloutStep {...shared} />,
    review: () => (
      <SpaceBetween size="l">
        <ReviewStep
          request={request}
          problems={all}
          target={target}
          baseline={baseline}
          region={connection.config.region}
          goTo={goTo}
          foreseen={foreseen}
          seen={allSeen}
          onSeen={yes => setSeen(new Set(yes ? fresh.map(({ message }) => message) : []))}
        />
        {/* Beside the button that was pressed, which is where the person looks. */}
        {submission.failure && !asking ? (
          <FailureAlert
            failure={submission.failure}
            title="The deployment was not created"
            retry={() => void submission.send().catch(() => undefined)}
          />
        ) : null}
      </SpaceBetween>
    ),
  }
  return (
    <SpaceBetween size="l">
      {state.restored === null ? null : (
        <Alert type="info" dismissible={false} action={<Button onClick={state.startOver}>Start over</Button>}>
          Your draft of {shortTime(state.restored)} is back. Nothing of it has been deployed.
        </Alert>
      )}
      <Wizard
        activeStepIndex={index}
        steps={stepIds.map(id => ({
          title: stepTitles[id],
          description: stepDescriptions[id],
          content: id === step ? contents[id]() : null,
          errorText: tried.has(id) && id !== 'review' ? errorText(wrongAt(id).length) : undefined,
        }))}
        onNavigate={({ detail }) => move(detail.requestedStepIndex)}
        onCancel={() => void navigate(paths.deployments)}
        customPrimaryActions={
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={() => void navigate(paths.deployments)}>
              Cancel
            </Button>
            {index > 0 ? <Button onClick={() => move(index - 1)}>Previous</Button> : null}
            {step === 'review' ? (
              <WriteButton
                variant="primary"
                loading={submission.busy}
                disabledReason={blockedReason}
                onClick={submit}
              >
                Deploy
              </WriteButton>
            ) : (
              <Button variant="primary" onClick={() => move(index + 1)}>
                Next
              </Button>
            )}
          </SpaceBetween>
        }
      />
      <UninstallDialog
        visible={asking}
        names={
          baseline.phase === 'failed'
            ? null
            : gone.map(change => ({ name: change.name, version: change.from ?? '' }))
        }
        target={target}
        onConfirm={submission.send}
        onDismiss={() => setAsking(false)}
      />
      <LeaveDialog dirty={state.dirty} done={done} onDiscard={state.startOver} />
    </SpaceBetween>
  )
}

const stepDescriptions: Record<StepId, string> = {
  target: 'Who gets it.',
  components: 'What the target has when it is done.',
  configuration: 'What each component is told, and as whom it runs.',
  rollout: 'How fast, when to stop, and what devices do when it fails.',
  review: 'What changes, where, and the request as it is sent.',
}

const errorText = (count: number) =>
  count === 0 ? undefined : 'Something on this step has to be put right before you go on.'

function useSubmission(state: DeploymentFormState, done: React.RefObject<boolean>) {
  const create = useCreateDeployment()
  const navigate = useNavigate()
  const notify = useNotify()
  const { form, draft } = state
  const send = async () => {
    if (!form) return
    const { request } = requestFromForm(form)
    const token = tokenFor(JSON.stringify(request), draft.token, () => crypto.randomUUID())
    draft.setToken(token)
    const { id } = await create.mutateAsync({ request, clientToken: token.value })
    done.current = true
    draft.clear()
    notify({ type: 'success', header: `Deployment ${request.deploymentName ?? id} is on its way` })
    await navigate(linkTo.deployment(id))
  }
  return { send, busy: create.isPending, failure: create.error }
}
