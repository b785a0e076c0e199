import type { WorldBuilder } from '../world/build.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** What happened, by how long ago it was. Parts of a story are told in any order and happen in theirs. */
export class Timeline {
  private readonly entries: { ago: number; run: (builder: WorldBuilder) => void }[] = []

  /** `ago` in milliseconds before the present; entries of the same moment keep the order in which they were told. */
  ago(ago: number, run: (builder: WorldBuilder) => void): void {
    this.entries.push({ ago, run })
  }

  /** How long ago the story begins, in milliseconds. */
  get length(): number {
    return Math.max(0, ...this.entries.map(entry => entry.ago))
  }

  play(builder: WorldBuilder, present: number): void {
    for (const { ago, run } of this.entries.sort((a, b) => b.ago - a.ago)) {
      builder.at(present - ago)
      run(builder)
    }
    builder.at(present)
  }
}
