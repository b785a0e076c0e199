import { didYouMean } from '../did-you-mean.ts'
import type { Finding } from '../document.ts'
import { type Located, markOf, partsOf } from '../outline.ts'
import type { RecipeContext, Rule } from '../rule.ts'
import { keyLike } from './unknown-keys.ts'

const guide =
  'https://docs.aws.amazon.com/greengrass/v2/developerguide/interprocess-communication.html#ipc-authorization-policies'

const child = (parent: Located, name: string) => partsOf(parent).findLast(({ key: { key } }) => key === name)

/** The policies of a recipe, with the service that each is for. */
function policies({ outline }: RecipeContext) {
  const control = outline.configuration && child(outline.configuration, 'accessControl')
  return partsOf(control ?? null).flatMap(service =>
    partsOf(service).map(policy => ({ service: service.key.key, policy })),
  )
}

export const accessControl: readonly Rule[] = [
  {
    id: 'policy-twice',
    severity: 'warning',
    explanation: 'The id of an access control policy is unique on the whole device, over all services.',
    link: guide,
    refusedBy: null,
    check(context) {
      const seen = new Map<string, string>()
      const ids = new Set(policies(context).map(({ policy }) => policy.key.key))
      return policies(context).flatMap(({ service, policy }): Finding[] => {
        const { key: id, keySpan } = policy.key
        const other = seen.get(id)
        seen.set(id, service)
        if (other === undefined || other === service) return []
        let free = 2
        while (ids.has(`${id}:${free}`)) free++
        const message = `The policy id "${id}" is used under ${other} already; ids must be unique on the device.`
        const text = keyLike(context, keySpan.start, `${id}:${free}`)
        const fix = { title: `Change to ${id}:${free}`, edits: [{ span: keySpan, text }] }
        return [{ span: keySpan, path: policy.path, message, fix }]
      })
    },
  },
  {
    id: 'policy-parts',
    severity: 'warning',
    explanation:
      'An access control policy has lists of operations and resources; without them it allows nothing.',
    link: guide,
    refusedBy: null,
    check(context) {
      return policies(context).flatMap(({ policy }): Finding[] => {
        if (policy.node.kind !== 'object') return []
        return ['operations', 'resources'].flatMap((part): Finding[] => {
          const found = child(policy, part)
          if (found?.node.kind === 'array' && found.node.items.length > 0) return []
          const keys = partsOf(policy).filter(
            ({ key: { key } }) => !['operations', 'resources'].includes(key),
          )
          const near = keys.find(({ key: { key } }) => didYouMean(key, [part]) && key !== 'policyDescription')
          if (!found && near) {
            const { keySpan } = near.key
            const fix = {
              title: `Change to ${part}`,
              edits: [{ span: keySpan, text: keyLike(context, keySpan.start, part) }],
            }
            return [{ span: keySpan, path: near.path, message: `Did you mean ${part}?`, fix }]
          }
          const message = found
            ? `${part} must be a list of at least one.`
            : `The policy has no ${part}, so it allows nothing.`
          return [{ span: markOf(found ?? policy), path: (found ?? policy).path, message }]
        })
      })
    },
  },
  {
    id: 'access-control-case',
    severity: 'warning',
    explanation: 'The key is accessControl; in any other case the device does not see it.',
    link: guide,
    refusedBy: null,
    check(context) {
      return partsOf(context.outline.configuration)
        .filter(({ key: { key } }) => key !== 'accessControl' && key.toLowerCase() === 'accesscontrol')
        .map(({ key: { key, keySpan }, path }) => ({
          span: keySpan,
          path,
          message: `"${key}" is not read as access control; write accessControl.`,
          fix: {
            title: 'Change to accessControl',
            edits: [{ span: keySpan, text: keyLike(context, keySpan.start, 'accessControl') }],
          },
        }))
    },
  },
]
