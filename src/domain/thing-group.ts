export interface ThingGroup {
  name: string
  arn: string
}

export interface ThingGroupDetail extends ThingGroup {
  description: string
  parent: string | null
  attributes: Record<string, string>
}
