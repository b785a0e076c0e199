import { test as base, expect, type Page } from '@playwright/test'
import type { ScenarioName } from '../src/domain/demo-fleet.ts'

/** What the page offers to presenters and journeys as `meadowDemo` (src/app/demo-console.ts). */
interface DemoConsole {
  advance(milliseconds: number): Promise<unknown>
  pause(): Promise<unknown>
  resume(): Promise<unknown>
  setSpeed(factor: number): Promise<unknown>
  armFault(fault: Record<string, unknown>): Promise<unknown>
  clearFaults(): Promise<unknown>
  state(): Promise<{ now: number; scenario: string }>
}

export interface Demo {
  /** Opens a path with a world of its own: same scenario and seed, same world. */
  open(path: string, scenario?: ScenarioName, options?: { devices?: number; connection?: string }): Promise<void>
  /** Moves the world's time, without waiting for it. */
  advance(milliseconds: number): Promise<void>
  fault(fault: Record<string, unknown>): Promise<void>
  clearFaults(): Promise<void>
}

export const minutes = (count: number) => count * 60_000

const call = <Name extends keyof DemoConsole>(page: Page, name: Name, argument?: unknown) =>
  page.evaluate(
    ([method, value]) => {
      const demo = (globalThis as unknown as { meadowDemo: Record<string, (argument: unknown) => Promise<unknown>> })
        .meadowDemo
      return demo[method as string]!(value)
    },
    [name, argument] as const,
  )

/** Each journey fails on an uncaught error and on any request that leaves this machine. */
export const test = base.extend<{ demo: Demo; guard: undefined }>({
  guard: [
    async ({ context }, use) => {
      const trouble: string[] = []
      context.on('weberror', error => trouble.push(`uncaught: ${error.error().stack ?? error.error().message}`))
      context.on('request', request => {
        const { hostname, protocol } = new URL(request.url())
        if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') trouble.push(`left the machine: ${request.url()}`)
      })
      await use(undefined)
      expect(trouble).toEqual([])
    },
    { auto: true },
  ],
  demo: async ({ page }, use) => {
    await use({
      async open(path, scenario = 'calm', options = {}) {
        const url = new URL(path, 'http://127.0.0.1')
        url.searchParams.set('scenario', scenario)
        url.searchParams.set('seed', '7')
        if (options.devices) url.searchParams.set('devices', String(options.devices))
        if (options.connection) url.searchParams.set('connection', options.connection)
        await page.goto(`${url.pathname}${url.search}`)
      },
      async advance(milliseconds) {
        await call(page, 'advance', milliseconds)
      },
      async fault(fault) {
        await call(page, 'armFault', fault)
      },
      async clearFaults() {
        await call(page, 'clearFaults')
      },
    })
  },
})

export { expect }
