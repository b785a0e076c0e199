import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import type { VersionRecipe } from './use-recipe.ts'

interface RecipePartProps {
  title: string
  description?: ReactNode
  counter?: (recipe: Recipe) => string
  recipe: VersionRecipe
  children(recipe: Recipe): ReactNode
}

/** A part of a page that is drawn from the recipe: on its way, out of reach, unreadable, or there. */
export function RecipePart({ title, description, counter, recipe, children }: RecipePartProps) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={description}
          counter={recipe.recipe && counter ? counter(recipe.recipe) : ''}
        >
          {title}
        </Header>
      }
    >
      {recipe.recipe ? (
        children(recipe.recipe)
      ) : recipe.error ? (
        <FailureAlert failure={recipe.error} retry={recipe.retry} title="The recipe cannot be shown" />
      ) : recipe.loading ? (
        <Spinner size="large" />
      ) : (
        <Box color="text-body-secondary">The recipe could not be read; see it as text under Recipe.</Box>
      )}
    </Container>
  )
}
