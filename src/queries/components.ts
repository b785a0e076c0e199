import {
  CreateComponentVersionCommand,
  DeleteComponentCommand,
  DescribeComponentCommand,
  type DescribeComponentResponse,
  GetComponentCommand,
  ListComponentsCommand,
  ListComponentVersionsCommand,
  type Component as SdkComponent,
  type ComponentPlatform as SdkPlatform,
} from '@aws-sdk/client-greengrassv2'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type {
  ComponentPlatform,
  ComponentScope,
  ComponentSummary,
  ComponentVersion,
  ComponentVersionSummary,
} from '#src/domain/component.ts'
import type { LambdaFunctionSource } from '#src/domain/lambda-source.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { ask, askAll, tell } from './ask.ts'
import { cadences } from './cadences.ts'
import { useConnection } from './connection.tsx'
import { listOf, required, timeOf } from './parse.ts'
import { sweepQuery } from './sweep.ts'

/** The newest version of every component; PRIVATE is the account's own, PUBLIC is AWS's. */
export function componentsQuery(connection: Connection, scope: ComponentScope) {
  return sweepQuery(connection, {
    key: ['components', 'list', scope],
    every: scope === 'PUBLIC' ? cadences.account : cadences.components,
    page: nextToken => new ListComponentsCommand({ scope, maxResults: 100, nextToken }),
    rows: output => listOf(output.components, 'components').map(componentSummary),
  })
}

/** Of a component ARN without a version; the service lists the greatest version first. */
export function componentVersionsQuery(connection: Connection, componentArn: string) {
  return queryOptions<ComponentVersionSummary[], ServiceFailure>({
    queryKey: [connection.id, 'components', 'versions', componentArn],
    queryFn: context =>
      askAll(
        connection,
        context,
        nextToken => new ListComponentVersionsCommand({ arn: componentArn, maxResults: 100, nextToken }),
        output =>
          listOf(output.componentVersions, 'componentVersions').map(version => ({
            arn: required(version.arn, 'arn'),
            name: version.componentName ?? '',
            version: required(version.componentVersion, 'componentVersion'),
          })),
      ),
    staleTime: cadences.components,
  })
}

/** Asked again and again while the service still looks at the version's artifacts. */
export function componentVersionQuery(connection: Connection, versionArn: string) {
  return queryOptions<ComponentVersion, ServiceFailure>({
    queryKey: [connection.id, 'components', 'version', versionArn],
    queryFn: context =>
      ask(connection, context, new DescribeComponentCommand({ arn: versionArn }), componentVersion),
    refetchInterval: query => (isPublishing(query.state.data) ? cadences.publishing : false),
    staleTime: query => (isPublishing(query.state.data) ? 0 : cadences.components),
  })
}

/** The recipe as text, in the format asked for. A version's recipe never changes. */
export function recipeQuery(connection: Connection, versionArn: string, format: 'JSON' | 'YAML') {
  return queryOptions<string, ServiceFailure>({
    queryKey: [connection.id, 'components', 'recipe', versionArn, format],
    queryFn: context =>
      ask(
        connection,
        context,
        new GetComponentCommand({ arn: versionArn, recipeOutputFormat: format }),
        output => new TextDecoder().decode(required(output.recipe, 'recipe')),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What a version is made of: the recipe as JSON or YAML text, or a Lambda function to write one for. */
export type ComponentSource = { recipe: string } | { lambdaFunction: LambdaFunctionSource }

export type NewComponentVersion = ComponentSource & {
  tags?: Record<string, string> | undefined
  /** One for each press of the button, and the same when that is tried again. */
  clientToken: string
}

export interface CreatedComponentVersion {
  arn: string
  name: string
  version: string
}

export function useCreateComponentVersion() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<CreatedComponentVersion, ServiceFailure, NewComponentVersion>({
    mutationFn: ({ tags, clientToken, ...source }) => {
      const command = new CreateComponentVersionCommand({
        ...('recipe' in source ? { inlineRecipe: new TextEncoder().encode(source.recipe) } : source),
        tags: tags && Object.keys(tags).length > 0 ? tags : undefined,
        clientToken,
      })
      return tell(connection, command, output => ({
        arn: required(output.arn, 'arn'),
        name: output.componentName ?? '',
        version: output.componentVersion ?? '',
      }))
    },
    onSuccess: ({ arn }) => {
      const componentArn = arn.replace(/:versions:[^:]*$/, '')
      void client.invalidateQueries({ queryKey: [connection.id, 'components', 'versions', componentArn] })
      void client.invalidateQueries({ queryKey: [connection.id, 'components', 'list', 'PRIVATE'] })
    },
  })
}

/** Deletes one version: takes its ARN. */
export function useDeleteComponent() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<void, ServiceFailure, string>({
    mutationFn: versionArn =>
      tell(connection, new DeleteComponentCommand({ arn: versionArn }), () => undefined),
    onSuccess: (_, versionArn) => {
      const componentArn = versionArn.replace(/:versions:[^:]*$/, '')
      for (const part of ['version', 'recipe']) {
        client.removeQueries({ queryKey: [connection.id, 'components', part, versionArn], type: 'inactive' })
      }
      client.setQueryData<ComponentVersionSummary[]>(
        [connection.id, 'components', 'versions', componentArn],
        versions => versions?.filter(version => version.arn !== versionArn),
      )
      void client.invalidateQueries({ queryKey: [connection.id, 'components', 'list', 'PRIVATE'] })
    },
  })
}

const isPublishing = (version: ComponentVersion | undefined) =>
  version?.state === 'REQUESTED' || version?.state === 'INITIATED'

function componentSummary({ arn, componentName, latestVersion }: SdkComponent): ComponentSummary {
  return {
    arn: required(arn, 'arn'),
    name: required(componentName, 'componentName'),
    latestVersion: latestVersion?.componentVersion ?? '',
    latestVersionArn: latestVersion?.arn ?? '',
    created: timeOf(latestVersion?.creationTimestamp),
    description: latestVersion?.description ?? '',
    publisher: latestVersion?.publisher ?? '',
    platforms: listOf(latestVersion?.platforms, 'platforms').map(platform),
  }
}

function componentVersion(output: DescribeComponentResponse): ComponentVersion {
  return {
    arn: required(output.arn, 'arn'),
    name: output.componentName ?? '',
    version: output.componentVersion ?? '',
    created: timeOf(output.creationTimestamp),
    publisher: output.publisher ?? '',
    description: output.description ?? '',
    state: output.status?.componentState ?? '',
    stateMessage: output.status?.message ?? '',
    errors: output.status?.errors ?? {},
    vendorGuidance: output.status?.vendorGuidance ?? '',
    vendorGuidanceMessage: output.status?.vendorGuidanceMessage ?? '',
    platforms: listOf(output.platforms, 'platforms').map(platform),
    tags: output.tags ?? {},
  }
}

const platform = ({ name, attributes }: SdkPlatform): ComponentPlatform => ({
  name: name ?? '',
  attributes: attributes ?? {},
})
