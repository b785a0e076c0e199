import type { LambdaFunctionRecipeSource } from '@aws-sdk/client-greengrassv2'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { parseVersion } from '#src/domain/version.ts'
import { validation } from '../wire/service-error.ts'
import type { Wire } from '../wire/types.ts'

const lambdaArn = /^arn:[^:]+:lambda:[a-z0-9-]+:\d{12}:function:([a-zA-Z0-9-_]+):([^:]+)$/

/**
 * The recipe that the service writes for an imported Lambda function: the function runs under the launcher, and
 * everything that the caller leaves out has the default of the API reference.
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/API_LambdaExecutionParameters.html
 */
export function lambdaRecipe(source: Wire<LambdaFunctionRecipeSource>): { recipe: Recipe; format: 'JSON' } {
  const match = lambdaArn.exec(source.lambdaArn ?? '')
  if (!match)
    throw invalid('lambdaArn', `${source.lambdaArn} is not the ARN of a version of a Lambda function`)
  const [, functionName = '', qualifier = ''] = match
  // https://docs.aws.amazon.com/greengrass/v2/APIReference/API_LambdaFunctionRecipeSource.html: no aliases, no $LATEST
  if (!/^\d+$/.test(qualifier))
    throw invalid('lambdaArn', `The ARN must end in a version number, not in the alias ${qualifier}`)
  const name = source.componentName ?? functionName
  const version = source.componentVersion ?? `${Number(qualifier)}.0.0`
  if (!/^[a-zA-Z0-9-_.]{1,128}$/.test(name)) throw invalid('componentName', `${name} is not a component name`)
  if (!parseVersion(version)) throw invalid('componentVersion', `${version} is not a semantic version`)

  const platforms = source.componentPlatforms ?? []
  const recipe: Recipe = {
    name,
    version,
    description: '',
    publisher: 'AWS Lambda',
    type: 'aws.greengrass.lambda',
    source: source.lambdaArn ?? '',
    defaultConfiguration: configuration(source.componentLambdaParameters ?? {}),
    dependencies: dependencies(source.componentDependencies ?? {}),
    manifests: (platforms.length > 0 ? platforms : [{}]).map(platform => ({
      name: platform.name ?? '',
      platform: platform.attributes ?? {},
      lifecycle: {},
      selections: [],
      artifacts: [
        {
          uri: 'greengrass:lambda-artifact.zip',
          unarchive: 'ZIP' as const,
          permission: { read: 'OWNER' as const, execute: 'NONE' as const },
        },
      ],
    })),
    lifecycle: {
      Startup: {
        RequiresPrivilege: true,
        Script: '{aws.greengrass.LambdaLauncher:artifacts:path}/lambda-launcher start',
      },
      Setenv: {
        AWS_GREENGRASS_LAMBDA_ARN: source.lambdaArn ?? '',
        AWS_GREENGRASS_LAMBDA_ARTIFACT_PATH: '{artifacts:decompressedPath}/lambda-artifact',
        AWS_GREENGRASS_LAMBDA_CONTAINER_MODE: '{configuration:/containerMode}',
      },
      Shutdown: {
        RequiresPrivilege: true,
        Script: '{aws.greengrass.LambdaLauncher:artifacts:path}/lambda-launcher stop',
      },
    },
  }
  return { recipe, format: 'JSON' }
}

type Parameters = Wire<NonNullable<LambdaFunctionRecipeSource['componentLambdaParameters']>>

function configuration(parameters: Parameters) {
  const container = parameters.linuxProcessParams?.containerParams ?? {}
  return {
    lambdaExecutionParameters: {
      EnvironmentVariables: parameters.environmentVariables ?? {},
      ...(parameters.execArgs ? { ExecArgs: parameters.execArgs } : {}),
    },
    containerParams: {
      memorySize: container.memorySizeInKB ?? 16384,
      mountROSysfs: container.mountROSysfs ?? false,
      volumes: numbered(
        (container.volumes ?? []).map(volume => ({ permission: 'ro', addGroupOwner: false, ...volume })),
      ),
      devices: numbered(
        (container.devices ?? []).map(device => ({ permission: 'ro', addGroupOwner: false, ...device })),
      ),
    },
    containerMode: parameters.linuxProcessParams?.isolationMode ?? 'GreengrassContainer',
    timeoutInSeconds: parameters.timeoutInSeconds ?? 3,
    maxInstancesCount: parameters.maxInstancesCount ?? 100,
    inputPayloadEncodingType: parameters.inputPayloadEncodingType ?? 'json',
    maxQueueSize: parameters.maxQueueSize ?? 1000,
    pinned: parameters.pinned ?? true,
    maxIdleTimeInSeconds: parameters.maxIdleTimeInSeconds ?? 60,
    statusTimeoutInSeconds: parameters.statusTimeoutInSeconds ?? 60,
    pubsubTopics: numbered(parameters.eventSources ?? []),
  }
}

/** The service writes lists of a Lambda component as maps, so that a deployment can merge into them. */
function numbered<T>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item, index) => [String(index), item]))
}

function dependencies(wanted: Wire<NonNullable<LambdaFunctionRecipeSource['componentDependencies']>>) {
  const all = new Map<string, { requirement: string; type: 'HARD' | 'SOFT' }>([
    ['aws.greengrass.LambdaLauncher', { requirement: '^2.0.0', type: 'HARD' }],
    ['aws.greengrass.LambdaRuntimes', { requirement: '^2.0.0', type: 'SOFT' }],
    ['aws.greengrass.TokenExchangeService', { requirement: '^2.0.0', type: 'SOFT' }],
  ])
  for (const [name, dependency] of Object.entries(wanted))
    all.set(name, {
      requirement: dependency.versionRequirement ?? '>=0.0.0',
      type: dependency.dependencyType === 'SOFT' ? 'SOFT' : 'HARD',
    })
  return [...all].map(([name, dependency]) => ({ name, ...dependency }))
}

const invalid = (member: string, message: string) =>
  validation(`Invalid Input: ${message}`, [{ name: `lambdaFunction.${member}`, message }])
