import { GetIndexingConfigurationCommand } from '@aws-sdk/client-iot'
import { queryOptions } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { ask } from './ask.ts'
import { cadences } from './cadences.ts'

/** What the account lets AWS IoT index: an option that is billed, so pages must do without. */
export interface Indexing {
  registry: boolean
  connectivity: boolean
}

export function indexingQuery(connection: Connection) {
  return queryOptions<Indexing, ServiceFailure>({
    queryKey: [connection.id, 'indexing'],
    queryFn: context =>
      ask(
        connection,
        context,
        new GetIndexingConfigurationCommand({}),
        ({ thingIndexingConfiguration: things }) => ({
          registry: things?.thingIndexingMode !== undefined && things.thingIndexingMode !== 'OFF',
          connectivity: things?.thingConnectivityIndexingMode === 'STATUS',
        }),
      ),
    staleTime: cadences.account,
  })
}
