import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { nextFreeVersions } from './recipe-version.ts'

interface PublishFailureProps {
  failure: ServiceFailure
  recipe: { name: string; version: string } | null
  taken: readonly string[]
  retry(): void
  onVersion(version: string): void
}

/** Why it was not published. The text stays as it is; a version that is taken has its ways out as buttons. */
export function PublishFailure({ failure, recipe, taken, retry, onVersion }: PublishFailureProps) {
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
