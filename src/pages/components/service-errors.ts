import type { Problem } from '#src/domain/recipe/problem.ts'
import { artifactRange } from './artifact-places.ts'

/**
 * The artifacts that a ValidationException complains of, URI to complaint; empty if it is about something else.
 * The service packs them into its message: `Encountered following errors in Artifacts: {s3://b/k = reason, …}`
 * (github.com/aws/aws-cli/issues/6261).
 */
export function artifactErrorsOf(message: string): Record<string, string> {
  const list = /errors in Artifacts: \{(.*)\}/s.exec(message)?.[1]
  if (!list) return {}
  const entries = list.split(/,\s*(?=(?:s3|docker|greengrass):)/i).map(entry => {
    const at = entry.indexOf(' = ')
    return at === -1 ? [entry.trim(), ''] : [entry.slice(0, at).trim(), entry.slice(at + 3).trim()]
  })
  return Object.fromEntries(entries)
}

const none: readonly Problem[] = []

/**
 * What the service says of artifacts, as problems where they stand in the text. Warnings: the remedy may lie outside the text (a
 * bucket policy, an upload), so they must not keep anybody from trying again.
 */
export function artifactProblems(text: string, errors: Readonly<Record<string, string>>): readonly Problem[] {
  if (Object.keys(errors).length === 0) return none
  return Object.entries(errors).flatMap(([uri, message]) => {
    const range = artifactRange(text, uri)
    return range
      ? [
          {
            rule: 'service-artifact',
            severity: 'warning' as const,
            message: `The service could not use this artifact: ${message}`,
            range,
            path: '',
          },
        ]
      : []
  })
}
