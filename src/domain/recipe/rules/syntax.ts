import { recipeReference, type Rule } from '../rule.ts'

export const syntax: Rule = {
  id: 'syntax',
  severity: 'error',
  explanation: 'A recipe is one well-formed JSON or YAML object.',
  link: recipeReference,
  refusedBy: 'service',
}
