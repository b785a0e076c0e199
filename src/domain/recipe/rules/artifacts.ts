import { type Finding, nodeText } from '../document.ts'
import { addDependency } from '../edit-tree.ts'
import { recipeReference, type Rule } from '../rule.ts'
import { uriRefusal } from './typed-values.ts'

const dockerGuide = 'https://docs.aws.amazon.com/greengrass/v2/developerguide/run-docker-container.html'
const devicesFetch = ['s3', 'docker', 'greengrass']

function schemeProblem(uri: string): { message: string; slashes?: boolean } | null {
  if (uri.trim() === '') return { message: 'The URI is empty, so devices have nothing to download.' }
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(uri)?.[1]?.toLowerCase()
  if (!scheme) {
    const slashes = /^s3\/\//i.test(uri)
    const hint = slashes ? 'The ":" after s3 is missing.' : 'Write s3://BUCKET/KEY or docker:IMAGE.'
    return { message: `"${uri}" has no scheme, so devices cannot download it. ${hint}`, slashes }
  }
  if (!devicesFetch.includes(scheme)) {
    return { message: `Devices download from s3: and docker: only, not from ${scheme}:.` }
  }
  if (scheme === 's3' && !/^s3:\/\/[^/]+\/.+/i.test(uri)) {
    return { message: 'An S3 artifact is s3://BUCKET/KEY.' }
  }
  return null
}

export const artifactRules: readonly Rule[] = [
  {
    id: 'artifact-scheme',
    severity: 'warning',
    explanation:
      'Devices download artifacts from s3:// and docker: only (and greengrass: for components of AWS).',
    link: recipeReference,
    refusedBy: null,
    check({ outline }) {
      return outline.manifests
        .flatMap(({ artifacts }) => artifacts)
        .flatMap(({ uri }): Finding[] => {
          const text = nodeText(uri?.node)
          if (!uri || text === null || uriRefusal(text)) return []
          const problem = schemeProblem(text)
          if (!problem) return []
          const at = uri.node.span.start + (uri.node.kind === 'scalar' && uri.node.quoted ? 1 : 0) + 2
          const fix = { title: 'Add the ":"', edits: [{ span: { start: at, end: at }, text: ':' }] }
          return [
            {
              span: uri.node.span,
              path: uri.path,
              message: problem.message,
              ...(problem.slashes && { fix }),
            },
          ]
        })
    },
  },
  {
    id: 'artifact-name',
    severity: 'warning',
    explanation: 'Artifacts of one manifest land in one folder, so their file names must differ.',
    link: recipeReference,
    refusedBy: null,
    check({ outline }) {
      return outline.manifests.flatMap(({ artifacts }) => {
        const seen = new Map<string, string>()
        return artifacts.flatMap(({ uri }): Finding[] => {
          const text = nodeText(uri?.node) ?? ''
          if (!uri || !/^s3:/i.test(text)) return []
          const name = text.slice(text.lastIndexOf('/') + 1)
          const other = seen.get(name)
          seen.set(name, text)
          if (other === undefined || name === '') return []
          const message =
            other === text
              ? 'This artifact is listed twice.'
              : `Another artifact is called ${name} too; one overwrites the other.`
          return [{ span: uri.node.span, path: uri.path, message }]
        })
      })
    },
  },
  {
    id: 'docker-manager',
    severity: 'hint',
    explanation: 'Docker images are pulled by aws.greengrass.DockerApplicationManager.',
    link: dockerGuide,
    refusedBy: null,
    check({ outline, recipe, text: source, format }) {
      const depends = (name: string) => recipe.dependencies.some(dependency => dependency.name === name)
      const manager = depends('aws.greengrass.DockerApplicationManager')
      const exchange = depends('aws.greengrass.TokenExchangeService')
      return outline.manifests
        .flatMap(({ artifacts }) => artifacts)
        .flatMap(({ uri }): Finding[] => {
          const text = nodeText(uri?.node) ?? ''
          if (!uri || !/^docker:/i.test(text)) return []
          const missing = [
            ...(manager ? [] : ['aws.greengrass.DockerApplicationManager']),
            ...(exchange || !/\.dkr\.ecr\./.test(text) ? [] : ['aws.greengrass.TokenExchangeService']),
          ]
          if (missing.length === 0) return []
          const message = `To pull this image a device needs ${missing.join(' and ')}: depend on it, or deploy it along.`
          const edits = addDependency({ text: source, format }, outline, missing[0]!, '^2.0.0')
          const fix = edits && { title: `Depend on ${missing[0]}`, edits }
          return [{ span: uri.node.span, path: uri.path, message, ...(fix && { fix }) }]
        })
    },
  },
]
