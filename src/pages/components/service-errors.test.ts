import { describe, expect, it } from 'vitest'
import { artifactErrorsOf, artifactProblems } from './service-errors.ts'

describe('artifactErrorsOf', () => {
  it('takes the message of the service apart', () => {
    const message =
      'Invalid Input: Encountered following errors in Artifacts: {s3://b/a.zip = Specified artifact resource cannot be accessed, s3://b/c, d.zip = Gone = really}'
    expect(artifactErrorsOf(message)).toEqual({
      's3://b/a.zip': 'Specified artifact resource cannot be accessed',
      's3://b/c, d.zip': 'Gone = really',
    })
  })

  it('finds none in other messages', () => {
    expect(artifactErrorsOf('Invalid Input: The recipe is not valid')).toEqual({})
    expect(artifactErrorsOf('')).toEqual({})
  })
})

describe('artifactProblems', () => {
  it('stands where the artifact stands, and nowhere once it is gone from the text', () => {
    const problems = artifactProblems('Artifacts:\n  - Uri: s3://b/a.zip\n', {
      's3://b/a.zip': 'No.',
      's3://x': 'No.',
    })
    expect(problems).toHaveLength(1)
    expect(problems[0]?.range.startLine).toBe(2)
    expect(problems[0]?.severity).toBe('warning')
  })
})
