import type { CognitoIdentityClientConfig } from '@aws-sdk/client-cognito-identity'
import { stillClock } from './clock.ts'
import { createSimulator } from './create-simulator.ts'
import { seededRandom } from './random.ts'
import { CredentialIssuer } from './wire/credentials.ts'
import type { Role } from './wire/roles.ts'
import { routes } from './wire/router.ts'
import type { ServiceName } from './wire/types.ts'

interface HttpRequest {
  protocol: string
  hostname: string
  path: string
  query?: Record<string, string | string[]>
  method: string
  headers: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
}

/**
 * What tests need to talk to a simulator through the clients of the AWS SDK: their signing, serialising, parsing,
 * paging and error classes are what the simulator has to satisfy.
 */
export function sdkHarness() {
  const now = Date.UTC(2026, 10, 21, 12)
  const clock = stillClock(now)
  const simulator = createSimulator({ clock, scenario: 'calm', seed: 1, wallClock: () => now })
  const succeeded = new Set<string>()

  async function handle({ protocol, hostname, path, query, method, headers, body }: HttpRequest) {
    const text = queryString(query ?? {})
    const url = `${protocol}//${hostname}${path}${text === '' ? '' : `?${text}`}`
    const hasBody = method !== 'GET' && body !== undefined
    const answer = await simulator.fetch(new Request(url, { method, headers, ...(hasBody && { body }) }))
    return {
      response: {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: new Uint8Array(await answer.arrayBuffer()),
      },
    }
  }

  return {
    clock,
    simulator,
    /** Settings of a client whose network is the simulator and whose role is the given one. */
    configuration(role: Role) {
      const issued = new CredentialIssuer(seededRandom(1)).issue(role, 'seam', now)
      return {
        region: 'us-east-1',
        maxAttempts: 1,
        credentials: {
          accessKeyId: issued.accessKeyId,
          secretAccessKey: issued.secretKey,
          sessionToken: issued.sessionToken,
        },
        // The SDK signs with the wall clock's time, and the world's is another one.
        systemClockOffset: now - Date.now(),
        requestHandler: { handle, metadata: { handlerProtocol: 'http/1.1' } } as unknown as NonNullable<
          CognitoIdentityClientConfig['requestHandler']
        >,
      }
    },
    /** Lets a client note which operations were answered. */
    noting<C extends { middlewareStack: { add(middleware: never, options: never): void } }>(
      client: C,
      service: ServiceName,
    ): C {
      const note =
        (next: (args: unknown) => Promise<unknown>, { commandName = '' }: { commandName?: string }) =>
        async (args: unknown) => {
          const result = await next(args)
          succeeded.add(`${service} ${commandName.replace(/Command$/, '')}`)
          return result
        }
      client.middlewareStack.add(note as never, { step: 'initialize' } as never)
      return client
    },
    /** Operations of these services that no call succeeded with. */
    missed(...services: ServiceName[]): string[] {
      return routes
        .filter(route => services.includes(route.service))
        .map(route => `${route.service} ${route.name}`)
        .filter(name => !succeeded.has(name))
    },
  }
}

/** All items of a paginator's pages. */
export async function all<T>(pages: AsyncIterable<unknown>, key: string): Promise<T[]> {
  const items: T[] = []
  for await (const page of pages) items.push(...((page as Record<string, T[] | undefined>)[key] ?? []))
  return items
}

/** The error of a call that must fail with an exception of this class. */
export async function failure<E extends Error>(
  call: Promise<unknown>,
  type: new (...args: never[]) => E,
): Promise<E> {
  const error: unknown = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  )
  if (error instanceof type) return error
  throw new Error(`${type.name} expected, got ${String(error)}`)
}

function queryString(query: Record<string, string | string[]>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map(item => `${encode(name)}=${encode(item)}`),
  )
  return pairs.join('&')
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
