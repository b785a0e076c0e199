import { rolloutRate } from '#src/domain/rollout.ts'
import type { JobConfiguration } from '#src/domain/deployment.ts'
import { emptyCounts } from '#src/domain/job-counts.ts'
import { receive } from './device.ts'
import { createExecution } from './executions.ts'
import { belongsTo } from './group-tree.ts'
import type { DeploymentRecord, Execution, JobRecord, ThingRecord } from './records.ts'
import { SortedTable } from './sorted-table.ts'
import type { World } from './world.ts'

export interface JobSpec {
  id: string
  /** ARNs of things and thing groups. */
  targets: readonly string[]
  /** Names of the things, in the order of their names. */
  members: readonly string[]
  selection: 'CONTINUOUS' | 'SNAPSHOT'
  configuration: JobConfiguration
  deployment?: DeploymentRecord | null
  description?: string
  document?: string
  documentSource?: string | null
  namespaceId?: string | null
  tags?: Record<string, string>
}

/** Creates a job and reaches its first thing. The others follow at the configured rate. */
export function createJob(world: World, spec: JobSpec): JobRecord {
  const job = newJob(world, spec)
  reach(world, job, 1)
  roll(world, job, { began: world.time, reached: job.reached, rate: rateOf(job) })
  return job
}

/** A job that has reached nothing yet. */
export function newJob(world: World, spec: JobSpec): JobRecord {
  const job: JobRecord = {
    id: spec.id,
    arn: world.jobArn(spec.id),
    targets: spec.targets,
    deployment: spec.deployment ?? null,
    selection: spec.selection,
    status: 'IN_PROGRESS',
    description: spec.description ?? '',
    document: spec.document ?? '',
    documentSource: spec.documentSource ?? null,
    namespaceId: spec.namespaceId ?? null,
    configuration: spec.configuration,
    tags: spec.tags ?? {},
    created: world.time,
    updated: world.time,
    completed: null,
    comment: '',
    reasonCode: '',
    forceCanceled: false,
    executions: new SortedTable<Execution>(execution => execution.thing.name),
    counts: { ...emptyCounts },
    waiting: shuffled(world, spec.members, spec.id),
    reached: 0,
  }
  world.jobs.put(job)
  if (!job.deployment && job.selection === 'CONTINUOUS') world.plainJobs.add(job)
  return job
}

/** The service reaches things in no order that one could rely on. */
function shuffled(world: World, names: readonly string[], key: string): string[] {
  const result = [...names]
  let state = Math.floor(world.chance(`order ${key}`) * 0x7fffffff) | 1
  for (let i = result.length - 1; i > 0; i -= 1) {
    // xorshift32: one hash per thing would cost more than all else that a large rollout does at its start
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const other = (state >>> 0) % (i + 1)
    const name = result[i]!
    result[i] = result[other]!
    result[other] = name
  }
  return result
}

/** A stretch of a rollout at one rate: it began at a time (epoch ms), with so many things reached. */
interface Stretch {
  began: number
  reached: number
  /** Things per minute. */
  rate: number
}

const rateOf = (job: JobRecord) =>
  rolloutRate(job.configuration, { notified: job.reached, succeeded: job.counts.succeeded })

/** One step of a rollout: reaches as many things as are due by the stretch's rate, and plans the next step. */
function roll(world: World, job: JobRecord, stretch: Stretch): void {
  if (job.status !== 'IN_PROGRESS') return
  // The small term keeps a thing due just now from being lost to rounding.
  const due = stretch.reached + Math.floor(((world.time - stretch.began) / 60_000) * stretch.rate + 1e-6)
  reach(world, job, due)
  if (job.reached >= job.waiting.length) {
    job.waiting = []
    job.reached = 0
    return
  }
  const rate = rateOf(job)
  const next = rate === stretch.rate ? stretch : { began: world.time, reached: job.reached, rate }
  world.after(Math.max(1000, Math.ceil(60_000 / rate)), () => roll(world, job, next))
}

function reach(world: World, job: JobRecord, count: number): void {
  while (job.reached < count && job.reached < job.waiting.length) {
    const name = job.waiting[job.reached]!
    job.reached += 1
    const thing = world.things.get(name)
    if (!thing || !isReached(world, job, thing) || job.executions.has(name)) continue
    distribute(world, createExecution(world, thing, { job, deployment: job.deployment }))
  }
}

/** Whether a job is for this thing: by its name, by its groups, or by the groups above those. */
export function isReached(world: World, job: JobRecord, thing: ThingRecord): boolean {
  return job.targets.some(target => {
    const name = target.slice(target.indexOf('/') + 1)
    return target.includes(':thinggroup/') ? belongsTo(world, thing, name) : name === thing.name
  })
}

/** Hands an execution to its device, if the thing is a core device and the job a deployment. */
export function distribute(world: World, execution: Execution): void {
  if (!execution.deployment) return
  const core = world.devices.get(execution.thing.name)
  if (core) receive(world, core, execution)
}
