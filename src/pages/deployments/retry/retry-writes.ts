import type { WriteCall } from '#src/domain/cli-command.ts'
import type { RetryPlan } from '#src/domain/retry-plan.ts'
import { plannedCalls } from '#src/domain/retry-steps.ts'

/** What a plan writes from here on, if nothing fails. */
export function writesOf(plan: RetryPlan): WriteCall[] {
  return plannedCalls(plan).flatMap(({ call, input: { clientToken: _, ...input } }) =>
    call === 'ListDeployments' ? [] : [{ action: call, input }],
  )
}
