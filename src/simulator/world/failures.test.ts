import { describe, expect, it } from 'vitest'
import type { ComponentDeployment, DeploymentPolicies } from '#src/domain/deployment.ts'
import { deploymentErrorCode, errorType } from '#src/domain/error-codes.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import type { Behaviour } from './behaviour.ts'
import type { CoreSpec } from './build.ts'
import { detailsOf } from './outcome.ts'
import { artifact, hour, manifest, minute, sampleWorld } from './sample-world.ts'

interface Case {
  recipe?: Partial<Recipe>
  device?: Partial<CoreSpec>
  request?: Partial<ComponentDeployment>
  policies?: DeploymentPolicies
  behaviour?: Omit<Behaviour, 'component'>
}

/** Deploys `app` 1.0.0, and then 2.0.0 with what goes wrong. */
function run({ recipe, device, request, policies, behaviour }: Case) {
  const s = sampleWorld()
  s.component('app', '1.0.0')
  s.component('app', '2.0.0', recipe)
  s.fleet('line', 1, device)
  s.build.deploy({ target: 'line', components: { app: { componentVersion: '1.0.0' } } })
  s.pass(5 * minute)
  if (behaviour) s.world.behaviours.push({ component: 'app', versions: '2.0.0', ...behaviour })
  const components = { app: { componentVersion: '2.0.0', ...request } }
  const deployment = s.build.deploy({ target: 'line', components, policies: policies ?? {} })
  s.pass(hour)
  const core = s.world.devices.get('line-0001')!
  const present = core.state.components.find(component => component.name === 'app')
  return { s, core, deployment, execution: s.execution(deployment, 'line-0001'), present }
}

const withArtifact = (uri: string): Partial<Recipe> => ({
  manifests: [manifest({ artifacts: [artifact(uri)] })],
})
const withSteps = (lifecycle: Record<string, unknown>): Partial<Recipe> => ({
  manifests: [manifest({ lifecycle })],
})
const s3 = withArtifact('s3://builds/app/2.0.0/app.zip')

const chains: [string, Case, string[], string[]][] = [
  [
    'a full disk',
    { recipe: s3, device: { quirks: { diskFull: true } } },
    ['ARTIFACT_DOWNLOAD_ERROR', 'IO_ERROR', 'DISK_SPACE_CRITICAL'],
    ['DEVICE_ERROR'],
  ],
  [
    'a bucket that does not exist',
    { recipe: withArtifact('s3://no-such-bucket/app.zip') },
    [
      'ARTIFACT_DOWNLOAD_ERROR',
      'S3_ERROR',
      'S3_RESOURCE_NOT_FOUND',
      'S3_GET_BUCKET_LOCATION_RESOURCE_NOT_FOUND',
    ],
    ['DEPENDENCY_ERROR', 'REQUEST_ERROR'],
  ],
  [
    'an artifact that was deleted',
    { recipe: withArtifact('s3://builds/app/missing/app.zip') },
    ['ARTIFACT_DOWNLOAD_ERROR', 'S3_ERROR', 'S3_RESOURCE_NOT_FOUND', 'S3_HEAD_OBJECT_RESOURCE_NOT_FOUND'],
    ['DEPENDENCY_ERROR', 'REQUEST_ERROR'],
  ],
  [
    'a role without a right on the bucket',
    { recipe: s3, device: { quirks: { denied: ['S3_GET_OBJECT_ACCESS_DENIED'] } } },
    ['ARTIFACT_DOWNLOAD_ERROR', 'S3_ERROR', 'S3_ACCESS_DENIED', 'S3_GET_OBJECT_ACCESS_DENIED'],
    ['DEPENDENCY_ERROR', 'PERMISSION_ERROR'],
  ],
  [
    'a clock that is off',
    { recipe: s3, device: { quirks: { clockSkew: -3600 } } },
    ['ARTIFACT_DOWNLOAD_ERROR', 'S3_ERROR', 'S3_BAD_REQUEST'],
    ['DEPENDENCY_ERROR'],
  ],
  [
    'a Docker image without the application manager',
    { recipe: withArtifact('docker:nginx:1.27') },
    ['MISSING_DOCKER_APPLICATION_MANAGER'],
    ['REQUEST_ERROR'],
  ],
  [
    'an install script that fails',
    { recipe: withSteps({ Install: 'pip install -r wanted.txt\nexit 3', Run: 'python3 main.py' }) },
    ['COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'],
    ['USER_COMPONENT_ERROR'],
  ],
  [
    'a bootstrap script that fails',
    { recipe: withSteps({ Bootstrap: 'exit 5' }) },
    ['COMPONENT_UPDATE_ERROR', 'COMPONENT_BOOTSTRAP_ERROR'],
    ['USER_COMPONENT_ERROR'],
  ],
  [
    'a user that the device does not know',
    { request: { runWith: { posixUser: 'robot:robot' } }, device: { quirks: { users: ['ggc_user'] } } },
    ['RUN_WITH_CONFIG_NOT_VALID'],
    ['REQUEST_ERROR'],
  ],
  [
    'a dependency that nobody published',
    { recipe: { dependencies: [{ name: 'gone', requirement: '^1.0.0', type: 'HARD' }] } },
    ['NO_AVAILABLE_COMPONENT_VERSION', 'COMPONENT_VERSION_REQUIREMENTS_NOT_MET'],
    ['REQUEST_ERROR'],
  ],
  [
    'a configuration that the component refuses',
    {
      request: { configurationUpdate: { merge: '{"port":70000}' } },
      behaviour: {
        configuration: { pointer: '/port', type: 'number', maximum: 65535 },
        effect: {
          kind: 'fails',
          phase: 'prepare',
          errorStack: ['COMPONENT_UPDATE_ERROR', 'COMPONENT_CONFIGURATION_NOT_VALID'],
          errorTypes: ['USER_COMPONENT_ERROR'],
          reason: 'Components reported that their to-be-deployed configuration is invalid: app: port 70000',
        },
      },
    },
    ['COMPONENT_UPDATE_ERROR', 'COMPONENT_CONFIGURATION_NOT_VALID'],
    ['USER_COMPONENT_ERROR'],
  ],
]

