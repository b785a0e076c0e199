import { machineComponents } from './components-machines.ts'
import { siteComponents } from './components-sites.ts'
import type { Release } from './recipe-builder.ts'
import { prefix } from './recipe-forms.ts'

/** All releases of the company's own components, tagged with the team that answers for them. */
export const ownComponents = (): Release[] =>
  [...machineComponents, ...siteComponents].flatMap(releases =>
    releases.map(release => ({
      ...release,
      tags: { team: teams[release.name.slice(prefix.length)] ?? 'platform' },
    })),
  )

const teams: Record<string, string> = {
  LineVision: 'vision',
  PumpController: 'controls',
  LineSensors: 'controls',
  EdgeRules: 'controls',
  ColdChainGuard: 'logistics',
  LabelPrinter: 'logistics',
  YardBeacon: 'logistics',
}
