import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ForecastComponent } from '#src/domain/dependency-forecast.ts'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import { deviceImpact } from '#src/domain/impact.ts'
import type { DevicePlatform } from '#src/domain/device-platforms.ts'
import { type NucleusForecast, nucleusForecast } from '#src/domain/nucleus-forecast.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { installedComponentsQuery } from '#src/queries/core-devices.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { againstInstalled, broughtBy, commonest, rootsOf, whyText } from './forecast-words.ts'
import type { ForeseenImpact } from './use-fleet-impact.ts'
import { useGroupsOf } from './use-groups-of.ts'
import { useForecast } from './use-forecast.ts'

interface PlatformForecastProps {
  platform: DevicePlatform
  request: DeploymentRequest
  foreseen: ForeseenImpact
}

/**
 * What one kind of device installs. One of them stands for all where it matters what they have now and which other
 * deployments they have: one of those that are most like each other.
 */
export function PlatformForecast({ platform, request, foreseen }: PlatformForecastProps) {
  const alike = commonest(platform.devices, foreseen.impact)
  const sample = alike?.devices[0] ?? platform.devices[0] ?? ''
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
  // All that reaches the one device, also what shares no component with the deployment: its dependencies count.
  const groupsOf = useGroupsOf(sample)
  const { contents } = foreseen
  const whole =
    contents && groupsOf.groups
      ? deviceImpact({ name: sample, groups: groupsOf.groups }, contents, request)
      : null
  const { forecast, question, read, failure, retry } = useForecast(
    {
      roots: whole?.roots ?? rootsOf(request),
      ...(sample ? { platform: platform.attributes } : {}),
      ...(has ? { installed: has } : {}),
    },
    useCatalogue(),
  )
  const { include } = foreseen
  const names = broughtBy(Object.keys(request.components ?? {}), forecast.components)
  useEffect(() => include([...names]))
  const reading =
    foreseen.phase === 'reading' || (contents !== null && sample !== '' && !whole && !groupsOf.failure)
  const done = forecast.complete && !reading
  const pulled = forecast.components.filter(({ name, isRoot }) => !isRoot && names.has(name))
  return (
    <SpaceBetween size="m">
      {failure ? (
        <FailureAlert failure={failure} title="Not all versions could be listed" retry={retry} />
      ) : done ? null : (
        <StatusIndicator type="loading">
          {forecast.complete
            ? 'Reading what other deployments ask for'
            : `Reading versions and recipes: ${read.read} of ${read.of} so far`}
        </StatusIndicator>
      )}
      {done && forecast.problems.length > 0 ? (
        <Alert type="warning" header={`Devices with ${platform.label} cannot install it`}>
          <ul className="meadow-foreseen" aria-label="What cannot be resolved">
            {forecast.problems.map(({ name, message }) => (
              <li key={name}>{message}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {done ? <Nucleus nucleus={nucleusForecast(question, forecast)} /> : null}
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
      ) : done ? (
        <Box color="text-body-secondary">Nothing beyond what the deployment names.</Box>
      ) : null}
      {sample ? (
        <Box color="text-body-secondary" fontSize="body-s">
          Worked out for <RouteLink to={linkTo.coreDevice(sample)}>{sample}</RouteLink>
          {whole ? ' with all deployments that reach it' : ' without its other deployments'}
          {has ? ' and what it has now' : ''}. Other devices may differ.
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
