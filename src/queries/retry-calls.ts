import {
  CancelDeploymentCommand,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  DeleteDeploymentCommand,
  ListDeploymentsCommand,
} from '@aws-sdk/client-greengrassv2'
import {
  AddThingToThingGroupCommand,
  CreateThingGroupCommand,
  DeleteThingGroupCommand,
  RemoveThingFromThingGroupCommand,
} from '@aws-sdk/client-iot'
import { useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { RetryAction, RetryResult } from '#src/domain/retry-steps.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { tell } from './ask.ts'
import { useConnection } from './connection.tsx'

/** Makes the calls of a retry plan. A failure is an answer here: the plan says how it goes on. */
export function useRetryCalls() {
  const connection = useConnection()
  const client = useQueryClient()
  return {
    call: (action: RetryAction) => call(connection, action),
    /** What such a plan changes is read again. */
    refresh: () =>
      Promise.all(
        ['deployments', 'thing-groups', 'jobs'].map(part =>
          client.invalidateQueries({ queryKey: [connection.id, part] }),
        ),
      ),
  }
}

async function call(connection: Connection, action: RetryAction): Promise<RetryResult> {
  try {
    const deploymentId = await send(connection, action)
    return deploymentId ? { ok: true, deploymentId } : { ok: true }
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error
    const kind = kindOf(error, action)
    return { ok: false, message: error.message, ...(kind ? { kind } : {}) }
  }
}

/** After a 5xx nobody knows either whether a write was carried out. */
const unanswered = new Set(['offline', 'timeout', 'unreadable', 'service'])

function kindOf({ kind }: ServiceFailure, action: RetryAction) {
  if (kind === 'not-found') return 'missing' as const
  if (unanswered.has(kind)) return 'no-answer' as const
  const repeated = action.call === 'CreateThingGroup' || action.call === 'CancelDeployment'
  return kind === 'conflict' && repeated ? ('already' as const) : null
}

/** The inputs carry the API's own member names, so they are sent as they are. */
async function send(connection: Connection, { call: name, input }: RetryAction): Promise<string | undefined> {
  const text = (member: string) => String(input[member] ?? '')
  const none = () => undefined
  switch (name) {
    case 'CreateThingGroup':
      return tell(
        connection,
        new CreateThingGroupCommand({ ...input, thingGroupName: text('thingGroupName') }),
        none,
      )
    case 'DeleteThingGroup':
      return tell(connection, new DeleteThingGroupCommand({ thingGroupName: text('thingGroupName') }), none)
    case 'AddThingToThingGroup':
      return tell(connection, new AddThingToThingGroupCommand(input), none)
    case 'RemoveThingFromThingGroup':
      return tell(connection, new RemoveThingFromThingGroupCommand(input), none)
    case 'CreateDeployment':
      return tell(
        connection,
        new CreateDeploymentCommand(input as unknown as CreateDeploymentCommandInput),
        output => output.deploymentId,
      )
    case 'ListDeployments':
      return tell(
        connection,
        new ListDeploymentsCommand(input),
        output => output.deployments?.[0]?.deploymentId,
      )
    case 'CancelDeployment':
      return tell(connection, new CancelDeploymentCommand({ deploymentId: text('deploymentId') }), none)
    case 'DeleteDeployment':
      return tell(connection, new DeleteDeploymentCommand({ deploymentId: text('deploymentId') }), none)
  }
}
