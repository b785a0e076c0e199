import { describe, expect, it } from 'vitest'
import { cancelDeployment } from './deployments.ts'
import { day, hour, manifest, minute, sampleWorld } from './sample-world.ts'

const one = (componentVersion: string, merge?: object, reset?: string[]) => ({
  componentVersion,
  ...((merge || reset) && {
    configurationUpdate: {
      ...(merge && { merge: JSON.stringify(merge) }),
      ...(reset && { reset }),
    },
  }),
})

describe('what a deployment does on a device', () => {
  it('installs components and their dependencies, of which only the named ones are roots', () => {
    const s = sampleWorld()
    s.component('lib', '1.0.0')
    s.component('lib', '1.2.0')
    s.component('lib', '2.0.0')
    s.component('app', '1.0.0', { dependencies: [{ name: 'lib', requirement: '^1.0.0', type: 'HARD' }] })
    s.fleet('line', 1)
    const deployment = s.build.deploy({ target: 'line', components: { app: one('1.0.0') } })
    s.pass(5 * minute)
    expect(s.installed('line-0001')).toEqual({ app: '1.0.0 RUNNING', lib: '1.2.0 RUNNING' })
    const { components } = s.world.devices.get('line-0001')!.state
    expect(components.filter(component => component.isRoot).map(component => component.name)).toEqual(['app'])
    expect(components.find(component => component.name === 'app')?.source).toBe(deployment.id)
    expect(s.execution(deployment, 'line-0001').outcome).toMatchObject({ detailedStatus: 'SUCCESSFUL' })
  })

  it('uninstalls what a new revision leaves out, and replaces the revision before', () => {
    const s = sampleWorld()
    s.component('app')
    s.component('extra')
    s.fleet('line', 3)
    const components = { app: one('1.0.0'), extra: one('1.0.0') }
    const first = s.build.deploy({ target: 'line', components })
    s.pass(5 * minute)
    const second = s.build.deploy({ target: 'line', components: { app: one('1.0.0') } })
    expect(first).toMatchObject({ status: 'INACTIVE', isLatest: false, job: { status: 'CANCELED' } })
    expect(second).toMatchObject({ status: 'ACTIVE', isLatest: true, revision: 2 })
    s.pass(5 * minute)
    expect(s.installed('line-0002')).toEqual({ app: '1.0.0 RUNNING' })
  })

  it('adds up deployments of several groups, and fails where they contradict each other', () => {
    const s = sampleWorld()
    for (const version of ['1.0.0', '2.0.0']) s.component('app', version)
    s.component('extra')
    s.build.addGroup({ name: 'a' })
    s.build.addGroup({ name: 'b' })
    s.build.addCore({ name: 'core', nucleusVersion: '2.13.0', groups: ['a', 'b'] })
    s.build.deploy({ target: 'a', components: { app: one('1.0.0') } })
    s.build.deploy({ target: 'b', components: { extra: one('1.0.0') } })
    s.pass(5 * minute)
    expect(Object.keys(s.installed('core'))).toEqual(['app', 'extra'])
    const clash = s.build.deploy({ target: 'b', components: { app: one('2.0.0') } })
    s.pass(5 * minute)
    const { outcome } = s.execution(clash, 'core')
    expect(outcome).toMatchObject({
      detailedStatus: 'FAILED_NO_STATE_CHANGE',
      errorStack: [
        'DEPLOYMENT_FAILURE',
        'NO_AVAILABLE_COMPONENT_VERSION',
        'COMPONENT_VERSION_REQUIREMENTS_NOT_MET',
      ],
    })
    expect(outcome!.reason).toContain('thinggroup/a: ==1.0.0')
    expect(outcome!.reason).toContain('thinggroup/b: ==2.0.0')
    expect(s.installed('core')).toEqual({ app: '1.0.0 RUNNING', extra: '1.0.0 RUNNING' })
  })

  it('goes to a thing by its shadow: no job, COMPLETED in the end', () => {
    const s = sampleWorld()
    s.component('app')
    s.fleet('line', 1)
    const deployment = s.build.deploy({ target: 'line-0001', components: { app: one('1.0.0') } })
    expect(deployment.job).toBeNull()
    expect(deployment.status).toBe('ACTIVE')
    s.pass(5 * minute)
    expect(deployment.status).toBe('COMPLETED')
    expect(s.execution(deployment, 'line-0001').status).toBe('SUCCEEDED')
  })

  it('keeps configuration: defaults do not overwrite, merge does, reset removes', () => {
    const s = sampleWorld()
    s.component('app', '1.0.0', { defaultConfiguration: { port: 1, level: 'info' } })
    s.component('app', '1.1.0', { defaultConfiguration: { port: 2, level: 'info', added: true } })
    s.fleet('line', 1)
    const configuration = () =>
      s.world.devices.get('line-0001')!.state.components.find(component => component.name === 'app')
        ?.configuration
    s.build.deploy({ target: 'line', components: { app: one('1.0.0', { level: 'debug' }) } })
    s.pass(5 * minute)
    expect(configuration()).toEqual({ port: 1, level: 'debug' })
    s.build.deploy({ target: 'line', components: { app: one('1.1.0') } })
    s.pass(5 * minute)
    expect(configuration()).toEqual({ port: 1, level: 'debug', added: true })
    s.build.deploy({ target: 'line', components: { app: one('1.1.0', undefined, ['/port']) } })
    s.pass(5 * minute)
    expect(configuration()).toEqual({ port: 2, level: 'debug', added: true })
  })

  it('takes the manifest for the platform, and fails where there is none', () => {
    const s = sampleWorld()
    const forArm = manifest({ platform: { os: 'linux', architecture: 'aarch64' } })
    s.component('app', '1.0.0', { manifests: [forArm] })
    s.fleet('line', 1)
    s.fleet('arm', 1, { architecture: 'aarch64' })
    s.build.join('arm-0001', 'line')
    const deployment = s.build.deploy({ target: 'line', components: { app: one('1.0.0') } })
    s.pass(5 * minute)
    expect(s.execution(deployment, 'arm-0001').status).toBe('SUCCEEDED')
    expect(s.execution(deployment, 'line-0001').outcome).toMatchObject({
      status: 'FAILED',
      errorTypes: ['REQUEST_ERROR'],
    })
    expect(s.execution(deployment, 'line-0001').outcome!.reason).toContain('amd64')
  })

  it('restarts the nucleus for a new one; a dependency alone may not change its minor version', () => {
    const s = sampleWorld()
    for (const version of ['2.13.0', '2.14.1'])
      s.component('aws.greengrass.Nucleus', version, { type: 'aws.greengrass.nucleus' })
    const dependencies = [{ name: 'aws.greengrass.Nucleus', requirement: '>=2.14.0', type: 'SOFT' as const }]
    s.component('app', '1.0.0', { dependencies })
    s.fleet('line', 1)
    const refused = s.build.deploy({ target: 'line', components: { app: one('1.0.0') } })
    s.pass(5 * minute)
    expect(s.execution(refused, 'line-0001').outcome?.errorStack.at(-1)).toBe(
      'UNAUTHORIZED_NUCLEUS_MINOR_VERSION_UPDATE',
    )
    const components = { app: one('1.0.0'), 'aws.greengrass.Nucleus': one('2.14.1') }
    const named = s.build.deploy({ target: 'line', components })
    s.pass(5 * minute)
    expect(s.execution(named, 'line-0001').status).toBe('SUCCEEDED')
    expect(s.world.devices.get('line-0001')!.state.nucleusVersion).toBe('2.14.1')
  })
})

