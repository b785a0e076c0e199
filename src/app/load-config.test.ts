import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadConfig, readConfig } from './load-config.ts'
import { StartProblem } from './start-problem.ts'

function problemOf(text: string): StartProblem {
  try {
    readConfig(text, 'config.json')
  } catch (error) {
    if (error instanceof StartProblem) return error
  }
  throw new Error('It was taken.')
}

test('the configuration that is shipped opens', () => {
  expect(readConfig(readFileSync('public/config.json', 'utf8'), 'config.json').mode).toBe('demo')
})

test('what is wrong with the file is said, and where', () => {
  expect(problemOf('{"mode": "demo",}').problems[0]).toContain('It is not valid JSON')
  expect(problemOf('<!doctype html><title>Meadow</title>').problems[0]).toContain('It holds a web page')
  expect(problemOf('{"mode":"aws","connections":[]}')).toMatchObject({
    message: 'config.json is not right',
    problems: ['connections must list at least one connection.'],
  })
})

test('a file that is not there, or cannot be reached, is named', async () => {
  const missing = async () => new Response('', { status: 404 })
  await expect(loadConfig(missing)).rejects.toMatchObject({ problems: ['/config.json answers HTTP 404.'] })
  const unplugged = async () => Promise.reject(new TypeError('Failed to fetch'))
  await expect(loadConfig(unplugged)).rejects.toMatchObject({
    problems: ['/config.json could not be reached.'],
  })
})
