/** What is wrong with a role's ARN as typed, or undefined. The service checks the rest. */
export function checkRoleArn(text: string): string | undefined {
  const arn = text.trim()
  if (arn === '') return 'Enter the ARN of a role.'
  if (!arn.startsWith('arn:')) return 'An ARN begins with "arn:".'
  if (/^arn:[^:]+:iam::\d{12}:user\//.test(arn)) return 'This is the ARN of a user; a role is needed.'
  if (!/^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn))
    return 'A role’s ARN reads like arn:aws:iam::123456789012:role/Greengrass_ServiceRole.'
  return undefined
}
