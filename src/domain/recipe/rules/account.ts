import { recipeReference, type Rule } from '../rule.ts'

const versions = 'https://docs.aws.amazon.com/greengrass/v2/developerguide/manage-components.html'

/** Rules that ask what the account holds; `checkAgainstAccount` checks them, the last one the service alone. */
export const accountRules: readonly Rule[] = [
  {
    id: 'version-taken',
    severity: 'error',
    explanation: 'A published version never changes: what is new needs a new version.',
    link: versions,
    refusedBy: 'service',
  },
  {
    id: 'dependency-missing',
    severity: 'warning',
    explanation: 'A dependency is a component of the account or of AWS; without it no deployment succeeds.',
    link: recipeReference,
    refusedBy: null,
  },
  {
    id: 'dependency-unsatisfied',
    severity: 'warning',
    explanation: 'Some version of a dependency meets the requirement; without one no deployment succeeds.',
    link: recipeReference,
    refusedBy: null,
  },
  {
    id: 'dependency-conflict',
    severity: 'warning',
    explanation: 'All components that depend on another one agree on one version of it.',
    link: versions,
    refusedBy: null,
  },
  {
    id: 'dependency-loop',
    severity: 'warning',
    explanation: 'Dependencies never lead back to where they began; devices refuse a loop.',
    link: versions,
    refusedBy: null,
  },
  {
    id: 'dependency-guidance',
    severity: 'warning',
    explanation: 'A version that its vendor discontinued or deleted is no good ground to build on.',
    link: versions,
    refusedBy: null,
  },
  {
    id: 'service-artifact',
    severity: 'error',
    explanation:
      'The service reads every artifact when it creates a version, with the rights of who creates it.',
    link: versions,
    refusedBy: 'service',
  },
]
