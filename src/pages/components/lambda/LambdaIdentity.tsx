import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lambdaComponent } from '#src/domain/lambda-source.ts'
import type { LambdaPart } from './lambda-form.ts'

/** Which function, and what the component is called. */
export function LambdaIdentity({ form, set, error, warning }: LambdaPart) {
  const implied = lambdaComponent({ ...form, componentName: '', componentVersion: '' })
  return (
    <Container header={<Header variant="h2">Function and component</Header>}>
      <SpaceBetween size="m">
        <FormField
          label="ARN of the function's version"
          description="With the number of a published version at its end. Aliases and $LATEST are not taken."
          errorText={error('lambdaArn')}
          warningText={warning('lambdaArn')}
          stretch
        >
          <Input
            value={form.lambdaArn}
            placeholder="arn:aws:lambda:us-east-1:123456789012:function:Name:1"
            spellcheck={false}
            onChange={({ detail }) => set({ lambdaArn: detail.value })}
          />
        </FormField>
        <FormField
          label="Component name"
          description="Optional. Without one it is the name of the function."
          errorText={error('componentName')}
          warningText={warning('componentName')}
          stretch
        >
          <Input
            value={form.componentName}
            placeholder={implied.name}
            spellcheck={false}
            onChange={({ detail }) => set({ componentName: detail.value })}
          />
        </FormField>
        <FormField
          label="Component version"
          description="Optional. Without one it is the number of the function's version, as in 3.0.0."
          errorText={error('componentVersion')}
          warningText={warning('componentVersion')}
        >
          <Input
            value={form.componentVersion}
            placeholder={implied.version}
            spellcheck={false}
            onChange={({ detail }) => set({ componentVersion: detail.value })}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  )
}
