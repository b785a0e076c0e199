export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
  expiration?: Date
  identityId?: string
}

export interface CredentialProvider {
  (): Promise<Credentials>
  /** Tells the SDK that it need not keep credentials for each client: this provider keeps them for all. */
  memoized: true
  /** Forgets what it has; the next call asks for new ones. */
  forget(): void
  /** What is at hand, whether still good or not. */
  current(): Credentials | null
}

/** As long before the end as the SDK itself begins to ask, but never more than a sixth of short-lived credentials. */
const renewBefore = 5 * 60_000
const shareOfLife = 6

interface Held {
  credentials: Credentials
  obtained: number
}

/**
 * One provider for all clients, with one request under way at most: two clients that each kept their own would ask
 * Cognito twice for everything. New credentials are fetched before the old ones end; if that fails for the moment,
 * the old ones serve as long as they last.
 */
export function createCredentialProvider(
  source: () => Promise<Credentials>,
  now: () => number = Date.now,
): CredentialProvider {
  let held: Held | null = null
  let pending: Promise<Credentials> | null = null

  const left = ({ credentials }: Held) =>
    credentials.expiration ? credentials.expiration.getTime() - now() : Number.POSITIVE_INFINITY
  const isFresh = (one: Held) => {
    const life = one.credentials.expiration ? one.credentials.expiration.getTime() - one.obtained : 0
    return left(one) > Math.min(renewBefore, Math.max(0, life / shareOfLife))
  }
  const obtain = () => {
    const asked = source().then(credentials => {
      // What was asked for before a `forget` is no longer wanted.
      if (pending === asked) held = { credentials, obtained: now() }
      return credentials
    })
    pending = asked
    const done = () => {
      if (pending === asked) pending = null
    }
    asked.then(done, done)
    return asked
  }
  const provide = async () => {
    const before = held
    if (before !== null && isFresh(before)) return before.credentials
    try {
      return await (pending ?? obtain())
    } catch (error) {
      if (before !== null && held === before && left(before) > 0) return before.credentials
      throw error
    }
  }
  return Object.assign(provide, {
    memoized: true as const,
    forget: () => {
      held = null
      pending = null
    },
    current: () => held?.credentials ?? null,
  })
}
