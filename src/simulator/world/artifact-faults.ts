import type { RecipeArtifact } from '#src/domain/recipe/recipe.ts'
import type { Failure } from './outcome.ts'
import type { Quirks } from './records.ts'
import type { Storage } from './storage.ts'

const ecr = /^docker:\d+\.dkr\.ecr\./i

/**
 * Why a device cannot get an artifact, or null if it can. `present` are the names of the components that the
 * deployment resolved to.
 */
export function artifactFault(
  artifact: RecipeArtifact,
  component: string,
  device: { quirks: Quirks; present: ReadonlySet<string> },
  storage: Storage,
): Failure | null {
  const { quirks, present } = device
  const uri = artifact.uri
  const fault = (errorStack: string[], errorTypes: string[], reason: string): Failure => ({
    errorStack,
    errorTypes,
    reason: `Failed to download artifact ${uri} of component ${component}, reason: ${reason}`,
  })
  if (uri.startsWith('docker:')) {
    if (!present.has('aws.greengrass.DockerApplicationManager'))
      return {
        errorStack: ['MISSING_DOCKER_APPLICATION_MANAGER'],
        errorTypes: ['REQUEST_ERROR'],
        reason: `The component ${component} has a Docker artifact ${uri}, and aws.greengrass.DockerApplicationManager is not part of the deployment`,
      }
    if (ecr.test(uri) && !present.has('aws.greengrass.TokenExchangeService'))
      return {
        errorStack: ['MISSING_TOKEN_EXCHANGE_SERVICE'],
        errorTypes: ['REQUEST_ERROR'],
        reason: `The image ${uri} is in a private registry, and aws.greengrass.TokenExchangeService is not part of the deployment`,
      }
    if (quirks.noDocker)
      return fault(
        ['ARTIFACT_DOWNLOAD_ERROR', 'DOCKER_ERROR', 'DOCKER_SERVICE_UNAVAILABLE'],
        ['DEPENDENCY_ERROR'],
        'the Docker daemon is not running',
      )
    if (/:(does-not-exist|missing)$|[/:]no-such-image/i.test(uri))
      return fault(
        ['ARTIFACT_DOWNLOAD_ERROR', 'DOCKER_ERROR', 'DOCKER_IMAGE_NOT_VALID'],
        ['DEPENDENCY_ERROR'],
        'no such image or tag in the registry',
      )
  }
  if (/^s3:/i.test(uri)) {
    const denied = quirks.denied?.find(code => code.startsWith('S3_'))
    const state = storage.state(uri)
    const s3 = (codes: string[], types: string[], reason: string) =>
      fault(['ARTIFACT_DOWNLOAD_ERROR', 'S3_ERROR', ...codes], ['DEPENDENCY_ERROR', ...types], reason)
    if (denied || state === 'denied')
      return s3(
        ['S3_ACCESS_DENIED', denied ?? 'S3_HEAD_OBJECT_ACCESS_DENIED'],
        ['PERMISSION_ERROR'],
        'S3 HeadObject returns 403 Access Denied. Ensure the IAM role associated with the core device has a policy granting s3:GetObject',
      )
    if (state === 'no-bucket')
      return s3(
        ['S3_RESOURCE_NOT_FOUND', 'S3_GET_BUCKET_LOCATION_RESOURCE_NOT_FOUND'],
        ['REQUEST_ERROR'],
        'S3 GetBucketLocation returns 404 Resource Not Found',
      )
    if (state === 'no-object')
      return s3(
        ['S3_RESOURCE_NOT_FOUND', 'S3_HEAD_OBJECT_RESOURCE_NOT_FOUND'],
        ['REQUEST_ERROR'],
        'S3 HeadObject returns 404 Resource Not Found',
      )
    if (Math.abs(quirks.clockSkew ?? 0) > 900)
      return s3(
        ['S3_BAD_REQUEST'],
        [],
        'The difference between the request time and the current time is too large (RequestTimeTooSkewed)',
      )
  }
  const call = /^greengrass:/i.test(uri) && 'GET_COMPONENT_VERSION_ARTIFACT_ACCESS_DENIED'
  if (call && quirks.denied?.includes(call))
    return fault(
      ['ARTIFACT_DOWNLOAD_ERROR', 'CLOUD_API_ERROR', 'ACCESS_DENIED', call],
      ['PERMISSION_ERROR'],
      'access denied when calling GetComponentVersionArtifact. Ensure the certificate policy grants greengrass:GetComponentVersionArtifact',
    )
  if (quirks.diskFull)
    return fault(
      ['ARTIFACT_DOWNLOAD_ERROR', 'IO_ERROR', 'DISK_SPACE_CRITICAL'],
      ['DEVICE_ERROR'],
      'Not enough disk space available: less than 20 MB are left on the volume of /greengrass/v2',
    )
  return null
}
