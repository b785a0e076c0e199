import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useMemo } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { diffRecipes } from '#src/domain/recipe/recipe-diff.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { RecipeDiff } from '#src/ui/editor/RecipeDiff.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { useTheme } from '#src/ui/theme/theme.ts'
import { ChangeSummary } from './ChangeSummary.tsx'
import { useCleanRecipe } from './use-clean-recipe.ts'

interface ChangesViewProps {
  /** ARN of the component, without a version. */
  arn: string
  /** Versions that can be compared with, newest first. */
  versions: readonly string[]
  against: string
  onAgainst(version: string): void
  format: RecipeFormat
  /** The text that is compared; null while it is not there. */
  after: { label: string; text: string; recipe: Recipe | null } | null
}

/** What is different from another version: in the text, and on a device. */
export function ChangesView({ arn, versions, against, onAgainst, format, after }: ChangesViewProps) {
  const { dark } = useTheme()
  const before = useCleanRecipe(against ? `${arn}:versions:${against}` : null, format)
  const diff = useMemo(
    () => (before.recipe && after?.recipe ? diffRecipes(before.recipe, after.recipe) : null),
    [before.recipe, after?.recipe],
  )
  return (
    <SpaceBetween size="m">
      <FormField label="Compare with version">
        <Select
          selectedOption={against ? { value: against, label: against } : null}
          placeholder="Choose a version"
          options={versions.map(version => ({ value: version, label: version }))}
          filteringType={versions.length > 10 ? 'auto' : 'none'}
          onChange={({ detail }) => onAgainst(detail.selectedOption.value ?? '')}
        />
      </FormField>
      {before.error ? (
        <FailureAlert failure={before.error} retry={before.retry} title={`${against} cannot be compared`} />
      ) : before.text !== null && after ? (
        <SpaceBetween size="l">
          <RecipeDiff
            label={`Changes from ${against} to ${after.label}`}
            format={format}
            before={{ label: against, text: before.text }}
            after={{ label: after.label, text: after.text }}
            dark={dark}
          />
          {diff ? <ChangeSummary diff={diff} /> : null}
        </SpaceBetween>
      ) : against ? (
        <Spinner size="large" />
      ) : null}
    </SpaceBetween>
  )
}
