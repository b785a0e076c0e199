import { ServiceFailure } from '#src/domain/service-failure.ts'
import { type Clients, createClients } from './clients.ts'
import type { ConnectionConfig } from './config.ts'
import { type CredentialProvider, createCredentialProvider } from './credentials.ts'
import { corsFailure, expiredFailure, timeoutFailure, toServiceFailure } from './failure.ts'
import { credentialSource, type Logins } from './identity-pool.ts'
import { createReachability } from './reachability.ts'
import { isReadOperation, readOnlyFailure } from './read-only-guard.ts'
import { createRequestMeter, type RequestMeter } from './request-meter.ts'
import { retryVerdict } from './retry-policy.ts'
import { createScheduler, type Priority, type Timers, wallTimers } from './scheduler.ts'
import { createServiceClock, type ServiceClock } from './service-clock.ts'
import { type ServiceCommand, type Target, targetOf } from './service-command.ts'
import { createSession, type Session } from './session.ts'
import { createTransport, Unreached } from './transport.ts'

export interface CallOptions {
  /** Default `screen`. */
  priority?: Priority
  /** Drops the call from the queue, or ends it under way. The promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** For each attempt, from when it is sent. Default 15,000. */
  timeoutMs?: number
}

export interface Connection extends Clients {
  readonly config: ConnectionConfig
  /** Distinct for each opened connection: the first part of every query key. */
  readonly id: string
  readonly readOnly: boolean
  readonly credentials: CredentialProvider
  readonly session: Session
  readonly serviceClock: ServiceClock
  readonly meter: RequestMeter
  /** The one way to call a service. Rejects with a ServiceFailure, or with the signal's reason if that is aborted. */
  call<Output>(command: ServiceCommand<Output>, options?: CallOptions): Promise<Output>
  close(): void
}

export interface OpenOptions {
  fetch?: typeof fetch
  /** Tokens of the signed-in person; without them the identity pool is asked as a guest. */
  logins?: Logins | null
  /** Gets a new sign-in before new credentials are asked for; a guest needs none. */
  signIn?: (() => Promise<void>) | null
  signOut?: (() => Promise<void>) | null
  correctClockSkew?: boolean
  /** The tab, for its visibility; null outside of a browser. */
  page?: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> | null
  timers?: Timers
  random?: () => number
}

const defaultTimeout = 15_000
const credentialTimeout = 12_000
const credentialsAction = 'cognito-identity:GetCredentialsForIdentity'
/** What Cognito says when a sign-in is over or was never good: new credentials need a person. */
const needsPerson = new Set(['forbidden', 'expired', 'not-found', 'invalid'])
let opened = 0

