import { GetConnectivityInfoCommand, UpdateConnectivityInfoCommand } from '@aws-sdk/client-greengrassv2'
import { GetThingConnectivityDataCommand } from '@aws-sdk/client-iot'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { ask, tell } from './ask.ts'
import { cadences } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { indexingQuery } from './indexing.ts'
import { listOf, timeOf } from './parse.ts'

/** Where client devices find the MQTT broker of a core device. */
export interface BrokerEndpoint {
  /** The service's id of the entry; made up from host and port where it is new. */
  id: string
  hostAddress: string
  portNumber: number
  metadata: string
}

export interface ConnectivityInfo {
  endpoints: BrokerEndpoint[]
  message: string
}

/** Whether a thing is connected to AWS IoT, from the fleet index. */
export interface ThingConnectivity {
  connected: boolean
  /** Of the last change; the service forgets it about an hour after a disconnect. */
  since: number | null
  disconnectReason: string
}

export function connectivityInfoQuery(connection: Connection, thing: string) {
  return queryOptions<ConnectivityInfo, ServiceFailure>({
    queryKey: [connection.id, 'connectivity-info', thing],
    queryFn: context =>
      ask(connection, context, new GetConnectivityInfoCommand({ thingName: thing }), output => ({
        endpoints: listOf(output.connectivityInfo, 'ConnectivityInfo').map(info => ({
          id: info.id ?? '',
          hostAddress: info.hostAddress ?? '',
          portNumber: info.portNumber ?? 0,
          metadata: info.metadata ?? '',
        })),
        message: output.message ?? '',
      })),
    staleTime: cadences.devices,
  })
}

/** Null where the account does not index connectivity: Greengrass itself has no offline state. */
export function thingConnectivityQuery(connection: Connection, thing: string) {
  return queryOptions<ThingConnectivity | null, ServiceFailure>({
    queryKey: [connection.id, 'thing-connectivity', thing],
    queryFn: async context => {
      const indexing = await context.client.fetchQuery(indexingQuery(connection))
      if (!indexing.connectivity) return null
      try {
        return await ask(
          connection,
          context,
          new GetThingConnectivityDataCommand({ thingName: thing }),
          output => ({
            connected: output.connected ?? false,
            since: timeOf(output.timestamp),
            disconnectReason: output.disconnectReason ?? '',
          }),
        )
      } catch (error) {
        // The index has no entry for a thing that has never connected.
        if (error instanceof ServiceFailure && error.kind === 'not-found') return null
        throw error
      }
    },
    refetchInterval: cadences.devices,
    staleTime: cadences.device,
  })
}

export interface ConnectivityUpdate {
  thing: string
  /** The whole list: an update replaces it. */
  endpoints: { id?: string; hostAddress: string; portNumber: number; metadata: string }[]
}

/** What an update sends, with the API's own member names. */
export const connectivityInput = ({ thing, endpoints }: ConnectivityUpdate) => ({
  thingName: thing,
  connectivityInfo: endpoints.map(({ id, hostAddress, portNumber, metadata }) => ({
    id: id || `${hostAddress}_${portNumber}`,
    hostAddress,
    portNumber,
    metadata,
  })),
})

export function useUpdateConnectivityInfo() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<{ version: string; message: string }, ServiceFailure, ConnectivityUpdate>({
    mutationFn: update =>
      tell(connection, new UpdateConnectivityInfoCommand(connectivityInput(update)), output => ({
        version: output.version ?? '',
        message: output.message ?? '',
      })),
    onSuccess: (_, { thing }) =>
      client.invalidateQueries({ queryKey: [connection.id, 'connectivity-info', thing] }),
  })
}
