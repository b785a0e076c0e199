import {
  BatchAssociateClientDeviceWithCoreDeviceCommand,
  BatchDisassociateClientDeviceFromCoreDeviceCommand,
  ListClientDevicesAssociatedWithCoreDeviceCommand,
} from '@aws-sdk/client-greengrassv2'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { ServiceCommand } from '#src/aws/service-command.ts'
import type { AssociationError, ClientDevice } from '#src/domain/client-device.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { tell } from './ask.ts'
import { cadences } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { listOf, required, timeOf } from './parse.ts'
import { sweepQuery } from './sweep.ts'

/** The service keeps associations only: whether a client device is connected it does not know. */
export function clientDevicesQuery(connection: Connection, coreName: string) {
  return sweepQuery<
    {
      associatedClientDevices?:
        | { thingName?: string | undefined; associationTimestamp?: Date | undefined }[]
        | undefined
      nextToken?: string | undefined
    },
    ClientDevice
  >(connection, {
    key: ['client-devices', coreName],
    every: cadences.devices,
    page: nextToken =>
      new ListClientDevicesAssociatedWithCoreDeviceCommand({
        coreDeviceThingName: coreName,
        maxResults: 100,
        nextToken,
      }),
    rows: output =>
      listOf(output.associatedClientDevices, 'associatedClientDevices').map(device => ({
        name: required(device.thingName, 'thingName'),
        associated: timeOf(device.associationTimestamp),
      })),
  })
}

export interface AssociationProgress {
  /** Names that an answer has come for. */
  sent: number
  total: number
}

export interface AssociationRequest {
  core: string
  names: readonly string[]
  onProgress?: (progress: AssociationProgress) => void
}

export interface AssociationResult {
  done: string[]
  /** Entries that the service refused, each with its reason. */
  errors: AssociationError[]
  /** Names whose batch was not confirmed or not sent, because `failure` came. It does no harm to send them again. */
  notSent: string[]
  failure?: ServiceFailure
}

/** The service takes at most 100 names in one call. */
const batchSize = 100

/** Resolves also when a batch fails: what was done before stays done, and the rest is named. */
export function useAssociateClientDevices() {
  return useBatches((core, names) => {
    const entries = names.map(thingName => ({ thingName }))
    return new BatchAssociateClientDeviceWithCoreDeviceCommand({ coreDeviceThingName: core, entries })
  })
}

/** See useAssociateClientDevices. */
export function useDisassociateClientDevices() {
  return useBatches((core, names) => {
    const entries = names.map(thingName => ({ thingName }))
    return new BatchDisassociateClientDeviceFromCoreDeviceCommand({ coreDeviceThingName: core, entries })
  })
}

interface BatchOutput {
  errorEntries?:
    | { thingName?: string | undefined; code?: string | undefined; message?: string | undefined }[]
    | undefined
}

type BatchCommand = (core: string, names: readonly string[]) => ServiceCommand<BatchOutput>

function useBatches(command: BatchCommand) {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<AssociationResult, ServiceFailure, AssociationRequest>({
    mutationFn: request => sendBatches(connection, command, request),
    onSettled: (_, __, { core }) =>
      client.invalidateQueries({ queryKey: [connection.id, 'client-devices', core] }),
  })
}

async function sendBatches(connection: Connection, command: BatchCommand, request: AssociationRequest) {
  const { core, names, onProgress } = request
  const result: AssociationResult = { done: [], errors: [], notSent: [] }
  for (let start = 0; start < names.length; start += batchSize) {
    const batch = names.slice(start, start + batchSize)
    try {
      const errors = await tell(connection, command(core, batch), output =>
        listOf(output.errorEntries, 'errorEntries').map(entry => ({
          name: entry.thingName ?? '',
          code: entry.code ?? '',
          message: entry.message ?? '',
        })),
      )
      const refused = new Set(errors.map(error => error.name))
      result.errors.push(...errors)
      result.done.push(...batch.filter(name => !refused.has(name)))
      onProgress?.({ sent: Math.min(names.length, start + batchSize), total: names.length })
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error
      result.notSent = names.slice(start)
      result.failure = error
      break
    }
  }
  return result
}
