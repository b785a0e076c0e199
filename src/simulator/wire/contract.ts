/**
 * The language of the contract tables: what each operation takes and where it travels. The tables drive routing,
 * binding and validation. Their constraints are those of the service models; limits that AWS states only in prose
 * belong to the operations.
 */
export type Shape =
  | { kind: 'text'; min: number; max: number; pattern?: string; oneOf?: readonly string[] }
  | { kind: 'whole' | 'number'; min: number; max: number }
  | { kind: 'flag' | 'time' | 'blob' }
  | { kind: 'list'; item: Shape; min: number; max: number }
  | { kind: 'map'; key: Shape; value: Shape; min: number; max: number }
  | { kind: 'structure'; members: Record<string, Shape>; required: readonly string[]; names: Names }

/** Member name to wire name, for the members where they differ. */
export type Names = Readonly<Record<string, string>>

/** Text of `min` to `max` characters; the pattern holds for the whole text. */
export const text = (min = 0, max = Number.POSITIVE_INFINITY, pattern?: string): Shape =>
  pattern === undefined ? { kind: 'text', min, max } : { kind: 'text', min, max, pattern }
export const oneOf = (...values: string[]): Shape => ({ kind: 'text', min: 0, max: 256, oneOf: values })
export const whole = (min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Shape => ({
  kind: 'whole',
  min,
  max,
})
export const number = (min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Shape => ({
  kind: 'number',
  min,
  max,
})
export const flag: Shape = { kind: 'flag' }
export const blob: Shape = { kind: 'blob' }
export const list = (item: Shape, min = 0, max = Number.POSITIVE_INFINITY): Shape => ({
  kind: 'list',
  item,
  min,
  max,
})
export const map = (key: Shape, value: Shape, min = 0, max = Number.POSITIVE_INFINITY): Shape => ({
  kind: 'map',
  key,
  value,
  min,
  max,
})
export const structure = (
  members: Record<string, Shape>,
  required: readonly string[] = [],
  names: Names = {},
): Shape => ({ kind: 'structure', members, required, names })

export interface HeaderMember {
  header: string
  shape: Shape
}
export const header = (name: string, shape: Shape): HeaderMember => ({ header: name.toLowerCase(), shape })

type Members = Readonly<Record<string, Shape>>

export interface OperationContract {
  method: string
  /** Path template split at `/`; a label is `{name}`, a greedy one `{name+}`. */
  segments: readonly string[]
  /** Status of a success; 204 has no body. */
  status: number
  path: Members
  query: Members
  headers: Readonly<Record<string, HeaderMember>>
  body: Members
  required: readonly string[]
  /** Wire names of body members. */
  names: Names
  /** Wire names of answer members, at every depth. */
  answerNames: Names
}

interface Details {
  status?: number
  path?: Members
  query?: Members
  headers?: Readonly<Record<string, HeaderMember>>
  body?: Members
  required?: readonly string[]
  names?: Names
  answerNames?: Names
}

/** `operation('GET /things/{thingName}', { path: { thingName } })`. Path labels are always required. */
export function operation(route: string, details: Details = {}): OperationContract {
  const [method = '', template = ''] = route.split(' ')
  return {
    method,
    segments: template.split('/').slice(1),
    status: details.status ?? 200,
    path: details.path ?? {},
    query: details.query ?? {},
    headers: details.headers ?? {},
    body: details.body ?? {},
    required: details.required ?? [],
    names: details.names ?? {},
    answerNames: details.answerNames ?? {},
  }
}
