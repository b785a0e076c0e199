import { type Finding, nodeText } from '../document.ts'
import { removeEntry } from '../edit-tree.ts'
import { markOf, partOf } from '../outline.ts'
import { recipeReference, type Rule } from '../rule.ts'

export const dependencyRules: readonly Rule[] = [
  {
    id: 'self-dependency',
    severity: 'warning',
    explanation: 'A component that depends on itself cannot be deployed.',
    link: recipeReference,
    refusedBy: null,
    check({ outline, recipe, text, format }) {
      const all = partOf(outline, 'ComponentDependencies')?.node
      return outline.dependencies
        .filter(({ name }) => name === recipe.name)
        .map(dependency => ({
          span: markOf(dependency),
          path: dependency.path,
          message: 'The component depends on itself, so no deployment of it can succeed.',
          ...(all?.kind === 'object' &&
            dependency.key && {
              fix: {
                title: 'Remove the dependency',
                edits: removeEntry({ text, format }, all, dependency.key),
              },
            }),
        }))
    },
  },
  {
    id: 'dependency-name',
    severity: 'warning',
    explanation: 'The name of a dependency is that of a component.',
    link: recipeReference,
    refusedBy: null,
    check({ outline }) {
      return outline.dependencies
        .filter(({ name }) => !/^[a-zA-Z0-9_.-]{1,128}$/.test(name) && name !== '<<')
        .map(dependency => ({
          span: markOf(dependency),
          path: dependency.path,
          message: `No component can be called "${dependency.name}".`,
        }))
    },
  },
  {
    id: 'any-version',
    severity: 'hint',
    explanation: 'A requirement that takes any version also takes the next incompatible one.',
    link: recipeReference,
    refusedBy: null,
    check({ outline }) {
      return outline.dependencies.flatMap(({ requirement }): Finding[] => {
        const text = nodeText(requirement?.node)
        if (!requirement || text === null || !['', '*', 'latest', 'x'].includes(text.trim())) return []
        const message = 'Any version will do, also a next one that is not compatible.'
        return [{ span: requirement.node.span, path: requirement.path, message }]
      })
    },
  },
]
