import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arn, parent } from './retry-example.ts'
import {
  isRetryGroup,
  parseRetryPlan,
  planOfSubDeployment,
  promotion,
  type RetryPlan,
  retryPlan,
} from './retry-plan.ts'
import {
  beginStep,
  nextActions,
  plannedCalls,
  planState,
  promote,
  type RetryAction,
  type RetryResult,
  recordResult,
  retrySteps,
  skipDevice,
  turnBack,
  turnForward,
} from './retry-steps.ts'

const plan = (things: string[] = ['a', 'b']) =>
  retryPlan({
    id: 'token',
    parent,
    groupName: 'Line1-retry-1',
    things,
    change: { App: { componentVersion: '2.0.1' } },
  })

/** A small cloud: what the calls of a plan do, each as often as it is made. */
class Cloud {
  groups = new Map<string, Set<string>>()
  deployments = new Map<string, { targetArn: string; cancelled: boolean }>()
  tokens = new Map<string, string>()
  calls: string[] = []

  answer({ call, input }: RetryAction): RetryResult {
    this.calls.push(call)
    const group = this.groups.get(String(input.thingGroupName))
    const id = String(input.deploymentId)
    const missing: RetryResult = { ok: false, message: 'There is none', kind: 'missing' }
    switch (call) {
      case 'CreateThingGroup':
        if (group) return { ok: false, message: 'It exists', kind: 'already' }
        this.groups.set(String(input.thingGroupName), new Set())
        return { ok: true }
      case 'AddThingToThingGroup':
        group!.add(String(input.thingName))
        return { ok: true }
      case 'CreateDeployment': {
        const token = String(input.clientToken)
        const made = this.tokens.get(token) ?? `d-${this.deployments.size}`
        this.tokens.set(token, made)
        this.deployments.set(made, { targetArn: String(input.targetArn), cancelled: false })
        return { ok: true, deploymentId: made }
      }
      case 'ListDeployments': {
        const found = [...this.deployments].find(([, one]) => one.targetArn === input.targetArn)
        return found ? { ok: true, deploymentId: found[0] } : { ok: true }
      }
      case 'CancelDeployment':
        if (!this.deployments.has(id)) return missing
        if (this.deployments.get(id)!.cancelled)
          return { ok: false, message: 'It is cancelled', kind: 'already' }
        this.deployments.get(id)!.cancelled = true
        return { ok: true }
      case 'DeleteDeployment':
        if (!this.deployments.has(id)) return missing
        if (!this.deployments.get(id)?.cancelled) return { ok: false, message: 'It is active' }
        this.deployments.delete(id)
        return { ok: true }
      case 'RemoveThingFromThingGroup':
        group?.delete(String(input.thingName))
        return { ok: true }
      case 'DeleteThingGroup':
        return this.groups.delete(String(input.thingGroupName)) ? { ok: true } : missing
    }
  }
}

/** Makes calls until nothing is left to do; `fault` may spoil one before it is made, or lose its answer. */
function run(
  from: RetryPlan,
  cloud: Cloud,
  fault: () => 'none' | 'refused' | 'lost' | 'reload' = () => 'none',
) {
  let now = from
  for (const actions = () => nextActions(now, 2); actions().length > 0; ) {
    for (const action of actions()) {
      now = beginStep(now, action)
      const kind = fault()
      if (kind === 'refused') now = recordResult(now, action, { ok: false, message: 'Throttled' })
      else {
        const answer = cloud.answer(action)
        // The page is reloaded before the answer is stored: the plan says "doing".
        if (kind === 'reload') now = parseRetryPlan(JSON.stringify(now))!
        else if (kind === 'lost')
          now = recordResult(now, action, { ok: false, message: 'Lost', kind: 'no-answer' })
        else now = recordResult(now, action, answer)
      }
    }
  }
  return now
}

