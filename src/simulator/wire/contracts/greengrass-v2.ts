import {
  blob,
  flag,
  header,
  list,
  map,
  number,
  oneOf,
  operation,
  structure,
  text,
  whole,
} from '../contract.ts'

const iotThingName = text(1, 128)
const associateClientDeviceWithCoreDeviceEntry = structure({ thingName: iotThingName }, ['thingName'])
const disassociateClientDeviceFromCoreDeviceEntry = structure({ thingName: iotThingName }, ['thingName'])
const nonEmptyString = text(1)
const componentNameString = text(1, 128)
const componentVersionString = text(1, 64)
const platformAttributesMap = map(nonEmptyString, nonEmptyString)
const componentPlatform = structure({ name: nonEmptyString, attributes: platformAttributesMap })
const componentDependencyRequirement = structure({
  versionRequirement: nonEmptyString,
  dependencyType: oneOf('HARD', 'SOFT'),
})
const componentDependencyMap = map(nonEmptyString, componentDependencyRequirement)
const lambdaEventSource = structure({ topic: text(), type: oneOf('PUB_SUB', 'IOT_CORE') }, ['topic', 'type'])
const lambdaEnvironmentVariables = map(nonEmptyString, text())
const lambdaFilesystemPermission = oneOf('ro', 'rw')
const lambdaVolumeMount = structure(
  {
    sourcePath: text(),
    destinationPath: text(),
    permission: lambdaFilesystemPermission,
    addGroupOwner: flag,
  },
  ['sourcePath', 'destinationPath'],
)
const lambdaDeviceMount = structure(
  { path: text(), permission: lambdaFilesystemPermission, addGroupOwner: flag },
  ['path'],
)
const lambdaContainerParams = structure({
  memorySizeInKB: whole(),
  mountROSysfs: flag,
  volumes: list(lambdaVolumeMount),
  devices: list(lambdaDeviceMount),
})
const lambdaLinuxProcessParams = structure({
  isolationMode: oneOf('GreengrassContainer', 'NoContainer'),
  containerParams: lambdaContainerParams,
})
const lambdaExecutionParameters = structure({
  eventSources: list(lambdaEventSource),
  maxQueueSize: whole(),
  maxInstancesCount: whole(),
  maxIdleTimeInSeconds: whole(),
  timeoutInSeconds: whole(),
  statusTimeoutInSeconds: whole(),
  pinned: flag,
  inputPayloadEncodingType: oneOf('json', 'binary'),
  execArgs: list(text()),
  environmentVariables: lambdaEnvironmentVariables,
  linuxProcessParams: lambdaLinuxProcessParams,
})
const lambdaFunctionRecipeSource = structure(
  {
    lambdaArn: nonEmptyString,
    componentName: componentNameString,
    componentVersion: componentVersionString,
    componentPlatforms: list(componentPlatform),
    componentDependencies: componentDependencyMap,
    componentLambdaParameters: lambdaExecutionParameters,
  },
  ['lambdaArn'],
)
const tagKey = text(1, 128)
const tagMap = map(tagKey, text(0, 256), 1, 200)
const clientTokenString = text(1, 64, '^[a-zA-Z0-9-]+$')
const targetArn = text(0, undefined, 'arn:[^:]*:iot:[^:]*:[0-9]+:(thing|thinggroup)/.+')
const componentConfigurationUpdate = structure({ merge: text(1, 10_485_760), reset: list(text(0, 256)) })
const systemResourceLimits = structure({ memory: whole(0, Number.MAX_SAFE_INTEGER), cpus: number(0) })
const componentRunWith = structure({
  posixUser: nonEmptyString,
  systemResourceLimits,
  windowsUser: nonEmptyString,
})
const componentDeploymentSpecification = structure(
  {
    componentVersion: componentVersionString,
    configurationUpdate: componentConfigurationUpdate,
    runWith: componentRunWith,
  },
  ['componentVersion'],
)
const componentDeploymentSpecifications = map(nonEmptyString, componentDeploymentSpecification)
const iotJobNumberOfThings = whole(1)
const iotJobRateIncreaseCriteria = structure({
  numberOfNotifiedThings: iotJobNumberOfThings,
  numberOfSucceededThings: iotJobNumberOfThings,
})
const iotJobExponentialRolloutRate = structure(
  {
    baseRatePerMinute: whole(1, 1000),
    incrementFactor: number(1, 5),
    rateIncreaseCriteria: iotJobRateIncreaseCriteria,
  },
  ['baseRatePerMinute', 'incrementFactor', 'rateIncreaseCriteria'],
)
const iotJobExecutionsRolloutConfig = structure({
  exponentialRate: iotJobExponentialRolloutRate,
  maximumPerMinute: whole(1, 1000),
})
const iotJobAbortCriteria = structure(
  {
    failureType: oneOf('FAILED', 'REJECTED', 'TIMED_OUT', 'ALL'),
    action: oneOf('CANCEL'),
    thresholdPercentage: number(undefined, 100),
    minNumberOfExecutedThings: whole(1),
  },
  ['failureType', 'action', 'thresholdPercentage', 'minNumberOfExecutedThings'],
)
const iotJobAbortConfig = structure({ criteriaList: list(iotJobAbortCriteria, 1) }, ['criteriaList'])
const iotJobTimeoutConfig = structure({ inProgressTimeoutInMinutes: whole() })
const deploymentIotJobConfiguration = structure({
  jobExecutionsRolloutConfig: iotJobExecutionsRolloutConfig,
  abortConfig: iotJobAbortConfig,
  timeoutConfig: iotJobTimeoutConfig,
})
const deploymentComponentUpdatePolicy = structure({
  timeoutInSeconds: whole(),
  action: oneOf('NOTIFY_COMPONENTS', 'SKIP_NOTIFY_COMPONENTS'),
})
const deploymentConfigurationValidationPolicy = structure({ timeoutInSeconds: whole() })
const deploymentPolicies = structure({
  failureHandlingPolicy: oneOf('ROLLBACK', 'DO_NOTHING'),
  componentUpdatePolicy: deploymentComponentUpdatePolicy,
  configurationValidationPolicy: deploymentConfigurationValidationPolicy,
})
const thingGroupArn = text(0, undefined, 'arn:[^:]*:iot:[^:]*:[0-9]+:thinggroup/.+')
const componentVersionArn = text(
  0,
  undefined,
  'arn:[^:]*:greengrass:[^:]*:(aws|[0-9]+):components:[^:]+:versions:[^:]+',
)
const coreDeviceThingName = text(1, 128)
const defaultMaxResults = whole(1, 100)
const genericV2Arn = text(
  0,
  undefined,
  'arn:[^:]*:greengrass:[^:]*:(aws|[0-9]+):(components|deployments|coreDevices):.*',
)
const componentVersionRequirementMap = map(nonEmptyString, nonEmptyString)
const componentCandidate = structure({
  componentName: componentNameString,
  componentVersion: componentVersionString,
  versionRequirements: componentVersionRequirementMap,
})
const connectivityInfo = structure(
  { id: text(), hostAddress: text(), portNumber: whole(0, 65_535), metadata: text() },
  [],
  { id: 'Id', hostAddress: 'HostAddress', portNumber: 'PortNumber', metadata: 'Metadata' },
)

