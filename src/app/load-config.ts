import { type Config, parseConfig } from '#src/aws/config.ts'
import { StartProblem } from './start-problem.ts'

/** Reads `config.json`, which lies beside index.html and is never cached: it is how an installation is set up. */
export async function loadConfig(fetcher: typeof fetch = fetch): Promise<Config> {
  const url = `${import.meta.env.BASE_URL}config.json`
  const answer = await fetcher(url, { cache: 'no-store' }).catch((error: unknown) => {
    throw new StartProblem('Meadow cannot read its configuration', [`${url} could not be reached.`], error)
  })
  if (!answer.ok) {
    throw new StartProblem('Meadow cannot read its configuration', [`${url} answers HTTP ${answer.status}.`])
  }
  return readConfig(await answer.text(), url)
}

let installed: Promise<Config> | null = null

/** The configuration of this installation, read once for all parts that start side by side. */
export function installedConfig(): Promise<Config> {
  installed ??= loadConfig()
  return installed
}

export function readConfig(text: string, name: string): Config {
  const parsed = parseConfig(parseJson(text, name))
  if (!parsed.ok) throw new StartProblem(`${name} is not right`, parsed.problems)
  return parsed.config
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const what = text.trimStart().startsWith('<')
      ? 'It holds a web page: the server may answer every unknown address with one.'
      : `It is not valid JSON: ${error instanceof Error ? error.message : String(error)}`
    throw new StartProblem(`${name} is not right`, [what], error)
  }
}
