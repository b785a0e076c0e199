import Autosuggest from '@cloudscape-design/components/autosuggest'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { platformsOf } from '#src/domain/device-platforms.ts'
import { coreDeviceQuery, coreDevicesQuery } from '#src/queries/core-devices.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { firstPreset, platformPresets, type TryDevice } from './platform-presets.ts'

const ofFleet = 'fleet'
const mostSuggestions = 50

/** Which device to try the recipe on: a common platform, or a core device of the fleet. */
export function DeviceChoice({ device, onChange }: { device: TryDevice; onChange(device: TryDevice): void }) {
  const [choosing, setChoosing] = useState(device.thingName !== undefined)
  const options = [
    ...platformPresets.map(({ id, label }) => ({ value: id, label })),
    { value: ofFleet, label: 'A core device of the fleet…' },
  ]
  const chosen = choosing ? ofFleet : device.id
  return (
    <SpaceBetween size="s">
      <FormField label="Device" stretch>
        <Select
          selectedOption={options.find(option => option.value === chosen) ?? null}
          options={options}
          onChange={({ detail }) => {
            const id = detail.selectedOption.value
            setChoosing(id === ofFleet)
            if (id !== ofFleet) onChange(platformPresets.find(preset => preset.id === id) ?? firstPreset)
          }}
        />
      </FormField>
      {choosing ? <FleetDevice current={device.thingName ?? ''} onChange={onChange} /> : null}
    </SpaceBetween>
  )
}

function FleetDevice({ current, onChange }: { current: string; onChange(device: TryDevice): void }) {
  const connection = useConnection()
  const [text, setText] = useState(current)
  const [name, setName] = useState(current)
  // The list is read only when somebody comes to choose from it.
  const [asked, setAsked] = useState(false)
  const list = useQuery({ ...coreDevicesQuery(connection), enabled: asked })
  const found = useQuery({ ...coreDeviceQuery(connection, name), enabled: name !== '' })
  const device = found.data
  useEffect(() => {
    if (!device) return
    const [platform] = platformsOf([device])
    onChange({
      id: `thing/${device.name}`,
      label: device.name,
      platform: platform?.attributes ?? {},
      thingName: device.name,
    })
  }, [device, onChange])

  const wanted = text.toLowerCase()
  const matching = (list.data?.rows ?? []).filter(row => row.name.toLowerCase().includes(wanted))
  return (
    <>
      <FormField
        label="Core device"
        description="What it reports of its platform. Attributes that are set on the device itself are not known here."
        stretch
      >
        <Autosuggest
          value={text}
          placeholder="Thing name"
          enteredTextLabel={value => `Use ${value}`}
          filteringType="manual"
          statusType={list.isLoading ? 'loading' : list.error ? 'error' : 'finished'}
          loadingText="Reading core devices"
          errorText="The core devices could not be read; a typed name works all the same"
          recoveryText="Try again"
          empty="No core device of that name"
          options={matching.slice(0, mostSuggestions).map(row => ({
            value: row.name,
            description: [row.platform, row.architecture].filter(Boolean).join(' '),
          }))}
          onFocus={() => setAsked(true)}
          onLoadItems={() => {
            if (list.error) void list.refetch()
          }}
          onChange={({ detail }) => setText(detail.value)}
          onSelect={({ detail }) => setName(detail.value.trim())}
        />
      </FormField>
      {found.error ? (
        <FailureAlert failure={found.error} retry={found.refetch} title={`${name} cannot be tried`} />
      ) : null}
    </>
  )
}
