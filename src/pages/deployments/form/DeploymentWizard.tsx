import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import Wizard from '@cloudscape-design/components/wizard'
import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { useCreateDeployment } from '#src/queries/deployments.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { NoDraftAlert } from '#src/ui/NoDraftAlert.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { shortTime } from '#src/ui/time-text.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { ComponentsStep } from './ComponentsStep.tsx'
import { ConfigurationStep } from './ConfigurationStep.tsx'
import { type Prefill, tokenFor } from './draft.ts'
import type { DeploymentForm } from './form-model.ts'
import { useFleetImpact } from './foresee/use-fleet-impact.ts'
import { JsonView } from './JsonView.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { RolloutStep } from './RolloutStep.tsx'
import { requestFromForm } from './request-from-form.ts'
import { errorsOf, problemsOf, type StepId, stepFrom, stepIds, stepOf, stepTitles } from './steps.ts'
import { TargetStep } from './TargetStep.tsx'
import { UninstallDialog } from './UninstallDialog.tsx'
import { useCatalogue } from './use-catalogue.ts'
import { useClearance } from './use-clearance.ts'
import { type DeploymentFormState, useDeploymentForm } from './use-deployment-form.ts'
import { unreadableJson, useFormView } from './use-form-view.ts'
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
  const [search] = useSearchParams()
  const views = useFormView(state.change)
  const step = stepFrom(search.get('step'))
  const [tried, setTried] = useState<ReadonlySet<StepId>>(new Set())
  const done = useRef(false)
  const target = useTarget(form.targetArn)
  const baseline = useBaseline(form.targetArn, form.parentTargetArn)
  const catalogue = useCatalogue()
  const found = useProblems(form, target, catalogue)
  const all = views.unreadable ? [unreadableJson, ...found] : found
  const problems = problemsOf(all)
  const { request } = requestFromForm(form)
  const submission = useSubmission(state, done)
  const [asking, setAsking] = useState(false)
  const foreseen = useFleetImpact(request, target, step === 'review' && views.view === 'form')
  const clearance = useClearance(request, baseline, foreseen, errorsOf(all).length > 0)

  const goTo = (next: StepId) => views.go('form', next)
  const index = stepIds.indexOf(step)
  const wrongAt = (id: StepId) => errorsOf(all).filter(problem => stepOf(problem.field) === id)
  const move = (to: number) => {
    const blocked = to > index && wrongAt(step).length > 0
    setTried(held => new Set(held).add(step))
    if (!blocked) goTo(stepIds[to] ?? 'review')
  }
  const submit = () => {
    if (clearance.reason) return
    if (clearance.uninstalls?.length !== 0) setAsking(true)
    else void submission.send().catch(() => undefined)
  }
  const startOver = () => {
    views.forget()
    state.startOver()
  }
  const shared = { form, change: views.change, problems, tried: tried.has(step) }
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
          clearance={clearance}
        />
        {/* Beside the button that was pressed, which is where the person looks. */}
        {submission.failure && !asking ? (
          <FailureAlert failure={submission.failure} title="The deployment was not created" retry={submit} />
        ) : null}
      </SpaceBetween>
    ),
  }
  const wizard = (
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
              disabledReason={clearance.reason}
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
  )
  return (
    <SpaceBetween size="l">
      {state.restored === null ? null : (
        <Alert type="info" dismissible={false} action={<Button onClick={startOver}>Start over</Button>}>
          Your draft of {shortTime(state.restored)} is back. Nothing of it has been deployed.
        </Alert>
      )}
      {state.draft.unkept && state.dirty ? <NoDraftAlert what="The form" /> : null}
      {views.view === 'json' ? (
        <JsonView
          request={request}
          typed={views.typed}
          problems={found}
          region={connection.config.region}
          onType={views.type}
          onReview={() => goTo('review')}
        />
      ) : null}
      {views.unreadable && views.view === 'form' ? (
        <Alert type="warning" action={<Button onClick={() => views.go('json')}>Back to the JSON</Button>}>
          {unreadableJson.message} It is dropped as soon as you change something here.
        </Alert>
      ) : null}
      {views.view === 'form' ? wizard : null}
      <UninstallDialog
        visible={asking}
        uninstalls={clearance.uninstalls}
        target={target}
        onConfirm={submission.send}
        onDismiss={() => setAsking(false)}
      />
      <LeaveDialog
        dirty={state.dirty}
        unkept={state.draft.unkept}
        unreadable={views.unreadable}
        done={done}
        onDiscard={startOver}
      />
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
