/** What can be made to go wrong in the demo, in the words of someone who has to live with it. */
export const faultChoices = [
  { kind: 'status-500', label: 'Internal error (500)', hint: 'The service fails.' },
  { kind: 'throttle', label: 'Throttling', hint: 'Too many calls; it asks to wait 2 seconds.' },
  { kind: 'denied', label: 'Access denied', hint: 'The role lacks the permission.' },
  { kind: 'expired', label: 'Expired credentials', hint: 'The session is over.' },
  { kind: 'delay', label: 'Late answer', hint: 'It comes after 5 seconds.' },
  { kind: 'never', label: 'No answer', hint: 'Nothing ever comes.' },
  { kind: 'drop', label: 'Connection lost', hint: 'The network gives up.' },
  { kind: 'html', label: 'A proxy’s HTML page', hint: 'Something else answers in the service’s place.' },
  { kind: 'garbage', label: 'Broken JSON', hint: 'The answer ends in the middle.' },
  { kind: 'empty', label: 'Empty answer', hint: 'Status 200 and nothing in it.' },
] as const

export type FaultKind = (typeof faultChoices)[number]['kind']

/** Operations that people want to see fail, most wanted first. `*` is every call. */
export const faultOperations = [
  'CreateDeployment',
  'CreateComponentVersion',
  'ListCoreDevices',
  'GetCoreDevice',
  'ListDeployments',
  'GetDeployment',
  'CancelDeployment',
  'DeleteDeployment',
  'DeleteComponent',
  'DeleteCoreDevice',
  'ListComponents',
  'GetComponent',
  'ListInstalledComponents',
  'ListEffectiveDeployments',
  'BatchAssociateClientDeviceWithCoreDevice',
  'BatchDisassociateClientDeviceFromCoreDevice',
  'DescribeJob',
  'ListJobExecutionsForJob',
  'DescribeJobExecution',
  'ListThingGroups',
  'AssociateServiceRoleToAccount',
  '*',
] as const

/** "The next CreateDeployment will fail: internal error (500)". */
export function faultSentence(fault: { kind: string; operation: string; remaining: number | null }): string {
  const choice = faultChoices.find(({ kind }) => kind === fault.kind)
  const which =
    fault.remaining === null
      ? 'Every'
      : fault.remaining === 1
        ? 'The next'
        : `The next ${fault.remaining} calls of`
  const operation = fault.operation === '*' ? 'call, whichever it is' : fault.operation
  return `${which} ${operation}: ${(choice?.label ?? fault.kind).toLowerCase()}`
}
