// Builds the app where there is no build, or where a source is newer than it.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const builtAt = () => {
  try {
    return statSync('dist/index.html').mtimeMs
  } catch {
    return 0
  }
}

export async function buildIfNeeded() {
  const sources = ['src', 'public']
    .flatMap(folder => readdirSync(folder, { recursive: true }).map(file => path.join(folder, String(file))))
    .concat('index.html', 'vite.config.ts', 'package-lock.json')
  const newest = Math.max(...sources.map(file => statSync(file).mtimeMs))
  if (builtAt() > newest) return
  console.log('Building the app (about a minute, once) …')
  await build({ logLevel: 'warn' })
}
