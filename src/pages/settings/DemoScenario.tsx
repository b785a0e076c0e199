import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { useState } from 'react'
import { isScenarioName, type ScenarioName, scenarioNames, scenarios } from '#src/domain/demo-fleet.ts'
import { paths } from '#src/paths.ts'
import type { DemoControl } from '#src/queries/demo.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { readWhole } from './demo-link.ts'
import { useDemoAction } from './use-demo-action.ts'

interface DemoScenarioProps {
  demo: DemoControl
  scenario: ScenarioName
  seed: number
  devices: number | null
}

const mostDevices = 200_000
const mostSeed = 2_147_483_647

export function DemoScenario({ demo, scenario, seed, devices }: DemoScenarioProps) {
  const { act, busy, failure } = useDemoAction()
  const notify = useNotify()
  const [chosen, setChosen] = useState(scenario)
  const [seedText, setSeedText] = useState(String(seed))
  const [devicesText, setDevicesText] = useState(devices === null ? '' : String(devices))
  const newSeed = readWhole(seedText, 0, mostSeed)
  const newDevices = devicesText.trim() === '' ? { value: null } : readWhole(devicesText, 0, mostDevices)
  const begin = () => {
    if (!('value' in newSeed) || !('value' in newDevices)) return
    const settings = { scenario: chosen, seed: newSeed.value, devices: newDevices.value }
    void act('reset', async () => {
      await demo.reset(settings)
      notify({
        type: 'success',
        id: 'demo-reset',
        header: `A new fleet: ${scenarios[chosen].title.toLowerCase()}`,
        link: { text: 'Overview', href: paths.overview },
      })
    })
  }
  return (
    <SpaceBetween size="s">
      <Box variant="h3">Scenario</Box>
      <Tiles
        ariaLabel="Scenario"
        value={chosen}
        columns={4}
        items={scenarioNames.map(name => ({
          value: name,
          label: scenarios[name].title,
          description: scenarios[name].description,
        }))}
        onChange={({ detail }) => {
          if (isScenarioName(detail.value)) setChosen(detail.value)
        }}
      />
      <form
        onSubmit={event => {
          event.preventDefault()
          begin()
        }}
      >
        <div className="m-demo-form">
          <FormField
            label="Seed"
            description="The same seed makes the same fleet."
            errorText={'problem' in newSeed ? newSeed.problem : undefined}
          >
            <Input
              value={seedText}
              inputMode="numeric"
              onChange={({ detail }) => setSeedText(detail.value)}
            />
          </FormField>
          <FormField
            label="Core devices"
            description="Empty: the scenario’s own number."
            errorText={'problem' in newDevices ? newDevices.problem : undefined}
          >
            <Input
              value={devicesText}
              inputMode="numeric"
              onChange={({ detail }) => setDevicesText(detail.value)}
            />
          </FormField>
          <div>
            <Button formAction="submit" variant="primary" loading={busy === 'reset'}>
              Begin this fleet
            </Button>
          </div>
        </div>
      </form>
      <Box color="text-body-secondary" fontSize="body-s">
        Beginning a fleet ends the present one, with everything that was changed in it.
      </Box>
      {failure ? <FailureAlert failure={failure} /> : null}
    </SpaceBetween>
  )
}
