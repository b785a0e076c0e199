import type {
  ResolveComponentCandidatesCommandInput,
  ResolveComponentCandidatesCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import { matchesPlatform } from '#src/domain/platform.ts'
import { formatRecipe } from '#src/domain/recipe/format-recipe.ts'
import { parseRequirement, satisfies } from '#src/domain/version.ts'
import { notFound, validation } from '../wire/service-error.ts'
import type { Operation } from '../wire/types.ts'
import { isDeployable } from '../world/resolution.ts'
import type { World } from '../world/world.ts'
import { encodeText } from './base64-text.ts'

/**
 * What devices ask before a deployment: of each candidate the greatest version that meets all requirements and has a
 * manifest for the platform, with its recipe.
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/API_ResolveComponentCandidates.html
 */
export const resolveComponentCandidates: Operation<
  ResolveComponentCandidatesCommandInput,
  ResolveComponentCandidatesCommandOutput
> = async ({ platform, componentCandidates }, { world, now }) => {
  if (!platform || !componentCandidates)
    throw validation('Invalid Input: platform and componentCandidates must be given')
  const attributes = platform.attributes ?? {}
  const resolved = componentCandidates.map(candidate => resolve(world, now, attributes, candidate))
  return {
    resolvedComponentVersions: await Promise.all(
      resolved.map(async ({ arn, name, version, recipe, vendorGuidance, vendorGuidanceMessage }) => ({
        arn,
        componentName: name,
        componentVersion: version,
        recipe: encodeText(await formatRecipe(recipe, 'JSON')),
        vendorGuidance: vendorGuidance as 'ACTIVE',
        message: vendorGuidanceMessage || undefined,
      })),
    ),
  }
}

interface Candidate {
  componentName?: string | undefined
  componentVersion?: string | undefined
  versionRequirements?: Record<string, string> | undefined
}

function resolve(world: World, now: number, platform: Record<string, string>, candidate: Candidate) {
  const { componentName: name = '', componentVersion, versionRequirements = {} } = candidate
  if (!name) throw validation('Invalid Input: a component candidate has no componentName')
  const requirements = Object.values(versionRequirements)
  // A candidate that nobody requires is asked for as it is.
  if (requirements.length === 0 && componentVersion) requirements.push(`=${componentVersion}`)
  for (const requirement of requirements) {
    const parsed = parseRequirement(requirement)
    if (!parsed.ok)
      throw validation(parsed.message, [{ name: 'versionRequirements', message: parsed.message }])
  }
  const found = world.components
    .visible(name, world.account)
    .find(
      record =>
        isDeployable(record, now) &&
        requirements.every(requirement => satisfies(record.version, requirement)) &&
        record.recipe.manifests.some(manifest => matchesPlatform(manifest.platform, platform)),
    )
  if (found) return found
  const wanted = Object.entries(versionRequirements).map(([by, requirement]) => `${by}: ${requirement}`)
  throw notFound(
    'component',
    name,
    `No version of ${name} meets the requirements {${wanted.join(', ')}} and runs on this platform.`,
  )
}
