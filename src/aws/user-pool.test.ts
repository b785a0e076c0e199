// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openUserPool } from './user-pool.ts'

const redirectUri = 'http://localhost:3000/'
const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The part of Cognito's managed login that a sign-in meets; refuses what Cognito refuses. */
async function fakePool({ lifetime = 3600 } = {}) {
  const codes = new Map<string, { challenge: string }>()
  const refreshTokens = new Set<string>()
  const asked: string[] = []
  let issued = 0
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', base)
    let text = ''
    for await (const chunk of request) text += chunk
    const form = new URLSearchParams(text)
    asked.push(url.pathname + (form.get('grant_type') ? ` ${form.get('grant_type')}` : ''))
    response.setHeader('content-type', 'application/json')
    if (url.pathname === '/oauth2/revoke') {
      refreshTokens.delete(form.get('token') ?? '')
      return response.end('{}')
    }
    const code = codes.get(form.get('code') ?? '')
    const verifier = form.get('code_verifier') ?? ''
    const byCode = code?.challenge === createHash('sha256').update(verifier).digest('base64url')
    if (!byCode && !refreshTokens.has(form.get('refresh_token') ?? '')) {
      response.statusCode = 400
      return response.end('{"error":"invalid_grant"}')
    }
    codes.delete(form.get('code') ?? '')
    issued += 1
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: `${base}/pool`,
      aud: 'client',
      sub: 'someone',
      iat: now,
      exp: now + lifetime,
      issued,
    }
    if (byCode) refreshTokens.add('refresh')
    return response.end(
      JSON.stringify({
        id_token: `${part({ alg: 'RS256' })}.${part(claims)}.signature`,
        access_token: 'access',
        token_type: 'Bearer',
        expires_in: lifetime,
        ...(byCode ? { refresh_token: 'refresh' } : {}),
      }),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  cleanUps.push(() => server.close())
  const left: URL[] = []
  const config = { authority: `${base}/pool`, clientId: 'client', domain: base, scopes: ['openid', 'email'] }
  const pool = openUserPool(config, redirectUri, { assign: url => left.push(new URL(url)) })
  /** What the person does on the sign-in pages: ends with the address they lead back to. */
  const personSignsIn = () => {
    const went = left.at(-1)
    if (!went) throw new Error('Nobody was sent to sign in.')
    expect(went.searchParams.get('code_challenge_method')).toBe('S256')
    codes.set('code-1', { challenge: went.searchParams.get('code_challenge') ?? '' })
    return `${redirectUri}?code=code-1&state=${encodeURIComponent(went.searchParams.get('state') ?? '')}`
  }
  return { pool, base, left, asked, refreshTokens, personSignsIn }
}

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

test('signs in with a code and PKCE, and leads back to where the person was', async () => {
  const { pool, left, base, personSignsIn } = await fakePool()
  await pool.signIn(`${redirectUri}deployments?q=line`)
  expect(left[0]?.href.startsWith(`${base}/oauth2/authorize?client_id=client`)).toBe(true)
  const back = personSignsIn()
  expect(pool.isReturn(back)).toBe(true)
  await expect(pool.finishSignIn(back)).resolves.toBe(`${redirectUri}deployments?q=line`)
  expect(claimsOf(await pool.idToken())).toMatchObject({ sub: 'someone', issued: 1 })
  expect(pool.loginKey).toBe(`${base.replace('http://', '')}/pool`)
})

test('nothing of the person is left in the browser’s storage', async () => {
  const { pool, personSignsIn } = await fakePool()
  await pool.signIn(redirectUri)
  await pool.finishSignIn(personSignsIn())
  expect({ ...sessionStorage, ...localStorage }).toEqual({})
})

test('a token that is about to end is renewed once for all who ask', async () => {
  const { pool, asked, personSignsIn } = await fakePool({ lifetime: 30 })
  await pool.signIn(redirectUri)
  await pool.finishSignIn(personSignsIn())
  // The pool gives out tokens that are too short to be used, which is as good as none.
  const results = await Promise.allSettled([pool.idToken(), pool.idToken(), pool.idToken()])
  expect(results.map(result => result.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(asked.filter(path => path === '/oauth2/token refresh_token')).toHaveLength(1)
})

test('signing in again goes by the refresh token as long as that is good', async () => {
  const { pool, personSignsIn } = await fakePool()
  await pool.signIn(redirectUri)
  await pool.finishSignIn(personSignsIn())
  await pool.signInAgain()
  expect(claimsOf(await pool.idToken())).toMatchObject({ issued: 2 })
})

test('a refresh token that the pool takes no more is an expired session', async () => {
  const { pool, refreshTokens, personSignsIn } = await fakePool({ lifetime: 30 })
  await pool.signIn(redirectUri)
  await pool.finishSignIn(personSignsIn())
  refreshTokens.clear()
  await expect(pool.idToken()).rejects.toMatchObject({ kind: 'expired' })
})

test('a code that is not good says why', async () => {
  const { pool, personSignsIn } = await fakePool()
  await pool.signIn(redirectUri)
  const back = personSignsIn().replace('code-1', 'code-2')
  await expect(pool.finishSignIn(back)).rejects.toThrow('invalid_grant')
})

test('signing out revokes the refresh token and goes by Cognito’s own logout', async () => {
  const { pool, left, base, refreshTokens, personSignsIn } = await fakePool()
  await pool.signIn(redirectUri)
  await pool.finishSignIn(personSignsIn())
  await pool.signOut()
  expect(refreshTokens.size).toBe(0)
  expect(left.at(-1)?.href).toBe(
    `${base}/logout?client_id=client&logout_uri=${encodeURIComponent(redirectUri)}`,
  )
  await expect(pool.idToken()).rejects.toMatchObject({ kind: 'expired', message: 'Your sign-in is over.' })
})

test('a return to the small window is told from one to the page', async () => {
  const { pool } = await fakePool()
  const small = `${redirectUri}?code=c&state=${encodeURIComponent('abc;popup')}`
  expect([pool.isReturn(small), pool.isPopupReturn(small)]).toEqual([false, true])
  expect(pool.isReturn(`${redirectUri}?code=c`)).toBe(false)
})
