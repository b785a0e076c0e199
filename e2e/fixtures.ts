import { test as base, expect, type Page } from '@playwright/test'
import type { ScenarioName } from '../src/domain/demo-fleet.ts'
import type { DemoControl, NewDemoFault } from '../src/queries/demo.ts'

export interface WorldOptions {
  scenario?: ScenarioName
  /** Core devices of the `large` fleet. */
  devices?: number
  /** A connection of public/config.json by its name. */
  connection?: string
}

/** The demo's world, from outside of the pages that show it. */
export interface Demo {
  /** Opens a path with a world of its own, whose time stands still: it moves by `advance` alone. */
  open(path: string, options?: WorldOptions): Promise<void>
  /** Moves the world's time on at once. What is on screen is read again. */
  advance(milliseconds: number): Promise<void>
  arm(fault: NewDemoFault): Promise<void>
  disarm(): Promise<void>
  expireCredentials(): Promise<void>
  /** How many requests of an operation the service has received since its start. */
  received(operation: string): Promise<number>
}

export const seconds = (count: number) => count * 1_000
export const minutes = (count: number) => count * 60_000

/** Calls the control that the demo offers in the page, as a presenter would in the browser's console. */
export async function control<Name extends keyof DemoControl>(
  page: Page,
  name: Name,
  ...given: readonly unknown[]
): Promise<unknown> {
  await page.waitForFunction(() => 'meadowDemo' in globalThis)
  return page.evaluate(
    ([method, values]) => {
      const demo = (
        globalThis as unknown as { meadowDemo: Record<string, (...values: readonly unknown[]) => unknown> }
      ).meadowDemo
      return demo[method]?.(...values)
    },
    [name, given] as const,
  )
}

/** Each journey fails on an uncaught error and on any request that leaves this machine. */
export const test = base.extend<{ demo: Demo; guard: undefined }>({
  guard: [
    async ({ context }, use) => {
      const trouble: string[] = []
      context.on('weberror', error =>
        trouble.push(`uncaught: ${error.error().stack ?? error.error().message}`),
      )
      context.on('request', request => {
        const { hostname, protocol } = new URL(request.url())
        if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1')
          trouble.push(`left the machine: ${request.url()}`)
      })
      await use(undefined)
      expect(trouble).toEqual([])
    },
    { auto: true },
  ],
  demo: async ({ page }, use) => {
    await use({
      async open(path, { scenario = 'calm', devices, connection } = {}) {
        const url = new URL(path, 'http://127.0.0.1')
        url.searchParams.set('scenario', scenario)
        url.searchParams.set('seed', '7')
        if (devices) url.searchParams.set('devices', String(devices))
        if (connection) url.searchParams.set('connection', connection)
        await page.goto(`${url.pathname}${url.search}${url.hash}`)
        await control(page, 'pause')
      },
      async advance(milliseconds) {
        await control(page, 'advance', milliseconds)
      },
      async arm(fault) {
        await control(page, 'arm', fault)
      },
      async disarm() {
        await control(page, 'disarm')
      },
      async expireCredentials() {
        await control(page, 'expireCredentials')
      },
      async received(operation) {
        const state = (await control(page, 'state')) as Awaited<ReturnType<DemoControl['state']>>
        return state.requests.byOperation[operation] ?? 0
      },
    })
  },
})

export { expect }
