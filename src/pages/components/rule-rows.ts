import { accountRules } from '#src/domain/recipe/rules/account.ts'
import { allRules } from '#src/domain/recipe/rules/all-rules.ts'

export interface RuleRow {
  id: string
  severity: 'error' | 'warning' | 'hint'
  explanation: string
  link: string
  refusedBy: 'service' | 'device' | 'nobody'
}

/** Every rule once, in order of ids. */
export function ruleRows(): RuleRow[] {
  const byId = new Map<string, RuleRow>()
  for (const { id, severity, explanation, link, refusedBy } of [...allRules, ...accountRules])
    if (!byId.has(id)) byId.set(id, { id, severity, explanation, link, refusedBy: refusedBy ?? 'nobody' })
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
