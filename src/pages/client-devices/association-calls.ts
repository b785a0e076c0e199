import type { WriteCall } from '#src/domain/cli-command.ts'
import { chunk100 } from '#src/domain/thing-name-list.ts'

/** The calls that associate so many client devices with a core device, or end that. */
export function associationCalls(
  action: 'BatchAssociateClientDeviceWithCoreDevice' | 'BatchDisassociateClientDeviceFromCoreDevice',
  coreDeviceThingName: string,
  names: readonly string[],
): WriteCall[] {
  return chunk100(names).map(batch => ({
    action,
    input: { coreDeviceThingName, entries: batch.map(thingName => ({ thingName })) },
  }))
}
