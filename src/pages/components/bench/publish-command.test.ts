import { describe, expect, it } from 'vitest'
import { lambdaCommand, publishCommand, recipeFileName } from './publish-command.ts'

describe('publishing by the AWS CLI', () => {
  it('names the file after component and version', () => {
    expect(recipeFileName({ name: 'com.example.A', version: '1.0.0' }, 'YAML')).toBe(
      'com.example.A-1.0.0.yaml',
    )
    expect(recipeFileName({ name: 'a/b c', version: '' }, 'JSON')).toBe('a-b-c-draft.json')
    expect(recipeFileName(null, 'JSON')).toBe('recipe.json')
  })

  it('reads the recipe from the saved file', () => {
    expect(publishCommand('a-1.0.0.yaml', [{ key: 'team', value: 'b c' }], { region: 'eu-west-1' })).toBe(
      [
        'aws greengrassv2 create-component-version',
        '--inline-recipe fileb://a-1.0.0.yaml',
        `--tags '{"team":"b c"}'`,
        '--region eu-west-1',
      ].join(' \\\n  '),
    )
    expect(publishCommand('a.json', [], { region: 'r' })).not.toContain('--tags')
  })

  it('gives the Lambda source as JSON', () => {
    expect(lambdaCommand({ lambdaArn: 'arn:x' }, [], { region: 'r' })).toContain(
      `--lambda-function '{"lambdaArn":"arn:x"}'`,
    )
  })
})
