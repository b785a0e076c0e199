import type { Problem, TextEdit } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { rangeBetween } from '#src/ui/editor/text-edits.ts'
import { nextFreeVersions, versionSpan, withVersion } from './recipe-version.ts'

/** The edit that gives a recipe another version; null if its text names none. */
export function versionEdit(text: string, format: RecipeFormat, version: string): TextEdit | null {
  const span = versionSpan(text, format)
  const changed = withVersion(text, format, version)
  if (!span || changed === null) return null
  return {
    range: rangeBetween(text, span.start, span.end),
    text: changed.slice(span.start, changed.length - (text.length - span.end)),
  }
}

/** A version that the account has already, as a problem at its place with the next patch as its fix; null if it is free. */
export function takenProblem(
  text: string,
  format: RecipeFormat,
  recipe: { name: string; version: string } | null,
  taken: readonly string[],
): Problem | null {
  if (!recipe || !taken.includes(recipe.version)) return null
  const span = versionSpan(text, format)
  if (!span) return null
  const { patch, minor, major } = nextFreeVersions(recipe.version, taken)
  const [fix, ...otherFixes] = [patch, minor, major].flatMap(version => {
    const edit = versionEdit(text, format, version)
    return edit ? [{ title: `Make it ${version}`, edits: [edit] }] : []
  })
  return {
    rule: 'version-taken',
    severity: 'error',
    message: `Version ${recipe.version} of ${recipe.name} exists already, and versions never change.`,
    range: rangeBetween(text, span.start, span.end),
    path: '/ComponentVersion',
    ...(fix ? { fix, otherFixes } : {}),
  }
}
