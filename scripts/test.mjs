// npm test: everything that has to hold, in order of cost, with one summary at the end. Goes on after a failure,
// so that one run tells all there is to mend; only the journeys are left out where there is no build to walk.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { ensureChromium } from './chromium.mjs'

const vitestReport = '.cache/unit.json'
const playwrightReport = '.cache/e2e.json'
mkdirSync('.cache', { recursive: true })
for (const file of [vitestReport, playwrightReport, '.cache/summary.txt']) rmSync(file, { force: true })

const bin = (name, ...args) => [process.execPath, [`node_modules/${name}`, ...args]]
const results = []

function step(name, [command, args], count = countOne, env = {}) {
  console.log(`\n=== ${name}`)
  const started = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const seconds = Math.round((Date.now() - started) / 1000)
  const counted = count(status === 0)
  // A runner that ends badly without a failed test (a crash, no test found) has failed all the same.
  if (status !== 0 && counted.failed === 0) counted.failed = 1
  results.push({ name, seconds, ...counted })
  return status === 0
}

const countOne = ok => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function countUnit(ok) {
  const report = read(vitestReport)
  if (!report) return countOne(false)
  const suites = report.testResults.filter(
    suite => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + suites.length
  return {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests,
  }
}

function countJourneys(ok) {
  const stats = read(playwrightReport)?.stats
  if (!stats) return countOne(false)
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: ok ? failed : Math.max(failed, 1), skipped: stats.skipped }
}

function journeys() {
  let chromium
  try {
    chromium = ensureChromium()
  } catch (error) {
    console.error(error.message)
    results.push({ name: 'journeys in Chromium', seconds: 0, passed: 0, failed: 1, skipped: 0 })
    return
  }
  step('journeys in Chromium', bin('@playwright/test/cli.js', 'test'), countJourneys, {
    CHROMIUM_PATH: chromium,
  })
}

step('types', bin('typescript/bin/tsc', '--noEmit'))
step('lint', bin('@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '.'))
step('format', bin('@biomejs/biome/bin/biome', 'format', '.'))
step('unused code', bin('knip/bin/knip.js'))
step('lock file', [process.execPath, ['scripts/check-lockfile.mjs']])
step(
  'unit tests',
  bin(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ),
  countUnit,
)
if (step('build', bin('vite/bin/vite.js', 'build', '--logLevel', 'warn'))) {
  step('size budgets', [process.execPath, ['scripts/check-sizes.mjs']])
  journeys()
} else {
  results.push({ name: 'size budgets and journeys: no build', seconds: 0, passed: 0, failed: 1, skipped: 0 })
}

const sum = key => results.reduce((total, result) => total + result[key], 0)
console.log('\n=== summary')
for (const { name, seconds, passed, failed, skipped } of results)
  console.log(
    `${failed ? 'FAIL' : 'ok  '} ${name.padEnd(36)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed` +
      `${skipped ? ` ${skipped} skipped` : ''}  ${seconds} s`,
  )
const skipped = sum('skipped')
const line = `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`
writeFileSync('.cache/summary.txt', `${line}\n`)
console.log(`\n${line}`)
process.exitCode = sum('failed') ? 1 : 0
