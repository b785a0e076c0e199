import { buildRecipe, type ManifestDraft, type RecipeDraft, type Release } from './recipe-builder.ts'

/** How the company's own components are called. */
export const prefix = 'com.meadowdemo.'

/** A component: its name without the prefix, its releases as `version@age in days`, and what each recipe says. */
export function family(
  shortName: string,
  format: 'JSON' | 'YAML',
  releases: string,
  draft: (release: number, version: string, name: string) => RecipeDraft,
): Release[] {
  const name = prefix + shortName
  return releases.split(' ').map((release, index) => {
    const [version = '', age = '0'] = release.split('@')
    return {
      name,
      version,
      age: Number(age),
      format,
      recipe: buildRecipe(name, version, draft(index, version, name)),
    }
  })
}

/** A Python program on Linux and Windows: its libraries go into a virtual environment of its own. */
export function python(
  program: string,
  options: { timeout?: number; windows?: boolean; args?: string } = {},
): ManifestDraft[] {
  const source = `{artifacts:decompressedPath}/${program}`
  const args = options.args ? ` ${options.args}` : ''
  const linux: ManifestDraft = {
    platform: 'linux',
    lifecycle: {
      Install: {
        Timeout: options.timeout ?? 300,
        Script: `python3 -m venv {work:path}/venv\n{work:path}/venv/bin/pip install --no-index --find-links ${source}/wheels -r ${source}/requirements.txt\n`,
      },
      Run: { Script: `{work:path}/venv/bin/python -u ${source}/main.py${args}` },
    },
    artifacts: [`${program}.zip`],
  }
  const windows: ManifestDraft = {
    platform: 'windows',
    lifecycle: {
      Install: { Timeout: 600, Script: `py -3 -m pip install --user -r ${source}\\requirements.txt` },
      Run: { Script: `py -3 -u ${source}\\main.py${args}` },
    },
    artifacts: [`${program}.zip`],
  }
  return options.windows ? [linux, windows] : [linux]
}

/** A C++ program, built for each kind of processor. */
export function native(
  program: string,
  architectures: string[],
  lifecycle: (binary: string) => Record<string, unknown>,
): ManifestDraft[] {
  return architectures.map(architecture => {
    const binary = `${program}-${architecture.split('/').at(-1)!.replace(' lite', '')}`
    return {
      platform: `linux/${architecture}`,
      lifecycle: lifecycle(`{artifacts:path}/${binary}`),
      artifacts: [`${binary}!`],
    }
  })
}

/** Leave to use topics between components. */
export const topics = (...resources: string[]) => ({
  text: 'Talks to the other components of the line.',
  operations: ['PublishToTopic', 'SubscribeToTopic'],
  resources,
})