describe('a failed deployment', () => {
  it.each(chains)('names %s', (_what, wrong, chain, types) => {
    const { execution } = run(wrong)
    expect(execution.status).toBe('FAILED')
    expect(execution.outcome?.errorStack).toEqual(['DEPLOYMENT_FAILURE', ...chain])
    expect(execution.outcome?.errorTypes).toEqual(types)
    for (const code of execution.outcome?.errorStack ?? []) expect(deploymentErrorCode(code)).not.toBeNull()
    for (const type of types) expect(errorType(type)).not.toBeNull()
    expect(execution.outcome?.reason.length).toBeGreaterThan(30)
  })

  it('before anything changed leaves the device as it is', () => {
    const { execution, present, core } = run({ recipe: s3, device: { quirks: { diskFull: true } } })
    expect(execution.outcome?.detailedStatus).toBe('FAILED_NO_STATE_CHANGE')
    expect(present).toMatchObject({ version: '1.0.0', state: 'RUNNING' })
    expect(core.reportedState.healthy).toBe(true)
  })

  const broken = withSteps({ Install: 'exit 3', Run: 'python3 main.py' })

  it('is rolled back by default', () => {
    const { execution, present, core } = run({ recipe: broken })
    expect(execution.outcome?.detailedStatus).toBe('FAILED_ROLLBACK_COMPLETE')
    expect(present).toMatchObject({ version: '1.0.0', state: 'RUNNING' })
    expect(core.reportedState.healthy).toBe(true)
  })

  it('leaves the broken component where no rollback is asked for, and the device UNHEALTHY', () => {
    const { execution, present, core } = run({
      recipe: broken,
      policies: { failureHandlingPolicy: 'DO_NOTHING' },
    })
    expect(execution.outcome?.detailedStatus).toBe('FAILED_ROLLBACK_NOT_REQUESTED')
    expect(present).toMatchObject({ version: '2.0.0', state: 'BROKEN', codes: ['INSTALL_ERROR'] })
    expect(present?.details).toContain('code 3')
    expect(core.reportedState.healthy).toBe(false)
  })

  it('says so when the rollback fails as well', () => {
    const { execution, core } = run({ recipe: broken, device: { quirks: { cannotRollBack: true } } })
    expect(execution.outcome?.detailedStatus).toBe('FAILED_UNABLE_TO_ROLLBACK')
    expect(core.reportedState.healthy).toBe(false)
  })

  it('goes in the words of the device: no codes from old nuclei and from nucleus lite', () => {
    const old = run({ recipe: broken, device: { nucleusVersion: '2.7.0' } })
    expect(old.execution.outcome).toMatchObject({ errorStack: [], errorTypes: [] })
    expect(old.execution.outcome?.reason).toContain('exited with code 3')
    const lite = run({ recipe: broken, device: { runtime: 'aws_nucleus_lite', nucleusVersion: '2.1.0' } })
    expect(lite.execution.outcome).toMatchObject({
      detailedStatus: 'FAILED_ROLLBACK_NOT_REQUESTED',
      errorStack: [],
    })
  })

  it('sends its details as text, lists as JSON, each value of at most 1024 characters', () => {
    const { execution } = run({
      behaviour: {
        effect: {
          kind: 'fails',
          phase: 'apply',
          errorStack: ['X'],
          errorTypes: ['Y'],
          reason: 'long '.repeat(500),
        },
      },
    })
    const details = detailsOf(execution.outcome!)
    expect(JSON.parse(details['deployment-error-stack']!)).toEqual(['DEPLOYMENT_FAILURE', 'X'])
    expect(JSON.parse(details['deployment-error-types']!)).toEqual(['Y'])
    expect(details['detailed-deployment-status']).toBe('FAILED_ROLLBACK_COMPLETE')
    expect(details['deployment-failure-cause']).toHaveLength(1024)
  })

  it('does not come from a device that rejects it', () => {
    const { execution } = run({ device: { quirks: { rejects: true } } })
    expect(execution.status).toBe('REJECTED')
    expect(execution.outcome?.errorStack[0]).toBe('DEPLOYMENT_REJECTED')
  })

  it('is chosen by what the device is', () => {
    const effect = { kind: 'fails', phase: 'apply', errorStack: [], errorTypes: [], reason: 'r' } as const
    expect(run({ behaviour: { devices: { architecture: 'arm' }, effect } }).execution.status).toBe(
      'SUCCEEDED',
    )
    expect(run({ behaviour: { devices: { architecture: 'amd64' }, effect } }).execution.status).toBe('FAILED')
    expect(run({ behaviour: { devices: { group: 'line' }, effect } }).execution.status).toBe('FAILED')
    expect(run({ behaviour: { devices: { attributes: { site: 'x' } }, effect } }).execution.status).toBe(
      'SUCCEEDED',
    )
    expect(run({ behaviour: { devices: { fraction: 0 }, effect } }).execution.status).toBe('SUCCEEDED')
  })
})

