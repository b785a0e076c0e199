// npm run recipes:check -- FILES OR FOLDERS: checks Greengrass component recipes by the rules of the recipe editor.
// The rules are TypeScript, which Node 20 cannot run, so they are bundled first; the bundle is kept in .cache/ until
// they change.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const usage = `Usage: npm run recipes:check -- [--json | --sarif] FILE OR FOLDER ...

Checks Greengrass component recipes. Folders are searched for .json, .yaml and .yml files.
  --json    prints the problems as JSON
  --sarif   prints them as SARIF 2.1.0
Exit code 0: no errors; 1: errors; 2: wrong usage, or a file that cannot be read.
`

const root = resolve(fileURLToPath(import.meta.url), '../..')
const outDir = join(root, '.cache/recipes-check')
const bundle = join(outDir, 'check.mjs')

process.exitCode = await run(process.argv.slice(2))

async function run(args) {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage)
    return 0
  }
  const flags = args.filter(arg => arg.startsWith('-') && arg !== '--')
  const places = args.filter(arg => !arg.startsWith('-'))
  const unknown = flags.find(flag => flag !== '--json' && flag !== '--sarif')
  if (unknown) return misused(`There is no option ${unknown}.`)
  if (new Set(flags).size > 1) return misused('Choose one of --json and --sarif.')
  if (places.length === 0) return misused('Name at least one file or folder.')
  let files
  try {
    files = [...new Set(places.flatMap(filesAt))].map(file => ({ file, text: readFileSync(file, 'utf8') }))
  } catch (error) {
    return misused(error.code === 'ENOENT' ? `There is no ${error.path}.` : error.message)
  }
  if (files.length === 0) return misused(`No .json, .yaml or .yml file in ${places.join(', ')}.`)
  if (isStale()) await build()
  const { checkFiles, countProblems, jsonReport, sarifReport, textReport } = await import(
    pathToFileURL(bundle).href
  )
  const checked = await checkFiles(files)
  const report = flags[0] === '--json' ? jsonReport : flags[0] === '--sarif' ? sarifReport : textReport
  process.stdout.write(report(checked))
  return countProblems(checked).error > 0 ? 1 : 0
}

function misused(message) {
  process.stderr.write(`${message}\n\n${usage}`)
  return 2
}

/** A file as it was named, or all recipes of a folder, relative to where the command was given. */
function filesAt(place) {
  // npm runs scripts at the root of the project; the person may stand elsewhere.
  const from = process.env.INIT_CWD ?? process.cwd()
  const path = resolve(from, place)
  if (!statSync(path).isDirectory()) return [shown(from, path)]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      if (entry.isDirectory()) {
        const skipped = entry.name === 'node_modules' || entry.name.startsWith('.')
        return skipped ? [] : filesAt(join(path, entry.name))
      }
      return /\.(json|ya?ml)$/i.test(entry.name) ? [shown(from, join(path, entry.name))] : []
    })
}

function shown(from, path) {
  const short = relative(from, path)
  return short.startsWith('..') || from !== process.cwd() ? path : short
}

function isStale() {
  if (!existsSync(bundle)) return true
  const built = statSync(bundle).mtimeMs
  const sources = ['src/domain', 'package-lock.json', 'scripts/recipes-check.mjs']
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
      ssr: 'src/domain/recipe/check-files.ts',
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'check.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
}
