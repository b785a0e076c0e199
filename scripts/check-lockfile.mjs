// A lock file written where a registry lacks some platform's binary works there and nowhere else:
// every optional dependency that a package names has to have an entry.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'))

/** Whether `name` would be found from the package in `folder`, walking up as Node does. */
function isLocked(folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at) return false
    if (!at.includes('/node_modules/')) at = ''
  }
}

const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter(name => !isLocked(folder, name) && !isLocked('', name))
    .map(name => `${name}@${optionalDependencies[name]}, wanted by ${folder}`),
)
for (const line of missing) console.error(`missing from the lock file: ${line}`)
console.log(missing.length ? `${missing.length} missing` : 'The lock file is complete for every platform.')
process.exitCode = missing.length ? 1 : 0