describe('groups', () => {
  it('gives its deployment to things that join, whatever the rate', () => {
    const s = sampleWorld()
    s.component('app')
    s.fleet('line', 1)
    const deployment = s.build.deploy({ target: 'line', components: { app: one('1.0.0') } })
    s.pass(day)
    s.fleet('other', 1)
    s.build.join('other-0001', 'line')
    expect(s.execution(deployment, 'other-0001').status).toBe('QUEUED')
    s.pass(5 * minute)
    expect(s.installed('other-0001')).toEqual({ app: '1.0.0 RUNNING' })
  })

  it('removes what a leaving thing has not begun; its components go with its next deployment', () => {
    const s = sampleWorld()
    s.component('app')
    s.component('extra')
    s.fleet('line', 2)
    s.build.offline('line-0002')
    const deployment = s.build.deploy({ target: 'line', components: { app: one('1.0.0') } })
    s.pass(5 * minute)
    s.build.leave('line-0002', 'line')
    s.build.leave('line-0001', 'line')
    expect(deployment.job!.counts).toMatchObject({ succeeded: 1, removed: 1, queued: 0 })
    s.pass(hour)
    expect(s.installed('line-0001')).toEqual({ app: '1.0.0 RUNNING' })
    expect(s.world.groups.get('line')!.applied.has('line-0001')).toBe(true)
    s.build.deploy({ target: 'line-0001', components: { extra: one('1.0.0') } })
    s.pass(5 * minute)
    expect(s.installed('line-0001')).toEqual({ extra: '1.0.0 RUNNING' })
    s.build.join('line-0002', 'line')
    expect(s.execution(deployment, 'line-0002')).toMatchObject({ status: 'QUEUED', number: 2 })
    expect(deployment.job!.counts).toMatchObject({ succeeded: 1, removed: 0, queued: 1 })
  })

  it('replaces the parent with a sub-deployment, until the parent has a new revision', () => {
    const s = sampleWorld()
    for (const version of ['1.0.0', '1.0.1', '1.1.0']) s.component('app', version)
    s.fleet('line', 2)
    s.build.addGroup({ name: 'fix' })
    s.build.join('line-0002', 'fix')
    s.build.deploy({ target: 'line', components: { app: one('1.0.0') } })
    s.pass(5 * minute)
    const fix = s.build.deploy({ target: 'fix', parent: 'line', components: { app: one('1.0.1') } })
    s.pass(5 * minute)
    expect(s.installed('line-0001')).toEqual({ app: '1.0.0 RUNNING' })
    expect(s.installed('line-0002')).toEqual({ app: '1.0.1 RUNNING' })
    expect(s.world.groups.get('fix')!.boundToParent).toBe(s.world.groupArn('line'))
    s.build.deploy({ target: 'line', components: { app: one('1.1.0') } })
    expect(fix).toMatchObject({ status: 'INACTIVE', job: { status: 'CANCELED' } })
    s.pass(5 * minute)
    expect(s.installed('line-0002')).toEqual({ app: '1.1.0 RUNNING' })
  })

  it('needs nucleus 2.9.0 for sub-deployments', () => {
    const s = sampleWorld()
    s.component('app')
    s.fleet('line', 1, { nucleusVersion: '2.8.1' })
    s.build.addGroup({ name: 'parent' })
    const fix = s.build.deploy({ target: 'line', parent: 'parent', components: { app: one('1.0.0') } })
    s.pass(5 * minute)
    expect(s.execution(fix, 'line-0001').outcome?.errorStack).toEqual([
      'DEPLOYMENT_FAILURE',
      'NUCLEUS_MISSING_REQUIRED_CAPABILITIES',
    ])
  })
})

