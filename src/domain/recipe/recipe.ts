export type DependencyType = 'HARD' | 'SOFT'

export interface RecipeDependency {
  name: string
  /** npm range, such as `^1.0.0`. */
  requirement: string
  type: DependencyType
}

export interface RecipeArtifact {
  uri: string
  unarchive: 'NONE' | 'ZIP'
  permission: { read: 'NONE' | 'OWNER' | 'ALL'; execute: 'NONE' | 'OWNER' | 'ALL' }
  /** Written by the service. */
  digest?: string
  algorithm?: string
}

/** Step names to steps, exactly as written: devices take the names in any case, and selections sit at any level. */
export type RecipeLifecycle = Record<string, unknown>

export interface RecipeManifest {
  name: string
  /** Attribute to value, `*` or `/regex/`. Empty: any device. */
  platform: Record<string, string>
  lifecycle: RecipeLifecycle
  selections: string[]
  artifacts: RecipeArtifact[]
}

/** A component recipe (format 2020-01-25) with its defaults filled in. */
export interface Recipe {
  name: string
  version: string
  description: string
  publisher: string
  type: string
  /** ARN of the Lambda function the component was made from, or ''. */
  source: string
  /** Any JSON value; `{}` if the recipe has none. */
  defaultConfiguration: unknown
  dependencies: RecipeDependency[]
  /** In order of priority: a device takes the first that matches. */
  manifests: RecipeManifest[]
  /** The global lifecycle, for manifests without one of their own. */
  lifecycle: RecipeLifecycle
}
