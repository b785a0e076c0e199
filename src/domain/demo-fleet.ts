/** The fleets that the demo can show. */
export const scenarioNames = [
  'calm',
  'rolling-out',
  'bad-release',
  'site-outage',
  'empty',
  'throttled',
  'large',
] as const

export type ScenarioName = (typeof scenarioNames)[number]

export const scenarios: Record<ScenarioName, { title: string; description: string }> = {
  calm: {
    title: 'A calm day',
    description:
      'About 120 devices at three sites, with a history and one device in every odd state there is.',
  },
  'rolling-out': {
    title: 'A release rolls out',
    description: 'A new version moves through the fleet, slowly first and then faster.',
  },
  'bad-release': {
    title: 'A bad release',
    description: 'A canary fails on some of its devices, for two different reasons.',
  },
  'site-outage': {
    title: 'A site goes dark',
    description: 'All devices of one site have stopped reporting.',
  },
  empty: {
    title: 'A new account',
    description: 'No devices, no components, no deployments yet.',
  },
  throttled: {
    title: 'A busy account',
    description: 'Others use up the request quota, and the service often asks to wait.',
  },
  large: {
    title: 'A large fleet',
    description: 'Ten thousand devices, or as many as you ask for.',
  },
}

export function isScenarioName(text: string): text is ScenarioName {
  return (scenarioNames as readonly string[]).includes(text)
}
