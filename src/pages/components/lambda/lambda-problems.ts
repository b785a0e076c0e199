import type { LambdaProblem } from '#src/domain/check-lambda-source.ts'
import type { LambdaSourceForm } from '#src/domain/lambda-source.ts'
import { supplyOf, type Supply } from '../dependency-supply.ts'
import { nextFreeVersions } from '../recipe-version.ts'

/** What is wrong with the form in view of what the account holds. `sent`: this very form was sent, so its version may be its own. */
export function lambdaAccountProblems(
  form: LambdaSourceForm,
  component: { name: string; version: string },
  taken: readonly string[],
  supply: Supply,
  sent: boolean,
): LambdaProblem[] {
  const problems: LambdaProblem[] = []
  if (!sent && taken.includes(component.version)) {
    const { patch, minor, major } = nextFreeVersions(component.version, taken)
    problems.push({
      field: 'componentVersion',
      severity: 'error',
      message: `Version ${component.version} of ${component.name} exists already, and versions never change. Free are ${patch}, ${minor} and ${major}.`,
    })
  }
  form.dependencies.forEach(({ name, versionRequirement }, index) => {
    if (name.trim() === '') return
    const found = supplyOf({ name: name.trim(), requirement: versionRequirement.trim() }, supply)
    if (found.state === 'missing')
      problems.push({
        field: `dependencies[${index}].name`,
        severity: 'warning',
        message: 'Neither this account nor AWS has it here, so deployments fail.',
      })
    if (found.state === 'unmet')
      problems.push({
        field: `dependencies[${index}].versionRequirement`,
        severity: 'warning',
        message: `No version meets this; the newest is ${found.latest}.`,
      })
  })
  return problems
}
