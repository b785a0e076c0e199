import { describe, expect, it } from 'vitest'
import { emptyLambdaSource } from '#src/domain/lambda-source.ts'
import { lambdaDraftForm, lambdaDraftText, valueAtField } from './lambda-draft.ts'

describe('drafts of the Lambda form', () => {
  it('come back as they were', () => {
    const form = { ...emptyLambdaSource, lambdaArn: 'arn:x', pinned: false, execArgs: ['-v'] }
    expect(lambdaDraftForm(lambdaDraftText(form))).toEqual(form)
  })

  it('fall back to defaults for what cannot be read', () => {
    for (const rubbish of ['', '{', 'null', '3']) expect(lambdaDraftForm(rubbish)).toEqual(emptyLambdaSource)
    expect(lambdaDraftForm('{"lambdaArn":5,"volumes":"x","pinned":false}')).toEqual({
      ...emptyLambdaSource,
      pinned: false,
    })
  })

  it('are looked into by the path of a field', () => {
    const form = { ...emptyLambdaSource, execArgs: ['a'], lambdaArn: 'x' }
    expect(valueAtField(form, 'lambdaArn')).toBe('x')
    expect(valueAtField(form, 'execArgs[0]')).toBe('a')
    expect(valueAtField(form, 'volumes[2].sourcePath')).toBeUndefined()
  })
})
