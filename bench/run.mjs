// npm run bench: measures, on this machine and this commit. Compare ratios within one run, not times across days.
import { execSync } from 'node:child_process'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../scripts/build.mjs'
import { benchEditor } from './editor.mjs'
import { benchPages } from './pages.mjs'
import { benchSimulator } from './simulator.mjs'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
})
const rounds = Math.max(1, Number(values.rounds) || 3)

const git = command => {
  try {
    return execSync(`git ${command}`, { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
const machine = {
  cpu: `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}`,
  memoryGb: Math.round(os.totalmem() / 2 ** 30),
  system: `${os.type()} ${os.release()}`,
  node: process.version,
  load: os.loadavg()[0]?.toFixed(2),
  commit: git('rev-parse --short HEAD') + (git('status --porcelain') ? ' with changes' : ''),
  at: new Date().toISOString(),
}

await buildIfNeeded()
const figures = [
  ...(await benchSimulator(rounds)),
  ...(await benchPages(rounds)),
  ...(await benchEditor(rounds)),
]
if (values.json) console.log(JSON.stringify({ machine, rounds, figures }, null, 2))
else {
  console.log(
    `\n${Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}\nrounds: ${rounds}\n`,
  )
  for (const { name, value, unit, note = '' } of figures)
    console.log(`${name.padEnd(58)} ${String(value).padStart(9)} ${unit.padEnd(6)} ${note}`)
}
