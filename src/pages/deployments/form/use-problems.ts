import { useQueries } from '@tanstack/react-query'
import { checkRequest } from '#src/domain/deployment-request.ts'
import { componentVersionsQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import type { DeploymentForm, FieldProblem } from './form-model.ts'
import { requestFromForm } from './request-from-form.ts'
import { unknownVersion } from './unknown-version.ts'
import type { TargetFacts } from './use-target.ts'
import type { Catalogue } from './use-catalogue.ts'

/** What keeps the request from being sent, from its own members and from what the account has. */
export function useProblems(form: DeploymentForm, target: TargetFacts, catalogue: Catalogue): FieldProblem[] {
  const connection = useConnection()
  const versions = useQueries({
    queries: form.components.map(choice => {
      const arn = catalogue.byName.get(choice.name)?.arn ?? ''
      return { ...componentVersionsQuery(connection, arn), enabled: arn !== '' }
    }),
  })
  const { request, problems } = requestFromForm(form)
  const found: FieldProblem[] = [...problems, ...checkRequest(request)]
  const error = (field: string, message: string) => found.push({ field, message, severity: 'error' })
  if (target.missing)
    error(
      'targetArn',
      `There is no ${target.kind === 'thing' ? 'core device' : 'thing group'} “${target.name}” here any more. It may have been deleted; choose another.`,
    )
  if (target.lite)
    error('targetArn', `${target.name} runs nucleus lite, which takes deployments through thing groups only.`)
  form.components.forEach((choice, index) => {
    const field = `components.${choice.name}.componentVersion`
    if (catalogue.complete && !catalogue.byName.has(choice.name))
      error(field, `There is no component named ${choice.name}, neither yours nor a public one.`)
    const wrong = unknownVersion(choice.name, choice.version, versions[index]?.data)
    if (wrong) error(field, wrong)
  })
  return found
}
