import type { Shape } from './contract.ts'

/** A member that breaks the contract. */
export interface Violation {
  /** Path of the member, as AWS writes it: `components.com.example.Pump.member.componentVersion`. */
  path: string
  /** `type` for JSON of a wrong type, `constraint` for a value that is out of bounds. */
  kind: 'type' | 'constraint'
  message: string
}

/**
 * Checks a JSON value against a shape and returns what the operation gets: unknown members and nulls left out,
 * members under their own names. Violations are collected, not thrown.
 */
export function readValue(shape: Shape, value: unknown, path: string, violations: Violation[]): unknown {
  const wrongType = (expected: string) => {
    violations.push({ path, kind: 'type', message: `${typeName(value)} can not be converted to ${expected}` })
    return undefined
  }
  const constrain = (holds: boolean, constraint: string) => {
    if (!holds) violations.push({ path, kind: 'constraint', message: fault(path, value, constraint) })
  }
  switch (shape.kind) {
    case 'text': {
      if (typeof value !== 'string') return wrongType('a String')
      if (shape.oneOf !== undefined) {
        constrain(
          shape.oneOf.includes(value),
          `Member must satisfy enum value set: [${shape.oneOf.join(', ')}]`,
        )
        return value
      }
      const length =
        value.length > shape.max || value.length < shape.min * 2 ? characters(value) : value.length
      constrain(length >= shape.min, `Member must have length greater than or equal to ${shape.min}`)
      constrain(length <= shape.max, `Member must have length less than or equal to ${shape.max}`)
      if (shape.pattern !== undefined) {
        constrain(
          pattern(shape.pattern).test(value),
          `Member must satisfy regular expression pattern: ${shape.pattern}`,
        )
      }
      return value
    }
    case 'whole':
    case 'number':
      if (typeof value !== 'number') return wrongType(shape.kind === 'whole' ? 'an Integer' : 'a Double')
      if (shape.kind === 'whole' && !Number.isInteger(value)) return wrongType('an Integer')
      constrain(value >= shape.min, `Member must have value greater than or equal to ${shape.min}`)
      constrain(value <= shape.max, `Member must have value less than or equal to ${shape.max}`)
      return value
    case 'flag':
      return typeof value === 'boolean' ? value : wrongType('a Boolean')
    case 'time':
      return typeof value === 'number' ? value : wrongType('a Timestamp')
    case 'blob':
      if (typeof value !== 'string' || !isBase64(value)) return wrongType('a Blob')
      return value
    case 'list': {
      if (!Array.isArray(value)) return wrongType('a List')
      constrain(value.length >= shape.min, `Member must have length greater than or equal to ${shape.min}`)
      constrain(value.length <= shape.max, `Member must have length less than or equal to ${shape.max}`)
      return value.map((item, index) => {
        const at = `${path}.${index + 1}.member`
        if (item === null || item === undefined) {
          violations.push({
            path: at,
            kind: 'constraint',
            message: fault(at, null, 'Member must not be null'),
          })
          return undefined
        }
        return readValue(shape.item, item, at, violations)
      })
    }
    case 'map': {
      if (!isObject(value)) return wrongType('a Map')
      const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
      constrain(entries.length >= shape.min, `Member must have length greater than or equal to ${shape.min}`)
      constrain(entries.length <= shape.max, `Member must have length less than or equal to ${shape.max}`)
      // fromEntries defines each property, so that a key such as __proto__ stays an ordinary key.
      return Object.fromEntries(
        entries.map(([name, item]) => {
          readValue(shape.key, name, `${path}.key`, violations)
          return [name, readValue(shape.value, item, `${path}.${name}.member`, violations)]
        }),
      )
    }
    case 'structure': {
      if (!isObject(value)) return wrongType('a Structure')
      return readMembers(shape.members, shape.required, shape.names, value, `${path}.`, violations)
    }
  }
}

/** Reads the known members of an object and reports the required ones that it lacks. */
export function readMembers(
  members: Readonly<Record<string, Shape>>,
  required: readonly string[],
  names: Readonly<Record<string, string>>,
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  violations: Violation[],
): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const [name, shape] of Object.entries(members)) {
    const wireName = names[name] ?? name
    const item = Object.hasOwn(value, wireName) ? value[wireName] : undefined
    const path = prefix + name
    if (item !== undefined && item !== null) read[name] = readValue(shape, item, path, violations)
    else if (required.includes(name)) {
      violations.push({ path, kind: 'constraint', message: fault(path, null, 'Member must not be null') })
    }
  }
  return read
}

/** One sentence for all violations, in AWS's form: `2 validation errors detected: Value ... at ...; Value ...`. */
export function violationMessage(violations: readonly Violation[]): string {
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`
  return `${count} detected: ${violations.map(violation => violation.message).join('; ')}`
}

function fault(path: string, value: unknown, constraint: string): string {
  const shown = value === null || typeof value === 'object' ? null : String(value)
  const quoted =
    shown === null ? 'Value' : `Value '${shown.length > 64 ? `${shown.slice(0, 64)}...` : shown}'`
  return `${quoted} at '${path}' failed to satisfy constraint: ${constraint}`
}

const patterns = new Map<string, RegExp>()

/** A pattern of the contract holds for the whole text, whether or not it is anchored. */
function pattern(source: string): RegExp {
  let compiled = patterns.get(source)
  if (compiled === undefined) {
    compiled = new RegExp(`^(?:${source})$`, 'su')
    patterns.set(source, compiled)
  }
  return compiled
}

function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'LIST_VALUE'
  return `${typeof value === 'object' ? 'STRUCTURE' : (typeof value).toUpperCase()}_VALUE`
}
