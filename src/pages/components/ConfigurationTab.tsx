import Box from '@cloudscape-design/components/box'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { RecipeText } from '#src/ui/editor/RecipeText.tsx'
import { RecipePart } from './RecipePart.tsx'
import type { VersionRecipe } from './use-recipe.ts'

const isEmpty = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value as object).length === 0)

/** What a device gets that has no configuration of this component yet. */
export function ConfigurationTab({ recipe }: { recipe: VersionRecipe }) {
  return (
    <RecipePart
      title="Default configuration"
      description="Devices take from it only what they do not have yet: a new default never overwrites a value that is there. A deployment changes values by merge, and brings a default back by reset."
      recipe={recipe}
    >
      {({ defaultConfiguration, name }) => {
        if (isEmpty(defaultConfiguration))
          return <Box color="text-body-secondary">This version has no configuration of its own.</Box>
        const text = JSON.stringify(defaultConfiguration, null, 2)
        return (
          <>
            <Box padding={{ bottom: 's' }}>
              <CopyButton text={text} label="Copy as JSON" />
            </Box>
            <RecipeText text={text} format="JSON" label={`Default configuration of ${name}`} />
          </>
        )
      }}
    </RecipePart>
  )
}
