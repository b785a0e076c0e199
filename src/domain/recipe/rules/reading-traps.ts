import { recipeReference, type Rule } from '../rule.ts'

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
      'Unquoted numbers with a leading zero, 0x or underscores are not the decimal number they look like.',
    link: `${yamlTypes}int.html`,
    refusedBy: null,
  },
]
