import { type DocumentNode, type Finding, pointerSegment } from '../document.ts'
import { stepBodies, stepPart } from '../lifecycle.ts'
import { recipeReference, type Rule } from '../rule.ts'

/** Decimals whose last zeros do not survive, such as the version 3.10. */
function shortened(node: DocumentNode, path: string): Finding[] {
  if (node.kind === 'array') return node.items.flatMap((item, i) => shortened(item, path + pointerSegment(i)))
  if (node.kind === 'object')
    return node.entries.flatMap(({ key, value }) => shortened(value, path + pointerSegment(key)))
  const { value, source, span } = node
  if (typeof value !== 'number' || !/^[-+]?\d+\.(?!0$)\d*0$/.test(source)) return []
  const fix = { title: 'Put it in quotes', edits: [{ span, text: `'${source}'` }] }
  return [{ span, path, message: `"${source}" is read as the number ${value}.`, fix }]
}

const yamlTypes = 'https://yaml.org/type/'

/** Rules that the readers check themselves, since only they see how a text is written. */
export const readingTraps: readonly Rule[] = [
  {
    id: 'duplicate-key',
    severity: 'warning',
    explanation: 'Of two equal keys only the last one counts, and nothing says so on the device.',
    link: recipeReference,
    refusedBy: null,
  },
  {
    id: 'trailing-text',
    severity: 'warning',
    explanation: 'Text after the end of the JSON document is ignored.',
    link: recipeReference,
    refusedBy: null,
  },
  {
    id: 'second-document',
    severity: 'warning',
    explanation: 'Of several YAML documents only the first is read.',
    link: recipeReference,
    refusedBy: null,
  },
  {
    id: 'yaml-alias',
    severity: 'error',
    explanation: 'The nucleus resolves neither aliases nor merge keys: it reads their names as text.',
    link: recipeReference,
    refusedBy: 'device',
  },
  {
    id: 'yaml-anchor',
    severity: 'warning',
    explanation: 'YAML anchors have no effect in a recipe.',
    link: recipeReference,
    refusedBy: null,
  },
  {
    id: 'yaml-tag',
    severity: 'warning',
    explanation: 'YAML tags have no effect in a recipe.',
    link: recipeReference,
    refusedBy: null,
  },
  {
    id: 'yaml-braces',
    severity: 'warning',
    explanation:
      'Text that begins with a recipe variable or a placeholder in braces needs quotes, or is an object.',
    link: 'https://yaml.org/spec/1.1/#id932806',
    refusedBy: null,
  },
  {
    id: 'yaml-boolean',
    severity: 'warning',
    explanation: 'Unquoted yes, no, on and off are booleans to the device.',
    link: `${yamlTypes}bool.html`,
    refusedBy: null,
  },
  {
    id: 'yaml-number',
    severity: 'warning',
    explanation:
      'Unquoted numbers such as 017, 0x1F, 1_000 and 3.10 reach the device as another text than they are written.',
    link: `${yamlTypes}int.html`,
    refusedBy: null,
    check({ outline, format }) {
      if (format !== 'YAML') return []
      const environments = stepBodies(outline).map(body =>
        body.step === 'Setenv' ? body : stepPart(body, 'Setenv'),
      )
      return [outline.configuration, ...environments].flatMap(part =>
        part ? shortened(part.node, part.path) : [],
      )
    },
  },
]
