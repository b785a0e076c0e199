import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import { type DevicePlatform, platformsOf } from '#src/domain/device-platforms.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { coreDeviceQuery, coreDevicesQuery } from '#src/queries/core-devices.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { countText } from '../../count-text.ts'
import type { TargetFacts } from '../use-target.ts'
import { PlatformForecast } from './PlatformForecast.tsx'
import type { ForeseenImpact } from './use-fleet-impact.ts'

interface DependenciesSectionProps {
  request: DeploymentRequest
  target: TargetFacts
  foreseen: ForeseenImpact
}

/** Listing the core devices of a larger group waits for a click. */
const atOnce = 1_000

/** What the nucleus installs beyond what the deployment names, for each kind of device in the target. */
export function DependenciesSection({ request, target, foreseen }: DependenciesSectionProps) {
  const [begun, setBegun] = useState(false)
  const many = (target.size ?? 0) > atOnce
  const names = Object.keys(request.components ?? {})
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="The newest versions that all who ask accept, of your components and the public ones."
        >
          What devices install with it
        </Header>
      }
    >
      {names.length === 0 || target.missing || target.kind === null ? (
        <Box color="text-body-secondary">Nothing: the deployment names no components.</Box>
      ) : many && !begun ? (
        <Button onClick={() => setBegun(true)}>
          {`Work it out for the platforms of ${countText(target.size ?? 0, 'device')}`}
        </Button>
      ) : (
        <Platforms request={request} target={target} foreseen={foreseen} />
      )}
    </Container>
  )
}

const noDevices: readonly never[] = []
const anyDevice: DevicePlatform = { label: 'any device', attributes: {}, devices: [] }

function Platforms({ request, target, foreseen }: DependenciesSectionProps) {
  const connection = useConnection()
  const isThing = target.kind === 'thing'
  const device = useQuery({ ...coreDeviceQuery(connection, target.name), enabled: isThing })
  const list = useQuery({
    ...coreDevicesQuery(connection, { thingGroupArn: request.targetArn }),
    enabled: !isThing,
  })
  const rows = isThing ? undefined : list.data?.rows
  const platforms = useMemo(
    () => platformsOf(device.data ? [device.data] : (rows ?? noDevices)),
    [device.data, rows],
  )
  const failure = device.error ?? list.error
  const known = Boolean(device.data ?? list.data?.complete) || failure !== null
  if (!known) return <StatusIndicator type="loading">Reading which devices these are</StatusIndicator>
  // An empty group has no platform yet; what the recipes need shows all the same.
  const shown = platforms.length > 0 ? platforms : [anyDevice]
  return (
    <SpaceBetween size="m">
      {failure ? (
        <FailureAlert
          failure={failure}
          title="The platforms of the devices could not be read"
          retry={() => void (isThing ? device : list).refetch()}
        />
      ) : null}
      {shown.some(({ attributes }) => attributes.runtime === 'aws_nucleus_lite') && isThing ? (
        <Alert type="warning">Nucleus lite takes deployments through thing groups only.</Alert>
      ) : null}
      {shown.length === 1 ? (
        <PlatformForecast platform={shown[0]!} request={request} foreseen={foreseen} />
      ) : (
        <Tabs
          ariaLabel="Platforms of the devices"
          tabs={shown.map(platform => ({
            id: platform.label,
            label: `${platform.label} (${platform.devices.length})`,
            content: <PlatformForecast platform={platform} request={request} foreseen={foreseen} />,
          }))}
        />
      )}
    </SpaceBetween>
  )
}