describe('forward', () => {
  test('group, devices, deployment, in this order', () => {
    const cloud = new Cloud()
    expect(planState(plan())).toBe('ready')
    const done = run(plan(), cloud)
    expect(planState(done)).toBe('done')
    expect(cloud.calls).toEqual([
      'CreateThingGroup',
      'AddThingToThingGroup',
      'AddThingToThingGroup',
      'CreateDeployment',
    ])
    expect(done.deployment).toEqual({ id: 'd-0', cancelled: false })
  })

  test('a device that cannot be added holds the deployment until it is skipped', () => {
    const cloud = new Cloud()
    const faults: ('none' | 'refused')[] = ['none', 'refused']
    const stopped = run(plan(), cloud, () => faults.shift() ?? 'none')
    expect(planState(stopped)).toBe('waiting')
    expect(stopped.steps.find(step => step.id === 'add:a')).toMatchObject({
      state: 'failed',
      failure: 'Throttled',
    })
    const done = run(skipDevice(stopped, 'a'), cloud)
    expect(planState(done)).toBe('done')
    expect(cloud.groups.get('Line1-retry-1')).toEqual(new Set(['b']))
  })

  test('without any device nothing is deployed', () => {
    const none = run(skipDevice(skipDevice(plan(), 'a'), 'b'), new Cloud())
    expect([planState(none), none.deployment]).toEqual(['waiting', null])
  })
})

test('what is planned is what is called then, on the way there and back', () => {
  const cloud = new Cloud()
  const there = plannedCalls(plan())
  const done = run(plan(), cloud)
  const back = plannedCalls(turnBack(done))
  run(turnBack(done), cloud)
  expect([...there, ...back].map(({ call }) => call)).toEqual(cloud.calls)
  expect(plannedCalls(turnBack(plan()))).toEqual([])
})

describe('back', () => {
  test('last first, until nothing is left', () => {
    const cloud = new Cloud()
    const undone = run(turnBack(run(plan(), cloud)), cloud)
    expect(planState(undone)).toBe('undone')
    expect(cloud.calls.slice(4)).toEqual([
      'CancelDeployment',
      'DeleteDeployment',
      'RemoveThingFromThingGroup',
      'RemoveThingFromThingGroup',
      'DeleteThingGroup',
    ])
    expect([cloud.groups.size, cloud.deployments.size]).toEqual([0, 0])
  })

  test('a group that was there before gets nothing, and stays', () => {
    const cloud = new Cloud()
    cloud.groups.set('Line1-retry-1', new Set(['other']))
    const stopped = run(plan(), cloud)
    expect(planState(stopped)).toBe('waiting')
    expect([stopped.steps[0]?.failure, cloud.deployments.size]).toEqual(['It exists', 0])
    const undone = run(turnBack(stopped), cloud)
    expect(planState(undone)).toBe('undone')
    expect(cloud.groups.get('Line1-retry-1')).toEqual(new Set(['other']))
  })

  test('the group says why it is there', () => {
    const [create] = nextActions(plan(), 1)
    const { thingGroupDescription } = create!.input.thingGroupProperties as { thingGroupDescription: string }
    expect(thingGroupDescription).toContain('Line1')
    expect(isRetryGroup(thingGroupDescription)).toBe(true)
    expect(isRetryGroup('All of line 1')).toBe(false)
  })

  test('what was taken back can be done again, with a deployment of its own', () => {
    const cloud = new Cloud()
    const skipped = skipDevice(plan(), 'a')
    const undone = run(turnBack(run(skipped, cloud)), cloud)
    const again = run(turnForward(undone, 'token-2'), cloud)
    expect(planState(again)).toBe('done')
    expect(cloud.groups.get('Line1-retry-1')).toEqual(new Set(['b']))
    expect([...cloud.deployments.keys()]).toEqual([again.deployment?.id])
    expect([...cloud.tokens.keys()]).toEqual(['token', 'token-2'])
  })
})

