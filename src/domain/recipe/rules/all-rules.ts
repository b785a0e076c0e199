import { serviceRules } from '../check-recipe.ts'
import type { Rule } from '../rule.ts'
import { artifactRules } from './artifacts.ts'
import { looseVersion, quoteScalars, reservedName } from './component-identity.ts'
import { dependencyRules } from './dependencies.ts'
import { keyCase, keyTwice } from './key-case.ts'
import { lifecycleStepRules } from './lifecycle-steps.ts'
import { manifestRules } from './manifests.ts'
import { placeholderRule } from './placeholders.ts'
import { platformValues } from './platform-values.ts'
import { readingTraps } from './reading-traps.ts'
import { recipeVariableRule } from './recipe-variables.ts'
import { stepFields } from './step-fields.ts'
import { unknownNestedKey } from './unknown-keys.ts'

/** Every rule there is: first those by which the service refuses, then what is worth telling an author. */
export const allRules: readonly Rule[] = [
  ...serviceRules,
  ...readingTraps,
  unknownNestedKey,
  keyCase,
  keyTwice,
  looseVersion,
  reservedName,
  quoteScalars,
  ...dependencyRules,
  ...manifestRules,
  ...platformValues,
  ...lifecycleStepRules,
  ...stepFields,
  ...artifactRules,
  recipeVariableRule,
  placeholderRule,
]
