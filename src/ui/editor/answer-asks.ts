import type { CompletionContext } from '#src/domain/recipe/assist/completion.ts'
import { completionsAt } from '#src/domain/recipe/assist/completions.ts'
import { hoverAt } from '#src/domain/recipe/assist/hover.ts'
import { checkAgainstAccount } from '#src/domain/recipe/check-against-account.ts'
import { formatRecipeText } from '#src/domain/recipe/convert-recipe.ts'
import { lineIndex } from '#src/domain/recipe/line-index.ts'
import { parseRecipe } from '#src/domain/recipe/parse-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { type AskKind, type Asks, type KnownComponents, nothingKnown } from './assist-protocol.ts'
import { accountView, offered } from './known-components.ts'
import { outlineItems } from './outline-items.ts'

export interface Answerer {
  know(known: KnownComponents): void
  answer<Kind extends AskKind>(kind: Kind, question: Asks[Kind]['question']): Promise<Asks[Kind]['answer']>
}

/** Answers about recipes with the very rules that decide at the service. Runs in a worker, or anywhere else. */
export function createAnswerer(): Answerer {
  let known: KnownComponents = nothingKnown
  let account = accountView(known)
  let components = offered(known)
  // While a line is half typed the text cannot be read: what was read last still tells what to offer.
  let recipe: Recipe | null = null
  const context = (): CompletionContext => ({
    components,
    recipe,
    configurationOf: name => known.configurations?.[name],
  })
  const answers: { [Kind in AskKind]: (question: Asks[Kind]['question']) => Promise<Asks[Kind]['answer']> } =
    {
      async diagnose({ text, format }) {
        const read = await parseRecipe(text, format)
        recipe = read.recipe ?? recipe
        const lines = lineIndex(text)
        const outline = read.outline ? outlineItems(read.outline, span => lines.range(span)) : []
        // What the text alone is refused for needs no second verdict.
        const refused = new Set(
          read.problems.filter(({ severity }) => severity === 'error').map(({ path }) => path),
        )
        const inAccount = checkAgainstAccount({ ...read, text }, account)
        const problems = [...read.problems, ...inAccount.filter(({ path }) => !refused.has(path))]
        return { recipe: read.recipe, problems, outline }
      },
      complete: async ({ text, format, offset }) => completionsAt(text, format, offset, context()),
      hover: async ({ text, format, offset }) => hoverAt(text, format, offset, context()),
      format: ({ text, format }) => formatRecipeText(text, format),
    }
  return {
    know(next) {
      known = next
      account = accountView(next)
      components = offered(next)
    },
    answer: (kind, question) => answers[kind](question),
  }
}
