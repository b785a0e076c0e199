import { type Finding, nodeText } from '../document.ts'
import { removal } from '../edit-tree.ts'
import { stepBodies, stepPart } from '../lifecycle.ts'
import { markOf, partsOf } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'

/** A value that recipe variables fill in on the device cannot be judged here. */
const hasVariable = (text: string) => /\{[^{}]+:[^{}]*\}/.test(text)

export const stepFields: readonly Rule[] = [
  {
    id: 'missing-script',
    severity: 'warning',
    explanation: 'A step that is an object has a Script; without it the component fails at that step.',
    link: recipeReference,
    refusedBy: null,
    check({ outline, recipe }) {
      // Plugins run inside the nucleus and need no scripts.
      if (recipe.type.toLowerCase() !== 'aws.greengrass.generic') return []
      return stepBodies(outline)
        .filter(body => body.step !== 'Setenv' && body.node.kind === 'object' && !stepPart(body, 'Script'))
        .map(body => ({ span: markOf(body), path: body.path, message: `${body.step} has no Script.` }))
    },
  },
  {
    id: 'skipif',
    severity: 'warning',
    explanation:
      'Skipif is "onpath PROGRAM" or "exists FILE", with ! before it to negate; anything else fails the step.',
    link: recipeReference,
    refusedBy: null,
    check({ outline, format }) {
      return stepBodies(outline).flatMap((body): Finding[] => {
        const part = stepPart(body, 'Skipif')
        const text = nodeText(part?.node)
        if (!part || !text || hasVariable(text) || /^!?\s*(exists|onpath) +\S.*$/.test(text.trim())) return []
        const message = `"${text}" is no condition: write "onpath PROGRAM" or "exists FILE".`
        const inside = /!?(?:exists|onpath) +\S.*/.exec(text)?.[0]
        const written =
          inside && (format === 'JSON' || inside.startsWith('!') ? JSON.stringify(inside) : inside)
        const fix = written && {
          title: `Change to ${inside}`,
          edits: [{ span: part.node.span, text: written }],
        }
        return [{ span: part.node.span, path: part.path, message, ...(fix && { fix }) }]
      })
    },
  },
  {
    id: 'skipif-bootstrap',
    severity: 'warning',
    explanation: 'Bootstrap is never skipped: Skipif has no effect there.',
    link: recipeReference,
    refusedBy: null,
    check(context) {
      return stepBodies(context.outline).flatMap((body): Finding[] => {
        const part = body.step === 'Bootstrap' ? stepPart(body, 'Skipif') : null
        if (!part) return []
        const fix = removal(context, body, part, 'Remove Skipif')
        const message = 'Skipif has no effect in Bootstrap.'
        return [{ span: markOf(part), path: part.path, message, ...(fix && { fix }) }]
      })
    },
  },
  {
    id: 'timeout',
    severity: 'warning',
    explanation: 'Timeout is a whole number of seconds above 0.',
    link: recipeReference,
    refusedBy: null,
    check({ outline }) {
      return stepBodies(outline).flatMap((body): Finding[] => {
        const part = stepPart(body, 'Timeout')
        if (!part || (part.node.kind === 'scalar' && part.node.value === null)) return []
        const text = nodeText(part.node)
        if (text !== null && (hasVariable(text) || /^\s*0*[1-9]\d*\s*$/.test(text))) return []
        const message = 'Timeout must be a whole number of seconds above 0.'
        const amount = /^\s*(\d+)(?:\.\d+)?\s*(s|sec|seconds|m|min|minutes|h|hours)?\s*$/i.exec(text ?? '')
        const unit = /^m/i.test(amount?.[2] ?? '') ? 60 : /^h/i.test(amount?.[2] ?? '') ? 3600 : 1
        const whole = amount ? Math.max(1, Number(amount[1]) * unit) : null
        return [
          {
            span: part.node.kind === 'scalar' ? part.node.span : markOf(part),
            path: part.path,
            message,
            ...(whole && {
              fix: { title: `Change to ${whole}`, edits: [{ span: part.node.span, text: String(whole) }] },
            }),
          },
        ]
      })
    },
  },
  {
    id: 'requires-privilege',
    severity: 'warning',
    explanation: 'RequiresPrivilege is true or false; the device takes anything else for false.',
    link: recipeReference,
    refusedBy: null,
    check({ outline }) {
      return stepBodies(outline).flatMap((body): Finding[] => {
        const part = stepPart(body, 'RequiresPrivilege')
        const text = nodeText(part?.node)
        if (!part || text === null || hasVariable(text) || /^(true|false|yes|no|on|off)$/i.test(text))
          return []
        return [
          {
            span: part.node.span,
            path: part.path,
            message: `"${text}" is read as false: write true or false.`,
            fix: { title: 'Change to false', edits: [{ span: part.node.span, text: 'false' }] },
          },
        ]
      })
    },
  },
  {
    id: 'setenv-value',
    severity: 'warning',
    explanation:
      'The value of an environment variable is text, a number or a boolean; the device ignores lists and objects.',
    link: recipeReference,
    refusedBy: null,
    check({ outline }) {
      const bodies = stepBodies(outline)
      const environments = [
        ...bodies.filter(({ step }) => step === 'Setenv'),
        ...bodies.flatMap(body => stepPart(body, 'Setenv') ?? []),
      ]
      return environments
        .flatMap(partsOf)
        .filter(({ node }) => node.kind !== 'scalar')
        .map(part => ({
          span: markOf(part),
          path: part.path,
          message: `The device does not set ${part.key.key}: its value must be text, a number or a boolean.`,
        }))
    },
  },
]
