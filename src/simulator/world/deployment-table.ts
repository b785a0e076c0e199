import type { DeploymentRecord } from './records.ts'

/** Deployments by id, in order of creation, and by target. */
export class DeploymentTable {
  private readonly byId = new Map<string, DeploymentRecord>()
  private readonly byTarget = new Map<string, DeploymentRecord[]>()
  /** ARN of a parent group to those of the groups that were ever bound to it. */
  private readonly children = new Map<string, Set<string>>()
  private made = 0
  private readonly revisions = new Map<string, number>()

  get size(): number {
    return this.byId.size
  }

  get(id: string): DeploymentRecord | undefined {
    return this.byId.get(id)
  }

  /** All, oldest first. */
  values(): IterableIterator<DeploymentRecord> {
    return this.byId.values()
  }

  /** Revisions for a target that still exist, oldest first. */
  ofTarget(targetArn: string): readonly DeploymentRecord[] {
    return this.byTarget.get(targetArn) ?? []
  }

  /** Sub-deployments in force under a parent group. */
  childrenOf(parentArn: string): DeploymentRecord[] {
    const found: DeploymentRecord[] = []
    for (const child of this.children.get(parentArn) ?? []) {
      const latest = this.latest(child)
      if (latest?.parentTargetArn === parentArn) found.push(latest)
    }
    return found
  }

  latest(targetArn: string): DeploymentRecord | undefined {
    return this.ofTarget(targetArn).findLast(deployment => deployment.isLatest)
  }

  /** The revision in force for a target: the latest, as long as it was neither cancelled nor replaced. */
  inForce(targetArn: string): DeploymentRecord | undefined {
    const latest = this.latest(targetArn)
    return latest && latest.status !== 'CANCELED' && latest.status !== 'INACTIVE' ? latest : undefined
  }

  nextOrder(): number {
    this.made += 1
    return this.made
  }

  /** Numbers go on after a deletion. */
  nextRevision(targetArn: string): number {
    const revision = (this.revisions.get(targetArn) ?? 0) + 1
    this.revisions.set(targetArn, revision)
    return revision
  }

  put(deployment: DeploymentRecord): void {
    this.byId.set(deployment.id, deployment)
    const revisions = this.byTarget.get(deployment.targetArn)
    if (revisions) revisions.push(deployment)
    else this.byTarget.set(deployment.targetArn, [deployment])
    const parent = deployment.parentTargetArn
    if (parent === null) return
    this.children.set(parent, (this.children.get(parent) ?? new Set()).add(deployment.targetArn))
  }

  delete(id: string): boolean {
    const deployment = this.byId.get(id)
    if (!deployment) return false
    this.byId.delete(id)
    const revisions = this.byTarget.get(deployment.targetArn) ?? []
    revisions.splice(revisions.indexOf(deployment), 1)
    return true
  }
}
