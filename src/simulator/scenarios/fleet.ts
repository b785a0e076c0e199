import type { CoreSpec } from '../world/build.ts'
import { day, type Timeline } from './timeline.ts'

/** The three plants of the demo: thing groups, and the core devices in them. */

interface Area {
  group: string
  parent: string | null
  about: string
  roles: string
  /** `platform/architecture/detail xCount`; `lite` for the lite runtime. */
  machines: string[]
  /** Nucleus versions, taken in turn. */
  nucleus: string[]
  type: string
  /** Member of `fleet-base` as well. */
  base: boolean
}

const areas: Area[] = [
  {
    group: 'harbor-line-1',
    parent: 'harbor',
    about: 'Glass bottles, 0.33 l',
    roles: 'filler capper labeler packer',
    machines: ['linux/amd64 x12'],
    nucleus: ['2.12.6'],
    type: 'EdgeGateway',
    base: true,
  },
  {
    group: 'harbor-line-2',
    parent: 'harbor',
    about: 'Glass bottles, 0.5 l',
    roles: 'filler capper labeler packer',
    machines: ['linux/aarch64 x12'],
    nucleus: ['2.12.6', '2.13.0'],
    type: 'EdgeGateway',
    base: true,
  },
  {
    group: 'harbor-line-3',
    parent: 'harbor',
    about: 'Cans. The newest line, with one gateway per station',
    roles: 'depalletizer rinser filler seamer inspector packer palletizer wrapper',
    machines: ['linux/amd64 x28', 'linux/aarch64 x12'],
    nucleus: ['2.14.3'],
    type: 'EdgeGateway',
    base: true,
  },
  {
    group: 'harbor-utilities',
    parent: 'harbor',
    about: 'Pumps, compressed air and water treatment',
    roles: 'pump compressor',
    machines: ['linux/arm/armv7l x10'],
    nucleus: ['2.12.6'],
    type: 'PumpStation',
    base: true,
  },
  {
    group: 'ridgeway-cold-store',
    parent: 'ridgeway',
    about: 'Cold rooms A to D',
    roles: 'room-a room-b room-c room-d',
    machines: ['linux/aarch64 x12'],
    nucleus: ['2.13.0'],
    type: 'EdgeGateway',
    base: true,
  },
  {
    group: 'ridgeway-dispatch',
    parent: 'ridgeway',
    about: 'Label stations at the loading docks',
    roles: 'dock',
    machines: ['windows/amd64 x10', 'linux/x86 x2'],
    nucleus: ['2.12.6', '2.11.3'],
    type: 'LabelStation',
    base: false,
  },
  {
    group: 'mesa-sorting',
    parent: 'mesa',
    about: 'Cameras over the sorting belts',
    roles: 'belt',
    machines: ['linux/amd64 x8', 'linux/aarch64 x4'],
    nucleus: ['2.14.3', '2.13.0'],
    type: 'VisionStation',
    base: true,
  },
  {
    group: 'mesa-tank-farm',
    parent: 'mesa',
    about: 'Radar gauges on the tanks; small devices with the lite runtime',
    roles: 'tank',
    machines: ['lite/aarch64 x5', 'lite/arm/armv7l x3'],
    nucleus: ['2.1.0', '2.2.0'],
    type: 'TankSensor',
    base: false,
  },
  {
    group: 'mesa-yard',
    parent: 'mesa',
    about: 'Gates and weighbridges',
    roles: 'gate scale',
    machines: ['linux/amd64 x6'],
    nucleus: ['2.12.6'],
    type: 'EdgeGateway',
    base: true,
  },
]

const plants: Record<string, string> = {
  harbor: 'Bottling plant, Rotterdam',
  ridgeway: 'Warehouse, Leeds',
  mesa: 'Recycling plant, Phoenix',
}

/** Groups that cut across the plants. */
const otherGroups: Record<string, string> = {
  'fleet-base': 'Every gateway that carries the base software',
  canary: 'Two dozen devices that get new releases first',
  'cold-pilot': 'Cold rooms that try out new alarms',
  'field-gateways': 'Core devices that client devices connect to',
  'pump-retry': 'Pump stations that had to be repaired by hand',
  'workshop-bench': 'The development bench',
  'spare-parts': 'Devices on the shelf; none at present',
  commissioning: 'Devices on their way to a plant; none at present',
}

/** Name of a device by its group and number, such as `harbor-line-1-packer-04`. */
export function deviceName(group: string, number: number): string {
  if (group === 'mesa-yard' && number === 6) return longestName
  const roles = areas.find(area => area.group === group)?.roles.split(' ') ?? ['device']
  return `${group}-${roles[(number - 1) % roles.length]}-${String(number).padStart(2, '0')}`
}

