import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useId, useState } from 'react'
import { parseTargetArn } from '#src/domain/arn.ts'
import { requestFromDeployment } from '#src/domain/deployment-request.ts'
import { linkTo } from '#src/paths.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { countText } from '../count-text.ts'
import { formFromRequest } from './form-from-request.ts'
import { withRevision } from './form-model.ts'
import { ParentField } from './ParentField.tsx'
import type { StepProps } from './steps.ts'
import { TargetPicker } from './TargetPicker.tsx'
import { type CurrentRevision, type TargetFacts, useCurrentRevision, useTarget } from './use-target.ts'

export function TargetStep({ form, change, problems, tried }: StepProps) {
  const target = useTarget(form.targetArn)
  const current = useCurrentRevision(form.targetArn)
  const kindLabel = useId()
  const [kind, setKind] = useState<'thing' | 'thinggroup'>(target.kind ?? 'thinggroup')
  const pick = (targetArn: string) =>
    change(held => ({
      ...held,
      targetArn,
      parentTargetArn: parseTargetArn(targetArn)?.kind === 'thinggroup' ? held.parentTargetArn : '',
    }))
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">What it is for</Header>}>
        <SpaceBetween size="l">
          <FormField
            label="Name"
            description="Optional. It is what lists and failure messages call the deployment."
            constraintText="1 to 256 characters."
            errorText={problems.error('deploymentName')}
          >
            <Input
              value={form.name}
              placeholder="Vision agent 1.4 to the lines"
              onChange={({ detail }) => change(held => ({ ...held, name: detail.value }))}
            />
          </FormField>
          <FormField
            label={<span id={kindLabel}>Kind of target</span>}
            description={
              kind === 'thinggroup'
                ? 'A group deployment is continuous: devices that join the group later get it too.'
                : 'A deployment to one device is applied beside what the device gets from its groups.'
            }
          >
            <SegmentedControl
              ariaLabelledby={kindLabel}
              selectedId={kind}
              options={[
                { id: 'thinggroup', text: 'Thing group', iconName: 'group' },
                { id: 'thing', text: 'Core device', iconName: 'status-positive' },
              ]}
              onChange={({ detail }) => {
                setKind(detail.selectedId === 'thing' ? 'thing' : 'thinggroup')
                pick('')
              }}
            />
          </FormField>
          <FormField
            label={kind === 'thinggroup' ? 'Target thing group' : 'Target core device'}
            errorText={form.targetArn || tried ? problems.error('targetArn') : undefined}
            constraintText={<TargetSize target={target} />}
          >
            <TargetPicker kind={kind} value={form.targetArn} onChange={pick} />
          </FormField>
          {target.failure && !target.missing ? (
            <FailureAlert failure={target.failure} title="The target could not be read" />
          ) : null}
        </SpaceBetween>
      </Container>
      <CurrentRevisionNote
        current={current}
        composing={form.components.map(choice => choice.name)}
        adopt={revision => change(held => withRevision(held, revision))}
      />
      {kind === 'thinggroup' ? (
        <ParentField
          targetArn={form.targetArn}
          value={form.parentTargetArn}
          errorText={problems.error('parentTargetArn')}
          onChange={parentTargetArn => change(held => ({ ...held, parentTargetArn }))}
        />
      ) : null}
    </SpaceBetween>
  )
}

function TargetSize({ target }: { target: TargetFacts }) {
  if (target.kind !== 'thinggroup' || target.missing || target.failure) return undefined
  if (target.size === null) return <>Counting the devices…</>
  const count = countText(target.size, 'device')
  return (
    <>
      {target.sizeComplete ? `${count} in the group now.` : `At least ${count} in the group; still counting.`}
    </>
  )
}

interface CurrentRevisionNoteProps {
  current: CurrentRevision
  composing: readonly string[]
  adopt: (form: ReturnType<typeof formFromRequest>) => void
}

/** The most expensive surprise of Greengrass: a deployment replaces what its target had, it does not add to it. */
function CurrentRevisionNote({ current, composing, adopt }: CurrentRevisionNoteProps) {
  if (current.phase === 'failed')
    return (
      <FailureAlert
        failure={current.failure}
        title="What the target has now could not be read"
        retry={current.retry}
      />
    )
  const deployment = current.deployment
  if (!deployment) return null
  const names = Object.keys(deployment.components)
  const missing = names.filter(name => !composing.includes(name))
  const held = `Revision ${deployment.revisionId} holds ${countText(names.length, 'component')}`
  return (
    <Alert
      type={missing.length > 0 ? 'warning' : 'info'}
      header="This target has a deployment; yours replaces it"
      action={
        missing.length > 0 ? (
          <Button onClick={() => adopt(formFromRequest(requestFromDeployment(deployment)))}>
            Start from it
          </Button>
        ) : undefined
      }
    >
      <SpaceBetween size="xxs">
        <div>
          {held} (
          <RouteLink to={linkTo.deployment(deployment.id)}>
            {deployment.name || `deployment ${deployment.id}`}
          </RouteLink>
          ). Components that yours leaves out are uninstalled from the devices.
        </div>
        {missing.length > 0 ? (
          <Box variant="p">
            Not in yours yet: <strong>{missing.join(', ')}</strong>
          </Box>
        ) : null}
      </SpaceBetween>
    </Alert>
  )
}
