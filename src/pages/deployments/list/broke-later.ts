import { createContext, useContext } from 'react'
import { breakagesOfDevice } from '#src/domain/late-breakage.ts'
import type { DeviceReport } from '#src/queries/core-devices.ts'

export interface BrokeLater {
  /** Devices on which a component broke after a deployment had succeeded there, by the deployment's id. */
  devices: ReadonlyMap<string, number>
  /** Not all unhealthy devices have been asked. */
  more: boolean
}

const BrokeLaterContext = createContext<BrokeLater>({ devices: new Map(), more: false })

/** Known to the whole list at once: see `brokeLaterOf`. */
export const BrokeLaterProvider = BrokeLaterContext.Provider

export function useBrokeLater(deploymentId: string): { brokeLater: number; moreBroke: boolean } {
  const { devices, more } = useContext(BrokeLaterContext)
  return { brokeLater: devices.get(deploymentId) ?? 0, moreBroke: more }
}

/** Counts devices by deployment, from what unhealthy devices tell of themselves. */
export function brokeLaterOf(reports: readonly DeviceReport[], more: boolean): BrokeLater {
  const devices = new Map<string, number>()
  for (const report of reports)
    for (const id of breakagesOfDevice(report).keys()) devices.set(id, (devices.get(id) ?? 0) + 1)
  return { devices, more }
}
