import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { checkLambdaSource } from '#src/domain/check-lambda-source.ts'
import { lambdaComponent, lambdaFunctionSource, type LambdaSourceForm } from '#src/domain/lambda-source.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { NoDraftAlert } from '#src/ui/NoDraftAlert.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { shortTime } from '#src/ui/time-text.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { DraftList } from '../bench/DraftList.tsx'
import { lambdaCommand } from '../bench/publish-command.ts'
import { useCatalogueLists } from '../bench/use-known-components.ts'
import { LeaveDraftDialog } from '../LeaveDraftDialog.tsx'
import { PublishFailure } from '../PublishFailure.tsx'
import { PublishOutcome } from '../PublishOutcome.tsx'
import { publishReason } from '../publish-reason.ts'
import { RecipeFacts } from '../RecipeFacts.tsx'
import { RecipeTags } from '../RecipeTags.tsx'
import { tagComplaint } from '../recipe-draft.ts'
import { nextFreeVersions } from '../recipe-version.ts'
import { usePublish } from '../use-publish.ts'
import { useRecipeDraft } from '../use-recipe-draft.ts'
import { useSupply } from '../use-supply.ts'
import { useTakenVersions } from '../use-taken-versions.ts'
import { LambdaEvents } from './LambdaEvents.tsx'
import { LambdaIdentity } from './LambdaIdentity.tsx'
import { LambdaLimits } from './LambdaLimits.tsx'
import { LambdaNeeds } from './LambdaNeeds.tsx'
import { LambdaProcess } from './LambdaProcess.tsx'
import { emptyLambdaDraft, lambdaDraftForm, lambdaDraftText } from './lambda-draft.ts'
import { fieldMessages, type LambdaPart } from './lambda-form.ts'
import { lambdaAccountProblems } from './lambda-problems.ts'
import '../bench/bench.css'

interface LambdaBenchProps {
  breadcrumbs: readonly { text: string; href: string }[]
  /** The way back to writing a recipe. */
  choice: ReactNode
}

const start = { text: emptyLambdaDraft, format: 'JSON' } as const
const toSend = (text: string) => ({ lambdaFunction: lambdaFunctionSource(lambdaDraftForm(text)) })

const focusFirstInvalid = (fields: HTMLElement | null) =>
  fields?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()

/** A component made from a version of a Lambda function: the service writes its recipe. */
export function LambdaBench({ breadcrumbs, choice }: LambdaBenchProps) {
  const connection = useConnection()
  const readOnly = useReadOnlyReason()
  const work = useRecipeDraft('lambda', start)
  const form = useMemo(() => lambdaDraftForm(work.text), [work.text])
  const component = lambdaComponent(form)
  const taken = useTakenVersions(component.name)
  const { byName } = useCatalogueLists()
  const names = useMemo(() => [...byName.keys()].sort(), [byName])
  const { supply } = useSupply(
    form.dependencies.map(({ name, versionRequirement, dependencyType }) => ({
      name: name.trim(),
      requirement: versionRequirement.trim(),
      type: dependencyType,
    })),
  )
  const fields = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState('')
  const problems = [
    ...checkLambdaSource(form, { region: connection.config.region }),
    ...lambdaAccountProblems(form, component, taken, supply, sent === work.text),
  ]
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const publishing = usePublish(work, { upToDate: true, errors, recipe: component }, toSend)
  if (publishing.attempted && sent !== work.text) setSent(work.text)
  const { published } = publishing
  const set = (change: Partial<LambdaSourceForm>) =>
    work.change(({ text }) => ({ text: lambdaDraftText({ ...lambdaDraftForm(text), ...change }) }))
  const version = (next: string) => {
    set({ componentVersion: next })
    publishing.forget()
  }
  const part: LambdaPart = { form, set, ...fieldMessages(form, problems, tried) }
  const reason = publishReason({
    readOnly,
    errors: 0,
    checked: true,
    tagComplaint: tagComplaint(work.tags),
    publishedVersion: published && !work.dirty ? published.version : null,
  })
  const nowhere = () => undefined

  return (
    <SpaceBetween size="l">
      <PageHeader
        title="New component"
        breadcrumbs={breadcrumbs}
        description="The service writes the recipe around a version of a Lambda function."
        actions={
          <WriteButton
            variant="primary"
            loading={publishing.busy}
            disabledReason={reason}
            onClick={() => {
              setTried(true)
              if (errors === 0) publishing.publish()
              // The messages of fields left empty come with the next frame.
              else requestAnimationFrame(() => focusFirstInvalid(fields.current))
            }}
          >
            Publish version
          </WriteButton>
        }
      />
      {choice}
      {published ? (
        <PublishOutcome
          published={published}
          onJump={nowhere}
          onNextVersion={() =>
            version(nextFreeVersions(published.version, [...taken, published.version]).patch)
          }
        />
      ) : null}
      {publishing.failure ? (
        <PublishFailure
          failure={publishing.failure}
          recipe={component}
          taken={taken}
          retry={publishing.publish}
          artifactErrors={publishing.artifactErrors}
          onJump={nowhere}
          onVersion={version}
        />
      ) : null}
      {tried && errors > 0 ? (
        <Alert
          type="error"
          header={errors === 1 ? 'One field needs mending' : `${errors} fields need mending`}
        >
          The service would refuse it as it is. Each field says what is wrong.
        </Alert>
      ) : null}
      <div className="recipe-notices">
        {work.restored !== null ? (
          <Alert
            type="info"
            dismissible
            dismissAriaLabel="Close"
            onDismiss={work.dismissRestored}
            action={<Button onClick={work.startOver}>Discard draft</Button>}
          >
            {`Your draft of ${shortTime(work.restored)} is back. It was not published.`}
          </Alert>
        ) : null}
        {work.unkept ? <NoDraftAlert what="The form" /> : null}
        <DraftList except="lambda" />
      </div>
      <div className="recipe-bench">
        <div ref={fields}>
          <SpaceBetween size="l">
            <LambdaIdentity {...part} />
            <LambdaEvents {...part} />
            <LambdaProcess {...part} />
            <LambdaLimits {...part} />
            <LambdaNeeds {...part} names={names} />
          </SpaceBetween>
        </div>
        <div className="recipe-bench-side">
          <Container>
            <SpaceBetween size="m">
              <RecipeFacts
                name={component.name}
                version={component.version}
                taken={taken}
                onVersion={version}
              />
              <RecipeTags tags={work.tags} onChange={tags => work.change({ tags })} />
              <Box>
                <CopyButton
                  label="Copy AWS CLI command"
                  text={lambdaCommand(lambdaFunctionSource(form), work.tags, {
                    region: connection.config.region,
                  })}
                />
              </Box>
            </SpaceBetween>
          </Container>
        </div>
      </div>
      <LeaveDraftDialog dirty={work.dirty} unkept={work.unkept} onDiscard={work.startOver} />
    </SpaceBetween>
  )
}
