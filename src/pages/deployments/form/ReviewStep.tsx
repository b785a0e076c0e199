import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { cliCommand } from '#src/domain/cli-command.ts'
import type { Deployment, DeploymentRequest } from '#src/domain/deployment.ts'
import { diffComponents } from '#src/domain/deployment-diff.ts'
import { documentLimits, requestSize } from '#src/domain/deployment-request.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { ChangeList } from '../ChangeList.tsx'
import { CodeBlock } from '../CodeBlock.tsx'
import type { FieldProblem } from './form-model.ts'
import { DependenciesSection } from './foresee/DependenciesSection.tsx'
import { Contradictions, ImpactSection } from './foresee/ImpactSection.tsx'
import type { ForeseenImpact } from './foresee/use-fleet-impact.ts'
import { errorsOf, type StepId, stepOf, stepTitles } from './steps.ts'
import type { Clearance } from './use-clearance.ts'
import type { CurrentRevision, TargetFacts } from './use-target.ts'
import { whatHappens } from './what-happens.ts'

interface ReviewStepProps {
  request: DeploymentRequest
  problems: readonly FieldProblem[]
  target: TargetFacts
  baseline: CurrentRevision
  region: string
  goTo: (step: StepId) => void
  foreseen: ForeseenImpact
  clearance: Clearance
}

export function ReviewStep(props: ReviewStepProps) {
  const { request, problems, target, baseline, region, goTo, foreseen, clearance } = props
  const errors = errorsOf(problems)
  const warnings = problems.filter(problem => problem.severity === 'warning')
  return (
    <SpaceBetween size="l">
      {errors.length > 0 ? (
        <Alert type="error" header="This cannot be deployed yet">
          <ProblemLinks problems={errors} goTo={goTo} />
        </Alert>
      ) : null}
      {warnings.length > 0 ? (
        <Alert type="warning" header="Worth a second look">
          <ProblemLinks problems={warnings} goTo={goTo} />
        </Alert>
      ) : null}
      <Contradictions
        contradictions={foreseen.impact?.contradictions ?? []}
        answer={clearance.contradictions}
      />
      <Container header={<Header variant="h2">What will happen</Header>}>
        <ul className="meadow-happens">
          {whatHappens(request, target, baseline.deployment, clearance.uninstalls ?? []).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Container>
      <Changes request={request} baseline={baseline} />
      <ImpactSection foreseen={foreseen} unread={clearance.unread} />
      <DependenciesSection request={request} target={target} foreseen={foreseen} />
      <Container header={<Header variant="h2">The request</Header>}>
        <SpaceBetween size="l">
          <SizeMeter request={request} kind={target.kind ?? 'thinggroup'} />
          <Tabs
            tabs={[
              {
                id: 'json',
                label: 'JSON',
                content: <Code text={JSON.stringify(request, null, 2)} label="Copy JSON" />,
              },
              {
                id: 'cli',
                label: 'AWS CLI',
                content: (
                  <Code
                    text={cliCommand('create-deployment', request, { region })}
                    label="Copy AWS CLI command"
                  />
                ),
              },
            ]}
          />
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}

function ProblemLinks({
  problems,
  goTo,
}: {
  problems: readonly FieldProblem[]
  goTo: (step: StepId) => void
}) {
  return (
    <ul className="meadow-plain-list">
      {problems.map(problem => {
        const step = stepOf(problem.field)
        return (
          <li key={`${problem.field} ${problem.message}`}>
            {problem.message}{' '}
            {step === 'review' ? null : (
              <Link onFollow={() => goTo(step)} ariaLabel={`Go to ${stepTitles[step]}: ${problem.message}`}>
                Go to {stepTitles[step].toLowerCase()}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Changes({ request, baseline }: { request: DeploymentRequest; baseline: CurrentRevision }) {
  const before = baseline.deployment
  const title = before
    ? `Against revision ${before.revisionId}${before.name ? ` (${before.name})` : ''}, in force now`
    : 'Everything in it is new to the target'
  if (baseline.phase === 'failed')
    return (
      <FailureAlert
        failure={baseline.failure}
        title="What the target has now could not be read, so what is uninstalled is not known"
        retry={baseline.retry}
      />
    )
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={baseline.phase === 'loading' ? 'Reading what the target has…' : title}
        >
          Changes to components
        </Header>
      }
    >
      {Object.keys(request.components ?? {}).length === 0 && !before ? (
        <Box color="text-body-secondary">The deployment names no components.</Box>
      ) : (
        <>
          {before && nothingChanges(before, request) ? (
            <Box color="text-body-secondary">
              Nothing changes for devices that have it. Devices on which it failed try again.
            </Box>
          ) : null}
          <ChangeList
            before={before?.components ?? {}}
            after={request.components ?? {}}
            label="Changes to components"
          />
        </>
      )}
    </Container>
  )
}

const nothingChanges = (before: Deployment, request: DeploymentRequest) =>
  diffComponents(before.components, request.components ?? {}).every(({ change }) => change === 'unchanged')

function SizeMeter({ request, kind }: { request: DeploymentRequest; kind: 'thing' | 'thinggroup' }) {
  const size = requestSize(request)
  const limit = documentLimits[kind]
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
  return (
    <ProgressBar
      label="Size of the deployment document"
      description={`${kilobytes(size)} of ${limit / 1024} KB for ${kind === 'thing' ? 'a device' : 'a group'}`}
      value={Math.min(100, (size / limit) * 100)}
      {...(size > limit
        ? {
            additionalInfo:
              'Larger than the usual limit: devices need nucleus 2.3.0 or newer and greengrass:GetDeploymentConfiguration.',
          }
        : {})}
    />
  )
}

function Code({ text, label }: { text: string; label: string }) {
  return (
    <SpaceBetween size="xs">
      <CopyButton text={text} label={label} />
      <CodeBlock text={text} label={label.replace('Copy ', '')} />
    </SpaceBetween>
  )
}
