import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { ArtifactErrors } from './ArtifactErrors.tsx'
import { nextFreeVersions } from './recipe-version.ts'

interface PublishFailureProps {
  failure: ServiceFailure
  recipe: { name: string; version: string } | null
  taken: readonly string[]
  retry(): void
  artifactErrors: Readonly<Record<string, string>>
  onJump(uri: string): void
  onVersion(version: string): void
}

/** Why it was not published. The text stays as it is; a version that is taken has its ways out as buttons. */
export function PublishFailure(props: PublishFailureProps) {
  const { failure, recipe, taken, retry, artifactErrors, onJump, onVersion } = props
  if (Object.keys(artifactErrors).length > 0)
    return (
      <Alert
        type="error"
        header="The service could not use every artifact"
        action={<Button onClick={retry}>Publish again</Button>}
      >
        <SpaceBetween size="s">
          <ArtifactErrors errors={artifactErrors} onJump={onJump} />
          <div>
            Nothing was published. The object must exist, in this Region, and your role needs s3:GetObject for
            it; S3 does not tell a missing object from a forbidden one.
          </div>
        </SpaceBetween>
      </Alert>
    )
  if (failure.kind !== 'conflict' || !recipe)
    return <FailureAlert title="The recipe was not published" failure={failure} retry={retry} />
  const { patch, minor, major } = nextFreeVersions(recipe.version, [...taken, recipe.version])
  return (
    <Alert type="error" header={`Version ${recipe.version} is taken`}>
      <SpaceBetween size="s">
        <div className="component-anywhere">{failure.message}</div>
        <div>Versions never change. Give yours the next number; the rest of the text stays as it is.</div>
        <SpaceBetween size="xs" direction="horizontal">
          <Button onClick={() => onVersion(patch)}>{`Patch: ${patch}`}</Button>
          <Button onClick={() => onVersion(minor)}>{`Minor: ${minor}`}</Button>
          <Button onClick={() => onVersion(major)}>{`Major: ${major}`}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  )
}
