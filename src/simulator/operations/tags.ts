import type {
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput,
  TagResourceCommandInput,
  TagResourceCommandOutput,
  UntagResourceCommandInput,
  UntagResourceCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import { accessDenied, notFound, validation } from '../wire/service-error.ts'
import type { Operation } from '../wire/types.ts'
import type { World } from '../world/world.ts'

/** Most tags of one resource: the contract's limit of a tag map. */
const mostTags = 200

export const listTagsForResource: Operation<
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput
> = (input, { world }) => ({ tags: { ...taggable(world, input.resourceArn ?? '').tags } })

/** Adds tags and overwrites those that are there. Keys that start with `aws:` are AWS's own. */
export const tagResource: Operation<TagResourceCommandInput, TagResourceCommandOutput> = (
  input,
  { world },
) => {
  const resource = taggable(world, input.resourceArn ?? '', 'change')
  const given = input.tags ?? {}
  const reserved = Object.keys(given).find(key => /^aws:/i.test(key))
  if (reserved !== undefined) {
    const message = `The tag key ${reserved} is reserved: keys must not start with aws:`
    throw validation(message, [{ name: 'tags', message }])
  }
  const tags = { ...resource.tags, ...given }
  if (Object.keys(tags).length > mostTags) {
    const message = `A resource cannot have more than ${mostTags} tags.`
    throw validation(message, [{ name: 'tags', message }])
  }
  resource.tags = tags
  return {}
}

/** Removes tags; keys that the resource does not have are fine. */
export const untagResource: Operation<UntagResourceCommandInput, UntagResourceCommandOutput> = (
  input,
  { world },
) => {
  const resource = taggable(world, input.resourceArn ?? '', 'change')
  const gone = new Set(input.tagKeys)
  resource.tags = Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !gone.has(key)))
  return {}
}

/** The record that carries the tags of an ARN: a component version, a deployment or a core device. */
function taggable(
  world: World,
  arn: string,
  purpose: 'read' | 'change' = 'read',
): { tags: Record<string, string> } {
  const [, , , , owner, kind = '', ...rest] = arn.split(':')
  const id = rest.join(':')
  if (owner !== world.account && owner !== 'aws') {
    throw accessDenied(`The resource ${arn} belongs to another account.`)
  }
  if (owner === 'aws' && purpose === 'change') {
    throw accessDenied('Components that AWS provides cannot be tagged.')
  }
  switch (kind) {
    case 'components': {
      const version = world.components.get(arn)
      if (version !== undefined) return version
      break
    }
    case 'deployments': {
      const deployment = world.deployments.get(id)
      if (deployment !== undefined) return deployment
      break
    }
    case 'coreDevices': {
      const core = world.cores.get(id)
      if (core !== undefined) return core
      break
    }
  }
  throw notFound(typeNames[kind] ?? 'resource', id === '' ? arn : id)
}

const typeNames: Record<string, string> = {
  components: 'component',
  deployments: 'deployment',
  coreDevices: 'coreDevice',
}
