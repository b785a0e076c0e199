import type {
  ComponentPlatform,
  DeleteComponentCommandInput,
  DeleteComponentCommandOutput,
  DescribeComponentCommandInput,
  DescribeComponentCommandOutput,
  GetComponentCommandInput,
  GetComponentCommandOutput,
  GetComponentVersionArtifactCommandInput,
  GetComponentVersionArtifactCommandOutput,
  ListComponentsCommandInput,
  ListComponentsCommandOutput,
  ListComponentVersionsCommandInput,
  ListComponentVersionsCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import { componentArn, parseComponentArn } from '#src/domain/arn.ts'
import { formatRecipe } from '#src/domain/recipe/format-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { compareVersions } from '#src/domain/version.ts'
import { page } from '../wire/paging.ts'
import { accessDenied, notFound, validation } from '../wire/service-error.ts'
import { type Operation, seconds, type Wire } from '../wire/types.ts'
import type { ComponentVersionRecord } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { encodeText } from './base64-text.ts'

/** Names with their greatest version, whatever its state; AWS's own in scope PUBLIC, the account's by default. */
export const listComponents: Operation<ListComponentsCommandInput, ListComponentsCommandOutput> = (
  { scope = 'PRIVATE', maxResults, nextToken },
  { world },
) => {
  const names = world.components.names(scope === 'PUBLIC' ? 'PUBLIC' : 'PRIVATE')
  const { items, nextToken: next } = page(names, {
    limit: maxResults,
    token: nextToken,
    key: ({ name }) => name,
    scope: `ListComponents ${scope}`,
  })
  return {
    components: items.map(({ name, owner }) => {
      const latest = world.components.versions(name, owner)[0]!
      const { description, publisher } = latest.recipe
      return {
        arn: componentArn({ region: world.region, account: owner, name }),
        componentName: name,
        latestVersion: {
          arn: latest.arn,
          componentVersion: latest.version,
          creationTimestamp: seconds(latest.created),
          description: description || undefined,
          publisher: publisher || undefined,
          platforms: platformsOf(latest.recipe),
        },
      }
    }),
    nextToken: next,
  }
}

/** Greatest version first, by precedence and not by text: 1.10.0 comes before 1.9.0. */
export const listComponentVersions: Operation<
  ListComponentVersionsCommandInput,
  ListComponentVersionsCommandOutput
> = ({ arn = '', maxResults, nextToken }, { world }) => {
  const named = parseComponentArn(arn)
  const versions = named?.version === null ? world.components.versions(named.name, named.account) : []
  if (versions.length === 0) throw notFound('component', arn)
  const { items, nextToken: next } = page(versions, {
    limit: maxResults,
    token: nextToken,
    key: ({ version }) => version,
    compare: (a, b) => compareVersions(b, a),
    scope: `ListComponentVersions ${arn}`,
  })
  return {
    componentVersions: items.map(({ name, version, arn: versionArn }) => ({
      componentName: name,
      componentVersion: version,
      arn: versionArn,
    })),
    nextToken: next,
  }
}

export const describeComponent: Operation<DescribeComponentCommandInput, DescribeComponentCommandOutput> = (
  { arn },
  { world },
) => {
  const record = componentVersion(world, arn)
  return {
    arn: record.arn,
    componentName: record.name,
    componentVersion: record.version,
    creationTimestamp: seconds(record.created),
    publisher: record.recipe.publisher,
    description: record.recipe.description,
    status: statusOf(record),
    platforms: platformsOf(record.recipe),
    tags: { ...record.tags },
  }
}

/** The recipe in the service's own form: digests and defaults filled in, comments gone. */
export const getComponent: Operation<GetComponentCommandInput, GetComponentCommandOutput> = async (
  { arn, recipeOutputFormat },
  { world },
) => {
  const record = componentVersion(world, arn)
  const format = recipeOutputFormat ?? record.recipeFormat
  return {
    recipeOutputFormat: format,
    recipe: encodeText(await formatRecipe(record.recipe, format)),
    tags: { ...record.tags },
  }
}

/** A link to an artifact that the service itself keeps: those of public and of Lambda components. */
export const getComponentVersionArtifact: Operation<
  GetComponentVersionArtifactCommandInput,
  GetComponentVersionArtifactCommandOutput
> = ({ arn, artifactName, s3EndpointType }, { world, now }) => {
  const record = componentVersion(world, arn)
  const wanted = `greengrass:${artifactName}`
  const found = record.recipe.manifests.some(({ artifacts }) => artifacts.some(({ uri }) => uri === wanted))
  if (!found) throw notFound('artifact', `${artifactName}`)
  const host = s3EndpointType === 'GLOBAL' ? 's3.amazonaws.com' : `s3.${world.region}.amazonaws.com`
  const date = `${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`
  const path = [record.name, record.version, artifactName ?? ''].map(encodeURIComponent).join('/')
  const query = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=${date}&X-Amz-Expires=3600&X-Amz-SignedHeaders=host`
  return { preSignedUrl: `https://meadow-demo-artifacts.${host}/${path}?${query}` }
}

/** Deletes one version. Deployments that name it fail from then on; nobody is asked. */
export const deleteComponent: Operation<DeleteComponentCommandInput, DeleteComponentCommandOutput> = (
  { arn },
  { world },
) => {
  const record = componentVersion(world, arn)
  if (record.owner === 'aws') throw accessDenied('Components that AWS provides cannot be deleted.')
  world.components.delete(record.arn)
  return {}
}

function componentVersion(world: World, arn = ''): ComponentVersionRecord {
  if (!parseComponentArn(arn)?.version) {
    const message = `${arn} is not the ARN of a component version`
    throw validation(message, [{ name: 'arn', message }])
  }
  const record = world.components.get(arn)
  if (!record) throw notFound('component', arn)
  return record
}

/** What the service says of a version's way from REQUESTED to DEPLOYABLE. Without a message it says NONE. */
export function statusOf(record: ComponentVersionRecord) {
  return {
    componentState: record.state as 'REQUESTED',
    message: record.stateMessage || 'NONE',
    errors: { ...record.errors },
    vendorGuidance: record.vendorGuidance as 'ACTIVE',
    vendorGuidanceMessage: record.vendorGuidanceMessage || 'NONE',
  }
}

/** One for each manifest. The service makes up a name from the attributes where the recipe gives none. */
function platformsOf(recipe: Recipe): Wire<ComponentPlatform>[] {
  return recipe.manifests.map(({ name, platform }) => ({
    name: name || [platform.os ?? '*', platform.architecture].filter(part => part !== undefined).join(' '),
    attributes: { ...platform },
  }))
}
