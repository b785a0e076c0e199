import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { LambdaList, ChoiceCell, TextCell } from './LambdaList.tsx'
import { changed, type LambdaPart } from './lambda-form.ts'

const sources = [
  { value: 'PUB_SUB', label: 'Local publish/subscribe' },
  { value: 'IOT_CORE', label: 'AWS IoT Core MQTT' },
] as const

/** What calls the function, and what it is given. */
export function LambdaEvents({ form, set, error, warning }: LambdaPart) {
  const { eventSources, environmentVariables, execArgs } = form
  return (
    <Container header={<Header variant="h2">Events and environment</Header>}>
      <SpaceBetween size="l">
        <LambdaList
          label="Event sources"
          description="Topics whose messages call the function. Wildcards only for AWS IoT Core."
          kind="event source"
          items={eventSources}
          blank={{ topic: '', type: 'PUB_SUB' as const }}
          warning={warning('eventSources')}
          onChange={items => set({ eventSources: items })}
          columns={[
            {
              label: 'Topic',
              control: (item, index) => (
                <TextCell
                  label={`Topic of event source ${index + 1}`}
                  value={item.topic}
                  onChange={topic => set({ eventSources: changed(eventSources, index, { topic }) })}
                />
              ),
              error: index => error(`eventSources[${index}].topic`),
              warning: index => warning(`eventSources[${index}].topic`),
            },
            {
              label: 'From',
              control: (item, index) => (
                <ChoiceCell
                  label={`Origin of event source ${index + 1}`}
                  value={item.type}
                  options={sources}
                  onChange={type => set({ eventSources: changed(eventSources, index, { type }) })}
                />
              ),
            },
          ]}
        />
        <LambdaList
          label="Environment variables"
          kind="variable"
          items={environmentVariables}
          blank={{ name: '', value: '' }}
          onChange={items => set({ environmentVariables: items })}
          columns={[
            {
              label: 'Name',
              control: (item, index) => (
                <TextCell
                  label={`Name of variable ${index + 1}`}
                  value={item.name}
                  onChange={name =>
                    set({ environmentVariables: changed(environmentVariables, index, { name }) })
                  }
                />
              ),
              error: index => error(`environmentVariables[${index}].name`),
              warning: index => warning(`environmentVariables[${index}].name`),
            },
            {
              label: 'Value',
              control: (item, index) => (
                <TextCell
                  label={`Value of variable ${index + 1}`}
                  value={item.value}
                  onChange={value =>
                    set({ environmentVariables: changed(environmentVariables, index, { value }) })
                  }
                />
              ),
            },
          ]}
        />
        <LambdaList
          label="Arguments"
          description="Given to the function's process when it starts, in this order."
          kind="argument"
          items={execArgs}
          blank=""
          onChange={items => set({ execArgs: items })}
          columns={[
            {
              label: 'Argument',
              control: (item, index) => (
                <TextCell
                  label={`Argument ${index + 1}`}
                  value={item}
                  onChange={value =>
                    set({ execArgs: execArgs.map((one, at) => (at === index ? value : one)) })
                  }
                />
              ),
            },
          ]}
        />
      </SpaceBetween>
    </Container>
  )
}
