import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What each folder may import besides itself: the map of the codebase. docs/architecture.md explains it. */
const mayImport: Record<string, string[]> = {
  domain: [],
  aws: ['domain'],
  queries: ['aws', 'domain'],
  ui: ['domain', 'paths'],
  pages: ['queries', 'ui', 'domain', 'paths'],
  simulator: ['domain'],
  app: ['aws', 'queries', 'ui', 'pages', 'domain', 'paths'],
}

/** Packages that only some folders may use. A name that ends in `/` stands for a whole scope. */
const owners: Record<string, string[]> = {
  '@aws-sdk/': ['aws', 'queries', 'simulator'],
  '@smithy/': ['aws'],
  '@tanstack/react-query': ['queries', 'pages', 'app'],
  '@tanstack/react-virtual': ['ui'],
  '@cloudscape-design/': ['ui', 'pages', 'app'],
  react: ['ui', 'pages', 'queries', 'app'],
  'react-dom': ['ui', 'app'],
  'react-router': ['ui', 'pages', 'app'],
  recharts: ['ui'],
  'monaco-editor': ['ui'],
  'oidc-client-ts': ['aws'],
  idb: ['simulator'],
  yaml: ['domain'],
  semver: ['domain'],
}

/** Packages that only one part of a folder may use. */
const corners: Record<string, string> = { recharts: 'ui/charts/', 'monaco-editor': 'ui/editor/' }

interface Source {
  file: string
  code: string
}

/** A page area is a unit of its own: pages/wall must not reach into pages/deployments. */
const unit = (file: string) =>
  file
    .split('/')
    .slice(0, file.startsWith('pages/') ? 2 : 1)
    .join('/')
    .replace(/\.tsx?$/, '')
const folder = (file: string) => unit(file).split('/')[0] ?? ''

const importPattern = /\b(from|import\(|import|new URL\()\s*'([^']+)'/g

function targetOf(file: string, to: string): string | null {
  if (to.startsWith('#src/')) return to.slice('#src/'.length)
  return to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : null
}

function packageViolation(file: string, to: string): string[] {
  for (const [name, allowed] of Object.entries(owners)) {
    if (to !== name && !to.startsWith(name.endsWith('/') ? name : `${name}/`)) continue
    const corner = corners[name]
    if (!allowed.includes(folder(file)) || (corner && !file.startsWith(corner))) return [`${file} uses ${to}`]
  }
  return []
}

function violations(sources: Source[]): string[] {
  return sources.flatMap(({ file, code }) => {
    const allowed = mayImport[folder(file)]
    if (!allowed) return [] // files at the root of src/
    return [...code.matchAll(importPattern)].flatMap(([statement, how = '', to = '']) => {
      const target = targetOf(file, to)
      if (target === null) return packageViolation(file, to)
      if (unit(target) === unit(file)) return []
      const lazy = how === 'import(' || how === 'new URL(' || isTypeImport(code, statement)
      const lazySimulator = folder(file) === 'app' && folder(target) === 'simulator' && lazy
      const siblings = file.startsWith('pages/') && target.startsWith('pages/')
      return lazySimulator || (allowed.includes(folder(target)) && !siblings)
        ? []
        : [`${file} imports ${target}`]
    })
  })
}

function isTypeImport(code: string, statement: string): boolean {
  const before = code.slice(0, code.indexOf(statement))
  return before.slice(before.lastIndexOf('\nimport')).trimStart().startsWith('import type')
}

const src = import.meta.dirname
const files = readdirSync(src, { recursive: true })
  .map(file => String(file).replaceAll('\\', '/'))
  .filter(file => /\.tsx?$/.test(file))

test('imports follow the table', () => {
  const product = files.filter(file => !/\.test\.tsx?$/.test(file))
  expect(product.length).toBeGreaterThan(100) // a rule that looks at nothing proves nothing
  const sources = product.map(file => ({ file, code: readFileSync(path.join(src, file), 'utf8') }))
  expect(violations(sources)).toEqual([])
})

test.each([
  ['domain/a.ts', "import { x } from '#src/aws/connection.ts'"],
  ['domain/a.ts', "import { x } from '../aws/connection.ts'"],
  ['domain/a.ts', "import { useState } from 'react'"],
  ['aws/a.ts', "import { q } from '#src/queries/core-devices.ts'"],
  ['ui/A.tsx', "import { q } from '#src/queries/core-devices.ts'"],
  ['ui/A.tsx', "import type { CoreDevice } from '@aws-sdk/client-greengrassv2'"],
  ['ui/A.tsx', "import { LineChart } from 'recharts'"],
  ['pages/wall/W.tsx', "import { col } from '../deployments/columns.ts'"],
  ['pages/wall/W.tsx', "import { createSimulator } from '#src/simulator/create-simulator.ts'"],
  ['pages/wall/W.tsx', "import * as monaco from 'monaco-editor/editor'"],
  ['simulator/a.ts', "import { c } from '#src/aws/connection.ts'"],
  ['app/backend.ts', "import { createSimulator } from '#src/simulator/create-simulator.ts'"],
])('%s may not contain %s', (file, code) => expect(violations([{ file, code }])).toHaveLength(1))

test.each([
  ['app/backend.ts', "const host = await import('#src/simulator/hosts/port-fetch.ts')"],
  ['ui/charts/A.tsx', "import { LineChart } from 'recharts'"],
  ['pages/wall/W.tsx', "import { Fleet } from './Fleet.tsx'"],
])('%s may contain %s', (file, code) => expect(violations([{ file, code }])).toEqual([]))