export function openConnection(config: ConnectionConfig, options: OpenOptions = {}): Connection {
  opened += 1
  const fetcher: typeof fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  const timers = options.timers ?? wallTimers
  const random = options.random ?? Math.random
  const rate = config.requestsPerSecond
  const scheduler = createScheduler({
    timers,
    limits: {
      greengrass: { ratePerSecond: rate, burst: rate * 2 },
      iot: { ratePerSecond: rate, burst: rate * 2 },
      // Its own documented quota: one a second in the Region.
      'greengrass:CreateComponentVersion': { ratePerSecond: 1, burst: 1 },
    },
    maxInFlight: 6,
  })
  const meter = createRequestMeter(scheduler.load, rate, timers.now)
  const serviceClock = createServiceClock()
  const reachability = createReachability(fetcher)
  const watch = { fetch: fetcher, onSend: meter.sent, onAnswer: reachability.heard }
  const source = credentialSource({
    config,
    logins: options.logins ?? null,
    // Cognito's clock is not the fleet's: in the demo the one is the wall's and the other the world's.
    transport: createTransport({ ...watch, answers: 'any', clock: createServiceClock() }),
  })
  const credentials = createCredentialProvider(() => within(credentialTimeout, source()))
  const session = createSession({
    renewLabel: options.logins ? 'Sign in again' : 'Renew credentials',
    signOut: options.signOut ?? null,
    reasonOf: error => toServiceFailure(error, credentialsAction).message,
    obtain: async () => {
      credentials.forget()
      await options.signIn?.()
      await credentials()
    },
  })
  const clients = createClients({
    config,
    credentials,
    transport: createTransport({ ...watch, answers: 'JSON', clock: serviceClock }),
    correctClockSkew: options.correctClockSkew ?? true,
  })

  const explain = async (error: unknown, action: string): Promise<ServiceFailure> => {
    const failure = toServiceFailure(error, action)
    if (!(error instanceof Unreached)) return failure
    return (await reachability.isRefused(error.url)) ? corsFailure(action, error.url, error) : failure
  }

  /** Asked for before the call, so that what Cognito refuses is not taken for the service's own refusal. */
  const readyCredentials = async (action: string) => {
    try {
      await credentials()
    } catch (error) {
      const failure = await explain(error, credentialsAction)
      if (!needsPerson.has(failure.kind)) throw failure
      const reason =
        failure.kind === 'expired'
          ? failure.message
          : `Amazon Cognito gives no credentials: ${failure.message}`
      throw expiredFailure(action, reason)
    }
  }

  const send = async <Output>(
    command: ServiceCommand<Output>,
    target: Target,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Output> => {
    const generation = session.generation()
    const late = AbortSignal.timeout(timeoutMs)
    const ending = signal ? AbortSignal.any([signal, late]) : late
    const client = clients[target.service] as { send(command: unknown, options: object): Promise<unknown> }
    try {
      await until(ending, readyCredentials(target.action))
      return (await until(ending, client.send(command, { abortSignal: ending }))) as Output
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      const failure = late.aborted
        ? timeoutFailure(target.action, timeoutMs, error)
        : await explain(error, target.action)
      if (failure.kind === 'throttled') meter.throttled()
      else meter.failed()
      if (failure.kind === 'expired' && generation === session.generation()) {
        session.expire(failure.message)
        scheduler.drop(() => expiredFailure(target.action, failure.message))
      }
      throw failure
    }
  }

  const call = async <Output>(command: ServiceCommand<Output>, given: CallOptions = {}): Promise<Output> => {
    const { priority = 'screen', signal, timeoutMs = defaultTimeout } = given
    const target = targetOf(command)
    const isRead = isReadOperation(target.operation)
    if (config.readOnly && !isRead) throw readOnlyFailure(target.action, config.name)
    const state = session.get()
    if (state.status !== 'active') throw expiredFailure(target.action, state.reason)
    return scheduler.run({
      bucket: target.action === 'greengrass:CreateComponentVersion' ? target.action : target.service,
      priority,
      signal,
      run: () => send(command, target, timeoutMs, signal),
      judge: (error, attempt) => {
        if (!(error instanceof ServiceFailure)) return null
        const clockCorrected = isClockCorrected(error)
        return retryVerdict({ failure: error, attempt, priority, isRead, clockCorrected, random: random() })
      },
    })
  }

  const page = options.page === undefined ? (globalThis.document ?? null) : options.page
  const onVisibility = () => scheduler.setPaused(page?.visibilityState === 'hidden')
  page?.addEventListener('visibilitychange', onVisibility)
  onVisibility()

  return {
    ...clients,
    config,
    id: `${config.name} #${opened}`,
    readOnly: config.readOnly,
    credentials,
    session,
    serviceClock,
    meter,
    call,
    close: () => {
      page?.removeEventListener('visibilitychange', onVisibility)
      scheduler.drop(() => new DOMException('The connection was closed.', 'AbortError'))
      clients.greengrass.destroy()
      clients.iot.destroy()
    },
  }
}

/** The SDK has seen by this refusal that the computer's clock is wrong, and will sign the next call rightly. */
function isClockCorrected(failure: ServiceFailure): boolean {
  const cause = failure.cause as { $metadata?: { clockSkewCorrected?: boolean } } | undefined
  return failure.code === 'InvalidSignatureException' && cause?.$metadata?.clockSkewCorrected === true
}

/** Ends the wait with the signal: an abort reaches the network, but not every step before it. */
function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    const done = () => signal.removeEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).then(done, done)
  })
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms)
  try {
    return await until(signal, promise)
  } catch (error) {
    throw signal.aborted ? timeoutFailure(credentialsAction, ms, error) : error
  }
}
