import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Spinner from '@cloudscape-design/components/spinner'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { RecipeText } from '#src/ui/editor/RecipeText.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { FormatControl } from './FormatControl.tsx'
import { saveFile } from '#src/ui/save-file.ts'
import type { VersionRecipe } from './use-recipe.ts'

interface RecipeTabProps {
  name: string
  version: string
  recipe: VersionRecipe
  format: RecipeFormat
  onFormat(format: RecipeFormat): void
}

/** The recipe to read, copy and keep. */
export function RecipeTab({ name, version, recipe, format, onFormat }: RecipeTabProps) {
  const { text } = recipe
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="As the service keeps it: normalised, with digests added; comments of the author are not part of it."
          actions={
            <div className="component-actions">
              <FormatControl label="Format of the recipe" format={format} onChange={onFormat} />
              <CopyButton text={text ?? ''} label="Copy" />
              <Button
                iconName="download"
                disabled={text === undefined}
                onClick={() => saveFile(`${name}-${version}.${format.toLowerCase()}`, text ?? '')}
              >
                Download
              </Button>
            </div>
          }
        >
          Recipe
        </Header>
      }
    >
      {text !== undefined ? (
        <RecipeText text={text} format={format} label={`Recipe of ${name} ${version} as ${format}`} />
      ) : recipe.error ? (
        <FailureAlert failure={recipe.error} retry={recipe.retry} title="The recipe cannot be shown" />
      ) : (
        <Spinner size="large" />
      )}
    </Container>
  )
}
