import type {
  AssociateServiceRoleToAccountCommandInput,
  AssociateServiceRoleToAccountCommandOutput,
  DisassociateServiceRoleFromAccountCommandInput,
  DisassociateServiceRoleFromAccountCommandOutput,
  GetServiceRoleForAccountCommandInput,
  GetServiceRoleForAccountCommandOutput,
} from '@aws-sdk/client-greengrassv2'
import { notFound, validation } from '../wire/service-error.ts'
import type { Operation } from '../wire/types.ts'

const roleArnPattern = /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/

/** Times of these operations are ISO texts, unlike everywhere else. Without a role the answer is a 404. */
export const getServiceRoleForAccount: Operation<
  GetServiceRoleForAccountCommandInput,
  GetServiceRoleForAccountCommandOutput
> = (_, { world }) => {
  const { serviceRole } = world
  if (!serviceRole)
    throw notFound('serviceRole', world.account, 'You need to attach an IAM role to this account.')
  return { roleArn: serviceRole.roleArn, associatedAt: new Date(serviceRole.associated).toISOString() }
}

export const associateServiceRoleToAccount: Operation<
  AssociateServiceRoleToAccountCommandInput,
  AssociateServiceRoleToAccountCommandOutput
> = ({ roleArn = '' }, { world, now }) => {
  if (!roleArnPattern.test(roleArn)) {
    const message = `${roleArn} is not the ARN of an IAM role`
    throw validation(message, [{ name: 'RoleArn', message }])
  }
  world.serviceRole = { roleArn, associated: now }
  return { associatedAt: new Date(now).toISOString() }
}

export const disassociateServiceRoleFromAccount: Operation<
  DisassociateServiceRoleFromAccountCommandInput,
  DisassociateServiceRoleFromAccountCommandOutput
> = (_, { world, now }) => {
  world.serviceRole = null
  return { disassociatedAt: new Date(now).toISOString() }
}
