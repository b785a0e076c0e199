import type { OperationContract } from './contract.ts'
import { cognitoIdentityContract } from './contracts/cognito-identity.ts'
import { greengrassV1Contract } from './contracts/greengrass-v1.ts'
import { greengrassV2Contract } from './contracts/greengrass-v2.ts'
import { iotJobsContract } from './contracts/iot-jobs.ts'
import { iotRegistryContract } from './contracts/iot-registry.ts'
import { stsContract } from './contracts/sts.ts'
import { decode, type WireRequest } from './request.ts'
import type { ServiceName } from './types.ts'

export interface Route {
  service: ServiceName
  name: string
  contract: OperationContract
}

export interface Match extends Route {
  /** Raw (still encoded) path segments by label; a greedy label holds several, with their slashes. */
  labels: Record<string, string>
}

const contracts: Record<ServiceName, Readonly<Record<string, OperationContract>>> = {
  greengrassv2: greengrassV2Contract,
  iot: { ...iotJobsContract, ...iotRegistryContract },
  greengrass: greengrassV1Contract,
  'cognito-identity': cognitoIdentityContract,
  sts: stsContract,
}

const routesOf = (service: ServiceName): Route[] =>
  Object.entries(contracts[service]).map(([name, contract]) => ({ service, name, contract }))

/** Every operation with its route, service by service. */
export const routes: readonly Route[] = (Object.keys(contracts) as ServiceName[]).flatMap(routesOf)

/** Routes of the REST services; the fewer labels a template has, the earlier it is tried. */
const restRoutes = routes
  .filter(route => route.service !== 'cognito-identity' && route.service !== 'sts')
  .sort((a, b) => labelCount(a) - labelCount(b))

function labelCount(route: Route): number {
  return route.contract.segments.filter(segment => segment.startsWith('{')).length
}

/** The service a path belongs to, whether or not such a resource or operation exists; null if none does. */
export function serviceOfPath(path: string): 'greengrass' | 'iot' | 'identity' | null {
  if (path === '/') return 'identity'
  const [first = ''] = path.split('/').slice(1)
  if (first === 'greengrass' || first === 'tags') return 'greengrass'
  return ['things', 'thing-groups', 'jobs', 'indices', 'indexing'].includes(first) ? 'iot' : null
}

/** Finds the operation that a request asks for, or null. */
export function findRoute(request: WireRequest): Match | null {
  if (request.path === '/') return findIdentityRoute(request)
  const segments = request.path.split('/').slice(1)
  for (const route of restRoutes) {
    if (route.contract.method !== request.method) continue
    const labels = matchSegments(route.contract.segments, segments)
    if (labels !== null) return inGeneration({ ...route, labels })
  }
  return null
}

/**
 * Both generations of Greengrass answer on `/tags/{arn}`, and differ in how. A V1 ARN has a path in it:
 * `arn:aws:greengrass:us-east-1:123456789012:/greengrass/groups/...`.
 */
function inGeneration(match: Match): Match {
  const arn = match.labels.resourceArn ?? match.labels.ResourceArn
  if (arn === undefined) return match
  const service = decode(arn).includes(':/greengrass/') ? 'greengrass' : 'greengrassv2'
  const labels = service === 'greengrass' ? { ResourceArn: arn } : { resourceArn: arn }
  const contract = contracts[service][match.name] as OperationContract
  return { service, name: match.name, contract, labels }
}

function matchSegments(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  const labels: Record<string, string> = {}
  for (let i = 0; i < template.length; i++) {
    const part = template[i] as string
    const segment = segments[i]
    if (segment === undefined || segment === '') return null
    if (part.endsWith('+}')) {
      labels[part.slice(1, -2)] = segments.slice(i).join('/')
      return labels
    }
    if (part.startsWith('{')) labels[part.slice(1, -1)] = segment
    // A literal part may be encoded as well: /$reset is sent as /%24reset by some clients.
    else if (part !== segment && part !== decode(segment)) return null
  }
  return segments.length === template.length ? labels : null
}

/** Cognito names its operation in a header, STS in a form (or query) parameter. */
function findIdentityRoute(request: WireRequest): Match | null {
  const target = request.headers.get('x-amz-target')
  if (target !== null) {
    const [prefix, name = ''] = target.split('.')
    if (prefix !== 'AWSCognitoIdentityService') return null
    return identityRoute('cognito-identity', name)
  }
  return identityRoute('sts', formParameters(request).Action ?? '')
}

function identityRoute(service: ServiceName, name: string): Match | null {
  const contract = Object.hasOwn(contracts[service], name) ? contracts[service][name] : undefined
  return contract === undefined ? null : { service, name, contract, labels: {} }
}

/** Parameters of the query protocol: from the form, or from the URL of a GET. */
export function formParameters(request: WireRequest): Record<string, string> {
  const text = request.method === 'GET' ? request.query : new TextDecoder().decode(request.body)
  return Object.fromEntries(new URLSearchParams(text))
}
