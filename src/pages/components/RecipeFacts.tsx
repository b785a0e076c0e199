import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { compareVersions } from '#src/domain/version.ts'
import { nextFreeVersions } from './recipe-version.ts'

/** What publishing would make of the text: which component, which version, next to those that exist. */
export function RecipeFacts({
  recipe,
  taken,
  onVersion,
}: {
  recipe: Recipe | null
  taken: readonly string[]
  onVersion(version: string): void
}) {
  const next = recipe && taken.length > 0 ? nextFreeVersions(newest(taken), taken) : null
  return (
    <Container header={<Header variant="h2">Becomes this version</Header>}>
      {recipe?.name ? (
        <>
          <div className="component-anywhere">
            <strong>{recipe.name}</strong> {recipe.version}
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
                  disabled={recipe.version === next[part]}
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
    </Container>
  )
}

const newest = (versions: readonly string[]) => [...versions].sort(compareVersions).at(-1) ?? ''
