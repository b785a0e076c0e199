interface PublishFacts {
  readOnly: string | undefined
  errors: number
  /** A first check has come in. */
  checked: boolean
  tagComplaint: string | null
  /** The text on screen is this version, published a moment ago; null otherwise. */
  publishedVersion: string | null
}

/** Why the recipe cannot be published now; undefined if it can. */
export function publishReason(facts: PublishFacts): string | undefined {
  if (facts.readOnly) return facts.readOnly
  if (facts.publishedVersion)
    return `This text is published as ${facts.publishedVersion}. Change it to publish another version.`
  if (!facts.checked) return 'The recipe is being checked'
  if (facts.errors > 0)
    return facts.errors === 1
      ? 'The service would refuse it: mend the error under Problems first'
      : `The service would refuse it: mend the ${facts.errors} errors under Problems first`
  return facts.tagComplaint ?? undefined
}
