import SpaceBetween from '@cloudscape-design/components/space-between'
import Select, { type SelectProps } from '@cloudscape-design/components/select'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { targetName } from '#src/domain/arn.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { thingGroupsQuery } from '#src/queries/thing-groups.ts'
import { thingQuery } from '#src/queries/things.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'

interface TargetPickerProps {
  kind: 'thing' | 'thinggroup'
  value: string
  onChange: (arn: string) => void
}

export function TargetPicker({ kind, ...props }: TargetPickerProps) {
  return kind === 'thinggroup' ? <GroupPicker {...props} /> : <DevicePicker {...props} />
}

type PickerProps = Omit<TargetPickerProps, 'kind'>

function GroupPicker({ value, onChange }: PickerProps) {
  const groups = useQuery(thingGroupsQuery(useConnection()))
  const options = useMemo(
    () => (groups.data?.rows ?? []).map(group => ({ value: group.arn, label: group.name })),
    [groups.data],
  )
  return (
    <ArnSelect
      label="Thing group"
      options={options}
      value={value}
      onChange={onChange}
      sweep={groups}
      empty="There are no thing groups in this account and Region."
    />
  )
}

/** Core devices are listed by name alone, so the ARN of the chosen one is asked of the registry. */
function DevicePicker({ value, onChange }: PickerProps) {
  const connection = useConnection()
  const client = useQueryClient()
  const devices = useQuery(coreDevicesQuery(connection, {}))
  const [choice, setChoice] = useState({ name: targetName(value), failure: null as unknown })
  const options = useMemo(
    () =>
      (devices.data?.rows ?? []).map(device => ({
        value: device.name,
        label: device.name,
        tags: [device.platform, device.architecture].filter(Boolean),
        ...(device.runtime === 'aws_nucleus_lite'
          ? { disabled: true, disabledReason: 'Nucleus lite takes deployments through thing groups only.' }
          : {}),
      })),
    [devices.data],
  )
  const pick = async (name: string) => {
    setChoice({ name, failure: null })
    try {
      onChange((await client.fetchQuery(thingQuery(connection, name))).arn)
    } catch (failure) {
      setChoice({ name, failure })
    }
  }
  return (
    <SpaceBetween size="s">
      <ArnSelect
        label="Core device"
        options={options}
        value={choice.name}
        onChange={name => void pick(name)}
        sweep={devices}
        empty="No core device has reported in this account and Region."
      />
      {choice.failure ? (
        <FailureAlert
          failure={choice.failure}
          title={`${choice.name} could not be looked up`}
          retry={() => void pick(choice.name)}
        />
      ) : null}
    </SpaceBetween>
  )
}

interface ArnSelectProps extends PickerProps {
  label: string
  options: SelectProps.Option[]
  sweep: { data: Sweep<unknown> | undefined; error: unknown; refetch: () => unknown }
  empty: string
}

function ArnSelect({ label, options, value, onChange, sweep, empty }: ArnSelectProps) {
  const selected = value
    ? (options.find(option => option.value === value) ?? { value, label: targetName(value) })
    : null
  const status = sweep.error ? 'error' : sweep.data?.complete ? 'finished' : 'loading'
  return (
    <Select
      selectedOption={selected}
      options={options}
      filteringType="auto"
      filteringPlaceholder="Find by name"
      filteringAriaLabel={`Find a ${label.toLowerCase()}`}
      virtualScroll
      placeholder={`Choose a ${label.toLowerCase()}`}
      statusType={status}
      loadingText="Still loading"
      errorText="The list could not be loaded."
      recoveryText="Retry"
      empty={empty}
      onLoadItems={() => {
        if (sweep.error) void sweep.refetch()
      }}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  )
}