describe('a component that breaks after the deployment', () => {
  it('leaves the deployment green: ERRORED is HEALTHY still, BROKEN is UNHEALTHY', () => {
    const s = sampleWorld()
    s.component('app', '1.0.0', withSteps({ Run: 'sleep 20\nexit 7' }))
    s.fleet('line', 1)
    const deployment = s.build.deploy({ target: 'line', components: { app: { componentVersion: '1.0.0' } } })
    const states = new Set<string>()
    for (let i = 0; i < 60; i += 1) {
      s.pass(5000)
      const core = s.world.devices.get('line-0001')!
      const state = s.installed('line-0001').app ?? 'none'
      states.add(`${state} ${core.reportedState.healthy ? 'healthy' : 'unhealthy'}`)
    }
    expect([...states]).toEqual([
      'none healthy',
      '1.0.0 RUNNING healthy',
      '1.0.0 ERRORED healthy',
      '1.0.0 BROKEN unhealthy',
    ])
    expect(s.execution(deployment, 'line-0001').status).toBe('SUCCEEDED')
  })

  it('comes up again with a deployment of something better', () => {
    const s = sampleWorld()
    s.component('app', '1.0.0', withSteps({ Run: 'exit 7' }))
    s.component('app', '1.0.1')
    s.fleet('line', 1)
    s.build.deploy({ target: 'line', components: { app: { componentVersion: '1.0.0' } } })
    s.pass(hour)
    expect(s.installed('line-0001')).toEqual({ app: '1.0.0 BROKEN' })
    s.build.deploy({ target: 'line', components: { app: { componentVersion: '1.0.1' } } })
    s.pass(hour)
    expect(s.installed('line-0001')).toEqual({ app: '1.0.1 RUNNING' })
    expect(s.world.devices.get('line-0001')!.reportedState.healthy).toBe(true)
  })
})
