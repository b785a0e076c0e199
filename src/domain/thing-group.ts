export interface ThingGroup {
  name: string
  arn: string
}

export interface ThingGroupDetail extends ThingGroup {
  description: string
  parent: string | null
  /** The groups above it, the outermost first. */
  above: ThingGroup[]
  attributes: Record<string, string>
}
