import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { compareVersions } from '#src/domain/version.ts'
import { nextFreeVersions } from './recipe-version.ts'

/** What publishing would make of the text: which component, which version, next to those that exist. */
export function RecipeFacts({
  name,
  version,
  taken,
  onVersion,
}: {
  name: string
  version: string
  taken: readonly string[]
  onVersion(version: string): void
}) {
  const next = taken.length > 0 ? nextFreeVersions(newest(taken), taken) : null
  return (
    <section aria-label="Becomes this version">
      <Box variant="h2" padding="n">
        Becomes this version
      </Box>
      {name ? (
        <>
          <div className="component-anywhere">
            <strong>{name}</strong> {version}
          </div>
          <Box color="text-body-secondary" fontSize="body-s">
            {taken.length === 0
              ? 'A new component of this account.'
              : `The account has ${taken.length} ${taken.length === 1 ? 'version' : 'versions'}, up to ${newest(taken)}.`}
          </Box>
          {next ? (
            <div className="recipe-versions">
              {(['patch', 'minor', 'major'] as const).map(part => (
                <Button
                  key={part}
                  variant="inline-link"
                  disabled={version === next[part]}
                  onClick={() => onVersion(next[part])}
                >
                  {`${part}: ${next[part]}`}
                </Button>
              ))}
            </div>
          ) : null}
        </>
      ) : (
        <Box color="text-body-secondary">A component, once the text has a name and a version.</Box>
      )}
    </section>
  )
}

const newest = (versions: readonly string[]) => [...versions].sort(compareVersions).at(-1) ?? ''
