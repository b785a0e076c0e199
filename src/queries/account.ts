import {
  AssociateServiceRoleToAccountCommand,
  DisassociateServiceRoleFromAccountCommand,
  GetServiceRoleForAccountCommand,
} from '@aws-sdk/client-greengrassv2'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { ask, tell } from './ask.ts'
import { cadences } from './cadences.ts'
import { useConnection } from './connection.tsx'

export interface ServiceRole {
  roleArn: string
  associated: number | null
}

/** Null where the account has none in this Region: the service answers that with an error. */
export function serviceRoleQuery(connection: Connection) {
  return queryOptions<ServiceRole | null, ServiceFailure>({
    queryKey: [connection.id, 'service-role'],
    queryFn: async context => {
      try {
        return await ask(connection, context, new GetServiceRoleForAccountCommand({}), output =>
          output.roleArn ? { roleArn: output.roleArn, associated: isoTime(output.associatedAt) } : null,
        )
      } catch (error) {
        if (error instanceof ServiceFailure && error.kind === 'not-found') return null
        throw error
      }
    },
    staleTime: cadences.account,
  })
}

/** Takes the role's ARN. The caller needs iam:PassRole for it. */
export function useAssociateServiceRole() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<void, ServiceFailure, string>({
    mutationFn: roleArn =>
      tell(connection, new AssociateServiceRoleToAccountCommand({ roleArn }), () => undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: [connection.id, 'service-role'] }),
  })
}

export function useDisassociateServiceRole() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<void, ServiceFailure, void>({
    mutationFn: () => tell(connection, new DisassociateServiceRoleFromAccountCommand({}), () => undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: [connection.id, 'service-role'] }),
  })
}

/** Unlike the rest of the API, the service role's times are ISO texts. */
function isoTime(text: string | undefined): number | null {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : time
}
