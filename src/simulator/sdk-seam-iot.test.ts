import * as cognito from '@aws-sdk/client-cognito-identity'
import * as greengrass from '@aws-sdk/client-greengrassv2'
import * as iot from '@aws-sdk/client-iot'
import { afterAll, describe, expect, it } from 'vitest'
import { all, failure, sdkHarness } from './sdk-harness.ts'
import { signed } from './signed-request.ts'
import { adminRole, readOnlyRole } from './wire/roles.ts'

// AWS IoT and Cognito Identity through the SDK's own clients, and Greengrass V1 by requests signed by hand.

const harness = sdkHarness()
const { clock, simulator, configuration, noting } = harness
const now = clock.now()
const gg = new greengrass.GreengrassV2Client(configuration(adminRole))
const things = noting(new iot.IoTClient(configuration(adminRole)), 'iot')

describe('AWS IoT', () => {
  it('things and groups', async () => {
    const list = await all<iot.ThingAttribute>(
      iot.paginateListThings({ client: things, pageSize: 50 }, {}),
      'things',
    )
    expect(list.length).toBe(simulator.world.things.size)
    const thingName = list[0]?.thingName
    const thing = await things.send(new iot.DescribeThingCommand({ thingName }))
    expect(thing).toMatchObject({ thingName, thingArn: list[0]?.thingArn })

    const thingGroupName = 'seam:group_1'
    await things.send(
      new iot.CreateThingGroupCommand({
        thingGroupName,
        thingGroupProperties: {
          thingGroupDescription: 'for the test',
          attributePayload: { attributes: { a: 'b' } },
        },
      }),
    )
    await things.send(new iot.AddThingToThingGroupCommand({ thingGroupName, thingName }))
    const members = await all(
      iot.paginateListThingsInThingGroup({ client: things }, { thingGroupName }),
      'things',
    )
    expect(members).toEqual([thingName])
    const groups = await all<iot.GroupNameAndArn>(
      iot.paginateListThingGroupsForThing({ client: things }, { thingName }),
      'thingGroups',
    )
    expect(groups.map(group => group.groupName)).toContain(thingGroupName)
    const group = await things.send(new iot.DescribeThingGroupCommand({ thingGroupName }))
    expect(group.thingGroupMetadata?.creationDate?.getTime()).toBe(clock.now())
    expect(group.thingGroupProperties?.attributePayload?.attributes).toEqual({ a: 'b' })
    await all(iot.paginateListThingGroups({ client: things }, { namePrefixFilter: 'seam' }), 'thingGroups')
    await things.send(new iot.RemoveThingFromThingGroupCommand({ thingGroupName, thingName }))
    await things.send(new iot.DeleteThingGroupCommand({ thingGroupName }))
    const gone = things.send(new iot.DescribeThingGroupCommand({ thingGroupName }))
    await failure(gone, iot.ResourceNotFoundException)
    const invalid = things.send(new iot.DescribeThingCommand({ thingName: 'no blanks' }))
    await failure(invalid, iot.InvalidRequestException)
  })

  it('the fleet index', async () => {
    const config = await things.send(new iot.GetIndexingConfigurationCommand({}))
    expect(config.thingIndexingConfiguration?.thingIndexingMode).toBeTruthy()
    const found = await things.send(
      new iot.SearchIndexCommand({ queryString: 'thingName:*', maxResults: 10 }),
    )
    expect(found.things?.length).toBeGreaterThan(0)
    const counted = await things.send(new iot.GetStatisticsCommand({ queryString: 'thingName:*' }))
    expect(counted.statistics?.count).toBe(simulator.world.things.size)
    const buckets = await things.send(
      new iot.GetBucketsAggregationCommand({
        queryString: '*',
        aggregationField: 'thingTypeName',
        bucketsAggregationType: { termsAggregation: { maxBuckets: 5 } },
      }),
    )
    expect(buckets.buckets).toBeInstanceOf(Array)
    const cardinality = await things.send(
      new iot.GetCardinalityCommand({ queryString: '*', aggregationField: 'thingTypeName' }),
    )
    expect(cardinality.cardinality).toBeTypeOf('number')
    const thingName = found.things?.[0]?.thingName
    const connectivity = await things.send(new iot.GetThingConnectivityDataCommand({ thingName }))
    expect(connectivity.thingName).toBe(thingName)
  })

  it('jobs', async () => {
    const { things: list = [] } = await things.send(new iot.ListThingsCommand({ maxResults: 1 }))
    const { thingName, thingArn = '' } = list[0] ?? {}
    const jobId = 'seam-job'
    const job = () => new iot.CreateJobCommand({ jobId, targets: [thingArn], document: '{}' })
    const created = await things.send(job())
    expect(created.jobArn).toContain(`job/${jobId}`)
    const duplicate = things.send(
      new iot.CreateJobCommand({ jobId, targets: [thingArn], document: '{"b":1}' }),
    )
    await failure(duplicate, iot.ResourceAlreadyExistsException)
    const described = await things.send(new iot.DescribeJobCommand({ jobId }))
    expect(described.job).toMatchObject({ jobId, targetSelection: 'SNAPSHOT' })
    expect(described.job?.createdAt?.getTime()).toBe(clock.now())
    const executions = await all(
      iot.paginateListJobExecutionsForJob({ client: things }, { jobId }),
      'executionSummaries',
    )
    expect(executions).toHaveLength(1)
    const forThing = await all<iot.JobExecutionSummaryForThing>(
      iot.paginateListJobExecutionsForThing({ client: things }, { thingName }),
      'executionSummaries',
    )
    expect(forThing.map(summary => summary.jobId)).toContain(jobId)
    const { execution } = await things.send(new iot.DescribeJobExecutionCommand({ jobId, thingName }))
    expect(execution?.queuedAt).toBeInstanceOf(Date)
    const listed = await all<iot.JobSummary>(
      iot.paginateListJobs({ client: things, pageSize: 5 }, {}),
      'jobs',
    )
    expect(listed.map(summary => summary.jobId)).toContain(jobId)
    const wrong = things.send(
      new iot.CancelJobExecutionCommand({ jobId, thingName, expectedVersion: 99, force: true }),
    )
    await failure(wrong, iot.VersionConflictException)
    await things.send(new iot.CancelJobExecutionCommand({ jobId, thingName, force: true }))
    const another = new iot.CreateJobCommand({ jobId: 'seam-job-2', targets: [thingArn], document: '{}' })
    await things.send(another)
    await things.send(new iot.CancelJobCommand({ jobId: 'seam-job-2', force: true, comment: 'done' }))
    await things.send(new iot.DeleteJobCommand({ jobId, force: true }))
  })
})

