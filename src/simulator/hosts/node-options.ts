import { isScenarioName, type ScenarioName, scenarioNames, scenarios } from '#src/domain/demo-fleet.ts'
import { adminRole, readOnlyRole } from '../wire/roles.ts'
import type { StaticKey } from '../wire/credentials.ts'

export interface NodeOptions {
  port: number
  host: string
  scenario: ScenarioName
  seed: number
  devices: number | null
  speed: number
}

/** Keys that the Node host takes for ever, so that the AWS CLI needs two environment variables and no sign-in. */
export const staticKeys: readonly StaticKey[] = [
  {
    accessKeyId: 'AKIAMEADOWADMIN00000',
    secretKey: 'meadow-simulator-admin-key-not-a-secret0',
    role: adminRole,
  },
  {
    accessKeyId: 'AKIAMEADOWREADONLY00',
    secretKey: 'meadow-simulator-read-only-not-a-secret0',
    role: readOnlyRole,
  },
]

const [admin, readOnly] = staticKeys as [StaticKey, StaticKey]

export const usage = `Usage: npm run simulator -- [options]

A small AWS IoT Greengrass for the AWS CLI, boto3 and other AWS clients.

  --port N        port to listen on (default 8787)
  --host NAME     address to listen on (default 127.0.0.1: this machine only)
  --scenario S    the world to begin with (default calm):
${scenarioNames.map(name => `                    ${name.padEnd(12)} ${scenarios[name].title}`).join('\n')}
  --devices N     number of core devices (default: the scenario's own)
  --seed N        the same seed gives the same world (default 1)
  --speed N       world seconds per second (default 1)
  --help          this text

The simulator checks signatures, so a client needs credentials. Either take the fixed keys

  AWS_ACCESS_KEY_ID=${admin.accessKeyId}
  AWS_SECRET_ACCESS_KEY=${admin.secretKey}      everything is allowed
  AWS_ACCESS_KEY_ID=${readOnly.accessKeyId}
  AWS_SECRET_ACCESS_KEY=${readOnly.secretKey}      only reads are allowed

or temporary ones from Cognito Identity on the same port: GetId and GetCredentialsForIdentity with the identity pool
  ${adminRole.identityPoolId}  (${adminRole.name}) or
  ${readOnlyRole.identityPoolId}  (${readOnlyRole.name}).

The region is us-east-1 (AWS_DEFAULT_REGION). The world can be steered on /_simulator (state, clock, reset, faults, quotas, credentials):
  curl -s -X POST http://127.0.0.1:8787/_simulator/clock -d '{"advanceMs": 3600000}'
`

export type ParsedOptions =
  | { kind: 'run'; options: NodeOptions }
  | { kind: 'help' }
  | { kind: 'wrong'; message: string }

/** Reads command line flags, as `--port 8787` or `--port=8787`. */
export function parseNodeOptions(args: readonly string[]): ParsedOptions {
  const options: NodeOptions = {
    port: 8787,
    host: '127.0.0.1',
    scenario: 'calm',
    seed: 1,
    devices: null,
    speed: 1,
  }
  const words = args.flatMap(arg => {
    const equals = arg.indexOf('=')
    return arg.startsWith('--') && equals > 0 ? [arg.slice(0, equals), arg.slice(equals + 1)] : [arg]
  })
  for (let i = 0; i < words.length; i += 2) {
    const flag = words[i] as string
    if (flag === '--help' || flag === '-h') return { kind: 'help' }
    const value = words[i + 1]
    const problem = value === undefined ? `${flag} needs a value` : apply(options, flag, value)
    if (problem !== null) return { kind: 'wrong', message: problem }
  }
  return { kind: 'run', options }
}

/** Sets one option; the answer is what is wrong with it, or null. */
function apply(options: NodeOptions, flag: string, value: string): string | null {
  const numeric = value.trim() === '' ? Number.NaN : Number(value)
  const whole = (min: number, max: number) => Number.isInteger(numeric) && numeric >= min && numeric <= max
  switch (flag) {
    case '--port':
      if (!whole(0, 65_535)) return '--port must be a number from 0 to 65535'
      options.port = numeric
      return null
    case '--host':
      options.host = value
      return null
    case '--scenario':
      if (!isScenarioName(value)) return `--scenario must be one of ${scenarioNames.join(', ')}`
      options.scenario = value
      return null
    case '--seed':
      if (!whole(0, Number.MAX_SAFE_INTEGER)) return '--seed must be a whole number'
      options.seed = numeric
      return null
    case '--devices':
      if (!whole(0, 200_000)) return '--devices must be a number from 0 to 200000'
      options.devices = numeric
      return null
    case '--speed':
      if (!(numeric >= 0 && numeric <= 100_000)) return '--speed must be a number from 0 to 100000'
      options.speed = numeric
      return null
    default:
      return `${flag} is not an option`
  }
}
