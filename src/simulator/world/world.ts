import { EventQueue } from './event-queue.ts'
import type { Behaviour } from './behaviour.ts'
import { chance, uuid } from './chance.ts'
import { ComponentTable } from './component-table.ts'
import { DeploymentTable } from './deployment-table.ts'
import { DeviceStates } from './device-states.ts'
import type { Plan } from './plan.ts'
import type { ConnectivityRecord, CoreRecord, GroupRecord, JobRecord, ThingRecord } from './records.ts'
import { SortedTable } from './sorted-table.ts'
import { Storage } from './storage.ts'

export interface WorldOptions {
  /** World time, epoch ms. Only read, never set. */
  clock: { now(): number }
  seed: number
  /** When the world begins, epoch ms; a scenario with a history begins before the clock's time. Default: now. */
  begins?: number
  region?: string
  account?: string
}

const byName = (row: { name: string }) => row.name

/**
 * The state of the simulated account, and its motion. Nothing happens by itself: `advance()` lets everything happen
 * that is due by the clock. Between calls `time` stands still, so all that one API call sees has one time.
 */
export class World {
  readonly seed: number
  readonly region: string
  readonly account: string
  readonly components = new ComponentTable()
  readonly things = new SortedTable<ThingRecord>(byName)
  readonly groups = new SortedTable<GroupRecord>(byName)
  /** Every simulated device, also those that Greengrass has not heard of (yet, or since DeleteCoreDevice). */
  readonly devices = new Map<string, CoreRecord>()
  /** Core devices as Greengrass lists them. */
  readonly cores = new SortedTable<CoreRecord>(byName)
  readonly deployments = new DeploymentTable()
  readonly jobs = new SortedTable<JobRecord>(job => job.id)
  /** Continuous jobs that are no deployments: few, if any. */
  readonly plainJobs = new Set<JobRecord>()
  /** Core device name to its client devices and since when (ms) they are associated. */
  readonly associations = new Map<string, Map<string, number>>()
  /** Connectivity information: MQTT broker endpoints of a thing. */
  readonly connectivity = new Map<string, ConnectivityRecord>()
  serviceRole: { roleArn: string; associated: number } | null = null
  /** Tags of resources that carry none on their own record, by ARN. */
  readonly tags = new Map<string, Record<string, string>>()
  /** S3 as devices and the service see it. */
  readonly storage = new Storage()
  /** What goes wrong with which component on which devices. */
  readonly behaviours: Behaviour[] = []
  readonly states = new DeviceStates()
  /** Results of deployment planning, shared by devices in the same situation. */
  readonly plans = new Map<string, Plan>()

  private readonly clock: { now(): number }
  private readonly queue = new EventQueue()
  private current: number
  private ids = 0

  constructor(options: WorldOptions) {
    this.clock = options.clock
    this.seed = options.seed
    this.region = options.region ?? 'us-east-1'
    this.account = options.account ?? '123456789012'
    this.current = options.begins ?? options.clock.now()
  }

  /** World time, epoch ms: that of the event that is happening, else that up to which the world has advanced. */
  get time(): number {
    return this.current
  }

  /** Events that lie ahead. */
  get ahead(): number {
    return this.queue.size
  }

  /** Lets everything happen that is due at the clock's time. */
  advance(): void {
    this.advanceTo(this.clock.now())
  }

  /** Lets everything happen that is due at `to` (epoch ms). Time never goes back. */
  advanceTo(to: number): void {
    while (this.queue.next <= to) {
      const event = this.queue.pop()
      if (!event) break
      if (event.at > this.current) this.current = event.at
      event.run()
    }
    if (to > this.current) this.current = to
  }

  /** Plans something. A time that has passed means: at once, at the next advance. */
  at(time: number, run: () => void): void {
    if (time < Number.POSITIVE_INFINITY) this.queue.push(Math.max(time, this.current), run)
  }

  after(milliseconds: number, run: () => void): void {
    this.at(this.current + milliseconds, run)
  }

  /** Jobs that members of a group get as long as they come: those of its deployment in force, and others. */
  continuousJobs(groupArn: string): JobRecord[] {
    const deployed = this.deployments.inForce(groupArn)?.job
    const found = deployed ? [deployed] : []
    for (const job of this.plainJobs) if (job.targets.includes(groupArn)) found.push(job)
    return found.filter(job => job.status === 'IN_PROGRESS' && job.selection === 'CONTINUOUS')
  }

  /** A number in [0, 1) that depends on the seed and the key only. */
  chance(key: string): number {
    return chance(this.seed, key)
  }

  /** The next identifier; the same sequence of calls gives the same identifiers. */
  newId(): string {
    this.ids += 1
    return uuid(this.seed, `id ${this.ids}`)
  }

  thingArn(name: string): string {
    return `arn:aws:iot:${this.region}:${this.account}:thing/${name}`
  }

  groupArn(name: string): string {
    return `arn:aws:iot:${this.region}:${this.account}:thinggroup/${name}`
  }

  jobArn(id: string): string {
    return `arn:aws:iot:${this.region}:${this.account}:job/${id}`
  }

  deploymentArn(id: string): string {
    return `arn:aws:greengrass:${this.region}:${this.account}:deployments:${id}`
  }

  coreDeviceArn(name: string): string {
    return `arn:aws:greengrass:${this.region}:${this.account}:coreDevices:${name}`
  }
}
