import type { World } from '../world/world.ts'
import type { CredentialIssuer } from './credentials.ts'

/** The four APIs that answer on one host, and STS. V1 and V2 of Greengrass share paths; see `router.ts`. */
export type ServiceName = 'greengrassv2' | 'iot' | 'greengrass' | 'cognito-identity' | 'sts'

/**
 * An SDK type as it travels: dates are numbers of epoch SECONDS, blobs are standard base64 text. Everything else
 * keeps its shape. Members named otherwise on the wire (RoleArn, ConnectivityInfo...) keep their SDK name here;
 * the binding renames them.
 */
export type Wire<T> = T extends Date
  ? number
  : T extends Uint8Array
    ? string
    : T extends readonly (infer U)[]
      ? Wire<U>[]
      : T extends object
        ? { [K in keyof T]: Wire<T[K]> }
        : T

/** Who calls, after the signature was verified. */
export interface Caller {
  account: string
  region: string
  accessKeyId: string
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` or a user's ARN. */
  arn: string
  /** Name of the role without its path, e.g. `MeadowAdmin`. */
  role: string
  /** Whether the role may perform an IAM action such as `greengrass:CreateDeployment`. */
  allows(action: string): boolean
}

/** What an operation may know besides its input. The world has already been advanced to `now`. */
export interface CallContext {
  world: World
  caller: Caller
  /** The world's time in epoch MILLISECONDS. Use `seconds(now)` for what goes on the wire. */
  now: number
  requestId: string
}

/**
 * One operation. Its input was routed, bound, checked against the contract (required, lengths, patterns, ranges,
 * enums, JSON types) and cleaned of nulls and unknown members; limits that only prose states are its own business.
 * It returns the output's members, or throws a `ServiceError`. `undefined` members are left out of the answer.
 */
export type Operation<I, O> = (
  input: Wire<I>,
  context: CallContext,
) => Wire<Omit<O, '$metadata'>> | Promise<Wire<Omit<O, '$metadata'>>>

/** What the operations of Cognito and STS work with; they are about identities, not about the world. */
export interface IdentityContext {
  credentials: CredentialIssuer
  region: string
  account: string
  /** Wall-clock time, epoch MILLISECONDS: credentials expire by it. */
  wallNow: number
  /** Present for calls that are signed. */
  caller: Caller | null
}

export type IdentityOperation<I, O> = (input: Wire<I>, context: IdentityContext) => Wire<Omit<O, '$metadata'>>

/** How the wire sees an operation whose types it does not know. */
export type AnyOperation = (input: never, context: never) => unknown

/** Epoch milliseconds to the epoch seconds of the wire (fractions allowed). */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000
}
