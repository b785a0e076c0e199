/** S3 as the simulated account sees it. Buckets that nobody mentioned exist and hold whatever is asked for. */
export class Storage {
  private readonly missingBuckets = new Set<string>()
  private readonly missingObjects = new Set<string>()
  private readonly deniedObjects = new Set<string>()
  /** Grows with every change. */
  generation = 0

  /** From now on the bucket does not exist (`s3://bucket`), or the object is gone (`s3://bucket/key`). */
  remove(uri: string): void {
    this.generation += 1
    const { bucket, key } = splitUri(uri)
    if (key === '') this.missingBuckets.add(bucket)
    else this.missingObjects.add(uri)
  }

  /** From now on devices may not read this object, or no object of the bucket. */
  deny(uri: string): void {
    this.generation += 1
    this.deniedObjects.add(uri)
  }

  restore(uri: string): void {
    this.generation += 1
    this.missingBuckets.delete(splitUri(uri).bucket)
    this.missingObjects.delete(uri)
    this.deniedObjects.delete(uri)
  }

  /**
   * Whether an artifact can be had. Names that say so are believed, so that a failure can be had by hand in the
   * demo: a bucket whose name contains `no-such-bucket` or `does-not-exist`, a key that contains `missing`.
   */
  state(uri: string): 'there' | 'no-bucket' | 'no-object' | 'denied' {
    const { bucket, key } = splitUri(uri)
    if (this.missingBuckets.has(bucket) || /no-such-bucket|does-not-exist/i.test(bucket)) return 'no-bucket'
    if (this.missingObjects.has(uri) || /(^|[/._-])(missing|does-not-exist)([/._-]|$)/i.test(key))
      return 'no-object'
    if (this.deniedObjects.has(uri) || this.deniedObjects.has(`s3://${bucket}`)) return 'denied'
    return 'there'
  }
}

function splitUri(uri: string): { bucket: string; key: string } {
  const rest = uri.replace(/^s3:\/\//i, '')
  const slash = rest.indexOf('/')
  return slash < 0 ? { bucket: rest, key: '' } : { bucket: rest.slice(0, slash), key: rest.slice(slash + 1) }
}