describe('cancelling', () => {
  it('stops what has not begun and leaves what devices have', () => {
    const s = sampleWorld()
    s.component('app')
    s.fleet('line', 30)
    const rollout = { jobExecutionsRolloutConfig: { maximumPerMinute: 10 } }
    const deployment = s.build.deploy({
      target: 'line',
      components: { app: one('1.0.0') },
      jobConfiguration: rollout,
    })
    s.pass(minute)
    cancelDeployment(s.world, deployment)
    expect(deployment).toMatchObject({ status: 'CANCELED', job: { status: 'CANCELED' } })
    s.pass(hour)
    const { counts, executions } = deployment.job!
    expect(executions.size).toBe(11)
    expect(counts.succeeded + counts.canceled).toBe(11)
    expect(counts.succeeded).toBeGreaterThan(0)
    s.fleet('late', 1)
    s.build.join('late-0001', 'line')
    expect(s.execution(deployment, 'late-0001')).toBeUndefined()
  })

  it('of a deployment by shadow reaches a device that was away', () => {
    const s = sampleWorld()
    s.component('app')
    s.fleet('line', 1)
    s.build.offline('line-0001')
    const deployment = s.build.deploy({ target: 'line-0001', components: { app: one('1.0.0') } })
    s.pass(hour)
    cancelDeployment(s.world, deployment)
    s.build.online('line-0001')
    s.pass(hour)
    expect(s.execution(deployment, 'line-0001').status).toBe('CANCELED')
    expect(s.installed('line-0001')).toEqual({})
  })
})

describe('a past deployment', () => {
  it('has the results that a real one would have, with times of its own', () => {
    const run = (way: 'deploy' | 'pastDeployment') => {
      const s = sampleWorld()
      s.component('app', '1.0.0', {
        manifests: [
          manifest({ platform: { architecture: 'aarch64' } }),
          manifest({ lifecycle: { Install: 'exit 1' } }),
        ],
      })
      s.fleet('line', 10)
      s.fleet('arm', 5, { architecture: 'aarch64' })
      for (let i = 1; i <= 5; i += 1) s.build.join(`arm-000${i}`, 'line')
      const deployment = s.build[way]({ target: 'line', components: { app: one('1.0.0') } })
      s.pass(hour)
      const executions = deployment.job!.executions.sorted()
      expect(
        executions.every(({ started, queued, updated }) => queued <= started! && started! < updated),
      ).toBe(true)
      return executions.map(({ thing, status, outcome }) => [thing.name, status, outcome?.reason])
    }
    expect(run('pastDeployment')).toEqual(run('deploy'))
  })
})
