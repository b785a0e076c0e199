import {
  ErrorResponse,
  InMemoryWebStorage,
  OidcClient,
  UserManager,
  type UserManagerSettings,
  WebStorageStateStore,
} from 'oidc-client-ts'
import type { UserPoolConfig } from './config.ts'
import { expiredFailure } from './failure.ts'
import { Unreached } from './transport.ts'

/** A person's session at a Cognito user pool: authorization code with PKCE, tokens in memory only. */
export interface UserPoolSession {
  /** The pool's name among an identity pool's logins. */
  readonly loginKey: string
  /** The address is a return from the sign-in pages to this page. */
  isReturn(href: string): boolean
  /** … to the small window of `signInAgain`. */
  isPopupReturn(href: string): boolean
  /** Leaves for the sign-in pages; they lead back to `href` in the end. */
  signIn(href: string): Promise<void>
  /** Takes the code for tokens. Resolves to the address that the person came from. */
  finishSignIn(href: string): Promise<string>
  finishPopup(href: string): Promise<void>
  /** A token that is good for another minute at least, by the refresh token if need be. */
  idToken(): Promise<string>
  /** Without leaving the page: by the refresh token, else in a small window, so that forms keep their content. */
  signInAgain(): Promise<void>
  /** Ends it here and at the pool, and leaves for the pool's page that says so. */
  signOut(): Promise<void>
}

/** Takes the place of the browser's navigation in tests. */
export interface Navigation {
  assign(url: string): void
}

/** Seconds. */
const goodFor = 60
const signInIsOver = 'Your sign-in is over.'
const action = 'cognito-idp:InitiateAuth'

export function openUserPool(
  config: UserPoolConfig,
  redirectUri: string,
  navigation: Navigation = globalThis.location,
): UserPoolSession {
  const settings = settingsFor(config, redirectUri)
  const manager = new UserManager(settings)
  let renewal: Promise<void> | null = null
  const explain = (error: unknown): never => {
    // The pool has answered and refuses; anything else is the way to it.
    if (error instanceof ErrorResponse) throw expiredFailure(action, `${signInIsOver} (${error.message})`)
    throw new Unreached(`${config.domain}/oauth2/token`, error)
  }
  const spendRefreshToken = async () => {
    // Without one oidc-client-ts would try a hidden frame, which Cognito does not allow, and wait ten seconds for it.
    const token = (await manager.getUser())?.refresh_token
    const user = token ? await manager.signinSilent().catch(explain) : null
    if (user === null) throw expiredFailure(action, signInIsOver)
  }
  /** Calls that come together share one. */
  const refresh = () => {
    renewal ??= spendRefreshToken().finally(() => {
      renewal = null
    })
    return renewal
  }
  const current = async () => {
    const user = await manager.getUser()
    return user?.id_token && (user.expires_in ?? 0) > goodFor ? user.id_token : null
  }
  return {
    loginKey: config.authority.replace(/^https?:\/\//, ''),
    isReturn: href => hasAnswer(href) && !isForPopup(href),
    isPopupReturn: href => hasAnswer(href) && isForPopup(href),
    signIn: async href => {
      // Not signinRedirect: that ends only with the page, and cannot be tested without a browser.
      const request = await new OidcClient(settings).createSigninRequest({
        request_type: 'si:r',
        state: { href },
      })
      navigation.assign(request.url)
    },
    finishSignIn: async href => {
      const user = await manager.signinRedirectCallback(href)
      const { href: from } = (user.state ?? {}) as { href?: string }
      return from ?? redirectUri
    },
    finishPopup: href => manager.signinPopupCallback(href),
    idToken: async () => {
      const token = await current()
      if (token !== null) return token
      await refresh()
      const renewed = await current()
      if (renewed === null) throw expiredFailure(action, signInIsOver)
      return renewed
    },
    signInAgain: async () => {
      try {
        await refresh()
      } catch {
        await manager.signinPopup({ url_state: popupMark })
      }
    },
    signOut: async () => {
      await manager.revokeTokens(['refresh_token']).catch(() => undefined)
      await manager.removeUser()
      // Cognito's logout is its own: client_id and logout_uri instead of OpenID Connect's parameters.
      // https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
      const parameters = new URLSearchParams({ client_id: config.clientId, logout_uri: redirectUri })
      navigation.assign(`${config.domain}/logout?${parameters.toString()}`)
    },
  }
}

/** Comes back in the answer's `state`, after the state proper. */
const popupMark = 'popup'

function hasAnswer(href: string): boolean {
  const { searchParams } = new URL(href)
  return searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'))
}

const isForPopup = (href: string) =>
  new URL(href).searchParams.get('state')?.endsWith(`;${popupMark}`) ?? false

function settingsFor(
  { authority, clientId, domain, scopes }: UserPoolConfig,
  redirectUri: string,
): UserManagerSettings {
  return {
    authority,
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes.join(' '),
    // Tokens die with the page; only the state of a sign-in under way outlives it, on its way there and back.
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: globalThis.sessionStorage }),
    // Asked for when credentials are, not by a timer.
    automaticSilentRenew: false,
    // Known from Cognito's documentation, so that signing in does not begin with a call for them.
    // https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
    metadata: {
      issuer: authority,
      authorization_endpoint: `${domain}/oauth2/authorize`,
      token_endpoint: `${domain}/oauth2/token`,
      userinfo_endpoint: `${domain}/oauth2/userInfo`,
      revocation_endpoint: `${domain}/oauth2/revoke`,
      jwks_uri: `${authority}/.well-known/jwks.json`,
    },
  }
}
