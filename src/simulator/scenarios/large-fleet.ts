import type { WorldBuilder } from '../world/build.ts'
import type { Quirks } from '../world/records.ts'
import { components } from './history.ts'
import { day, hour, minute, type Timeline } from './timeline.ts'

/** As many devices as asked for, all alike but for a few: plants of at most 500, with lines of at most 50. */
const lineSize = 50
const linesPerPlant = 10

interface Line {
  plant: string
  group: string
  size: number
}

function linesOf(devices: number): Line[] {
  const count = Math.ceil(devices / lineSize)
  const pad = (number: number, most: number) =>
    String(number).padStart(String(Math.max(10, most)).length, '0')
  return Array.from({ length: count }, (_, index) => {
    const plant = `plant-${pad(Math.floor(index / linesPerPlant) + 1, Math.ceil(count / linesPerPlant))}`
    return {
      plant,
      group: `${plant}-line-${pad((index % linesPerPlant) + 1, linesPerPlant)}`,
      size: Math.min(lineSize, devices - index * lineSize),
    }
  })
}

/**
 * Stations that a release with images and models fails on, by their number in the line: one device in ten of the
 * whole fleet, for five reasons. Station 21 has another processor, and 47 a nucleus that reports no codes.
 */
const oddStations: Record<number, Quirks> = {
  13: { diskFull: true },
  33: { noDocker: true },
  41: { denied: ['S3_HEAD_OBJECT_ACCESS_DENIED'] },
  47: { diskFull: true },
}

/** Above all plants. A deployment to it reaches the whole fleet. */
const everything = 'plants'

export function buildLargeFleet(timeline: Timeline, devices: number): void {
  const lines = linesOf(devices)
  timeline.ago(20 * day, builder => {
    builder.addGroup({ name: everything, description: 'All plants with a number' })
    for (const plant of new Set(lines.map(line => line.plant)))
      builder.addGroup({ name: plant, parent: everything })
    for (const line of lines) addLine(builder, line)
  })
  lines.forEach((line, index) => {
    // In the order of time, so that the newest deployments are those of the last lines.
    timeline.ago(19 * day - index * 3 * minute, builder =>
      builder.pastDeployment({
        target: line.group,
        name: `Software of ${line.group}`,
        components: components('DeviceIdentity@1.1.0 LineSensors@1.2.1'),
      }),
    )
  })
  timeline.ago(2 * hour, builder => {
    for (const line of lines) trouble(builder, line)
  })
  timeline.ago(12 * minute, builder => {
    for (const line of lines.slice(0, 3))
      builder.deploy({
        target: line.group,
        name: `Software of ${line.group}`,
        components: components('DeviceIdentity@1.1.0 LineSensors@2.0.0'),
        jobConfiguration: { jobExecutionsRolloutConfig: { maximumPerMinute: 2 } },
      })
  })
}

const stationName = (line: Line, number: number) => `${line.group}-station-${String(number).padStart(2, '0')}`

function addLine(builder: WorldBuilder, line: Line): void {
  builder.addGroup({ name: line.group, parent: line.plant })
  for (let number = 1; number <= line.size; number++) {
    const small = number % 4 === 0
    const arm = number === 21
    builder.addCore({
      name: stationName(line, number),
      type: 'EdgeGateway',
      attributes: { site: line.plant, station: String(number) },
      architecture: arm ? 'arm' : small ? 'aarch64' : 'amd64',
      ...(arm ? { platformAttributes: { 'architecture.detail': 'armv7l' } } : {}),
      nucleusVersion: number === 47 ? '2.5.6' : small ? '2.12.6' : '2.14.3',
      groups: [line.group],
    })
  }
}

/** One device in a hundred is broken, three have lost their connection, and odd ones are odd. */
function trouble(builder: WorldBuilder, line: Line): void {
  for (let number = 1; number <= line.size; number++) {
    const name = stationName(line, number)
    const core = builder.world.devices.get(name)
    if (core) core.quirks = oddStations[number] ?? core.quirks
    const luck = builder.world.chance(`luck ${name}`)
    if (luck < 0.01)
      builder.componentState(name, 'com.meadowdemo.LineSensors', {
        state: 'BROKEN',
        codes: ['RUN_ERROR'],
        details: 'Run script exited with code 1',
      })
    else if (luck < 0.04) builder.offline(name)
  }
}