/** AWS IoT Greengrass V2, API version 2020-11-30: all 29 operations. */
export const greengrassV2Contract = {
  AssociateServiceRoleToAccount: operation('PUT /greengrass/servicerole', {
    body: { roleArn: text() },
    required: ['roleArn'],
    names: { roleArn: 'RoleArn' },
    answerNames: { associatedAt: 'AssociatedAt' },
  }),
  BatchAssociateClientDeviceWithCoreDevice: operation(
    'POST /greengrass/v2/coreDevices/{coreDeviceThingName}/associateClientDevices',
    {
      path: { coreDeviceThingName: iotThingName },
      body: { entries: list(associateClientDeviceWithCoreDeviceEntry, 1, 100) },
    },
  ),
  BatchDisassociateClientDeviceFromCoreDevice: operation(
    'POST /greengrass/v2/coreDevices/{coreDeviceThingName}/disassociateClientDevices',
    {
      path: { coreDeviceThingName: iotThingName },
      body: { entries: list(disassociateClientDeviceFromCoreDeviceEntry, 1, 100) },
    },
  ),
  CancelDeployment: operation('POST /greengrass/v2/deployments/{deploymentId}/cancel', {
    path: { deploymentId: nonEmptyString },
  }),
  CreateComponentVersion: operation('POST /greengrass/v2/createComponentVersion', {
    status: 201,
    body: {
      inlineRecipe: blob,
      lambdaFunction: lambdaFunctionRecipeSource,
      tags: tagMap,
      clientToken: clientTokenString,
    },
  }),
  CreateDeployment: operation('POST /greengrass/v2/deployments', {
    status: 201,
    body: {
      targetArn,
      deploymentName: text(1, 256),
      components: componentDeploymentSpecifications,
      iotJobConfiguration: deploymentIotJobConfiguration,
      deploymentPolicies,
      parentTargetArn: thingGroupArn,
      tags: tagMap,
      clientToken: clientTokenString,
    },
    required: ['targetArn'],
  }),
  DeleteComponent: operation('DELETE /greengrass/v2/components/{arn}', {
    status: 204,
    path: { arn: componentVersionArn },
  }),
  DeleteCoreDevice: operation('DELETE /greengrass/v2/coreDevices/{coreDeviceThingName}', {
    status: 204,
    path: { coreDeviceThingName },
  }),
  DeleteDeployment: operation('DELETE /greengrass/v2/deployments/{deploymentId}', {
    status: 204,
    path: { deploymentId: nonEmptyString },
  }),
  DescribeComponent: operation('GET /greengrass/v2/components/{arn}/metadata', {
    path: { arn: componentVersionArn },
  }),
  DisassociateServiceRoleFromAccount: operation('DELETE /greengrass/servicerole', {
    answerNames: { disassociatedAt: 'DisassociatedAt' },
  }),
  GetComponent: operation('GET /greengrass/v2/components/{arn}', {
    path: { arn: componentVersionArn },
    query: { recipeOutputFormat: oneOf('JSON', 'YAML') },
  }),
  GetComponentVersionArtifact: operation('GET /greengrass/v2/components/{arn}/artifacts/{artifactName+}', {
    path: { arn: componentVersionArn, artifactName: nonEmptyString },
    query: { s3EndpointType: oneOf('REGIONAL', 'GLOBAL') },
    headers: { iotEndpointType: header('x-amz-iot-endpoint-type', oneOf('fips', 'standard')) },
  }),
  GetConnectivityInfo: operation('GET /greengrass/things/{thingName}/connectivityInfo', {
    path: { thingName: coreDeviceThingName },
    answerNames: {
      connectivityInfo: 'ConnectivityInfo',
      id: 'Id',
      hostAddress: 'HostAddress',
      portNumber: 'PortNumber',
      metadata: 'Metadata',
      message: 'Message',
    },
  }),
  GetCoreDevice: operation('GET /greengrass/v2/coreDevices/{coreDeviceThingName}', {
    path: { coreDeviceThingName },
  }),
  GetDeployment: operation('GET /greengrass/v2/deployments/{deploymentId}', {
    path: { deploymentId: nonEmptyString },
  }),
  GetServiceRoleForAccount: operation('GET /greengrass/servicerole', {
    answerNames: { associatedAt: 'AssociatedAt', roleArn: 'RoleArn' },
  }),
  ListClientDevicesAssociatedWithCoreDevice: operation(
    'GET /greengrass/v2/coreDevices/{coreDeviceThingName}/associatedClientDevices',
    {
      path: { coreDeviceThingName: iotThingName },
      query: { maxResults: defaultMaxResults, nextToken: text() },
    },
  ),
  ListComponentVersions: operation('GET /greengrass/v2/components/{arn}/versions', {
    path: { arn: text(0, undefined, 'arn:[^:]*:greengrass:[^:]*:(aws|[0-9]+):components:[^:]+') },
    query: { maxResults: defaultMaxResults, nextToken: text() },
  }),
  ListComponents: operation('GET /greengrass/v2/components', {
    query: { scope: oneOf('PRIVATE', 'PUBLIC'), maxResults: defaultMaxResults, nextToken: text() },
  }),
  ListCoreDevices: operation('GET /greengrass/v2/coreDevices', {
    query: {
      thingGroupArn,
      status: oneOf('HEALTHY', 'UNHEALTHY'),
      maxResults: defaultMaxResults,
      nextToken: text(),
      runtime: text(1, 255),
    },
  }),
  ListDeployments: operation('GET /greengrass/v2/deployments', {
    query: {
      targetArn,
      historyFilter: oneOf('ALL', 'LATEST_ONLY'),
      parentTargetArn: thingGroupArn,
      maxResults: defaultMaxResults,
      nextToken: text(),
    },
  }),
  ListEffectiveDeployments: operation(
    'GET /greengrass/v2/coreDevices/{coreDeviceThingName}/effectiveDeployments',
    { path: { coreDeviceThingName }, query: { maxResults: defaultMaxResults, nextToken: text() } },
  ),
  ListInstalledComponents: operation(
    'GET /greengrass/v2/coreDevices/{coreDeviceThingName}/installedComponents',
    {
      path: { coreDeviceThingName },
      query: { maxResults: defaultMaxResults, nextToken: text(), topologyFilter: oneOf('ALL', 'ROOT') },
    },
  ),
  ListTagsForResource: operation('GET /tags/{resourceArn}', { path: { resourceArn: genericV2Arn } }),
  ResolveComponentCandidates: operation('POST /greengrass/v2/resolveComponentCandidates', {
    body: { platform: componentPlatform, componentCandidates: list(componentCandidate) },
  }),
  TagResource: operation('POST /tags/{resourceArn}', {
    path: { resourceArn: genericV2Arn },
    body: { tags: tagMap },
    required: ['tags'],
  }),
  UntagResource: operation('DELETE /tags/{resourceArn}', {
    path: { resourceArn: genericV2Arn },
    query: { tagKeys: list(tagKey, 1, 200) },
    required: ['tagKeys'],
  }),
  UpdateConnectivityInfo: operation('PUT /greengrass/things/{thingName}/connectivityInfo', {
    path: { thingName: coreDeviceThingName },
    body: { connectivityInfo: list(connectivityInfo) },
    required: ['connectivityInfo'],
    names: { connectivityInfo: 'ConnectivityInfo' },
    answerNames: { version: 'Version', message: 'Message' },
  }),
}