describe('who may', () => {
  it('sign-in through Cognito Identity', async () => {
    const pool = noting(new cognito.CognitoIdentityClient(configuration(adminRole)), 'cognito-identity')
    const { IdentityId } = await pool.send(
      new cognito.GetIdCommand({ IdentityPoolId: readOnlyRole.identityPoolId }),
    )
    const { Credentials } = await pool.send(new cognito.GetCredentialsForIdentityCommand({ IdentityId }))
    expect(Credentials?.Expiration?.getTime()).toBe(now + 3_600_000)
    const { Token } = await pool.send(new cognito.GetOpenIdTokenCommand({ IdentityId }))
    expect(Token?.split('.')).toHaveLength(3)
    const unknown = pool.send(
      new cognito.GetIdCommand({ IdentityPoolId: 'us-east-1:deadbeef-0000-4000-8000-000000000000' }),
    )
    await failure(unknown, cognito.ResourceNotFoundException)

    const viewer = new greengrass.GreengrassV2Client({
      ...configuration(readOnlyRole),
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      },
    })
    await viewer.send(new greengrass.ListDeploymentsCommand({}))
    const refused = await failure(
      viewer.send(new greengrass.CancelDeploymentCommand({ deploymentId: 'd' })),
      greengrass.AccessDeniedException,
    )
    expect(refused.message).toContain(
      'not authorized to perform: greengrass:CancelDeployment on resource: arn:aws',
    )
  })

  it('throttling tells when to come back', async () => {
    const arm = { method: 'POST', body: '{"kind":"throttle","operation":"ListDeployments"}' }
    await simulator.fetch(new Request('http://simulator/_simulator/faults', arm))
    const throttled = await failure(
      gg.send(new greengrass.ListDeploymentsCommand({})),
      greengrass.ThrottlingException,
    )
    expect(throttled.retryAfterSeconds).toBe(2)
    expect(throttled.$metadata.httpStatusCode).toBe(429)
  })
})

describe('Greengrass V1, which this SDK release has no client for here', () => {
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const request = signed({ method, path, body, headers, role: adminRole, wallNow: now })
    const answer = await simulator.handle(request)
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, never> }
  }

  it('groups, versions and deployments', async () => {
    const token = { 'X-Amzn-Client-Token': 'v1-token' }
    const created = await call('POST', '/greengrass/groups', { Name: 'seam' }, token)
    expect((await call('POST', '/greengrass/groups', { Name: 'seam' }, token)).body).toEqual(created.body)
    const group = `/greengrass/groups/${created.body.Id}`
    const version = await call('POST', `${group}/versions`, { CoreDefinitionVersionArn: 'arn:core' })
    expect((await call('GET', group)).body.LatestVersion).toBe(version.body.Version)
    expect((await call('GET', `${group}/versions/${version.body.Version}`)).body.Definition).toEqual({
      CoreDefinitionVersionArn: 'arn:core',
    })
    expect((await call('GET', `${group}/versions`)).body.Versions).toHaveLength(1)
    const deployed = await call('POST', `${group}/deployments`, {
      DeploymentType: 'NewDeployment',
      GroupVersionId: version.body.Version,
    })
    const status = async () =>
      (await call('GET', `${group}/deployments/${deployed.body.DeploymentId}/status`)).body
    expect(await status()).toMatchObject({ DeploymentStatus: 'Building', DeploymentType: 'NewDeployment' })
    clock.advance(60_000)
    expect(await status()).toMatchObject({ DeploymentStatus: 'Success' })
    await call('POST', `${group}/deployments/$reset`, { Force: true })
    const { body } = await call('GET', `${group}/deployments?MaxResults=1`)
    expect(body).toMatchObject({
      Deployments: [{ DeploymentType: 'ForceResetDeployment' }],
      NextToken: expect.any(String),
    })
    const tags = `/tags/${encodeURIComponent(String(created.body.Arn))}`
    expect((await call('POST', tags, { tags: { a: '1' } })).status).toBe(204)
    expect((await call('GET', tags)).body).toEqual({ tags: { a: '1' } })
  })

  it('refuses with 400 and a capital Message', async () => {
    const unknown = await call('GET', '/greengrass/groups/nope')
    expect(unknown).toEqual({ status: 400, body: { Message: expect.stringContaining('nope') } })
    expect((await call('GET', '/greengrass/groups?NextToken=garbage')).status).toBe(400)
  })
})

afterAll(() => {
  expect(harness.missed('iot', 'cognito-identity')).toEqual([])
})
