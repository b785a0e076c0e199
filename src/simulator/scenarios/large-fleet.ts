import type { WorldBuilder } from '../world/build.ts'
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

export function buildLargeFleet(timeline: Timeline, devices: number): void {
  const lines = linesOf(devices)
  timeline.ago(20 * day, builder => {
    for (const plant of new Set(lines.map(line => line.plant))) builder.addGroup({ name: plant })
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
    builder.addCore({
      name: stationName(line, number),
      type: 'EdgeGateway',
      attributes: { site: line.plant, station: String(number) },
      architecture: small ? 'aarch64' : 'amd64',
      nucleusVersion: small ? '2.12.6' : '2.14.3',
      groups: [line.group],
    })
  }
}

/** One device in a hundred is broken, three have lost their connection. */
function trouble(builder: WorldBuilder, line: Line): void {
  for (let number = 1; number <= line.size; number++) {
    const name = stationName(line, number)
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
