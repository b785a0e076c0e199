import { withDigests } from '../operations/artifact-digests.ts'
import type { WorldBuilder } from '../world/build.ts'
import type { Release } from './recipe-builder.ts'
import { day, type Timeline } from './timeline.ts'

/** Publishes releases on their days; public ones belong to AWS. */
export function publish(timeline: Timeline, releases: readonly Release[], owner?: 'aws'): void {
  for (const release of releases) timeline.ago(release.age * day, builder => store(builder, release, owner))
}

function store(builder: WorldBuilder, release: Release, owner: 'aws' | undefined): void {
  const { recipe, format, failed, discontinued, tags } = release
  builder.addComponent({
    recipe: withDigests(recipe),
    recipeFormat: format,
    ...(owner ? { owner } : {}),
    ...(tags ? { tags } : {}),
    ...(failed
      ? { state: 'FAILED', stateMessage: 'One or more artifacts could not be read.', errors: failed }
      : {}),
    ...(discontinued ? { vendorGuidance: 'DISCONTINUED', vendorGuidanceMessage: discontinued } : {}),
  })
}
