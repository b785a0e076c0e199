/** Every URL of the app. Paths are what routes are declared with; functions build links to them. */
const encode = encodeURIComponent

export const paths = {
  overview: '/',
  coreDevices: '/core-devices',
  coreDevice: '/core-devices/:name',
  clientDevices: '/client-devices',
  components: '/components',
  componentNew: '/components/new',
  componentRules: '/components/rules',
  component: '/components/:arn',
  deployments: '/deployments',
  deploymentNew: '/deployments/new',
  deploymentsByDevice: '/deployments/by-device',
  deploymentsCleanUp: '/deployments/clean-up',
  deployment: '/deployments/:id',
  wall: '/wall',
  settings: '/settings',
} as const

export const linkTo = {
  /** The list of core devices, narrowed to one health: healthy, unhealthy, stale, silent or unknown. */
  coreDevices: (health?: string) => `/core-devices${health ? `?health=${encode(health)}` : ''}`,
  coreDevice: (name: string, tab?: string) =>
    `/core-devices/${encode(name)}${tab ? `?tab=${encode(tab)}` : ''}`,
  /** `arn` is a component ARN without a version; the version on view is a search parameter. */
  component: (arn: string, version?: string) =>
    `/components/${encode(arn)}${version ? `?version=${encode(version)}` : ''}`,
  /** What a rule of the recipe checks says; `rule` is its id. */
  componentRule: (rule: string) => `/components/rules?q=${encode(rule)}`,
  /** A new version that starts from the recipe of an existing component version ARN. */
  componentNewFrom: (versionArn: string) => `/components/new?from=${encode(versionArn)}`,
  /** A new component version made from a Lambda function. */
  componentNewFromLambda: '/components/new?source=lambda',
  deployment: (id: string, tab?: string) => `/deployments/${encode(id)}${tab ? `?tab=${encode(tab)}` : ''}`,
  /** A new deployment with things already chosen. `revise` is the id of the deployment to start from. */
  deploymentNew: (
    prefill: { target?: string; component?: string; version?: string; revise?: string } = {},
  ) => {
    const search = new URLSearchParams()
    if (prefill.target) search.set('target', prefill.target)
    if (prefill.component)
      search.set('component', prefill.version ? `${prefill.component}@${prefill.version}` : prefill.component)
    if (prefill.revise) search.set('revise', prefill.revise)
    const text = search.toString()
    return `/deployments/new${text ? `?${text}` : ''}`
  },
  /** Which deployments reach a device. */
  deploymentsByDevice: (device: string) => `/deployments/by-device?device=${encode(device)}`,
  clientDevices: (coreDevice: string) => `/client-devices?core=${encode(coreDevice)}`,
}
