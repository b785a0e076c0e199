import { compareVersions } from '#src/domain/version.ts'
import type { ComponentVersionRecord } from './records.ts'

/** Component versions by ARN, and by owner and name with the greatest version first. */
export class ComponentTable {
  private readonly byArn = new Map<string, ComponentVersionRecord>()
  private readonly byName = new Map<string, ComponentVersionRecord[]>()
  /** What devices may still hold after a version was deleted here. */
  private readonly everStored = new Map<string, ComponentVersionRecord>()
  /** Grows with every change, so that what was derived from the table can be told to be old. */
  generation = 0

  get size(): number {
    return this.byArn.size
  }

  /** By the ARN of a version. */
  get(arn: string): ComponentVersionRecord | undefined {
    return this.byArn.get(arn)
  }

  /** A version as devices that installed it know it, also after it was deleted from the service. */
  remembered(name: string, version: string): ComponentVersionRecord | undefined {
    return this.everStored.get(`${name} ${version}`)
  }

  /** Versions of a component of one owner (`aws` or an account), greatest first. Empty if unknown. */
  versions(name: string, owner: string): readonly ComponentVersionRecord[] {
    return this.byName.get(`${owner}/${name}`) ?? []
  }

  /** Names of the components of `aws`, or of everybody else, sorted. */
  names(scope: 'PUBLIC' | 'PRIVATE'): { name: string; owner: string }[] {
    const found: { name: string; owner: string }[] = []
    for (const [key, versions] of this.byName) {
      const owner = key.slice(0, key.indexOf('/'))
      if (versions.length > 0 && (owner === 'aws') === (scope === 'PUBLIC'))
        found.push({ name: key.slice(owner.length + 1), owner })
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  }

  /** What a device resolves a name to: a private component hides a public one of the same name. */
  visible(name: string, account: string): readonly ComponentVersionRecord[] {
    const own = this.versions(name, account)
    return own.length > 0 ? own : this.versions(name, 'aws')
  }

  put(record: ComponentVersionRecord): void {
    this.delete(record.arn)
    this.generation += 1
    this.byArn.set(record.arn, record)
    this.everStored.set(`${record.name} ${record.version}`, record)
    const key = `${record.owner}/${record.name}`
    const versions = [...(this.byName.get(key) ?? []), record]
    versions.sort((a, b) => compareVersions(b.version, a.version))
    this.byName.set(key, versions)
  }

  delete(arn: string): boolean {
    const record = this.byArn.get(arn)
    if (!record) return false
    this.generation += 1
    this.byArn.delete(arn)
    const key = `${record.owner}/${record.name}`
    const rest = (this.byName.get(key) ?? []).filter(version => version !== record)
    if (rest.length > 0) this.byName.set(key, rest)
    else this.byName.delete(key)
    return true
  }

  values(): IterableIterator<ComponentVersionRecord> {
    return this.byArn.values()
  }
}
