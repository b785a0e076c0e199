import { didYouMean } from '../did-you-mean.ts'
import type { Finding } from '../document.ts'
import { lifecycleSteps, selectionsOf, stepKeys, stepLevels, stepOf } from '../lifecycle.ts'
import { removal } from '../edit-tree.ts'
import { type Located, markOf, partsOf } from '../outline.ts'
import { type RecipeContext, recipeReference, type Rule } from '../rule.ts'
import { keyLike } from './unknown-keys.ts'

const isStepKey = (key: string) => stepKeys.some(known => known.toLowerCase() === key.toLowerCase())

function unknownStep(context: RecipeContext, part: ReturnType<typeof partsOf>[number]): Finding {
  const { key, keySpan } = part.key
  const near = key.toLowerCase() === 'start' ? 'Startup' : didYouMean(key, lifecycleSteps)
  const misplaced = stepKeys.find(known => known.toLowerCase() === key.toLowerCase())
  const inner = part.node.kind === 'object' && partsOf(part).some(({ key: { key: word } }) => stepOf(word))
  const reason = near
    ? `Did you mean ${near}?`
    : misplaced
      ? `${misplaced} belongs inside a step.`
      : inner
        ? 'No manifest selects it, so the device ignores it.'
        : 'The device ignores it.'
  return {
    span: keySpan,
    path: part.path,
    message: `"${key}" is not a lifecycle step. ${reason}`,
    ...(near && {
      fix: {
        title: `Change to ${near}`,
        edits: [{ span: keySpan, text: keyLike(context, keySpan.start, near) }],
      },
    }),
  }
}

export const lifecycleStepRules: readonly Rule[] = [
  {
    id: 'unknown-step',
    severity: 'warning',
    explanation:
      'A lifecycle has the steps Setenv, Bootstrap, Install, Startup, Run, Shutdown, Recover and Uninstall.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      const selections = selectionsOf(context.outline)
      return stepLevels(context.outline).flatMap(level =>
        partsOf(level)
          .filter(({ key: { key } }) => !stepOf(key) && !selections.has(key) && key !== '<<')
          .map(part => unknownStep(context, part)),
      )
    },
  },
  {
    id: 'startup-and-run',
    severity: 'warning',
    explanation: 'A component has either Startup or Run; with both, Run is not what starts it.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      return stepLevels(context.outline).flatMap((level): Finding[] => {
        const steps = partsOf(level).filter(part => part.node.kind !== 'scalar' || part.node.value !== null)
        const startup = steps.find(part => stepOf(part.key.key) === 'Startup')
        const run = steps.find(part => stepOf(part.key.key) === 'Run')
        if (!startup || !run) return []
        const later = startup.key.keySpan.start > run.key.keySpan.start ? startup : run
        const message = 'Startup and Run exclude each other: keep one of them.'
        const fix = removal(context, level, later, `Remove ${later.key.key}`)
        return [{ span: markOf(later), path: later.path, message, ...(fix && { fix }) }]
      })
    },
  },
  {
    id: 'mixed-selection',
    severity: 'warning',
    explanation: 'Where selections stand, the device ignores all other keys of that level.',
    link: recipeReference,
    refusedBy: null,
    check({ outline }) {
      const selections = selectionsOf(outline)
      const mixed = (level: Located, what: string, counts: (key: string) => boolean): Finding[] => {
        const parts = partsOf(level)
        const selection = parts.find(({ key: { key } }) => selections.has(key))
        if (!selection) return []
        return parts
          .filter(({ key: { key } }) => counts(key))
          .map(part => ({
            span: markOf(part),
            path: part.path,
            message: `The device ignores this ${what}, since the selection "${selection.key.key}" stands beside it.`,
          }))
      }
      return stepLevels(outline).flatMap(level => [
        ...mixed(level, 'step', key => stepOf(key) !== null),
        ...partsOf(level)
          .filter(({ key: { key } }) => stepOf(key))
          .flatMap(step => mixed(step, 'key', isStepKey)),
      ])
    },
  },
  {
    id: 'step-value',
    severity: 'warning',
    explanation: 'A step is text, which is its script, or an object with a Script.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      return stepLevels(context.outline).flatMap(level =>
        partsOf(level)
          .filter(({ key: { key } }) => stepOf(key) && stepOf(key) !== 'Setenv')
          .flatMap((step): Finding[] => {
            const { node, path } = step
            const { key } = step.key
            if (node.kind === 'object' || (node.kind === 'scalar' && typeof node.value === 'string'))
              return []
            if (node.kind === 'array')
              return [
                {
                  span: markOf({ ...step, key: null }),
                  path,
                  message: `${key} must be text or an object, not a list.`,
                },
              ]
            if (node.value === null) {
              const fix = removal(context, level, step, `Remove ${key}`)
              const message = `${key} is empty, so nothing is run.`
              return [{ span: markOf(step), path, message, severity: 'hint', ...(fix && { fix }) }]
            }
            const text = context.format === 'JSON' ? JSON.stringify(node.source) : `'${node.source}'`
            const fix = { title: 'Put it in quotes', edits: [{ span: node.span, text }] }
            return [{ span: node.span, path, message: `${key} must be text: put it in quotes.`, fix }]
          }),
      )
    },
  },
]
