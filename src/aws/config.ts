import { looksLikeRegion, nearestRegion } from './regions.ts'

export interface UserPoolConfig {
  /** Issuer: `https://cognito-idp.REGION.amazonaws.com/POOL_ID`. */
  authority: string
  clientId: string
  /** Of the managed login pages: `https://NAME.auth.REGION.amazoncognito.com`. */
  domain: string
  scopes: string[]
}

export interface Endpoints {
  greengrass?: string
  iot?: string
  cognitoIdentity?: string
  sts?: string
}

export interface ConnectionConfig {
  name: string
  region: string
  identityPoolId: string
  /** Without one the identity pool is used as a guest. */
  userPool?: UserPoolConfig
  /**
   * `enhanced` (the default) asks Cognito for credentials. `basic` asks it for a token only and takes the role at
   * STS: a guest of the enhanced flow is cut down to a list of services without Greengrass.
   * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
   */
  flow: 'enhanced' | 'basic'
  /** The role of the basic flow. */
  roleArn?: string
  /** Where to reach the services instead of AWS: https, or a path on this site's own origin. */
  endpoints: Endpoints
  /** Refuses every write before it is sent. */
  readOnly: boolean
  /** This browser tab's share of the account's quota of 30 requests a second, for each API. */
  requestsPerSecond: number
}

export interface Config {
  mode: 'demo' | 'aws'
  connections: ConnectionConfig[]
}

export type ParsedConfig = { ok: true; config: Config } | { ok: false; problems: string[] }

/** A tab's share of the documented 30 requests a second that everything in the account has together. */
const defaultRequestsPerSecond = 8
const defaultScopes = ['openid', 'email']
const knownSettings = ['mode', 'connections']
const knownConnectionSettings = [
  'name',
  'region',
  'identityPoolId',
  'userPool',
  'flow',
  'roleArn',
  'endpoint',
  'endpoints',
  'readOnly',
  'requestsPerSecond',
]
const knownUserPoolSettings = ['authority', 'clientId', 'domain', 'scopes']
const knownEndpoints = ['greengrass', 'iot', 'cognitoIdentity', 'sts']

/**
 * Reads the content of `config.json`. Every problem is named with the place it is at, so that whoever installs
 * Meadow can mend all of them in one go.
 */
export function parseConfig(json: unknown): ParsedConfig {
  const problems: string[] = []
  if (!isRecord(json)) return { ok: false, problems: ['The file must hold one JSON object.'] }
  unknownNames(json, knownSettings, '', problems)
  const { mode } = json
  if (mode !== 'demo' && mode !== 'aws') {
    problems.push(`mode must be "demo" or "aws"; it is ${show(mode)}.`)
  }
  const entries = Array.isArray(json.connections) ? json.connections : []
  if (entries.length === 0) problems.push('connections must list at least one connection.')
  const connections = entries.map((entry, index) =>
    connectionConfig(entry, `connections[${index}]`, problems),
  )
  const names = connections.map(connection => connection.name)
  for (const name of new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))) {
    problems.push(`connections: the name "${name}" is used more than once.`)
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, config: { mode: mode as Config['mode'], connections } }
}

function connectionConfig(entry: unknown, at: string, problems: string[]): ConnectionConfig {
  const given = isRecord(entry) ? entry : {}
  if (!isRecord(entry)) problems.push(`${at} must be an object.`)
  unknownNames(given, knownConnectionSettings, at, problems)
  const name = text(given, 'name', at, problems)
  const region = text(given, 'region', at, problems)
  if (region !== '') checkRegion(region, `${at}.region`, problems)
  const identityPoolId = text(given, 'identityPoolId', at, problems)
  if (identityPoolId !== '' && !/^[\w-]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(identityPoolId)) {
    problems.push(
      `${at}.identityPoolId must be an identity pool id such as "us-east-1:01234567-89ab-cdef-0123-456789abcdef"; it is ${show(identityPoolId)}.`,
    )
  }
  const flow = given.flow ?? 'enhanced'
  if (flow !== 'enhanced' && flow !== 'basic') {
    problems.push(`${at}.flow must be "enhanced" or "basic"; it is ${show(flow)}.`)
  }
  const roleArn = given.roleArn
  if (flow === 'basic' && !/^arn:[^:]*:iam::\d{12}:role\/.+$/.test(String(roleArn ?? ''))) {
    problems.push(`${at}.roleArn must be the ARN of the role to take, since flow is "basic".`)
  }
  const readOnly = given.readOnly ?? false
  if (typeof readOnly !== 'boolean') problems.push(`${at}.readOnly must be true or false.`)
  const rate = given.requestsPerSecond ?? defaultRequestsPerSecond
  if (typeof rate !== 'number' || !(rate > 0 && rate <= 30)) {
    problems.push(`${at}.requestsPerSecond must be a number above 0, up to 30.`)
  }
  const userPool = given.userPool === undefined ? null : userPoolConfig(given.userPool, at, problems)
  return {
    name,
    region,
    identityPoolId,
    ...(userPool ? { userPool } : {}),
    flow: flow === 'basic' ? 'basic' : 'enhanced',
    ...(typeof roleArn === 'string' ? { roleArn } : {}),
    endpoints: endpointsOf(given, at, problems),
    readOnly: readOnly === true,
    requestsPerSecond: typeof rate === 'number' ? rate : defaultRequestsPerSecond,
  }
}

