import { useMemo } from 'react'
import type { Problem } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import type { OutlineItem } from '#src/ui/editor/outline-items.ts'
import { useDiagnosis } from '#src/ui/editor/use-diagnosis.ts'
import { takenProblem } from './taken-problem.ts'
import { useTakenVersions } from './use-taken-versions.ts'

export interface RecipeCheck {
  problems: readonly Problem[]
  recipe: Recipe | null
  /** The parts of the text as it was read last. */
  outline: readonly OutlineItem[]
  /** Versions that the account has of this component name. */
  taken: readonly string[]
  /** The problems are about the text as it now stands. */
  upToDate: boolean
  /** A first check has come in. */
  ready: boolean
  /** Has a text checked that is about to be this one. */
  ask(text: string, format: RecipeFormat): void
}

const none: readonly Problem[] = []
const noParts: readonly OutlineItem[] = []

/** All that is wrong with a recipe: by its text alone, and by what the account has. `sent`: the text sent to the service last. */
export function useRecipeCheck(text: string, format: RecipeFormat, sent: string): RecipeCheck {
  const { checked, ask } = useDiagnosis(text, format)
  const taken = useTakenVersions(checked?.recipe?.name ?? '')
  const problems = useMemo(() => {
    if (!checked) return none
    // A text that was sent may itself be the version that is "taken": the service knows it again by its token.
    const clash =
      checked.text === sent ? null : takenProblem(checked.text, checked.format, checked.recipe, taken)
    return clash ? [clash, ...checked.problems] : checked.problems
  }, [checked, taken, sent])
  return {
    problems,
    recipe: checked?.recipe ?? null,
    outline: checked?.outline ?? noParts,
    taken,
    ready: checked !== null,
    ask,
    upToDate: checked?.text === text && checked.format === format,
  }
}
