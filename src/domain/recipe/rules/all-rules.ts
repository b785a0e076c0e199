import { serviceRules } from '../check-recipe.ts'
import type { Rule } from '../rule.ts'
import { accessControl } from './access-control.ts'
import { accountRules } from './account.ts'
import { artifactRules } from './artifacts.ts'
import { quoteScalars, reservedName } from './component-identity.ts'
import { dependencyRules } from './dependencies.ts'
import { globalLifecycle } from './global-lifecycle.ts'
import { keyCase, keyTwice } from './key-case.ts'
import { lifecycleStepRules } from './lifecycle-steps.ts'
import { liteRules } from './lite.ts'
import { manifestRules } from './manifests.ts'
import { placeholderRule } from './placeholders.ts'
import { platformValues } from './platform-values.ts'
import { readingTraps } from './reading-traps.ts'
import { recipeVariableRule } from './recipe-variables.ts'
import { stepFields } from './step-fields.ts'
import { unpackedFolder } from './unpacked-folder.ts'
import { unknownNestedKey } from './unknown-keys.ts'
import { writtenByService } from './written-by-service.ts'

/** Every rule there is: first those by which the service refuses, then what is worth telling an author. */
export const allRules: readonly Rule[] = [
  ...serviceRules,
  ...readingTraps,
  unknownNestedKey,
  keyCase,
  keyTwice,
  reservedName,
  quoteScalars,
  ...dependencyRules,
  ...manifestRules,
  ...platformValues,
  ...lifecycleStepRules,
  ...stepFields,
  ...globalLifecycle,
  ...artifactRules,
  recipeVariableRule,
  unpackedFolder,
  ...writtenByService,
  ...accessControl,
  placeholderRule,
  ...liteRules,
]

/** The same and those that ask what the account holds: all that a list of rules has to name. */
export const listedRules: readonly Rule[] = [...allRules, ...accountRules]
