import type { ComponentDeployment, DeploymentPolicies, JobConfiguration } from '#src/domain/deployment.ts'
import type { JobCounts } from '#src/domain/job.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import type { NameSet, SortedTable } from './sorted-table.ts'

/** The simulator's tables, row by row. All times are epoch milliseconds of the world's own clock. */

export interface ComponentVersionRecord {
  arn: string
  name: string
  version: string
  /** `aws` for public components, else the account. */
  owner: string
  created: number
  recipeFormat: 'JSON' | 'YAML'
  recipe: Recipe
  /** REQUESTED, DEPLOYABLE, FAILED, DEPRECATED. */
  state: string
  stateMessage: string
  errors: Record<string, string>
  /** From this moment on a REQUESTED version is DEPLOYABLE. */
  readyAt: number
  vendorGuidance: string
  vendorGuidanceMessage: string
  tags: Record<string, string>
}

export interface ThingRecord {
  name: string
  id: string
  type: string | null
  attributes: Record<string, string>
  version: number
  created: number
  /** Names of the groups it is a direct member of, sorted. */
  groups: readonly string[]
  /** Job executions and shadow deployments, oldest first. Null while there are none. */
  executions: Execution[] | null
  /** What fleet indexing knows of its MQTT connection; null for a thing that never connected. */
  connection: Connection | null
}

interface Connection {
  connected: boolean
  at: number
  /** CONNECTION_LOST, MQTT_KEEP_ALIVE_TIMEOUT, CLIENT_INITIATED_DISCONNECT ...; null while connected. */
  reason: string | null
}

export interface GroupRecord {
  name: string
  id: string
  arn: string
  parent: string | null
  /** The groups right below it. */
  children: GroupRecord[]
  description: string
  attributes: Record<string, string>
  members: NameSet
  created: number
  version: number
  /**
   * Core devices that once applied a deployment to this group with success. ListCoreDevices filters by this and
   * not by membership (aws/aws-cli #6121).
   */
  applied: NameSet
  /** A group used for sub-deployments stays bound to one parent. */
  boundToParent: string | null
}

/** What is odd about one device. Devices without oddities share one frozen empty object. */
export interface Quirks {
  /** No room for artifacts: a deployment that has to download fails. */
  diskFull?: boolean
  noDocker?: boolean
  /** Spans of world time (ms) without a connection. `to` may be Infinity. */
  offline?: readonly { from: number; to: number; reason?: string }[]
  /** The device clock is off by so many seconds; S3 refuses signed requests beyond 900. */
  clockSkew?: number
  /** Work takes so many times as long. */
  slow?: number
  /** Rollback fails as well. */
  cannotRollBack?: boolean
  /** System users the device knows; a runWith user outside of it fails. Absent: any. */
  users?: readonly string[]
  /** Calls the device's role or IoT policy refuses, as deployment error codes such as S3_GET_OBJECT_ACCESS_DENIED. */
  denied?: readonly string[]
  /** Starts deployments and never ends them (a component keeps deferring the update). */
  hangs?: boolean
  /** Answers REJECTED to every deployment. */
  rejects?: boolean
}

/** A component on a device. Shared between devices and never changed. */
export interface Instance {
  id: number
  name: string
  version: string
  isRoot: boolean
  /** NEW, INSTALLED, STARTING, RUNNING, STOPPING, ERRORED, BROKEN, FINISHED. */
  state: string
  details: string
  codes: readonly string[]
  /** Id of the deployment that brought it, or LOCAL. */
  source: string
  configuration: unknown
}

/** What a device keeps of one target's deployment: its root components. */
export interface Root {
  /**
   * ARN of the target, or LOCAL. A sub-deployment is kept under its parent's ARN: a device that leaves the
   * sub-deployment's group keeps what it brought until the parent has a new revision.
   */
  target: string
  deploymentId: string
  created: number
  components: Record<string, ComponentDeployment>
}

/** Everything that software on a device depends on. Shared between devices and never changed. */
export interface DeviceState {
  id: number
  roots: readonly Root[]
  /** Sorted by name. */
  components: readonly Instance[]
  /** False if a component is BROKEN: that alone makes a device UNHEALTHY. */
  healthy: boolean
  nucleusVersion: string
}

