import type { RecipeArtifact, RecipeManifest } from '#src/domain/recipe/recipe.ts'
import { platformSummary } from './platform-summary.ts'
import { RecipePart } from './RecipePart.tsx'
import type { VersionRecipe } from './use-recipe.ts'

/** Which devices take which part of the recipe, and what they fetch for it. */
export function ManifestsTab({
  recipe,
  errors,
}: {
  recipe: VersionRecipe
  errors: Readonly<Record<string, string>>
}) {
  return (
    <RecipePart
      title="Platforms and artifacts"
      description="A device takes the first manifest that matches it. Where none does, the component cannot be installed and the deployment fails there."
      counter={({ manifests }) => `(${manifests.length})`}
      recipe={recipe}
    >
      {({ manifests, lifecycle }) => (
        <div className="component-manifests">
          {numbered(manifests).map(({ number, manifest }) => (
            <Manifest
              key={number}
              number={number}
              manifest={manifest}
              globalSteps={Object.keys(lifecycle)}
              errors={errors}
            />
          ))}
          {manifests.length === 0 ? 'The recipe has no manifest, so no device can install it.' : null}
        </div>
      )}
    </RecipePart>
  )
}

const numbered = (manifests: readonly RecipeManifest[]) =>
  manifests.map((manifest, index) => ({ number: index + 1, manifest }))

function Manifest({
  number,
  manifest,
  globalSteps,
  errors,
}: {
  number: number
  manifest: RecipeManifest
  globalSteps: string[]
  errors: Readonly<Record<string, string>>
}) {
  const platform = Object.entries(manifest.platform)
  const own = Object.keys(manifest.lifecycle)
  const steps = own.length > 0 ? own : globalSteps
  return (
    <section className="component-manifest" aria-label={`Manifest ${number}`}>
      <h3>{`${number}. ${manifest.name || platformSummary([{ name: '', attributes: manifest.platform }])}`}</h3>
      <div>
        <h4>Platform</h4>
        <div className="component-chips">
          {platform.length === 0 ? 'every device' : null}
          {platform.map(([key, value]) => (
            <span key={key} className="component-chip">{`${key}: ${value}`}</span>
          ))}
        </div>
      </div>
      <div>
        <h4>{own.length > 0 ? 'Lifecycle' : 'Lifecycle, shared by all manifests'}</h4>
        <div className="component-chips">
          {steps.length === 0 ? 'no steps' : null}
          {steps.map(step => (
            <span key={step} className="component-chip">
              {step}
            </span>
          ))}
        </div>
      </div>
      <div>
        <h4>{`Artifacts (${manifest.artifacts.length})`}</h4>
        {manifest.artifacts.length === 0 ? 'none to fetch' : null}
        <ul>
          {manifest.artifacts.map(artifact => (
            <Artifact key={artifact.uri} artifact={artifact} error={errors[artifact.uri]} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function Artifact({ artifact, error }: { artifact: RecipeArtifact; error: string | undefined }) {
  const { permission, unarchive, digest, algorithm } = artifact
  const facts = [
    unarchive === 'ZIP' ? 'unpacked as ZIP' : '',
    `read by ${readers[permission.read]}`,
    permission.execute === 'NONE' ? '' : `run by ${readers[permission.execute]}`,
    digest ? `${algorithm ?? 'digest'} ${digest}` : '',
  ].filter(Boolean)
  return (
    <li>
      <div className="component-artifact-uri">{artifact.uri}</div>
      <div className="meadow-soft component-anywhere">{facts.join(' · ')}</div>
      {error ? <div className="component-error">{`The service says: ${error}`}</div> : null}
    </li>
  )
}

const readers = { NONE: 'nobody', OWNER: 'its own user', ALL: 'everybody' }
