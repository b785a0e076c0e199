/**
 * Tells a refusal by CORS from a network without the service: a browser shows both as the same TypeError, but a
 * request in `no-cors` mode gets an opaque answer in the first case and none in the second.
 * https://fetch.spec.whatwg.org/#concept-filtered-response-opaque
 */
export interface Reachability {
  /** Notes that an answer from this address could be read, so that calls like it are allowed. */
  heard(url: string): void
  /** An answer seems to have come that the browser may not show. Asks each origin once in five seconds at most. */
  isRefused(url: string): Promise<boolean>
}

const patience = 4_000
const memory = 5_000

export function createReachability(fetcher: typeof fetch, now: () => number = Date.now): Reachability {
  const probes = new Map<string, { at: number; answers: Promise<boolean> }>()
  const readable = new Set<string>()
  const answers = async (origin: string) => {
    try {
      const signal = AbortSignal.timeout(patience)
      await fetcher(new Request(origin, { mode: 'no-cors', cache: 'no-store', signal }))
      return true
    } catch {
      return false
    }
  }
  return {
    heard: url => readable.add(family(url)),
    isRefused: url => {
      // What could be read before is allowed: this time the connection broke.
      if (readable.has(family(url)) || globalThis.navigator?.onLine === false) return Promise.resolve(false)
      const origin = `${new URL(url).origin}/`
      const last = probes.get(origin)
      if (last && now() - last.at < memory) return last.answers
      const probe = { at: now(), answers: answers(origin) }
      probes.set(origin, probe)
      return probe.answers
    },
  }
}

/**
 * One host can allow some of its paths and not others: Greengrass is said to answer preflights for /greengrass/v2
 * and not for those of its first generation (/greengrass/servicerole, /greengrass/things, /tags).
 */
function family(url: string): string {
  const { origin, pathname } = new URL(url)
  const [, first = '', second = ''] = pathname.split('/')
  return first === 'greengrass' ? `${origin}/${first}/${second}` : `${origin}/${first}`
}
