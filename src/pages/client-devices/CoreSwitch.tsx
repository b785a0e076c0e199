import Autosuggest from '@cloudscape-design/components/autosuggest'
import FormField from '@cloudscape-design/components/form-field'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useConnection } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import { suggestions } from './suggestions.ts'

interface CoreSwitchProps {
  core: string
  onChange(core: string): void
}

/** Goes from one core device to another. The fleet's names are read once somebody is about to. */
export function CoreSwitch({ core, onChange }: CoreSwitchProps) {
  const connection = useConnection()
  const [typed, setTyped] = useState(core)
  const [wanted, setWanted] = useState(false)
  const devices = useQuery({ ...coreDevicesQuery(connection, {}), enabled: wanted })
  const rows = devices.data?.rows
  const { options, more } = useMemo(
    () => suggestions(rows ?? [], typed === core ? '' : typed),
    [rows, typed, core],
  )
  return (
    <FormField label="Core device">
      <Autosuggest
        value={typed}
        placeholder="Name of a core device"
        filteringType="manual"
        options={options}
        enteredTextLabel={value => `Use “${value}”`}
        statusType={wanted && devices.isPending ? 'loading' : 'finished'}
        loadingText="Reading core devices"
        finishedText={more > 0 ? `${more.toLocaleString()} more: type a part of the name` : ''}
        empty="No core device has such a name"
        ariaLabel="Core device"
        onFocus={() => setWanted(true)}
        onChange={({ detail }) => setTyped(detail.value)}
        onSelect={({ detail }) => {
          setTyped(detail.value)
          onChange(detail.value)
        }}
      />
    </FormField>
  )
}
