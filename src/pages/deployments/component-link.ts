import { componentArn, parseTargetArn } from '#src/domain/arn.ts'

/** ARN of a component by its name alone, beside a deployment's target; '' if the target cannot be read. */
export function arnBeside(targetArn: string, name: string): string {
  const target = parseTargetArn(targetArn)
  if (!target) return ''
  // AWS's own components are in no account of ours.
  const account = name.startsWith('aws.') ? 'aws' : target.account
  return componentArn({ region: target.region, account, name })
}
