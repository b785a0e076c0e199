import type { AssociationError } from '#src/domain/client-device.ts'

/** Where a bulk run stands. Every name that was asked for is in exactly one of the three lists once it is over. */
export interface AssociationRun {
  kind: 'associate' | 'disassociate'
  core: string
  asked: readonly string[]
  done: readonly string[]
  errors: readonly AssociationError[]
  /** Never reached the service, since a call before them failed as a whole. */
  notSent: readonly string[]
}

/** Names that a retry should send again: refused ones and those that were never sent, in the order asked for. */
export function retryNames(run: AssociationRun): string[] {
  const wanted = new Set([...run.errors.map(error => error.name), ...run.notSent])
  return run.asked.filter(name => wanted.has(name))
}

/**
 * A run with the result of its retry put in: what was done stays done, and only what the retry did not do is still
 * open.
 */
export function afterRetry(
  run: AssociationRun,
  retry: Pick<AssociationRun, 'done' | 'errors' | 'notSent'>,
): AssociationRun {
  return { ...run, done: [...run.done, ...retry.done], errors: retry.errors, notSent: retry.notSent }
}

/** `250 asked for: 247 associated, 3 refused` */
export function runSummary(run: AssociationRun): string {
  const verb = run.kind === 'associate' ? 'associated' : 'disassociated'
  const parts = [`${run.done.length} ${verb}`]
  if (run.errors.length > 0) parts.push(`${run.errors.length} refused`)
  if (run.notSent.length > 0) parts.push(`${run.notSent.length} not sent`)
  return `${run.asked.length} asked for: ${parts.join(', ')}`
}
