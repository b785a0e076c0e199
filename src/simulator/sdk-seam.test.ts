import * as greengrass from '@aws-sdk/client-greengrassv2'
import * as iot from '@aws-sdk/client-iot'
import { afterAll, describe, expect, it } from 'vitest'
import { all, failure, sdkHarness } from './sdk-harness.ts'
import { adminRole } from './wire/roles.ts'

// Every operation of Greengrass V2 through the SDK's own client. The fleet is whatever the scenario has; nothing here
// knows its names.

const harness = sdkHarness()
const { clock, simulator } = harness
const gg = harness.noting(new greengrass.GreengrassV2Client(harness.configuration(adminRole)), 'greengrassv2')
const now = clock.now()
const things = new iot.IoTClient(harness.configuration(adminRole))

const utf8 = (text: string) => new TextEncoder().encode(text)
const recipe = (version: string) =>
  JSON.stringify({
    RecipeFormatVersion: '2020-01-25',
    ComponentName: 'com.example.Seam',
    ComponentVersion: version,
    ComponentDescription: 'Wärme 温度',
    ComponentPublisher: 'Example',
    ComponentDependencies: {},
    Manifests: [{ Platform: { os: 'linux' }, Lifecycle: { run: 'echo hello' } }],
  })

describe('Greengrass V2', () => {
  it('core devices', async () => {
    const config = { client: gg, pageSize: 7 }
    const cores = await all<greengrass.CoreDevice>(
      greengrass.paginateListCoreDevices(config, {}),
      'coreDevices',
    )
    expect(cores.length).toBe(simulator.world.cores.size)
    expect(new Set(cores.map(core => core.coreDeviceThingName)).size).toBe(cores.length)
    const coreDeviceThingName = cores[0]?.coreDeviceThingName ?? ''
    expect(cores[0]?.lastStatusUpdateTimestamp).toBeInstanceOf(Date)
    expect(cores[0]?.lastStatusUpdateTimestamp?.getTime()).toBeLessThanOrEqual(now)

    const core = await gg.send(new greengrass.GetCoreDeviceCommand({ coreDeviceThingName }))
    expect(core).toMatchObject({ coreDeviceThingName, status: cores[0]?.status, tags: expect.any(Object) })
    const components = await all<greengrass.InstalledComponent>(
      greengrass.paginateListInstalledComponents(
        { client: gg },
        { coreDeviceThingName, topologyFilter: 'ALL' },
      ),
      'installedComponents',
    )
    expect(components.some(component => component.componentName === 'aws.greengrass.Nucleus')).toBe(true)
    await all(
      greengrass.paginateListEffectiveDeployments({ client: gg }, { coreDeviceThingName }),
      'effectiveDeployments',
    )

    const last = cores.at(-1)?.coreDeviceThingName ?? ''
    await gg.send(new greengrass.DeleteCoreDeviceCommand({ coreDeviceThingName: last }))
    const gone = await failure(
      gg.send(new greengrass.GetCoreDeviceCommand({ coreDeviceThingName: last })),
      greengrass.ResourceNotFoundException,
    )
    expect(gone).toMatchObject({ resourceId: last, resourceType: expect.any(String) })
    expect(gone.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('components', async () => {
    const created = await gg.send(
      new greengrass.CreateComponentVersionCommand({
        inlineRecipe: utf8(recipe('1.0.0')),
        tags: { team: 'a' },
      }),
    )
    const arn = created.arn ?? ''
    expect(created.$metadata.httpStatusCode).toBe(201)
    expect(created.creationTimestamp?.getTime()).toBe(now)
    await gg.send(new greengrass.CreateComponentVersionCommand({ inlineRecipe: utf8(recipe('1.10.0')) }))
    await gg.send(new greengrass.CreateComponentVersionCommand({ inlineRecipe: utf8(recipe('1.9.0')) }))
    clock.advance(60_000)

    const described = await gg.send(new greengrass.DescribeComponentCommand({ arn }))
    expect(described).toMatchObject({
      description: 'Wärme 温度',
      publisher: 'Example',
      status: { componentState: 'DEPLOYABLE' },
      tags: { team: 'a' },
    })
    const { recipe: stored } = await gg.send(
      new greengrass.GetComponentCommand({ arn, recipeOutputFormat: 'JSON' }),
    )
    expect(JSON.parse(new TextDecoder().decode(stored))).toMatchObject({ ComponentDescription: 'Wärme 温度' })
    const versions = await all<greengrass.ComponentVersionListItem>(
      greengrass.paginateListComponentVersions(
        { client: gg, pageSize: 1 },
        { arn: arn.split(':versions:')[0] },
      ),
      'componentVersions',
    )
    expect(versions.map(version => version.componentVersion)).toEqual(['1.10.0', '1.9.0', '1.0.0'])
    for (const scope of ['PRIVATE', 'PUBLIC'] as const) {
      const listed = await all(greengrass.paginateListComponents({ client: gg }, { scope }), 'components')
      expect(listed.length).toBeGreaterThan(0)
    }
    const resolved = await gg.send(
      new greengrass.ResolveComponentCandidatesCommand({
        platform: { name: 'linux', attributes: { os: 'linux', architecture: 'amd64' } },
        componentCandidates: [
          { componentName: 'com.example.Seam', versionRequirements: { requirement: '>=1.0.0 <1.10.0' } },
        ],
      }),
    )
    expect(resolved.resolvedComponentVersions?.[0]?.componentVersion).toBe('1.9.0')

    const conflict = await failure(
      gg.send(new greengrass.CreateComponentVersionCommand({ inlineRecipe: utf8(recipe('1.0.0')) })),
      greengrass.ConflictException,
    )
    expect(conflict.resourceId).toBeTruthy()
    await gg.send(new greengrass.DeleteComponentCommand({ arn }))
    await failure(
      gg.send(new greengrass.DescribeComponentCommand({ arn })),
      greengrass.ResourceNotFoundException,
    )
  })

  it('artifacts of public components', async () => {
    const publicVersions = [...simulator.world.components.values()].filter(version => version.owner === 'aws')
    for (const version of publicVersions) {
      const uri = version.recipe.manifests
        .flatMap(manifest => manifest.artifacts)
        .find(artifact => artifact.uri.startsWith('greengrass:'))?.uri
      if (uri === undefined) continue
      const artifactName = uri.slice('greengrass:'.length)
      const answer = await gg.send(
        new greengrass.GetComponentVersionArtifactCommand({ arn: version.arn, artifactName }),
      )
      expect(answer.preSignedUrl).toMatch(/^https:/)
      return
    }
    throw new Error('no public component has an artifact')
  })

  it('deployments', async () => {
    const [group] = await all<iot.GroupNameAndArn>(
      iot.paginateListThingGroups({ client: things }, {}),
      'thingGroups',
    )
    const targetArn = group?.groupArn
    const command = () =>
      new greengrass.CreateDeploymentCommand({
        targetArn,
        deploymentName: 'seam',
        components: {
          'com.example.Seam': {
            componentVersion: '1.9.0',
            configurationUpdate: { merge: '{"a":1}', reset: ['/b'] },
          },
        },
        iotJobConfiguration: {
          jobExecutionsRolloutConfig: {
            exponentialRate: {
              baseRatePerMinute: 5,
              incrementFactor: 1.5,
              rateIncreaseCriteria: { numberOfSucceededThings: 3 },
            },
          },
          timeoutConfig: { inProgressTimeoutInMinutes: 30 },
        },
        clientToken: 'seam-token',
      })
    const { deploymentId, iotJobId } = await gg.send(command())
    expect((await gg.send(command())).deploymentId).toBe(deploymentId)
    expect(iotJobId).toBeTruthy()

    const deployment = await gg.send(new greengrass.GetDeploymentCommand({ deploymentId }))
    expect(deployment).toMatchObject({
      deploymentName: 'seam',
      deploymentStatus: 'ACTIVE',
      isLatestForTarget: true,
      components: { 'com.example.Seam': { configurationUpdate: { merge: '{"a":1}', reset: ['/b'] } } },
      iotJobConfiguration: { timeoutConfig: { inProgressTimeoutInMinutes: 30 } },
    })
    const listed = await all<greengrass.Deployment>(
      greengrass.paginateListDeployments({ client: gg, pageSize: 3 }, { historyFilter: 'ALL' }),
      'deployments',
    )
    expect(listed[0]?.deploymentId).toBe(deploymentId)
    await failure(
      gg.send(new greengrass.DeleteDeploymentCommand({ deploymentId })),
      greengrass.ConflictException,
    )
    await gg.send(new greengrass.CancelDeploymentCommand({ deploymentId }))
    await gg.send(new greengrass.DeleteDeploymentCommand({ deploymentId }))
    await failure(
      gg.send(new greengrass.GetDeploymentCommand({ deploymentId })),
      greengrass.ResourceNotFoundException,
    )
    const invalid = await failure(
      gg.send(
        new greengrass.CreateDeploymentCommand({ targetArn: 'garbage', deploymentName: 'n'.repeat(257) }),
      ),
      greengrass.ValidationException,
    )
    expect(invalid.fields?.map(field => field.name)).toEqual(['targetArn', 'deploymentName'])
  })

  it('client devices', async () => {
    const [core] = await all<greengrass.CoreDevice>(
      greengrass.paginateListCoreDevices({ client: gg }, {}),
      'coreDevices',
    )
    const coreDeviceThingName = core?.coreDeviceThingName
    const { things: plain = [] } = await things.send(new iot.ListThingsCommand({ maxResults: 250 }))
    const thingName = plain.find(thing => thing.thingName !== coreDeviceThingName)?.thingName
    const { errorEntries } = await gg.send(
      new greengrass.BatchAssociateClientDeviceWithCoreDeviceCommand({
        coreDeviceThingName,
        entries: [{ thingName }, { thingName: 'no-such-thing' }],
      }),
    )
    expect(errorEntries?.map(entry => entry.thingName)).toEqual(['no-such-thing'])
    const associated = await all<greengrass.AssociatedClientDevice>(
      greengrass.paginateListClientDevicesAssociatedWithCoreDevice(
        { client: gg, pageSize: 2 },
        { coreDeviceThingName },
      ),
      'associatedClientDevices',
    )
    const mine = associated.find(device => device.thingName === thingName)
    expect(mine?.associationTimestamp?.getTime()).toBe(clock.now())
    await gg.send(
      new greengrass.BatchDisassociateClientDeviceFromCoreDeviceCommand({
        coreDeviceThingName,
        entries: [{ thingName }],
      }),
    )
  })

  it('connectivity information, with its capital letters', async () => {
    const [core] = await all<greengrass.CoreDevice>(
      greengrass.paginateListCoreDevices({ client: gg }, {}),
      'coreDevices',
    )
    const thingName = core?.coreDeviceThingName
    const connectivityInfo = [{ id: 'lan', hostAddress: '10.0.0.7', portNumber: 8883, metadata: 'hall 3' }]
    const update = new greengrass.UpdateConnectivityInfoCommand({ thingName, connectivityInfo })
    expect((await gg.send(update)).version).toBeTruthy()
    const read = await gg.send(new greengrass.GetConnectivityInfoCommand({ thingName }))
    expect(read.connectivityInfo).toEqual(connectivityInfo)
  })

  it('the service role', async () => {
    const roleArn = 'arn:aws:iam::123456789012:role/Greengrass_ServiceRole'
    const associated = await gg.send(new greengrass.AssociateServiceRoleToAccountCommand({ roleArn }))
    expect(Date.parse(associated.associatedAt ?? '')).toBe(clock.now())
    expect(await gg.send(new greengrass.GetServiceRoleForAccountCommand({}))).toMatchObject({ roleArn })
    const gone = await gg.send(new greengrass.DisassociateServiceRoleFromAccountCommand({}))
    expect(gone.disassociatedAt).toBeTruthy()
  })

  it('tags', async () => {
    const [version] = [...simulator.world.components.values()].filter(({ owner }) => owner !== 'aws')
    const resourceArn = version?.arn ?? ''
    const read = async () => (await gg.send(new greengrass.ListTagsForResourceCommand({ resourceArn }))).tags
    await gg.send(new greengrass.TagResourceCommand({ resourceArn, tags: { 'a b': 'é', c: '' } }))
    expect(await read()).toMatchObject({ 'a b': 'é', c: '' })
    await gg.send(new greengrass.UntagResourceCommand({ resourceArn, tagKeys: ['a b', 'c'] }))
    expect(await read()).not.toHaveProperty('c')
    const [core] = await all<greengrass.CoreDevice>(
      greengrass.paginateListCoreDevices({ client: gg }, {}),
      'coreDevices',
    )
    const coreArn = `arn:aws:greengrass:us-east-1:123456789012:coreDevices:${core?.coreDeviceThingName}`
    await gg.send(new greengrass.TagResourceCommand({ resourceArn: coreArn, tags: { line: '3' } }))
    const { tags } = await gg.send(
      new greengrass.GetCoreDeviceCommand({ coreDeviceThingName: core?.coreDeviceThingName }),
    )
    expect(tags).toMatchObject({ line: '3' })
    const reserved = gg.send(new greengrass.TagResourceCommand({ resourceArn, tags: { 'aws:x': 'y' } }))
    await failure(reserved, greengrass.ValidationException)
  })
})

afterAll(() => {
  expect(harness.missed('greengrassv2')).toEqual([])
})
