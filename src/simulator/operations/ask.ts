import type { CallContext } from '../wire/types.ts'
import type { World } from '../world/world.ts'
import { greengrassV2Operations, iotOperations } from './registry.ts'

const operations = { ...greengrassV2Operations, ...iotOperations }
type Operations = typeof operations

/** For tests: calls operations of a world as the wire does, after validation. Dates are numbers, blobs base64 text. */
export function asker(world: World) {
  return async <Name extends keyof Operations>(
    name: Name,
    input: Omit<Parameters<Operations[Name]>[0], never>,
  ): Promise<Awaited<ReturnType<Operations[Name]>>> => {
    world.advance()
    const caller = { account: world.account, region: world.region } as CallContext['caller']
    const context: CallContext = { world, caller, now: world.time, requestId: 'test' }
    return (await operations[name](input as never, context)) as Awaited<ReturnType<Operations[Name]>>
  }
}

/** All items of a list, page by page. */
export async function pages<Item>(
  ask: (nextToken: string | undefined) => Promise<{ items: readonly Item[]; nextToken?: string | undefined }>,
): Promise<Item[]> {
  const all: Item[] = []
  for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
    const { items, nextToken } = await ask(token)
    all.push(...items)
    token = nextToken
  }
  return all
}

/** The code of the error that a call fails with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'no error'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
