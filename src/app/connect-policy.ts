import type { ConnectionConfig } from '#src/aws/config.ts'
import { StartProblem } from './start-problem.ts'

/**
 * Throws a StartProblem if the page's Content-Security-Policy would block an address that the connection names. The
 * browser itself only reports a failed request, which reads like a network that is down.
 * `policy` is the policy's text, null if the page carries none; `self` is the page's own origin.
 */
export function checkConnectPolicy(connection: ConnectionConfig, policy: string | null, self: string): void {
  if (policy === null) return
  const sources = connectSources(policy)
  if (sources === null) return
  const blocked = new Set(
    addressesOf(connection)
      .filter(address => !address.startsWith('/'))
      .map(address => new URL(address))
      .filter(url => !sources.some(source => allows(source, url, self)))
      .map(url => url.origin),
  )
  if (blocked.size === 0) return
  throw new StartProblem('The page may not call an address of its own configuration', [
    ...[...blocked].map(origin => `${origin} is named by the connection "${connection.name}".`),
    'Add it to connect-src of the Content-Security-Policy in index.html; docs/configuration.md tells how.',
  ])
}

function addressesOf({ endpoints, userPool }: ConnectionConfig): string[] {
  return [...Object.values(endpoints), ...(userPool ? [userPool.authority, userPool.domain] : [])]
}

/** The sources of connect-src, or of default-src in its place; null if the policy says nothing about connections. */
function connectSources(policy: string): string[] | null {
  const directives = new Map(
    policy.split(';').map(directive => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name.toLowerCase(), sources] as const
    }),
  )
  return directives.get('connect-src') ?? directives.get('default-src') ?? null
}

/** https://www.w3.org/TR/CSP3/#match-url-to-source-expression, as far as addresses in config.json need it. */
function allows(source: string, url: URL, self: string): boolean {
  if (source === "'self'") return url.origin === self
  if (source === '*' || source === url.protocol) return true
  const parts = /^(?:([a-z][\w+.-]*):\/\/)?([^/:]+|\[[\d:]+\])(?::(\d+|\*))?(?:\/.*)?$/i.exec(source)
  if (parts === null) return false
  const [, scheme, host = '', port] = parts
  if (scheme !== undefined && `${scheme}:` !== url.protocol) return false
  if (port === undefined ? url.port !== '' : port !== '*' && port !== (url.port || '443')) return false
  return host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host.toLowerCase()
}