test('whatever fails, is lost or reloaded: trying again ends as if nothing had happened, and turning back leaves nothing', () => {
  const fault = fc.constantFrom('none' as const, 'refused' as const, 'lost' as const, 'reload' as const)
  fc.assert(
    fc.property(fc.array(fault), fc.nat(12), (faults, turnAfter) => {
      const cloud = new Cloud()
      let i = 0
      const spoil = () => faults[i++] ?? 'none'
      let now = plan(['a', 'b', 'c'])
      // A person tries again as often as it takes, or turns back at some point.
      for (let round = 0; planState(now) !== 'done' && round < turnAfter; round++) {
        now = retrySteps(run(now, cloud, spoil))
      }
      if (planState(now) === 'done') {
        expect(cloud.groups.get('Line1-retry-1')).toEqual(new Set(['a', 'b', 'c']))
        expect([...cloud.deployments.keys()]).toEqual([now.deployment?.id])
      }
      const ours = now.groupIsOurs
      now = turnBack(now)
      for (let round = 0; planState(now) !== 'undone'; round++) {
        expect(round).toBeLessThan(100)
        now = retrySteps(run(now, cloud, spoil))
      }
      expect(cloud.deployments.size).toBe(0)
      // A group whose making was never answered may be somebody else's: it is emptied, and stays.
      if (ours) expect(cloud.groups.size).toBe(0)
      else expect(cloud.groups.get('Line1-retry-1')?.size).toBe(0)
      // And forward once more, whatever became of the way back.
      let again = turnForward(now, 'token-2')
      for (let round = 0; planState(again) !== 'done'; round++) {
        expect(round).toBeLessThan(100)
        again = retrySteps(run(again, cloud, spoil))
      }
      expect([...cloud.deployments.keys()]).toEqual([again.deployment?.id])
    }),
    { numRuns: 500 },
  )
})

describe('promotion', () => {
  const step = { token: 'promote-1', request: promotion(parent, { App: { componentVersion: '2.0.1' } }) }
  const parents = (cloud: Cloud) =>
    [...cloud.deployments.values()].filter(({ targetArn }) => targetArn === parent.targetArn)

  test('revises the parent, and leaves the rest to be cleaned up', () => {
    const cloud = new Cloud()
    const done = run(promote(run(plan(), cloud), step), cloud)
    expect([planState(done), parents(cloud).length]).toEqual(['done', 1])
    expect(cloud.deployments.get(done.promoted!.id)?.targetArn).toBe(parent.targetArn)
    const clean = run(turnBack(done), cloud)
    expect([planState(clean), cloud.groups.size]).toEqual(['undone', 0])
    expect([...cloud.deployments.keys()]).toEqual([done.promoted?.id])
    expect(turnForward(clean, 'token-2')).toBe(clean)
  })

  test('is made once, however often its answer is lost, and whatever is asked for then', () => {
    const fault = fc.constantFrom('none' as const, 'refused' as const, 'lost' as const, 'reload' as const)
    fc.assert(
      fc.property(fc.array(fault), faults => {
        const cloud = new Cloud()
        let now = run(plan(), cloud)
        for (let i = 0, round = 0; !now.promoted; round++) {
          expect(round).toBeLessThan(100)
          now = run(promote(now, { ...step, token: `promote-${round}` }), cloud, () => faults[i++] ?? 'none')
        }
        expect(parents(cloud).length).toBe(1)
      }),
    )
  })

  test('goes for a sub-deployment that was found at the service', () => {
    const cloud = new Cloud()
    const first = run(plan(), cloud)
    const found = planOfSubDeployment({
      id: 'other-browser',
      deployment: {
        ...parent,
        id: first.deployment!.id,
        targetArn: arn('Line1-retry-1'),
        parentTargetArn: parent.targetArn,
      },
      things: ['a', 'b'],
      groupIsOurs: true,
    })
    expect(planState(found)).toBe('done')
    const done = run(promote(found, step), cloud)
    run(turnBack(done), cloud)
    expect([cloud.groups.size, [...cloud.deployments.keys()]]).toEqual([0, [done.promoted?.id]])
    // One that is in others' use keeps its group and its devices.
    const kept = run(
      turnBack({ ...found, steps: found.steps.filter(s => s.kind !== 'add-device'), groupIsOurs: false }),
      cloud,
    )
    expect(planState(kept)).toBe('undone')
  })
})