function userPoolConfig(entry: unknown, parent: string, problems: string[]): UserPoolConfig {
  const at = `${parent}.userPool`
  const given = isRecord(entry) ? entry : {}
  if (!isRecord(entry)) problems.push(`${at} must be an object.`)
  unknownNames(given, knownUserPoolSettings, at, problems)
  const authority = text(given, 'authority', at, problems)
  const domain = text(given, 'domain', at, problems)
  if (authority !== '') checkAddress(authority, `${at}.authority`, problems)
  if (domain !== '') checkAddress(domain, `${at}.domain`, problems)
  const scopes = given.scopes ?? defaultScopes
  if (!Array.isArray(scopes) || !scopes.every(scope => typeof scope === 'string')) {
    problems.push(`${at}.scopes must be a list of strings.`)
  }
  return {
    authority: authority.replace(/\/+$/, ''),
    clientId: text(given, 'clientId', at, problems),
    domain: domain.replace(/\/+$/, ''),
    scopes: Array.isArray(scopes) ? scopes.map(String) : defaultScopes,
  }
}

/** `endpoint` is short for the two services that a gateway for browsers stands before. */
function endpointsOf(given: Record<string, unknown>, at: string, problems: string[]): Endpoints {
  const endpoints: Endpoints = {}
  const accept = (name: keyof Endpoints, value: unknown, where: string) => {
    if (typeof value !== 'string' || value === '') problems.push(`${where} must be an address.`)
    else if (checkAddress(value, where, problems)) endpoints[name] = value.replace(/\/+$/, '')
  }
  if (given.endpoint !== undefined) {
    accept('greengrass', given.endpoint, `${at}.endpoint`)
    if (endpoints.greengrass !== undefined) endpoints.iot = endpoints.greengrass
  }
  const separate = given.endpoints
  if (separate === undefined) return endpoints
  if (!isRecord(separate)) {
    problems.push(`${at}.endpoints must be an object.`)
    return endpoints
  }
  unknownNames(separate, knownEndpoints, `${at}.endpoints`, problems)
  for (const name of knownEndpoints as (keyof Endpoints)[]) {
    if (separate[name] !== undefined) accept(name, separate[name], `${at}.endpoints.${name}`)
  }
  return endpoints
}

/** Signed requests carry session tokens, so plain http is for this computer alone. */
function checkAddress(value: string, at: string, problems: string[]): boolean {
  if (value.startsWith('/') && !value.startsWith('//')) return true
  if (!URL.canParse(value)) {
    problems.push(`${at} must be an address such as "https://gateway.example.org"; it is ${show(value)}.`)
    return false
  }
  const { protocol, hostname } = new URL(value)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol === 'https:' || (protocol === 'http:' && local)) return true
  problems.push(`${at} must begin with https:// (plain http only for localhost); it is ${show(value)}.`)
  return false
}

function checkRegion(region: string, at: string, problems: string[]) {
  const nearest = nearestRegion(region)
  if (looksLikeRegion(region) && nearest === null) return
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`
  problems.push(`${at} must be an AWS Region such as "us-east-1"; it is ${show(region)}.${hint}`)
}

function text(given: Record<string, unknown>, name: string, at: string, problems: string[]): string {
  const value = given[name]
  if (typeof value === 'string' && value.trim() !== '') return value
  problems.push(
    `${at}.${name} is missing${value === undefined ? '' : ': it must be a text that is not empty'}.`,
  )
  return ''
}

function unknownNames(given: Record<string, unknown>, known: string[], at: string, problems: string[]) {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue
    problems.push(
      `${at === '' ? name : `${at}.${name}`} is no setting of Meadow. Known: ${known.join(', ')}.`,
    )
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const show = (value: unknown) => (value === undefined ? 'missing' : JSON.stringify(value))
