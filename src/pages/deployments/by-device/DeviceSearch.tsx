import Autosuggest from '@cloudscape-design/components/autosuggest'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CoreDevice } from '#src/domain/core-device.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { coreDevicesQuery } from '#src/queries/core-devices.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { useFleetRows } from '#src/ui/list/use-fleet-rows.ts'
import { numberText } from '../count-text.ts'

const nameOnly: readonly ResourceColumn<CoreDevice>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: device => device.name,
    sortBy: device => device.name,
  },
]
const noDevices: readonly CoreDevice[] = []
const shown = 20

interface DeviceSearchProps {
  device: string
  onChoose(name: string): void
}

/** A core device by name. The fleet is read once somebody types; a whole name needs no list. */
export function DeviceSearch({ device, onChoose }: DeviceSearchProps) {
  const [text, setText] = useState(device)
  const [touched, setTouched] = useState(false)
  const query = useQuery({
    ...coreDevicesQuery(useConnection()),
    enabled: touched,
    refetchInterval: false,
  })
  const rows = query.data?.rows ?? noDevices
  const found = useFleetRows(rows, nameOnly, { columnId: 'name', descending: false, text }, undefined)
  const options = Array.from(found.order.subarray(0, shown), at => ({
    value: found.rows[at]!.name,
    tags: [found.rows[at]!.platform, found.rows[at]!.architecture].filter(Boolean),
  }))
  const complete = query.data?.complete === true
  const choose = (value: string) => {
    const name = value.trim()
    if (name) onChoose(name)
  }
  return (
    <form
      className="meadow-device-search"
      onSubmit={event => {
        event.preventDefault()
        choose(text)
      }}
    >
      <FormField
        label="Core device"
        description="Words are looked for anywhere in the name. Enter shows the name as it is typed."
        stretch
      >
        <Autosuggest
          value={text}
          options={options}
          filteringType="manual"
          placeholder="Find a core device by name"
          enteredTextLabel={value => `Show “${value}”`}
          clearAriaLabel="Clear"
          virtualScroll
          statusType={query.error ? 'error' : complete ? 'finished' : 'loading'}
          loadingText={`${numberText(rows.length)} devices read so far`}
          errorText="The core devices could not be read."
          recoveryText="Retry"
          finishedText={
            found.order.length > shown
              ? `${numberText(found.order.length - shown)} more: type more of the name`
              : found.order.length === 0
                ? 'No core device has this in its name'
                : ''
          }
          onFocus={() => setTouched(true)}
          onChange={({ detail }) => setText(detail.value)}
          onSelect={({ detail }) => choose(detail.value)}
          onLoadItems={() => {
            if (query.error) void query.refetch()
          }}
        />
      </FormField>
      <Button formAction="submit">Show</Button>
    </form>
  )
}
