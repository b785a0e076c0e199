import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  serviceRoleQuery,
  useAssociateServiceRole,
  useDisassociateServiceRole,
} from '#src/queries/account.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { CopyCalls } from '#src/ui/CopyCalls.tsx'
import { CopyText } from '#src/ui/CopyText.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { ReceivedAge } from '#src/ui/list/DataAge.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { checkRoleArn } from './role-arn.ts'
import { Section } from './Section.tsx'

/** The role with which Greengrass looks after client devices on the account's behalf: one for each Region. */
export function ServiceRoleSection() {
  const connection = useConnection()
  const role = useQuery(serviceRoleQuery(connection))
  return (
    <Section
      id="service-role"
      title="Service role"
      description={
        <>
          Lets Greengrass verify client devices and manage how they reach core devices, in{' '}
          {connection.config.region}.{' '}
          <ReceivedAge at={role.dataUpdatedAt || null} refreshing={role.isFetching} />
        </>
      }
    >
      <SpaceBetween size="m">
        {role.error ? <FailureAlert failure={role.error} retry={role.refetch} /> : null}
        {role.data === undefined ? (
          role.error ? null : (
            <Box color="text-body-secondary" padding={{ bottom: 'xxl' }}>
              Asking which role is attached…
            </Box>
          )
        ) : role.data === null ? (
          <AttachRole />
        ) : (
          <AttachedRole roleArn={role.data.roleArn} associated={role.data.associated} />
        )}
      </SpaceBetween>
    </Section>
  )
}

function AttachRole() {
  const refused = useReadOnlyReason()
  const notify = useNotify()
  const attach = useAssociateServiceRole()
  const [arn, setArn] = useState('')
  const [tried, setTried] = useState(false)
  const problem = checkRoleArn(arn)
  const submit = () => {
    setTried(true)
    if (problem || refused || attach.isPending) return
    attach.mutate(arn.trim(), {
      onSuccess: () => void notify({ type: 'success', header: 'Service role attached' }),
    })
  }
  return (
    <SpaceBetween size="m">
      <StatusIndicator type="warning">No service role is attached</StatusIndicator>
      <Box color="text-body-secondary">
        Until there is one, client devices cannot discover core devices, and connectivity information is not
        looked after. Core devices and deployments work without it.
      </Box>
      <form
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <SpaceBetween size="s">
          <FormField
            label="ARN of an IAM role"
            description="A role that greengrass.amazonaws.com may assume, with the managed policy AWSGreengrassResourceAccessRolePolicy. The AWS console calls it Greengrass_ServiceRole."
            errorText={tried ? problem : undefined}
            stretch
          >
            <Input
              value={arn}
              placeholder="arn:aws:iam::123456789012:role/Greengrass_ServiceRole"
              onChange={({ detail }) => setArn(detail.value)}
            />
          </FormField>
          <SpaceBetween size="xs" direction="horizontal">
            <WriteButton formAction="submit" disabledReason={refused} loading={attach.isPending}>
              Attach role
            </WriteButton>
            {problem ? null : (
              <CopyCalls
                calls={[{ action: 'AssociateServiceRoleToAccount', input: { roleArn: arn.trim() } }]}
              />
            )}
          </SpaceBetween>
        </SpaceBetween>
      </form>
      {attach.error ? <FailureAlert failure={attach.error} title="The role was not attached" /> : null}
    </SpaceBetween>
  )
}

function AttachedRole({ roleArn, associated }: { roleArn: string; associated: number | null }) {
  const refused = useReadOnlyReason()
  const notify = useNotify()
  const detach = useDisassociateServiceRole()
  const [asking, setAsking] = useState(false)
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'State', value: <StatusIndicator type="success">Attached</StatusIndicator> },
          { label: 'Role', value: <CopyText text={roleArn} label="role ARN" /> },
          { label: 'Since', value: <Timestamp at={associated} /> },
        ]}
      />
      <WriteButton disabledReason={refused} onClick={() => setAsking(true)}>
        Detach role
      </WriteButton>
      <ConfirmDialog
        visible={asking}
        title="Detach the service role?"
        action="Detach role"
        typed="detach"
        consequences={
          <>
            Client devices in this Region can no longer discover their core devices, and Greengrass stops
            looking after connectivity information. Connections that stand go on until they are renewed. The
            IAM role itself is not deleted, and core devices and deployments are not affected.
          </>
        }
        disabledReason={refused}
        calls={[{ action: 'DisassociateServiceRoleFromAccount', input: {} }]}
        onConfirm={async () => {
          await detach.mutateAsync()
          notify({ type: 'success', header: 'Service role detached' })
        }}
        onDismiss={() => setAsking(false)}
      />
    </SpaceBetween>
  )
}
