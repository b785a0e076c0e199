import * as cognito from '@aws-sdk/client-cognito-identity'
import * as greengrass from '@aws-sdk/client-greengrassv2'
import * as iot from '@aws-sdk/client-iot'
import { NormalizedSchema } from '@smithy/core/schema'
import { describe, expect, it } from 'vitest'
import type { OperationContract, Shape } from './contract.ts'
import { routes } from './router.ts'
import { readValue } from './validate.ts'

type OperationSchema = [
  kind: number,
  namespace: string,
  name: string,
  traits: { http?: [method: string, uri: string, status: number] },
  input: () => unknown,
  output: () => unknown,
]

const sdks: Record<string, Record<string, unknown>> = {
  greengrassv2: greengrass,
  iot,
  'cognito-identity': cognito,
}

const schemaOf = (service: string, name: string) => sdks[service]?.[`${name}$`] as OperationSchema
const normal = (schema: unknown) => NormalizedSchema.of(schema as never)

/** What a member's schema says, in the words of our tables. */
function kindOf(schema: NormalizedSchema): string {
  if (schema.isStructSchema()) return 'structure'
  if (schema.isListSchema()) return 'list'
  if (schema.isMapSchema()) return 'map'
  if (schema.isBlobSchema()) return 'blob'
  if (schema.isBooleanSchema()) return 'flag'
  if (schema.isTimestampSchema()) return 'time'
  return schema.isNumericSchema() ? 'number' : 'text'
}

/** Differences between a shape and a schema, at every depth. */
function differences(shape: Shape, schema: NormalizedSchema, path: string): string[] {
  const kind = shape.kind === 'whole' ? 'number' : shape.kind
  if (kind !== kindOf(schema)) return [`${path} is ${kind}, the SDK has ${kindOf(schema)}`]
  if (shape.kind === 'list') return differences(shape.item, schema.getValueSchema(), `${path}[]`)
  if (shape.kind === 'map') return differences(shape.value, schema.getValueSchema(), `${path}{}`)
  if (shape.kind !== 'structure') return []
  return structureDifferences(shape.members, shape.required, shape.names, schema, path)
}

function structureDifferences(
  members: Readonly<Record<string, Shape>>,
  required: readonly string[],
  names: Readonly<Record<string, string>>,
  schema: NormalizedSchema,
  path: string,
): string[] {
  const found: string[] = []
  const theirs = new Map([...schema.structIterator()])
  const ours = Object.keys(members)
  if (ours.toSorted().join() !== [...theirs.keys()].toSorted().join()) {
    found.push(`${path} has ${ours.join()}, the SDK has ${[...theirs.keys()].join()}`)
  }
  if (required.toSorted().join() !== requiredOf(schema).toSorted().join()) {
    found.push(`${path} requires ${required.join()}, the SDK ${requiredOf(schema).join()}`)
  }
  for (const [name, member] of theirs) {
    const shape = members[name]
    if (shape === undefined) continue
    const wireName = member.getMergedTraits().jsonName ?? name
    if ((names[name] ?? name) !== wireName) found.push(`${path}.${name} travels as ${wireName}`)
    found.push(...differences(shape, member, `${path}.${name}`))
  }
  return found
}

/** The last element of a structure's schema says how many of its members, from the first on, are required. */
function requiredOf(schema: NormalizedSchema): string[] {
  const [, , , , names, , count] = schema.getSchema() as unknown as [0, 0, 0, 0, string[], unknown, number?]
  return names.slice(0, count ?? 0)
}

/** Where the SDK puts each input member. */
function bindingOf(schema: NormalizedSchema) {
  const binding: Record<string, string> = {}
  for (const [name, member] of schema.structIterator()) {
    const traits = member.getMergedTraits()
    if (traits.httpLabel) binding[name] = 'path'
    else if (traits.httpQuery !== undefined) binding[name] = `query ${traits.httpQuery}`
    else if (traits.httpHeader !== undefined) binding[name] = `header ${traits.httpHeader}`
    else binding[name] = `body ${traits.jsonName ?? name}`
  }
  return binding
}

