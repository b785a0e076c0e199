// Size budgets, in KB (1000 bytes) after gzip -9, over what a browser has to fetch, read from Vite's manifest.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = process.argv[2] ?? 'dist'
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'))
const bytes = file => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length
const entry = Object.keys(manifest).find(key => manifest[key].isEntry)
const keyOf = source => {
  const key = Object.keys(manifest).find(
    candidate => candidate === source || manifest[candidate].src === source,
  )
  if (!key) throw new Error(`The build has no chunk for ${source}`)
  return key
}

/** Files that come with a chunk: itself, its static imports, their styles. */
function closure(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    closure(manifest[key].imports ?? [], seen)
  }
  return seen
}
const js = keys => new Set([...keys].map(key => manifest[key].file).filter(file => file.endsWith('.js')))
const css = keys => new Set([...keys].flatMap(key => manifest[key].css ?? []))
const sum = files => [...files].reduce((total, file) => total + bytes(file), 0)
const vendor = file => /\/(react|query|sdk)-[^/]+\.js$/.test(file)

const consolePage = closure([entry, keyOf('src/app/console.tsx')])
const wallPage = closure([entry, keyOf('src/app/wall.tsx')])
const editorPage = closure([keyOf('src/ui/editor/monaco-surface.ts')])
const assets = readdirSync(path.join(dist, 'assets'))
const named = pattern => assets.filter(file => pattern.test(file)).map(file => `assets/${file}`)
/** Workers are bundled apart from the manifest: a worker's file and what it imports before it starts. */
function workerFiles(file, seen = new Set()) {
  if (seen.has(file)) return seen
  seen.add(file)
  const code = readFileSync(path.join(dist, file), 'utf8')
  for (const [, next] of code.matchAll(/\bimport(?:[^"'()]*?from)?\s*["']\.\/([^"']+)["']/g))
    workerFiles(`assets/${next}`, seen)
  return seen
}
const workers = pattern => new Set(named(pattern).flatMap(file => [...workerFiles(file)]))
const without = (files, base) => [...files].filter(file => !base.has(file))

const budgets = [
  ['initial JS', sum(js(consolePage)), 380],
  ['initial CSS', sum(css(consolePage)), 90],
  ['wall JS beyond React, query and SDK', sum([...js(wallPage)].filter(file => !vendor(file))), 40],
  [
    'editor JS with its workers',
    sum(without(js(editorPage), js(consolePage))) + sum(named(/(editor\.worker|diagnostics).*\.js$/)),
    1100,
  ],
  ['simulator worker', sum(workers(/^worker-.*\.js$/)), 60],
]
let over = 0
for (const [name, size, limit] of budgets) {
  const ok = size > 0 && size <= limit * 1000
  if (!ok) over++
  console.log(
    `${ok ? 'ok  ' : 'OVER'} ${name.padEnd(38)} ${(size / 1000).toFixed(1).padStart(7)} KB of ${limit} KB`,
  )
}
process.exitCode = over ? 1 : 0