/** What a device is made of, for platform manifests. Shared. */
export interface DeviceKind {
  id: number
  /** As GetCoreDevice tells it: linux, windows. */
  platform: string
  /** amd64, aarch64, arm, x86. */
  architecture: string
  runtime: 'aws_nucleus_classic' | 'aws_nucleus_lite'
  /** Attributes that recipe manifests are matched with. */
  attributes: Record<string, string>
}

export interface CoreRecord {
  name: string
  thing: ThingRecord
  kind: DeviceKind
  quirks: Quirks
  tags: Record<string, string>
  /** The truth on the device. */
  state: DeviceState
  /** When each component of `state` last changed, in the same order. */
  changed: readonly number[]
  /** What the cloud was last told, at `reportedAt`; the 24 h reports since then are computed when read. */
  reportedState: DeviceState
  reportedChanged: readonly number[]
  reportedAt: number
  /** Offset of the device's 24 h report within the day, ms. */
  phase: number
  online: boolean
  /** Since when it is online or offline. */
  onlineSince: number
  /** What it is working on. */
  current: Execution | null
  /** Deployments that wait for it, oldest first. Null while there are none. */
  queue: Execution[] | null
  /** A result that could not be told yet for lack of a connection. */
  untold: { execution: Execution; outcome: Outcome } | null
}

/** How a deployment ended on a device. Shared between devices. */
export interface Outcome {
  /** SUCCEEDED, FAILED or REJECTED; a thing target turns SUCCEEDED into COMPLETED. */
  status: 'SUCCEEDED' | 'FAILED' | 'REJECTED'
  detailedStatus: string
  reason: string
  errorStack: readonly string[]
  errorTypes: readonly string[]
}

export type ExecutionStatus =
  | 'QUEUED'
  | 'IN_PROGRESS'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'REJECTED'
  | 'TIMED_OUT'
  | 'CANCELED'
  | 'REMOVED'

/** One deployment or job on one thing. `job` is null for a deployment that travels by the device's shadow. */
export interface Execution {
  thing: ThingRecord
  job: JobRecord | null
  deployment: DeploymentRecord | null
  status: ExecutionStatus
  queued: number
  started: number | null
  updated: number
  version: number
  outcome: Outcome | null
  /** statusDetails of a job that is no deployment, or given at cancellation. */
  details: Record<string, string> | null
  forceCanceled: boolean
  /** 1, or more if the thing left and came back to the job's group. */
  number: number
}

export interface JobRecord {
  id: string
  arn: string
  targets: readonly string[]
  deployment: DeploymentRecord | null
  selection: 'CONTINUOUS' | 'SNAPSHOT'
  status: 'IN_PROGRESS' | 'CANCELED' | 'COMPLETED' | 'DELETION_IN_PROGRESS' | 'SCHEDULED'
  description: string
  document: string
  documentSource: string | null
  namespaceId: string | null
  configuration: JobConfiguration
  tags: Record<string, string>
  created: number
  updated: number
  completed: number | null
  comment: string
  reasonCode: string
  forceCanceled: boolean
  executions: SortedTable<Execution>
  counts: JobCounts
  /** Members at creation in the order in which the rollout reaches them; `reached` of them have been. */
  waiting: readonly string[]
  reached: number
}

export interface DeploymentRecord {
  id: string
  /** Grows with every deployment of the world. */
  order: number
  arn: string
  name: string
  targetArn: string
  targetKind: 'thing' | 'thinggroup'
  targetName: string
  parentTargetArn: string | null
  revision: number
  created: number
  /** ACTIVE, COMPLETED, CANCELED, FAILED, INACTIVE. */
  status: string
  isLatest: boolean
  job: JobRecord | null
  components: Record<string, ComponentDeployment>
  policies: DeploymentPolicies
  jobConfiguration: JobConfiguration
  tags: Record<string, string>
}

interface Endpoint {
  id: string
  hostAddress: string
  portNumber: number
  metadata: string
}

export interface ConnectivityRecord {
  version: string
  endpoints: readonly Endpoint[]
}
