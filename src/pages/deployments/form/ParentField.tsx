import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parseTargetArn, targetName } from '#src/domain/arn.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { deploymentsQuery } from '#src/queries/deployments.ts'

interface ParentFieldProps {
  targetArn: string
  value: string
  errorText: string | undefined
  onChange: (arn: string) => void
}

export function ParentField({ targetArn, value, errorText, onChange }: ParentFieldProps) {
  const [open, setOpen] = useState(value !== '')
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Changes what a parent deployment brings for some of its devices, such as those that failed."
        >
          Sub-deployment
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Checkbox
          checked={open || value !== ''}
          description="Devices in the target group get this instead of the parent's content, until the parent is revised. Needs nucleus 2.9.0 or newer."
          onChange={({ detail }) => {
            setOpen(detail.checked)
            if (!detail.checked) onChange('')
          }}
        >
          Make this a sub-deployment
        </Checkbox>
        {open || value !== '' ? (
          <ParentSelect targetArn={targetArn} value={value} errorText={errorText} onChange={onChange} />
        ) : null}
      </SpaceBetween>
    </Container>
  )
}

/** A parent is a group that has a deployment of its own and is not a child of another. */
function ParentSelect({ targetArn, value, errorText, onChange }: ParentFieldProps) {
  const deployments = useQuery(deploymentsQuery(useConnection(), { history: 'LATEST_ONLY' }))
  const options = (deployments.data?.rows ?? [])
    .filter(row => row.parentTargetArn === null && row.targetArn !== targetArn)
    .filter(row => parseTargetArn(row.targetArn)?.kind === 'thinggroup')
    .map(row => ({
      value: row.targetArn,
      label: targetName(row.targetArn),
      ...(row.name ? { description: row.name } : {}),
    }))
  const gone = value !== '' && deployments.data?.complete && !options.some(option => option.value === value)
  return (
    <FormField
      label="Parent thing group"
      description="A group that has a deployment. The target group should hold some of its devices."
      errorText={
        gone
          ? `“${targetName(value)}” has no deployment that could be the parent. Choose another.`
          : errorText
      }
    >
      <Select
        selectedOption={
          value
            ? (options.find(option => option.value === value) ?? { value, label: targetName(value) })
            : null
        }
        options={options}
        filteringType="auto"
        placeholder="Choose the parent's group"
        statusType={deployments.error ? 'error' : deployments.data?.complete ? 'finished' : 'loading'}
        loadingText="Still loading"
        errorText="The deployments could not be loaded."
        recoveryText="Retry"
        empty="No thing group has a deployment yet."
        onLoadItems={() => {
          if (deployments.error) void deployments.refetch()
        }}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  )
}
