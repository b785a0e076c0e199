import type { Random } from '../random.ts'
import { type Role, roles } from './roles.ts'
import { hex, hmacSha256, utf8 } from './sha256.ts'

/** What a temporary credential is good for. */
export interface Session {
  role: Role
  sessionName: string
  /** Wall-clock time (epoch ms) of issue and expiry; `Infinity` for a static key. */
  issued: number
  expires: number
}

export interface IssuedCredentials {
  accessKeyId: string
  secretKey: string
  sessionToken: string
  /** Wall-clock time, epoch ms. */
  expiration: number
}

export interface StaticKey {
  accessKeyId: string
  secretKey: string
  role: Role
}

export type Resolved = { ok: true; secretKey: string; session: Session } | { ok: false; reason: 'unknown' }

/**
 * Issues and recognises credentials without keeping a list of them: a session token says what it is for and is
 * sealed with the issuer's key. So a page that holds credentials keeps working when the simulator restarts.
 */
export class CredentialIssuer {
  /** How long new credentials last, in seconds. The demo shortens it to try out what expiry does. */
  lifetimeSeconds = 3600
  /** Credentials issued before this wall-clock time (epoch ms) count as expired. */
  expiredBefore = 0

  private readonly seal: Uint8Array
  private readonly random: Random
  private readonly staticKeys: readonly StaticKey[]

  constructor(random: Random, staticKeys: readonly StaticKey[] = []) {
    this.seal = utf8('meadow-simulator-credentials-v1')
    this.random = random
    this.staticKeys = staticKeys
  }

  issue(role: Role, sessionName: string, wallNow: number, lifetimeSeconds?: number): IssuedCredentials {
    const expiration = wallNow + (lifetimeSeconds ?? this.lifetimeSeconds) * 1000
    const payload = btoa([role.name, sessionName, wallNow, expiration, this.random.hex(8)].join('|'))
    const mark = this.mark(`token ${payload}`)
    const accessKeyId = `ASIA${base32(mark).slice(0, 16)}`
    return {
      accessKeyId,
      secretKey: this.secretOf(accessKeyId, payload),
      sessionToken: `${payload}.${hex(mark)}`,
      expiration,
    }
  }

  /** Finds out what a key and token are; whether they have expired is left to `isExpired`. */
  resolve(accessKeyId: string, sessionToken: string | null): Resolved {
    if (sessionToken === null) {
      const key = this.staticKeys.find(candidate => candidate.accessKeyId === accessKeyId)
      if (key === undefined) return { ok: false, reason: 'unknown' }
      const session = { role: key.role, sessionName: 'static', issued: Infinity, expires: Infinity }
      return { ok: true, secretKey: key.secretKey, session }
    }
    const [payload = '', seal = ''] = sessionToken.split('.')
    const mark = this.mark(`token ${payload}`)
    if (hex(mark) !== seal || accessKeyId !== `ASIA${base32(mark).slice(0, 16)}`) {
      return { ok: false, reason: 'unknown' }
    }
    const [roleName, sessionName = '', issued, expires] = atob(payload).split('|')
    const role = roles.find(candidate => candidate.name === roleName)
    if (role === undefined) return { ok: false, reason: 'unknown' }
    const session = { role, sessionName, issued: Number(issued), expires: Number(expires) }
    return { ok: true, secretKey: this.secretOf(accessKeyId, payload), session }
  }

  isExpired(session: Session, wallNow: number): boolean {
    return session.expires <= wallNow || session.issued < this.expiredBefore
  }

  /** A new identity of a role's pool. Its last group says which pool, so that no list of identities is needed. */
  newIdentity(role: Role): string {
    const [region = ''] = role.identityPoolId.split(':')
    const start = this.random.uuid().slice(0, 24)
    return `${region}:${start}${this.identityMark(start, role)}`
  }

  /** The role of an identity, or null if no pool of ours has it. */
  roleOfIdentity(identityId: string): Role | null {
    const uuid = identityId.slice(identityId.indexOf(':') + 1)
    const start = uuid.slice(0, 24)
    return roles.find(role => this.identityMark(start, role) === uuid.slice(24)) ?? null
  }

  /** A token in the form of a JWT that says who the identity is. */
  openIdToken(identityId: string, role: Role, wallNow: number): string {
    const claims = {
      sub: identityId,
      aud: role.identityPoolId,
      iss: 'https://cognito-identity.amazonaws.com',
      iat: Math.floor(wallNow / 1000),
      exp: Math.floor(wallNow / 1000) + 900,
    }
    const body = `${base64Url({ alg: 'HS256', typ: 'JWT' })}.${base64Url(claims)}`
    return `${body}.${hex(this.mark(body))}`
  }

  /** Reads a token of `openIdToken`. */
  readOpenIdToken(
    token: string,
    wallNow: number,
  ): { identityId: string; role: Role } | 'invalid' | 'expired' {
    const end = token.lastIndexOf('.')
    const body = token.slice(0, Math.max(0, end))
    if (end < 0 || hex(this.mark(body)) !== token.slice(end + 1)) return 'invalid'
    const claims = JSON.parse(fromBase64Url(body.split('.')[1] ?? '')) as {
      sub: string
      aud: string
      exp: number
    }
    const role = roles.find(candidate => candidate.identityPoolId === claims.aud)
    if (role === undefined) return 'invalid'
    return claims.exp * 1000 <= wallNow ? 'expired' : { identityId: claims.sub, role }
  }

  private mark(text: string): Uint8Array {
    return hmacSha256(this.seal, utf8(text))
  }

  private secretOf(accessKeyId: string, payload: string): string {
    return btoa(String.fromCharCode(...this.mark(`secret ${accessKeyId} ${payload}`))).slice(0, 40)
  }

  private identityMark(start: string, role: Role): string {
    return hex(this.mark(`identity ${start} ${role.identityPoolId}`)).slice(0, 12)
  }
}

function base32(bytes: Uint8Array): string {
  return Array.from(bytes, byte => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte & 31]).join('')
}

function base64Url(value: unknown): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const fromBase64Url = (text: string) => atob(text.replaceAll('-', '+').replaceAll('_', '/'))
