import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { createContext, createElement, type ReactNode, useContext, useEffect } from 'react'
import type { ScenarioName } from '#src/domain/demo-fleet.ts'
import { cadences } from './cadences.ts'

export interface DemoFault {
  id: string
  /** status-500, html, garbage, empty, delay, never, drop, throttle, expired or denied. */
  kind: string
  /** The name of an operation such as CreateDeployment, or `*` for all. */
  operation: string
  /** How many more times it strikes; null for no end. */
  remaining: number | null
  probability: number
  stage: 'before' | 'after'
  delayMs: number
}

export interface NewDemoFault {
  kind: string
  operation?: string
  /** Default 1; null for no end. */
  count?: number | null
  /** 0 to 1, default 1. */
  probability?: number
  /** `after`: the operation has been carried out and only its answer is spoilt. */
  stage?: 'before' | 'after'
  delayMs?: number
}

/** The demo's world as its control route tells it. */
export interface DemoState {
  scenario: ScenarioName
  seed: number
  /** Number of core devices asked for; null for the scenario's own. */
  devices: number | null
  /** The world's time in epoch ms, and how fast it goes. */
  clock: { now: number; speed: number; paused: boolean }
  startedAt: number
  region: string
  account: string
  credentials: { lifetimeSeconds: number }
  quotas: { enforced: boolean }
  faults: readonly DemoFault[]
  /** Rows of the world's tables, such as `cores`. */
  counts: Readonly<Record<string, number>>
  requests: { total: number; byOperation: Readonly<Record<string, number>> }
  /** Whether changes survive a reload. */
  journal: { state: 'off' | 'on' | 'full' | 'failed'; entries: number }
}

export interface DemoReset {
  scenario?: ScenarioName
  seed?: number
  devices?: number | null
  speed?: number
}

/** Steers the demo's world. Every change resolves to the state after it, and is seen on all pages at once. */
export interface DemoControl {
  /** Other tabs show the same world. */
  readonly shared: boolean
  state(): Promise<DemoState>
  setSpeed(speed: number): Promise<DemoState>
  pause(): Promise<DemoState>
  resume(): Promise<DemoState>
  /** Moves the world's time on by so many milliseconds, at once. */
  advance(ms: number): Promise<DemoState>
  /** A new world. */
  reset(settings?: DemoReset): Promise<DemoState>
  arm(fault: NewDemoFault): Promise<DemoFault>
  /** Disarms one fault, or all. */
  disarm(id?: string): Promise<void>
  enforceQuotas(enforced: boolean): Promise<DemoState>
  /** Makes the credentials of all tabs expired, as the service sees it. */
  expireCredentials(): Promise<DemoState>
  /** Of credentials issued from now on. */
  setCredentialLifetime(seconds: number): Promise<DemoState>
  /** Calls `listener` after each change made through this control; returns what ends that. */
  subscribe(listener: (change: 'moved' | 'reset') => void): () => void
}

const DemoContext = createContext<DemoControl | null>(null)

/** `demo` is null on a real account. After a change of the world everything on screen is read again. */
export function DemoProvider({ demo, children }: { demo: DemoControl | null; children: ReactNode }) {
  const client = useQueryClient()
  useEffect(
    () =>
      demo?.subscribe(change => {
        // Of a new world nothing that was known is true.
        if (change === 'reset') void client.resetQueries()
        else void client.invalidateQueries()
      }),
    [demo, client],
  )
  return createElement(DemoContext, { value: demo }, children)
}

export const useDemo = (): DemoControl | null => useContext(DemoContext)

export function demoStateQuery(demo: DemoControl) {
  return queryOptions<DemoState>({
    queryKey: ['demo', 'state'],
    queryFn: () => demo.state(),
    refetchInterval: cadences.demo,
    staleTime: 0,
  })
}
