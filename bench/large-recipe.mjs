// A recipe close to the service's limit of 16,384 bytes, with nothing wrong in it.
const limit = 16_000

function documentOf(manifests) {
  return {
    RecipeFormatVersion: '2020-01-25',
    ComponentName: 'com.example.Large',
    ComponentVersion: '1.0.0',
    ComponentDescription: 'As large as a recipe gets',
    ComponentPublisher: 'Example',
    ComponentConfiguration: {
      DefaultConfiguration: Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [`setting${i}`, { topic: `line/${i}/status`, every: i + 1 }]),
      ),
    },
    Manifests: Array.from({ length: manifests }, (_, i) => ({
      Name: `Variant ${i}`,
      Platform: { os: 'linux', architecture: 'aarch64', runtime: '*', variant: `v${i}` },
      Lifecycle: {
        install: { Script: `mkdir -p {work:path}/v${i} && cp {artifacts:path}/tool-${i} {work:path}/v${i}` },
        run: { Script: `exec {work:path}/v${i}/tool-${i} --topic {configuration:/setting${i}/topic}` },
        shutdown: { Script: `{work:path}/v${i}/tool-${i} --stop`, Timeout: 30 },
      },
      Artifacts: [{ Uri: `s3://example-bucket/large/tool-${i}`, Permission: { Execute: 'OWNER' } }],
    })),
  }
}

function yamlOf(value, indent = '') {
  if (typeof value !== 'object') return typeof value === 'number' ? String(value) : `'${value}'`
  const lines = Array.isArray(value)
    ? value.map(item => `${indent}- ${yamlOf(item, `${indent}  `).trimStart()}`)
    : Object.entries(value).map(([key, inner]) =>
        typeof inner === 'object'
          ? `${indent}${key}:\n${yamlOf(inner, `${indent}  `)}`
          : `${indent}${key}: ${yamlOf(inner)}`,
      )
  return lines.join('\n')
}

/** JSON or YAML, as long as fits into 16,000 bytes. */
export function largeRecipe(format) {
  const write = document => (format === 'JSON' ? JSON.stringify(document, null, 1) : yamlOf(document))
  let text = ''
  for (let count = 1; count <= 40; count++) {
    const next = write(documentOf(count))
    if (next.length > limit) break
    text = next
  }
  return `${text}\n`
}