function ourBinding(contract: OperationContract) {
  const binding: Record<string, string> = {}
  for (const name of Object.keys(contract.path)) binding[name] = 'path'
  for (const name of Object.keys(contract.query)) binding[name] = `query ${name}`
  for (const [name, { header }] of Object.entries(contract.headers)) binding[name] = `header ${header}`
  for (const name of Object.keys(contract.body)) binding[name] = `body ${contract.names[name] ?? name}`
  return binding
}

/** Wire names of an output's members at every depth, where they differ from the members' own. */
function renamed(schema: NormalizedSchema, found: Record<string, string> = {}, seen = new Set<string>()) {
  if (schema.isListSchema() || schema.isMapSchema()) renamed(schema.getValueSchema(), found, seen)
  if (schema.isStructSchema() && !seen.has(schema.getName() ?? '')) {
    seen.add(schema.getName() ?? '')
    for (const [name, member] of schema.structIterator()) {
      const { jsonName } = member.getMergedTraits()
      if (jsonName !== undefined && jsonName !== name) found[name] = String(jsonName)
      renamed(member, found, seen)
    }
  }
  return found
}

const modelled = routes.filter(route => route.service === 'greengrassv2' || route.service === 'iot')

describe('the contract tables and the SDK', () => {
  it('has every operation of Greengrass V2', () => {
    const commands = Object.keys(greengrass).flatMap(name => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? [])
    const ours = routes.filter(route => route.service === 'greengrassv2').map(route => route.name)
    expect(ours.toSorted()).toEqual(commands.toSorted())
    expect(ours).toHaveLength(29)
  })

  it.each(modelled)('$service $name: same route, status and bindings', ({ service, name, contract }) => {
    const [, , , traits, input] = schemaOf(service, name)
    const [method, uri, status] = traits.http ?? []
    expect({
      method: contract.method,
      uri: `/${contract.segments.join('/')}`,
      status: contract.status,
    }).toEqual({ method, uri: uri?.split('?')[0], status })
    expect(ourBinding(contract)).toEqual(bindingOf(normal(input())))
  })

  it.each(modelled)('$service $name: same shapes and required members', ({ service, name, contract }) => {
    const [, , , , input, output] = schemaOf(service, name)
    const schema = normal(input())
    const members: Record<string, Shape> = { ...contract.path, ...contract.query, ...contract.body }
    for (const [member, { shape }] of Object.entries(contract.headers)) members[member] = shape
    const required = [...contract.required, ...Object.keys(contract.path)]
    const labelled = Object.fromEntries(
      [...schema.structIterator()].map(([member, value]) => [
        member,
        String(value.getMergedTraits().jsonName ?? member),
      ]),
    )
    expect(structureDifferences(members, required, labelled, schema, name)).toEqual([])
    expect(contract.answerNames).toEqual(renamed(normal(output())))
  })

  it.each(routes.filter(route => route.service === 'cognito-identity'))(
    'cognito $name: same members',
    ({ name, contract }) => {
      const [, , , , input] = schemaOf('cognito-identity', name)
      expect(structureDifferences(contract.body, contract.required, {}, normal(input()), name)).toEqual([])
    },
  )
})

describe('the tables on their own', () => {
  it('have patterns that compile', () => {
    const patterns = new Set<string>()
    const collect = (shape: Shape): void => {
      if (shape.kind === 'text' && shape.pattern !== undefined) patterns.add(shape.pattern)
      if (shape.kind === 'list') collect(shape.item)
      if (shape.kind === 'map') [shape.key, shape.value].forEach(collect)
      if (shape.kind === 'structure') Object.values(shape.members).forEach(collect)
    }
    for (const { contract } of routes) {
      Object.values({ ...contract.path, ...contract.query, ...contract.body }).forEach(collect)
    }
    expect(patterns.size).toBeGreaterThan(15)
    for (const pattern of patterns) {
      const shape: Shape = { kind: 'text', min: 0, max: 9, pattern }
      expect(() => readValue(shape, 'x', 'x', [])).not.toThrow()
    }
  })
})
