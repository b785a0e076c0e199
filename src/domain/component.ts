export interface ComponentPlatform {
  name: string
  attributes: Record<string, string>
}

export type ComponentScope = 'PRIVATE' | 'PUBLIC'

/** An entry of the component list: one name with its newest version. Times are epoch milliseconds. */
export interface ComponentSummary {
  /** ARN without a version. */
  arn: string
  name: string
  latestVersion: string
  latestVersionArn: string
  created: number | null
  description: string
  publisher: string
  platforms: ComponentPlatform[]
}

export interface ComponentVersionSummary {
  arn: string
  name: string
  version: string
}

/** One version of a component, as DescribeComponent tells it. */
export interface ComponentVersion {
  arn: string
  name: string
  version: string
  created: number | null
  publisher: string
  description: string
  /** REQUESTED, INITIATED, DEPLOYABLE, FAILED or DEPRECATED; kept open. */
  state: string
  stateMessage: string
  /** Artifact URI to what went wrong with it. */
  errors: Record<string, string>
  /** ACTIVE, DISCONTINUED or DELETED. */
  vendorGuidance: string
  vendorGuidanceMessage: string
  platforms: ComponentPlatform[]
  tags: Record<string, string>
}
