/** What happens to a component once a deployment has brought it to a device. Data, so that scenarios stay data. */

/** All given conditions must hold. */
export interface DevicePredicate {
  platform?: string
  architecture?: string
  runtime?: string
  /** Thing attributes that must have this value. */
  attributes?: Record<string, string>
  /** Member of this thing group, or of one below it. */
  group?: string
  things?: readonly string[]
  /** Share of devices, 0..1, chosen by name and seed. */
  fraction?: number
}

/** A configuration value that the component does not accept. */
export interface ConfigurationPredicate {
  /** JSON pointer. */
  pointer: string
  /** The value is refused when it is not of this type, outside of these bounds, or none of these. Absent values too if `required`. */
  type?: 'string' | 'number' | 'boolean' | 'object'
  minimum?: number
  maximum?: number
  oneOf?: readonly unknown[]
  required?: boolean
}

/** A change of a component's state some time after the deployment succeeded. */
export interface LaterState {
  afterSeconds: number
  state: string
  codes?: readonly string[]
  details?: string
}

export interface Behaviour {
  component: string
  /** Version requirement such as `>=1.2.0 <1.3.0`. Absent: all versions. */
  versions?: string
  devices?: DevicePredicate
  /** Only when the configuration has this fault. */
  configuration?: ConfigurationPredicate
  effect:
    | {
        /** The deployment fails: before anything changed (`prepare`), or while components are brought up (`apply`). */
        kind: 'fails'
        phase: 'prepare' | 'apply'
        /** Below DEPLOYMENT_FAILURE. */
        errorStack: readonly string[]
        errorTypes: readonly string[]
        reason: string
        /** `apply` only: state the component is left in where nothing is rolled back. Default BROKEN. */
        state?: string
        codes?: readonly string[]
        details?: string
      }
    | { kind: 'later'; states: readonly LaterState[] }
    /** The component is up, but in this state rather than RUNNING or FINISHED. */
    | { kind: 'state'; state: string; codes?: readonly string[]; details?: string }
    /** Installing takes this long. */
    | { kind: 'takes'; seconds: number }
}
