/** The service left out what the answer makes no sense without. */
class Incomplete extends Error {}

/** For members that identify what the answer is about. */
export function required<T>(value: T | null | undefined, member: string): T {
  if (value === undefined || value === null || value === '') throw new Incomplete(`It lacks ${member}.`)
  return value
}

/** Epoch milliseconds, or null where the service did not say. */
export function timeOf(date: Date | undefined | null): number | null {
  const time = date?.getTime()
  return time === undefined || Number.isNaN(time) ? null : time
}

export function listOf<T>(list: T[] | undefined | null, member: string): T[] {
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) throw new Incomplete(`Its ${member} is not a list.`)
  return list
}

/** The last part of an ARN such as `arn:aws:iot:us-east-1:123456789012:thing/pump-1`. */
export const lastPart = (arn: string) => arn.slice(arn.indexOf('/') + 1)
