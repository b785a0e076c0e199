import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ForecastComponent } from '#src/domain/dependency-forecast.ts'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import type { DevicePlatform } from '#src/domain/device-platforms.ts'
import type { FleetImpact } from '#src/domain/fleet-impact.ts'
import { type NucleusForecast, nucleusForecast } from '#src/domain/nucleus-forecast.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { installedComponentsQuery } from '#src/queries/core-devices.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { againstInstalled, rootsOf, whyText } from './forecast-words.ts'
import { useForecast } from './use-forecast.ts'

interface PlatformForecastProps {
  platform: DevicePlatform
  request: DeploymentRequest
  impact: FleetImpact | null
}

/** What one kind of device installs. One of them stands for all where it matters what they have now. */
export function PlatformForecast({ platform, request, impact }: PlatformForecastProps) {
  const sample = platform.devices[0] ?? ''
  const installed = useQuery({
    ...installedComponentsQuery(useConnection(), sample, 'ALL'),
    meta: { priority: 'background' },
    refetchInterval: false,
    enabled: sample !== '',
  })
  const has = useMemo(
    () => installed.data && new Map(installed.data.map(({ name, version }) => [name, version])),
    [installed.data],
  )
  const { forecast, question, read, failure, retry } = useForecast(
    {
      roots: rootsOf(request, impact),
      ...(sample ? { platform: platform.attributes } : {}),
      ...(has ? { installed: has } : {}),
    },
    useCatalogue(),
  )
  const pulled = forecast.components.filter(({ isRoot }) => !isRoot)
  return (
    <SpaceBetween size="m">
      {failure ? (
        <FailureAlert failure={failure} title="Not all versions could be listed" retry={retry} />
      ) : forecast.complete ? null : (
        <StatusIndicator type="loading">
          {`Reading versions and recipes: ${read.read} of ${read.of} so far`}
        </StatusIndicator>
      )}
      {forecast.complete && forecast.problems.length > 0 ? (
        <Alert type="warning" header={`Devices with ${platform.label} cannot install it`}>
          <ul className="meadow-foreseen" aria-label="What cannot be resolved">
            {forecast.problems.map(({ name, message }) => (
              <li key={name}>{message}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {forecast.complete ? <Nucleus nucleus={nucleusForecast(question, forecast)} /> : null}
      {forecast.unread.length > 0 ? (
        <Alert type="info">
          These recipes could not be read, so what they need is not known: {forecast.unread.join(', ')}.
        </Alert>
      ) : null}
      {pulled.length > 0 ? (
        <ul className="meadow-foreseen" aria-label="Pulled in as dependencies">
          {pulled.map(component => (
            <Pulled key={component.name} component={component} />
          ))}
        </ul>
      ) : forecast.complete ? (
        <Box color="text-body-secondary">Nothing beyond what the deployment names.</Box>
      ) : null}
      {has ? (
        <Box color="text-body-secondary" fontSize="body-s">
          Compared with what <RouteLink to={linkTo.coreDevice(sample)}>{sample}</RouteLink> has; other devices
          may have other versions.
        </Box>
      ) : null}
    </SpaceBetween>
  )
}

function Pulled({ component }: { component: ForecastComponent }) {
  return (
    <li>
      <strong>{component.name}</strong> {againstInstalled(component)}
      <div className="meadow-soft meadow-small">
        {whyText(component)}
        {component.heldBackFrom ? `. ${component.heldBackFrom} is out, and they do not accept it` : ''}
      </div>
    </li>
  )
}

const loud: readonly NucleusForecast['kind'][] = ['restarts', 'refused', 'several']

function Nucleus({ nucleus }: { nucleus: NucleusForecast }) {
  const { kind, message, errorCode, pinned } = nucleus
  if (loud.includes(kind))
    return (
      <Alert
        type="warning"
        header={kind === 'restarts' ? 'Greengrass restarts' : 'Devices refuse it because of the nucleus'}
      >
        {message}
        {errorCode ? ` (${errorCode})` : ''}
      </Alert>
    )
  return pinned || kind === 'unasked' ? <Box>{message}</Box> : <Alert type="info">{message}</Alert>
}
