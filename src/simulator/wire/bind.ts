import type { OperationContract, Shape } from './contract.ts'
import { decode, rawParameters, type WireRequest } from './request.ts'
import { isObject, readMembers, readValue, type Violation } from './validate.ts'

export interface Bound {
  input: Record<string, unknown>
  violations: Violation[]
  /** The body is no JSON object. */
  unreadable: string | null
}

/**
 * Gathers an operation's input from path labels, query, headers and a JSON body, and checks it.
 * `labels` are the raw segments of the path by label name.
 */
export function bindInput(
  contract: OperationContract,
  labels: Readonly<Record<string, string>>,
  request: WireRequest,
): Bound {
  const violations: Violation[] = []
  const input: Record<string, unknown> = {}

  for (const [name, shape] of Object.entries(contract.path)) {
    input[name] = readValue(shape, decode(labels[name] ?? ''), name, violations)
  }
  if (Object.keys(contract.query).length > 0) {
    const given = queryValues(request.query, contract.query)
    Object.assign(input, readMembers(contract.query, contract.required, {}, given, '', violations))
  }
  for (const [name, { header, shape }] of Object.entries(contract.headers)) {
    const value = request.headers.get(header)
    if (value !== null) input[name] = readValue(shape, value, name, violations)
  }
  let unreadable: string | null = null
  if (Object.keys(contract.body).length > 0) {
    const body = parseBody(request.body)
    if (typeof body === 'string') unreadable = body
    else {
      const { names, required } = contract
      Object.assign(input, readMembers(contract.body, required, names, body, '', violations))
    }
  }
  return { input, violations, unreadable }
}

/** Values by member. A repeated parameter makes a list; for anything else its first value counts. */
function queryValues(query: string, members: Readonly<Record<string, Shape>>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [rawName, rawValue] of rawParameters(query)) {
    const name = decode(rawName)
    const shape = Object.hasOwn(members, name) ? members[name] : undefined
    if (shape === undefined) continue
    const text = decode(rawValue.replaceAll('+', ' '))
    if (shape.kind === 'list') {
      const items = (values[name] ?? []) as unknown[]
      items.push(text)
      values[name] = items
    } else if (!Object.hasOwn(values, name)) values[name] = queryValue(shape, text)
  }
  return values
}

/** Numbers and booleans travel as text; text that is neither stays text and is refused as a wrong type. */
function queryValue(shape: Shape, text: string): unknown {
  if (shape.kind === 'whole' || shape.kind === 'number')
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  if (shape.kind === 'flag') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** The body's object, or what is wrong with the body. No body at all is an empty object. */
export function parseBody(body: Uint8Array): Record<string, unknown> | string {
  if (body.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return 'Could not parse request body into json: the body is not valid JSON.'
  }
  return isObject(value) ? value : 'Could not parse request body into json: an object was expected.'
}

/** An answer's JSON: `undefined` members vanish, members get their wire names at every depth. */
export function answerBody(contract: OperationContract, output: unknown): string {
  const { answerNames } = contract
  const renamed = Object.keys(answerNames).length === 0 ? output : rename(output, answerNames)
  return JSON.stringify(renamed ?? {})
}

function rename(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map(item => rename(item, names))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [names[name] ?? name, rename(item, names)]),
  )
}
