import { pointerSegment } from './document.ts'

/** JSON pointers to all that a configuration holds, objects before what is in them. At most 200. */
export function configurationPointers(value: unknown): { pointer: string; value: unknown }[] {
  const found: { pointer: string; value: unknown }[] = []
  const visit = (inner: unknown, pointer: string, depth: number) => {
    if (found.length >= 200 || depth > 8) return
    if (pointer !== '') found.push({ pointer, value: inner })
    if (typeof inner !== 'object' || inner === null) return
    for (const [key, child] of Object.entries(inner)) visit(child, pointer + pointerSegment(key), depth + 1)
  }
  visit(value, '', 0)
  return found
}
