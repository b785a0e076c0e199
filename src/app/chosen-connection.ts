import type { Config, ConnectionConfig } from '#src/aws/config.ts'

const remembered = 'meadow.connection'

/** `?connection=NAME` in an address, or null. */
export const connectionAsked = (href: string): string | null => new URL(href).searchParams.get('connection')

/** The connection that an address asks for, else the one of the last visit, else the first. Changes nothing. */
export function chosenConnection(config: Config, href: string): ConnectionConfig {
  const name = connectionAsked(href) ?? recallConnection()
  return config.connections.find(candidate => candidate.name === name) ?? config.connections[0]!
}

/** A browser may refuse storage; the choice then lasts as long as the page. */
export function rememberConnection(name: string): void {
  try {
    localStorage.setItem(remembered, name)
  } catch {}
}

function recallConnection(): string | null {
  try {
    return localStorage.getItem(remembered)
  } catch {
    return null
  }
}
