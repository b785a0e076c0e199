// Finds a Chromium for the browser journeys, and installs one where there is none. Says what it does.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Where a Chromium is: CHROMIUM_PATH, Playwright's own, or the system's; undefined where there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`)
    return { path: named, from: 'CHROMIUM_PATH' }
  }
  const own = chromium.executablePath()
  if (own && existsSync(own)) return { path: own, from: "Playwright's download" }
  const system = systemPaths.find(path => existsSync(path))
  return system ? { path: system, from: 'the system' } : undefined
}

const run = (command, args) => {
  console.log(`  $ ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

function installFromSystem() {
  if (process.platform === 'darwin') return run('brew', ['install', '--cask', 'chromium'])
  if (process.platform !== 'linux') return false
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args]
    return run(command, rest)
  }
  apt('update', '-qq')
  return apt('install', '-y', '-qq', 'chromium') || apt('install', '-y', '-qq', 'chromium-browser')
}

/** Like findChromium, but installs one where there is none. Throws with what to do when that fails, too. */
export function ensureChromium() {
  const found = findChromium()
  if (found) {
    console.log(`Chromium: ${found.path} (from ${found.from})`)
    return found.path
  }
  console.log(
    "Chromium: none found (CHROMIUM_PATH, Playwright's own, the system's). Installing Playwright's.",
  )
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  let installed = findChromium()
  if (!installed) {
    console.log("Chromium: Playwright's download did not work. Trying the system's package manager.")
    installFromSystem()
    installed = findChromium()
  }
  if (!installed)
    throw new Error('No Chromium could be installed. Install one yourself and name it in CHROMIUM_PATH.')
  console.log(`Chromium: ${installed.path} (from ${installed.from})`)
  return installed.path
}
