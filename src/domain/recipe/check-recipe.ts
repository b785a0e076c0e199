import type { Finding } from './document.ts'
import { lineIndex } from './line-index.ts'
import type { Problem } from './problem.ts'
import { readRecipe, type ReadRecipe } from './read-recipe.ts'
import type { Rule } from './rule.ts'
import { componentIdentity, looseVersion } from './rules/component-identity.ts'
import { requiredKeys } from './rules/required-keys.ts'
import { size } from './rules/size.ts'
import { structure } from './rules/structure.ts'
import { syntax } from './rules/syntax.ts'
import { typedValues } from './rules/typed-values.ts'
import { unknownTopLevelKey } from './rules/unknown-keys.ts'

/** The rules by which CreateComponentVersion refuses a recipe. */
export const serviceRules: readonly Rule[] = [
  syntax,
  ...size,
  unknownTopLevelKey,
  ...structure,
  ...requiredKeys,
  ...componentIdentity,
  looseVersion,
  ...typedValues,
]

/** What a set of rules finds in a recipe, in the order of the text. */
export function checkRecipe(read: ReadRecipe, rules: readonly Rule[]): Problem[] {
  const lines = lineIndex(read.text)
  const problems: { at: number; problem: Problem }[] = []
  const add = (rule: Rule, finding: Finding) => {
    const { span, path, message, fix } = finding
    problems.push({
      at: span.start,
      problem: {
        rule: rule.id,
        severity: finding.severity ?? rule.severity,
        message,
        range: lines.range(span),
        path,
        ...(fix && {
          fix: {
            title: fix.title,
            edits: fix.edits.map(edit => ({ range: lines.range(edit.span), text: edit.text })),
          },
        }),
      },
    })
  }
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  for (const finding of read.document.syntax) add(byId.get('syntax') ?? syntax, finding)
  for (const { rule, finding } of read.document.traps) {
    const known = byId.get(rule)
    if (known) add(known, finding)
  }
  const { text, format, outline, recipe } = read
  if (outline && recipe) {
    for (const rule of rules) {
      for (const finding of rule.check?.({ text, format, outline, recipe }) ?? []) add(rule, finding)
    }
  } else if (read.document.root) {
    const message = 'A recipe is one object with keys such as ComponentName.'
    add(byId.get('syntax') ?? syntax, { span: read.document.root.span, path: '', message })
  }
  return problems.sort((a, b) => a.at - b.at).map(({ problem }) => problem)
}

/** Rules by which the service refuses what the device's reader would take. */
const serviceAlone: ReadonlySet<string> = new Set(['unknown-key', 'too-large', 'loose-version'])

/** Rules by which the device's reader refuses a recipe that somebody hands it without the service. */
export const deviceRules: readonly Rule[] = serviceRules.filter(({ id }) => !serviceAlone.has(id))

/** What CreateComponentVersion refuses in a recipe; empty if it takes it. Artifacts are not looked at here. */
export async function serviceRejects(text: string): Promise<Problem[]> {
  const problems = checkRecipe(await readRecipe(text), serviceRules)
  return problems.filter(({ severity }) => severity === 'error')
}
