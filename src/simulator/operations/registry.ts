import type * as GreengrassV2 from '@aws-sdk/client-greengrassv2'
import type * as IoT from '@aws-sdk/client-iot'
import type { OperationTable } from '../wire/dispatcher.ts'
import type { AnyOperation, Operation } from '../wire/types.ts'
import {
  associateServiceRoleToAccount,
  disassociateServiceRoleFromAccount,
  getServiceRoleForAccount,
} from './account.ts'
import {
  deleteComponent,
  describeComponent,
  getComponent,
  getComponentVersionArtifact,
  listComponents,
  listComponentVersions,
} from './components.ts'
import { createComponentVersion } from './create-component-version.ts'
import {
  deleteCoreDevice,
  getCoreDevice,
  listCoreDevices,
  listEffectiveDeployments,
  listInstalledComponents,
} from './core-devices.ts'
import {
  cancelDeployment,
  createDeployment,
  deleteDeployment,
  getDeployment,
  listDeployments,
} from './deployments.ts'
import type * as GreengrassV1 from './greengrass-v1.ts'
import { getCredentialsForIdentity, getId, getOpenIdToken } from './identity.ts'
import { assumeRoleWithWebIdentity, getCallerIdentity } from './sts.ts'
import { listTagsForResource, tagResource, untagResource } from './tags.ts'
import { describeThing, listThings } from './things.ts'

type InputOf<C> = C extends new (...args: infer _Arguments) => { input: infer I } ? I : never
type OutputOf<C> = C extends abstract new (
  ...args: never[]
) => { resolveMiddleware: (...args: never[]) => (...args: never[]) => Promise<{ output: infer O }> }
  ? O
  : never

/** Every command of an SDK client, by operation name: `{ ListCoreDevices: Operation<its input, its output> }`. */
type OperationsOf<Sdk> = {
  [K in keyof Sdk as K extends `${infer Name}Command` ? Exclude<Name, '$' | ''> : never]: Operation<
    InputOf<Sdk[K]>,
    OutputOf<Sdk[K]>
  >
}

// What the first pages do not ask for is loaded when it is asked for, so that the first answer comes sooner.
const clients = () => import('./client-devices.ts')
const connectivity = () => import('./connectivity.ts')
const executions = () => import('./job-executions.ts')
const groups = () => import('./thing-groups.ts')
const indexing = () => import('./indexing.ts')
const jobs = () => import('./jobs.ts')
const resolution = () => import('./resolve.ts')

/** All 29 operations of Greengrass V2. One that is missing or misshapen does not compile. */
export const greengrassV2Operations = {
  AssociateServiceRoleToAccount: associateServiceRoleToAccount,
  BatchAssociateClientDeviceWithCoreDevice: async (input, context) =>
    (await clients()).batchAssociateClientDeviceWithCoreDevice(input, context),
  BatchDisassociateClientDeviceFromCoreDevice: async (input, context) =>
    (await clients()).batchDisassociateClientDeviceFromCoreDevice(input, context),
  CancelDeployment: cancelDeployment,
  CreateComponentVersion: createComponentVersion,
  CreateDeployment: createDeployment,
  DeleteComponent: deleteComponent,
  DeleteCoreDevice: deleteCoreDevice,
  DeleteDeployment: deleteDeployment,
  DescribeComponent: describeComponent,
  DisassociateServiceRoleFromAccount: disassociateServiceRoleFromAccount,
  GetComponent: getComponent,
  GetComponentVersionArtifact: getComponentVersionArtifact,
  GetConnectivityInfo: async (input, context) => (await connectivity()).getConnectivityInfo(input, context),
  GetCoreDevice: getCoreDevice,
  GetDeployment: getDeployment,
  GetServiceRoleForAccount: getServiceRoleForAccount,
  ListClientDevicesAssociatedWithCoreDevice: async (input, context) =>
    (await clients()).listClientDevicesAssociatedWithCoreDevice(input, context),
  ListComponentVersions: listComponentVersions,
  ListComponents: listComponents,
  ListCoreDevices: listCoreDevices,
  ListDeployments: listDeployments,
  ListEffectiveDeployments: listEffectiveDeployments,
  ListInstalledComponents: listInstalledComponents,
  ListTagsForResource: listTagsForResource,
  ResolveComponentCandidates: async (input, context) =>
    (await resolution()).resolveComponentCandidates(input, context),
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateConnectivityInfo: async (input, context) =>
    (await connectivity()).updateConnectivityInfo(input, context),
} satisfies OperationsOf<typeof GreengrassV2>

