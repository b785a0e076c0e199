import type { InstalledComponent } from '#src/domain/core-device.ts'

export interface DiscoveryCheck {
  id: 'role' | 'endpoints' | 'auth' | 'broker'
  state: 'ok' | 'missing' | 'unknown'
  title: string
  /** What is missing, or what was found. */
  detail: string
}

/** `undefined`: not known (yet). */
interface DiscoveryFacts {
  roleArn: string | null | undefined
  endpoints: readonly { hostAddress: string; portNumber: number }[] | undefined
  components: readonly Pick<InstalledComponent, 'name' | 'state'>[] | undefined
}

const auth = 'aws.greengrass.clientdevices.Auth'
const brokers = ['aws.greengrass.clientdevices.mqtt.Moquette', 'aws.greengrass.clientdevices.mqtt.EMQX']

/**
 * What a client device needs, besides its association, to find a core device and to connect to it.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/interact-with-local-iot-devices.html
 */
export function discoveryChecks({ roleArn, endpoints, components }: DiscoveryFacts): DiscoveryCheck[] {
  const [first] = endpoints ?? []
  return [
    {
      id: 'role',
      state: roleArn === undefined ? 'unknown' : roleArn === null ? 'missing' : 'ok',
      title: 'Service role',
      detail: roleArn === null ? 'None is attached to the account.' : (roleArn?.split('/').at(-1) ?? ''),
    },
    {
      id: 'endpoints',
      state: endpoints === undefined ? 'unknown' : first ? 'ok' : 'missing',
      title: 'Broker endpoint',
      detail: first
        ? `${first.hostAddress}:${first.portNumber}${endpoints!.length > 1 ? ` and ${endpoints!.length - 1} more` : ''}`
        : endpoints
          ? 'The core device has none to tell.'
          : '',
    },
    component('auth', 'Client device auth', [auth], components),
    component('broker', 'MQTT broker', brokers, components),
  ]
}

function component(
  id: 'auth' | 'broker',
  title: string,
  names: readonly string[],
  components: DiscoveryFacts['components'],
): DiscoveryCheck {
  const found = components?.find(({ name }) => names.includes(name))
  if (!components) return { id, title, state: 'unknown', detail: '' }
  if (!found)
    return { id, title, state: 'missing', detail: `${names.map(short).join(' or ')} is not installed.` }
  const broken = found.state === 'BROKEN' || found.state === 'ERRORED'
  return {
    id,
    title,
    state: broken ? 'missing' : 'ok',
    detail: broken
      ? `${found.name} is ${found.state.toLowerCase()}.`
      : found.name.split('.').slice(-1).join(''),
  }
}

/** `aws.greengrass.clientdevices.mqtt.EMQX` is known as EMQX. */
const short = (name: string) => name.split('.').at(-1) ?? name
