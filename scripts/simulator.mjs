// Runs the simulator on Node. Its source is TypeScript, which Node 20 cannot run, so it is bundled first; the bundle
// is kept in .cache/ until the source changes.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const outDir = join(root, '.cache/simulator')
const bundle = join(outDir, 'node.mjs')

if (isStale()) await build()
const { main } = await import(pathToFileURL(bundle).href)
const exitCode = await main(process.argv.slice(2))
if (exitCode !== undefined) process.exit(exitCode)

function isStale() {
  if (!existsSync(bundle)) return true
  const built = statSync(bundle).mtimeMs
  const sources = ['src/simulator', 'src/domain', 'package-lock.json', 'scripts/simulator.mjs']
  return sources.some(source => newest(join(root, source)) > built)
}

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}

async function build() {
  const { build: viteBuild } = await import('vite')
  await viteBuild({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: 'src/simulator/hosts/node.ts',
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'node.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
}