/** The part of AWS IoT that a fleet console needs. */
export const iotOperations = {
  AddThingToThingGroup: async (input, context) => (await groups()).addThingToThingGroup(input, context),
  CancelJob: async (input, context) => (await jobs()).cancelJob(input, context),
  CancelJobExecution: async (input, context) => (await executions()).cancelJobExecution(input, context),
  CreateJob: async (input, context) => (await jobs()).createJob(input, context),
  CreateThingGroup: async (input, context) => (await groups()).createThingGroup(input, context),
  DeleteJob: async (input, context) => (await jobs()).deleteJob(input, context),
  DeleteThingGroup: async (input, context) => (await groups()).deleteThingGroup(input, context),
  DescribeJob: async (input, context) => (await jobs()).describeJob(input, context),
  DescribeJobExecution: async (input, context) => (await executions()).describeJobExecution(input, context),
  DescribeThing: describeThing,
  DescribeThingGroup: async (input, context) => (await groups()).describeThingGroup(input, context),
  GetBucketsAggregation: async (input, context) => (await indexing()).getBucketsAggregation(input, context),
  GetCardinality: async (input, context) => (await indexing()).getCardinality(input, context),
  GetIndexingConfiguration: async (input, context) =>
    (await indexing()).getIndexingConfiguration(input, context),
  GetStatistics: async (input, context) => (await indexing()).getStatistics(input, context),
  GetThingConnectivityData: async (input, context) =>
    (await connectivity()).getThingConnectivityData(input, context),
  ListJobExecutionsForJob: async (input, context) =>
    (await executions()).listJobExecutionsForJob(input, context),
  ListJobExecutionsForThing: async (input, context) =>
    (await executions()).listJobExecutionsForThing(input, context),
  ListJobs: async (input, context) => (await jobs()).listJobs(input, context),
  ListThingGroups: async (input, context) => (await groups()).listThingGroups(input, context),
  ListThingGroupsForThing: async (input, context) => (await groups()).listThingGroupsForThing(input, context),
  ListThings: listThings,
  ListThingsInThingGroup: async (input, context) => (await groups()).listThingsInThingGroup(input, context),
  RemoveThingFromThingGroup: async (input, context) =>
    (await groups()).removeThingFromThingGroup(input, context),
  SearchIndex: async (input, context) => (await indexing()).searchIndex(input, context),
} satisfies Partial<OperationsOf<typeof IoT>>

/** Few accounts have anything left of V1, so its operations are loaded with its first call. */
const v1 = (name: keyof typeof GreengrassV1) => async (input: never, context: never) => {
  const operation = (await import('./greengrass-v1.ts'))[name] as AnyOperation
  return operation(input, context)
}

/** Everything that the simulator answers, by service and operation. */
export const operationTable: OperationTable = {
  greengrassv2: greengrassV2Operations,
  iot: iotOperations,
  greengrass: {
    CreateDeployment: v1('createDeployment'),
    CreateGroup: v1('createGroup'),
    CreateGroupVersion: v1('createGroupVersion'),
    GetAssociatedRole: v1('getAssociatedRole'),
    GetCoreDefinitionVersion: v1('getCoreDefinitionVersion'),
    GetDeploymentStatus: v1('getDeploymentStatus'),
    GetDeviceDefinitionVersion: v1('getDeviceDefinitionVersion'),
    GetFunctionDefinitionVersion: v1('getFunctionDefinitionVersion'),
    GetGroup: v1('getGroup'),
    GetGroupVersion: v1('getGroupVersion'),
    GetSubscriptionDefinitionVersion: v1('getSubscriptionDefinitionVersion'),
    ListCoreDefinitionVersions: v1('listCoreDefinitionVersions'),
    ListDeployments: v1('listDeployments'),
    ListGroupVersions: v1('listGroupVersions'),
    ListGroups: v1('listGroups'),
    ListTagsForResource: v1('listTagsForResource'),
    ResetDeployments: v1('resetDeployments'),
    TagResource: v1('tagResource'),
    UntagResource: v1('untagResource'),
  },
  'cognito-identity': {
    GetCredentialsForIdentity: getCredentialsForIdentity,
    GetId: getId,
    GetOpenIdToken: getOpenIdToken,
  },
  sts: {
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
    GetCallerIdentity: getCallerIdentity,
  },
}
