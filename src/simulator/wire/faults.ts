import type { Random } from '../random.ts'
import type { ServiceName } from './types.ts'
import { ServiceError, throttled } from './service-error.ts'

/** What can be made to go wrong. */
export const faultKinds = [
  'status-500',
  'html',
  'garbage',
  'empty',
  'delay',
  'never',
  'drop',
  'throttle',
  'expired',
  'denied',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** A fault that waits for its requests. */
export interface Fault {
  id: string
  kind: FaultKind
  /** Operation name such as `CreateDeployment`, or `*` for all. */
  operation: string
  /** How many more times it strikes; null for no end. */
  remaining: number | null
  /** Chance that a matching request is struck, 0 to 1. */
  probability: number
  /** Before the operation runs, or after it has run: its effect is there, only the answer is spoilt. */
  stage: 'before' | 'after'
  /** Milliseconds, of a delay. */
  delayMs: number
}

/** What a host does to a request that was struck. */
export type Mischief =
  | { kind: 'answer'; status: number; contentType: string; body: string }
  | { kind: 'delay'; milliseconds: number }
  | { kind: 'never' }
  | { kind: 'drop' }
  | { kind: 'error'; error: ServiceError }

export class Faults {
  private armed: Fault[] = []
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  list(): readonly Fault[] {
    return this.armed
  }

  arm(fault: Omit<Fault, 'id'>): Fault {
    let id = this.random.hex(8)
    // Faults that were kept over a restart have the first ids of the same sequence.
    while (this.armed.some(other => other.id === id)) id = this.random.hex(8)
    const armed = { ...fault, id }
    this.armed.push(armed)
    return armed
  }

  /** Puts faults back that were armed before a restart. */
  restore(faults: readonly Fault[]): void {
    this.armed = faults.map(fault => ({ ...fault }))
  }

  /** Disarms one fault, or all. Returns how many. */
  disarm(id?: string): number {
    const before = this.armed.length
    this.armed = id === undefined ? [] : this.armed.filter(fault => fault.id !== id)
    return before - this.armed.length
  }

  /** The first fault that strikes this operation at this stage; it is used up by that. */
  strike(operation: string, stage: Fault['stage'], service: ServiceName | null): Mischief | null {
    const fault = this.armed.find(
      candidate =>
        candidate.stage === stage &&
        (candidate.operation === '*' || candidate.operation === operation) &&
        (candidate.probability >= 1 || this.random.chance(candidate.probability)),
    )
    if (fault === undefined) return null
    if (fault.remaining !== null) {
      fault.remaining -= 1
      if (fault.remaining <= 0) this.disarm(fault.id)
    }
    return mischief(fault, service)
  }
}

function mischief(fault: Fault, service: ServiceName | null): Mischief {
  switch (fault.kind) {
    case 'status-500':
      return {
        kind: 'error',
        error: new ServiceError(
          service === 'iot' ? 'InternalFailureException' : 'InternalServerException',
          'An internal error occurred. Try again.',
        ),
      }
    case 'throttle':
      return { kind: 'error', error: throttled('Rate exceeded', 2, service === 'iot' ? 400 : 429) }
    case 'expired':
      return {
        kind: 'error',
        error: new ServiceError(
          'ExpiredTokenException',
          'The security token included in the request is expired',
        ),
      }
    case 'denied':
      return {
        kind: 'error',
        error: new ServiceError('AccessDeniedException', 'You are not allowed to do this.'),
      }
    case 'html':
      return {
        kind: 'answer',
        status: 502,
        contentType: 'text/html',
        body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
      }
    case 'garbage':
      return { kind: 'answer', status: 200, contentType: 'application/json', body: '{"coreDevices": [{"co' }
    case 'empty':
      return { kind: 'answer', status: 200, contentType: 'application/json', body: '' }
    case 'delay':
      return { kind: 'delay', milliseconds: fault.delayMs }
    case 'never':
      return { kind: 'never' }
    case 'drop':
      return { kind: 'drop' }
  }
}
