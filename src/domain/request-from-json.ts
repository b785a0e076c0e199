import type { DeploymentRequest } from './deployment.ts'
import { type DocumentNode, nodeValue, type Span } from './recipe/document.ts'
import { readJson } from './recipe/read-json.ts'

/** What the text of a request says of the type of a member. */
type Shape =
  | { kind: 'text' | 'number' }
  | { kind: 'one of'; values: readonly string[] }
  | { kind: 'list'; of: Shape }
  | { kind: 'map'; of: Shape }
  | { kind: 'members'; of: Readonly<Record<string, Shape>>; required: readonly string[] }

const text: Shape = { kind: 'text' }
const number: Shape = { kind: 'number' }
const oneOf = (...values: string[]): Shape => ({ kind: 'one of', values })
const list = (of: Shape): Shape => ({ kind: 'list', of })
const map = (of: Shape): Shape => ({ kind: 'map', of })
const members = (of: Record<string, Shape>, ...required: string[]): Shape => ({
  kind: 'members',
  of,
  required,
})

/** https://docs.aws.amazon.com/greengrass/v2/APIReference/API_CreateDeployment.html */
const requestShape = members(
  {
    targetArn: text,
    deploymentName: text,
    components: map(
      members(
        {
          componentVersion: text,
          configurationUpdate: members({ merge: text, reset: list(text) }),
          runWith: members({
            posixUser: text,
            windowsUser: text,
            systemResourceLimits: members({ memory: number, cpus: number }),
          }),
        },
        'componentVersion',
      ),
    ),
    iotJobConfiguration: members({
      jobExecutionsRolloutConfig: members({
        maximumPerMinute: number,
        exponentialRate: members(
          {
            baseRatePerMinute: number,
            incrementFactor: number,
            rateIncreaseCriteria: members({
              numberOfNotifiedThings: number,
              numberOfSucceededThings: number,
            }),
          },
          'baseRatePerMinute',
          'incrementFactor',
          'rateIncreaseCriteria',
        ),
      }),
      abortConfig: members(
        {
          criteriaList: list(
            members(
              {
                failureType: oneOf('FAILED', 'REJECTED', 'TIMED_OUT', 'ALL'),
                action: oneOf('CANCEL'),
                thresholdPercentage: number,
                minNumberOfExecutedThings: number,
              },
              'failureType',
              'action',
              'thresholdPercentage',
              'minNumberOfExecutedThings',
            ),
          ),
        },
        'criteriaList',
      ),
      timeoutConfig: members({ inProgressTimeoutInMinutes: number }),
    }),
    deploymentPolicies: members({
      failureHandlingPolicy: oneOf('ROLLBACK', 'DO_NOTHING'),
      componentUpdatePolicy: members({
        timeoutInSeconds: number,
        action: oneOf('NOTIFY_COMPONENTS', 'SKIP_NOTIFY_COMPONENTS'),
      }),
      configurationValidationPolicy: members({ timeoutInSeconds: number }),
    }),
    parentTargetArn: text,
    tags: map(text),
  },
  'targetArn',
)

/** Members of what GetDeployment answers, and the token: no part of what a person asks for. */
const notAsked = new Set([
  'clientToken',
  'creationTimestamp',
  'deploymentId',
  'deploymentStatus',
  'iotJobArn',
  'iotJobId',
  'isLatestForTarget',
  'revisionId',
])

export interface JsonProblem {
  /** From 1. */
  line: number
  column: number
  message: string
}

export type ReadRequest =
  | {
      ok: true
      request: DeploymentRequest
      /** Members that were there and are the service's own to give, such as `deploymentId`. */
      leftOut: string[]
    }
  | { ok: false; problems: JsonProblem[] }

type Complain = (span: Span, message: string) => void

const article: Record<Shape['kind'], string> = {
  text: 'a text in quotes',
  number: 'a number',
  'one of': 'a text in quotes',
  list: 'a list',
  map: 'an object',
  members: 'an object',
}

function check(shape: Shape, node: DocumentNode, name: string, complain: Complain): void {
  const wrong = () => {
    const hint =
      name === 'merge' && node.kind === 'object' ? ': the JSON of the configuration, written as a text' : ''
    complain(node.span, `${name} is ${article[shape.kind]}${hint}.`)
  }
  if (shape.kind === 'list') {
    if (node.kind !== 'array') wrong()
    else for (const item of node.items) check(shape.of, item, `An element of ${name}`, complain)
  } else if (shape.kind === 'map' || shape.kind === 'members') {
    if (node.kind === 'object') checkEntries(shape, node, name, complain)
    else wrong()
  } else {
    const value = node.kind === 'scalar' ? node.value : null
    if (typeof value !== (shape.kind === 'number' ? 'number' : 'string')) wrong()
    else if (shape.kind === 'one of' && !shape.values.includes(String(value)))
      complain(node.span, `${name} is ${shape.values.join(' or ')}.`)
  }
}

function checkEntries(
  shape: Extract<Shape, { kind: 'map' | 'members' }>,
  node: Extract<DocumentNode, { kind: 'object' }>,
  name: string,
  complain: Complain,
): void {
  const seen = new Set<string>()
  for (const { key, keySpan, value } of node.entries) {
    if (seen.has(key)) complain(keySpan, `${key} is there twice.`)
    seen.add(key)
    if (shape.kind === 'map') check(shape.of, value, key, complain)
    else {
      const member = Object.hasOwn(shape.of, key) ? shape.of[key] : undefined
      if (member) check(member, value, key, complain)
      else if (shape !== requestShape || !notAsked.has(key))
        complain(keySpan, `${name} has no member ${key}. It has ${Object.keys(shape.of).join(', ')}.`)
    }
  }
  const missing = shape.kind === 'members' ? shape.required.filter(key => !seen.has(key)) : []
  if (missing.length > 0)
    complain({ start: node.span.start, end: node.span.start + 1 }, `${name} lacks ${missing.join(', ')}.`)
}

/**
 * Reads the body of CreateDeployment from JSON text, each member with its type; limits are `checkRequest`'s matter.
 * Takes what GetDeployment answered too. Nothing that was written is dropped without a word.
 */
export function readRequest(source: string): ReadRequest {
  const { root, syntax, traps } = readJson(source)
  const problems: JsonProblem[] = []
  const complain: Complain = ({ start }, message) => {
    const before = source.slice(0, start).split('\n')
    problems.push({ line: before.length, column: before.at(-1)!.length + 1, message })
  }
  for (const { span, message } of syntax) complain(span, message)
  for (const { rule, finding } of traps)
    if (rule === 'trailing-text') complain(finding.span, 'There is text after the end of the request.')
  if (root && syntax.length === 0) check(requestShape, root, 'The request', complain)
  if (!root || problems.length > 0)
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) }
  const entries = Object.entries(nodeValue(root) as Record<string, unknown>)
  const request = Object.fromEntries(entries.filter(([key]) => !notAsked.has(key)))
  return {
    ok: true,
    request: request as unknown as DeploymentRequest,
    leftOut: entries.map(([key]) => key).filter(key => notAsked.has(key)),
  }
}
