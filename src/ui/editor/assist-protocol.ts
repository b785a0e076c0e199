import type { Completion, OfferedComponent } from '#src/domain/recipe/assist/completion.ts'
import type { Hover } from '#src/domain/recipe/assist/hover.ts'
import type { KnownVersion } from '#src/domain/recipe/check-against-account.ts'
import type { Formatting } from '#src/domain/recipe/convert-recipe.ts'
import type { Problem } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import type { OutlineItem } from './outline-items.ts'

/** A component that a recipe could depend on. */
export interface KnownComponent extends Omit<OfferedComponent, 'versions'> {
  /** Newest first. Without `allVersions` these are only some of them, and nothing is judged by them. */
  versions: readonly KnownVersion[]
  allVersions: boolean
}

/** What the page knows of the account besides the text. It may grow while lists are still being read. */
export interface KnownComponents {
  components: readonly KnownComponent[]
  /** The lists are whole: a name that is not among them does not exist. */
  complete: boolean
  /** Versions by name that the account has already. Leave it out where the page says so itself. */
  taken?: Readonly<Record<string, readonly string[]>>
  /** Default configuration by component name, of those whose recipe was read. */
  configurations?: Readonly<Record<string, unknown>>
}

export const nothingKnown: KnownComponents = { components: [], complete: false }

export interface RecipeQuestion {
  text: string
  format: RecipeFormat
}

export interface PlaceQuestion extends RecipeQuestion {
  /** Of the cursor, in UTF-16 units. */
  offset: number
}

export interface Diagnosis {
  /** As much as could be read of the text; null if it is not one object. */
  recipe: Recipe | null
  problems: Problem[]
  /** Empty when nothing could be read. */
  outline: OutlineItem[]
}

/** What can be asked of the assistant, and what it answers. */
export interface Asks {
  diagnose: { question: RecipeQuestion; answer: Diagnosis }
  complete: { question: PlaceQuestion; answer: Completion[] }
  hover: { question: PlaceQuestion; answer: Hover | null }
  format: { question: RecipeQuestion; answer: Formatting }
}
export type AskKind = keyof Asks

/** From the page to the worker. */
export type AssistMessage =
  | { [Kind in AskKind]: { id: number; kind: Kind; question: Asks[Kind]['question'] } }[AskKind]
  | { kind: 'known'; known: KnownComponents }

/** Back from the worker; without an answer it broke down over the question. */
export interface AssistReply {
  id: number
  answer?: Asks[AskKind]['answer']
}