/** As long as the name of a core device may be: 124 bytes. */
export const longestName =
  'mesa-yard-weighbridge-controller-with-the-whole-asset-hierarchy-in-its-name-as-exported-from-the-maintenance-system-00000006'

/** All devices of an area. */
export const deviceNames = (group: string): string[] =>
  Array.from({ length: specsOf(group).length }, (_, index) => deviceName(group, index + 1))

const canaries: Record<string, number[]> = {
  'harbor-utilities': [1, 2, 3, 4, 5, 6, 7, 8],
  'harbor-line-1': [1, 2, 3, 5, 8, 12],
  'harbor-line-2': [1, 3, 4, 6, 8, 12],
  'ridgeway-cold-store': [1, 2, 9, 10],
}
const gateways: Record<string, number[]> = { 'harbor-line-1': [2], 'harbor-line-2': [1], 'mesa-yard': [1] }

function specsOf(name: string): CoreSpec[] {
  const area = areas.find(({ group }) => group === name)
  if (!area) return []
  return area.machines
    .flatMap(machine => {
      const [kind = '', count = ''] = machine.split(' x')
      return Array.from({ length: Number(count) }, () => kind)
    })
    .map((kind, index) => specOf(area, kind, index + 1))
}

function specOf(area: Area, kind: string, number: number): CoreSpec {
  const [platform, architecture, detail] = kind.split('/')
  const also = (where: Record<string, number[]>, group: string) =>
    where[area.group]?.includes(number) ? [group] : []
  return {
    name: deviceName(area.group, number),
    type: area.type,
    attributes: {
      site: area.parent ?? '',
      area: area.group.slice((area.parent ?? '').length + 1),
      serial: `MW${4000 + areas.indexOf(area) * 100 + number}`,
      hardware:
        { amd64: 'nuc-12', aarch64: 'imx8', arm: 'imx6', x86: 'atom-e3' }[architecture ?? ''] ?? 'other',
    },
    platform: platform === 'windows' ? 'windows' : 'linux',
    architecture: architecture as 'amd64',
    runtime: platform === 'lite' ? 'aws_nucleus_lite' : 'aws_nucleus_classic',
    ...(detail ? { platformAttributes: { 'architecture.detail': detail } } : {}),
    nucleusVersion: nucleusOf(area, number),
    groups: [
      area.group,
      ...(area.base ? ['fleet-base'] : []),
      ...also(canaries, 'canary'),
      ...also(gateways, 'field-gateways'),
    ],
    tags: { site: area.parent ?? '' },
  }
}

/** One gateway of line 1 was never updated. */
const nucleusOf = (area: Area, number: number) =>
  area.group === 'harbor-line-1' && number === 9
    ? '2.5.6'
    : (area.nucleus[number % area.nucleus.length] ?? '2.12.6')

const bench: CoreSpec[] = [
  {
    name: 'bench-mac-mini',
    platform: 'darwin',
    architecture: 'aarch64',
    nucleusVersion: '2.15.0',
  },
  {
    name: 'bench-nuc',
    nucleusVersion: '2.15.0',
    // Installed with the command line on the device: the service knows no such component.
    components: { 'com.meadowdemo.BenchScope': { version: '0.0.7', configuration: { SampleRate: 1000 } } },
  },
  {
    name: 'bench-pi-zero',
    architecture: 'arm',
    platformAttributes: { 'architecture.detail': 'armv6l' },
    nucleusVersion: '2.14.3',
  },
].map(spec => ({
  ...spec,
  platform: spec.platform as 'linux',
  architecture: (spec.architecture ?? 'amd64') as 'arm',
  type: 'Workbench',
  attributes: { site: 'workshop', area: 'bench' },
  groups: ['workshop-bench'],
}))

/** The plants are built long before the history that the demo shows. */
export function buildFleet(timeline: Timeline): void {
  timeline.ago(400 * day, builder => {
    for (const [name, description] of Object.entries(plants))
      builder.addGroup({ name, description, attributes: { kind: 'plant' } })
    for (const { group, parent, about } of areas)
      builder.addGroup({ name: group, parent, description: about, attributes: { kind: 'area' } })
    for (const [name, description] of Object.entries(otherGroups)) builder.addGroup({ name, description })
  })
  areas.forEach((area, index) => {
    timeline.ago((390 - 30 * index) * day, builder => {
      for (const spec of specsOf(area.group)) builder.addCore(spec)
    })
  })
  timeline.ago(60 * day, builder => {
    for (const spec of bench) builder.addCore(spec)
  })
}
