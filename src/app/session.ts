import type { ConnectionConfig } from '#src/aws/config.ts'
import type { OpenOptions } from '#src/aws/connection.ts'
import type { UserPoolSession } from '#src/aws/user-pool.ts'
import { StartProblem } from './start-problem.ts'

/** What a connection with a user pool needs of the person's session; nothing for a guest. */
export type SessionOptions = Pick<OpenOptions, 'logins' | 'signIn' | 'signOut'>

/**
 * Signs the person in if the connection asks for it. The tokens are kept in memory only, so that a reload goes to
 * the sign-in pages and back, which takes a moment while the person's session there lasts. Leaving the page, the
 * promise stays open.
 */
export async function startSession(config: ConnectionConfig): Promise<SessionOptions> {
  if (config.userPool === undefined) return {}
  const { openUserPool } = await import('#src/aws/user-pool.ts')
  const redirectUri = new URL(import.meta.env.BASE_URL, location.origin).href
  const pool = openUserPool(config.userPool, redirectUri)
  if (pool.isPopupReturn(location.href)) {
    await pool.finishPopup(location.href)
    return never()
  }
  await signedIn(pool)
  return {
    logins: { [pool.loginKey]: pool.idToken },
    signIn: pool.signInAgain,
    signOut: pool.signOut,
  }
}

async function signedIn(pool: UserPoolSession): Promise<void> {
  if (!pool.isReturn(location.href)) {
    await pool.signIn(location.href)
    return never()
  }
  try {
    history.replaceState(null, '', await pool.finishSignIn(location.href))
  } catch (error) {
    history.replaceState(null, '', import.meta.env.BASE_URL)
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartProblem('Signing in did not work', [reason, 'Reload the page to try again.'], error)
  }
}

const never = () => new Promise<never>(() => undefined)
