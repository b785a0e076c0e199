import type {
  CreateComponentVersionCommandInput,
  CreateComponentVersionCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import { componentArn } from '#src/domain/arn.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { conflict, quotaExceeded, type ServiceError, validation } from '../wire/service-error.ts'
import { type Operation, seconds } from '../wire/types.ts'
import type { ComponentVersionRecord } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { withDigests } from './artifact-digests.ts'
import { decodeText } from './base64-text.ts'
import { statusOf } from './components.ts'

/** Components of an account, and versions of a component. https://docs.aws.amazon.com/general/latest/gr/greengrassv2.html */
const mostComponents = 5000
const unreadable = 'Specified artifact resource cannot be accessed'

/**
 * Takes a recipe, or a Lambda function to write one for. What is wrong with the recipe, and artifacts that the caller
 * may not read, are said at once; whether the artifacts' buckets exist turns out a few seconds later.
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/API_CreateComponentVersion.html
 */
export const createComponentVersion: Operation<
  CreateComponentVersionCommandInput,
  CreateComponentVersionCommandOutput
> = async ({ inlineRecipe, lambdaFunction, tags = {} }, { world, now }) => {
  if ((inlineRecipe === undefined) === (lambdaFunction === undefined))
    throw validation('Invalid Input: exactly one of inlineRecipe and lambdaFunction must be given')
  const reserved = Object.keys(tags).find(key => /^aws:/i.test(key))
  if (reserved !== undefined) throw field('tags', `The tag key ${reserved} is reserved`)

  // Reading and judging recipes is the largest single piece of the simulator; it is loaded when somebody publishes.
  const text = inlineRecipe === undefined ? '' : recipeTextOf(inlineRecipe)
  const { recipe, format } = lambdaFunction
    ? (await import('./lambda-recipe.ts')).lambdaRecipe(lambdaFunction)
    : await (await import('./accept-recipe.ts')).acceptRecipe(text)
  const { name, version } = recipe
  const arn = componentArn({ region: world.region, account: world.account, name, version })
  checkNew(world, arn, recipe, Object.keys(tags).length > 0)
  checkArtifacts(world, recipe)

  const record: ComponentVersionRecord = {
    arn,
    name,
    version,
    owner: world.account,
    created: now,
    recipeFormat: format,
    recipe: withDigests(recipe),
    state: 'REQUESTED',
    stateMessage: '',
    errors: {},
    readyAt: now + 2000 + Math.round(world.chance(`${arn} ready`) * 3000),
    vendorGuidance: 'ACTIVE',
    vendorGuidanceMessage: '',
    tags: { ...tags },
  }
  const status = statusOf(record)
  world.components.put(record)
  world.at(record.readyAt, () => finish(world, record))
  return { arn, componentName: name, componentVersion: version, creationTimestamp: seconds(now), status }
}

const field = (name: string, message: string): ServiceError =>
  validation(`Invalid Input: ${message}`, [{ name, message }])

function recipeTextOf(blob: string): string {
  const text = decodeText(blob)
  if (text === null) throw field('inlineRecipe', 'The recipe is not UTF-8 text')
  return text
}

function checkNew(world: World, arn: string, { name, version }: Recipe, tagged: boolean): void {
  const existing = world.components.get(arn)
  if (existing) {
    const subject = `Component [${name} : ${version}] for account [${world.account}] already exists`
    throw conflict(
      'COMPONENT',
      arn,
      tagged
        ? `${subject} and can't be created again with tags.`
        : `${subject} with state: [${existing.state}]`,
    )
  }
  const versions = world.components.versions(name, world.account).length
  if (versions >= mostComponents)
    throw quotaExceeded(`${name} already has ${mostComponents} versions.`, 'L-COMPONENT-VERSIONS')
  if (versions === 0 && world.components.names('PRIVATE').length >= mostComponents)
    throw quotaExceeded(`The account already has ${mostComponents} components.`, 'L-COMPONENTS')
}

const s3Artifacts = (recipe: Recipe) =>
  recipe.manifests
    .flatMap(({ artifacts }) => artifacts.map(({ uri }) => uri))
    .filter(uri => /^s3:/i.test(uri))

/** S3 answers "forbidden" also for an object that is missing, so the service cannot tell one from the other. */
function checkArtifacts(world: World, recipe: Recipe): void {
  const refused = s3Artifacts(recipe).filter(uri =>
    ['denied', 'no-object'].includes(world.storage.state(uri)),
  )
  if (refused.length === 0) return
  const list = refused.map(uri => `${uri} = ${unreadable}`).join(', ')
  throw validation(`Invalid Input: Encountered following errors in Artifacts: {${list}}`)
}

/** The service has looked at the artifacts. */
function finish(world: World, record: ComponentVersionRecord): void {
  if (world.components.get(record.arn) !== record) return
  const missing = s3Artifacts(record.recipe).filter(uri => world.storage.state(uri) !== 'there')
  record.errors = Object.fromEntries(missing.map(uri => [uri, unreadable]))
  record.state = missing.length > 0 ? 'FAILED' : 'DEPLOYABLE'
  if (missing.length > 0) record.stateMessage = 'One or more artifacts could not be read.'
  world.components.generation += 1
}
