import type { Clock } from '../clock.ts'
import type { Random } from '../random.ts'
import type { World } from '../world/world.ts'
import { answerBody, bindInput } from './bind.ts'
import type { CredentialIssuer } from './credentials.ts'
import type { Faults } from './faults.ts'
import { IdempotencyCache } from './idempotency.ts'
import type { Quotas } from './quotas.ts'
import { formParameters, type Match, type Route, routes } from './router.ts'
import type { WireRequest } from './request.ts'
import { type Answer, jsonAnswer, stsAnswer } from './respond.ts'
import { deniedResource, roleAllows } from './roles.ts'
import { invalidInput, unknownOperation } from './refusals.ts'
import { accessDenied } from './service-error.ts'
import { verifySignature } from './sigv4.ts'
import type { AnyOperation, CallContext, Caller, IdentityContext, ServiceName } from './types.ts'
import { readMembers, type Violation } from './validate.ts'

type Input = Record<string, unknown>

export type OperationTable = Record<ServiceName, Readonly<Record<string, AnyOperation>>>

/** A call that changed the world, as a journal keeps it. */
export interface Mutation {
  /** World time of the call, epoch ms. */
  at: number
  service: ServiceName
  operation: string
  input: Record<string, unknown>
}

/** What answering needs. The world is asked for anew on each call, since a reset replaces it. */
export interface DispatcherParts {
  world(): World
  clock(): Clock
  wallNow(): number
  region: string
  account: string
  operations: OperationTable
  credentials: CredentialIssuer
  quotas: Quotas
  faults: Faults
  random: Random
  onMutation(mutation: Mutation): void
}

/** Takes a routed request through authentication, permission, validation and quotas to its operation. */
export class Dispatcher {
  readonly idempotency = new IdempotencyCache()
  private readonly parts: DispatcherParts
  private lastMutation: Promise<unknown> = Promise.resolve()

  constructor(parts: DispatcherParts) {
    this.parts = parts
  }

  /** Who signed the request; throws if nobody did, or not well. `service` is the name in the signature's scope. */
  authenticate(request: WireRequest, service: string | null): Caller {
    const { region, account, credentials } = this.parts
    const { accessKeyId, session } = verifySignature(request, {
      service,
      region,
      credentials,
      wallNow: this.parts.wallNow(),
      worldNow: this.parts.clock().now(),
    })
    return {
      account,
      region,
      accessKeyId,
      arn: `arn:aws:sts::${account}:assumed-role/${session.role.name}/${session.sessionName}`,
      role: session.role.name,
      allows: action => roleAllows(session.role, action),
    }
  }

  /** Answers a REST call of Greengrass or IoT that was signed by `caller`. Errors are thrown. */
  async answerRest(
    match: Match | null,
    request: WireRequest,
    caller: Caller,
    requestId: string,
  ): Promise<Answer> {
    if (match === null) throw unknownOperation(request)
    const { service, name, contract } = match
    const { input, violations, unreadable } = bindInput(contract, match.labels, request)
    this.authorize(match, input, caller)
    if (service !== 'iot') this.parts.quotas.check(name, this.parts.wallNow())
    if (unreadable !== null || violations.length > 0) throw invalidInput(service, violations, unreadable)

    const run = () => this.run(match, input, caller, requestId)
    return this.once(match, input, this.parts.clock().now(), run)
  }

  /** `now` is world time in epoch ms. */
  private once({ service, name }: Route, input: Input, now: number, run: () => Promise<Answer>) {
    const token = input.clientToken ?? input.AmznClientToken
    return typeof token === 'string' ? this.idempotency.once(`${service} ${name} ${token}`, now, run) : run()
  }

  /** Answers Cognito's calls, which nobody signs. */
  answerCognito(match: Match, request: WireRequest): Answer {
    const { input, violations, unreadable } = bindInput(match.contract, {}, request)
    if (unreadable !== null || violations.length > 0)
      throw invalidInput(match.service, violations, unreadable)
    const output = this.callIdentity(match, input, null)
    return jsonAnswer(200, JSON.stringify(output), 'application/x-amz-json-1.1')
  }

  /** Answers STS, whose parameters come as a form. */
  answerSts(match: Match, request: WireRequest, requestId: string): Answer {
    const caller = match.name === 'GetCallerIdentity' ? this.authenticate(request, 'sts') : null
    const { DurationSeconds, ...given } = formParameters(request)
    const numbers = DurationSeconds === undefined ? {} : { DurationSeconds: Number(DurationSeconds) }
    const violations: Violation[] = []
    const { body, required } = match.contract
    const input = readMembers(body, required, {}, { ...given, ...numbers }, '', violations)
    if (violations.length > 0) throw invalidInput('sts', violations, null)
    return stsAnswer(match.name, this.callIdentity(match, input, caller) as string, requestId)
  }

  /** Runs a journaled call again, at its own time, without asking who may. */
  async repeat(mutation: Mutation): Promise<void> {
    const { account, region } = this.parts
    const caller: Caller = { account, region, accessKeyId: '', arn: '', role: '', allows: () => true }
    const world = this.parts.world()
    world.advanceTo(mutation.at)
    const { service, operation, input } = mutation
    const route = routes.find(one => one.service === service && one.name === operation)!
    const context = { world, caller, now: world.time, requestId: '' }
    // Its client token is known again as well.
    await this.once(route, input, context.now, () => this.perform(route, input, context))
  }

  private authorize(match: Match, input: Record<string, unknown>, caller: Caller): void {
    const prefix = match.service === 'iot' ? 'iot' : 'greengrass'
    const action = `${prefix}:${match.name}`
    if (caller.allows(action)) return
    const resource = deniedResource(prefix, input, this.parts)
    throw accessDenied(
      `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    )
  }

  private run(
    match: Match,
    input: Record<string, unknown>,
    caller: Caller,
    requestId: string,
  ): Promise<Answer> {
    const { service, name, contract } = match
    const call = async () => {
      const world = this.parts.world()
      world.advance()
      const context: CallContext = { world, caller, now: world.time, requestId }
      const answer = await this.perform(match, input, context)
      if (contract.method !== 'GET' && !isRead(name)) {
        this.parts.onMutation({ at: context.now, service, operation: name, input })
      }
      return answer
    }
    return contract.method === 'GET' || isRead(name) ? call() : this.inTurn(call)
  }

  private async perform({ service, name, contract }: Route, input: Input, context: CallContext) {
    const output = await this.operation(service, name)(input as never, context as never)
    return jsonAnswer(contract.status, contract.status === 204 ? null : answerBody(contract, output))
  }

  /** Calls that change the world run one after the other, also those that wait for something inside. */
  private inTurn(call: () => Promise<Answer>): Promise<Answer> {
    const turn = this.lastMutation.then(call, call)
    this.lastMutation = turn.catch(() => undefined)
    return turn
  }

  private callIdentity(match: Match, input: Record<string, unknown>, caller: Caller | null): unknown {
    const { credentials, region, account } = this.parts
    const context: IdentityContext = { credentials, region, account, wallNow: this.parts.wallNow(), caller }
    return this.operation(match.service, match.name)(input as never, context as never)
  }

  private operation(service: ServiceName, name: string): AnyOperation {
    return this.parts.operations[service][name] as AnyOperation
  }
}

/** Reads that travel as a POST. */
const isRead = (name: string) => /^(Get|List|Describe|Search|Resolve)/.test(name)
