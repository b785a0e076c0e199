import Autosuggest from '@cloudscape-design/components/autosuggest'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { AttributesCell } from './AttributesCell.tsx'
import { ChoiceCell, LambdaList, TextCell } from './LambdaList.tsx'
import { changed, type LambdaPart } from './lambda-form.ts'

const types = [
  { value: 'HARD', label: 'Hard' },
  { value: 'SOFT', label: 'Soft' },
] as const

/** What else a device needs for it, and on which platforms it goes. */
export function LambdaNeeds(part: LambdaPart & { names: readonly string[] }) {
  const { form, set, error, warning, names } = part
  const { dependencies, platforms } = form
  const options = names.map(value => ({ value }))
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="The Lambda launcher, its runtimes and the token exchange service come with it."
        >
          Dependencies and platforms
        </Header>
      }
    >
      <SpaceBetween size="l">
        <LambdaList
          label="More dependencies"
          kind="dependency"
          kinds="dependencies"
          items={dependencies}
          blank={{ name: '', versionRequirement: '', dependencyType: 'HARD' as const }}
          onChange={items => set({ dependencies: items })}
          columns={[
            {
              label: 'Component',
              control: (item, index) => (
                <Autosuggest
                  ariaLabel={`Component of dependency ${index + 1}`}
                  value={item.name}
                  options={options}
                  enteredTextLabel={value => `Use ${value}`}
                  empty="No component of that name"
                  onChange={({ detail }) =>
                    set({ dependencies: changed(dependencies, index, { name: detail.value }) })
                  }
                />
              ),
              error: index => error(`dependencies[${index}].name`),
              warning: index => warning(`dependencies[${index}].name`),
            },
            {
              label: 'Version requirement',
              control: (item, index) => (
                <TextCell
                  label={`Version requirement of dependency ${index + 1}`}
                  value={item.versionRequirement}
                  placeholder="^1.0.0"
                  onChange={versionRequirement =>
                    set({ dependencies: changed(dependencies, index, { versionRequirement }) })
                  }
                />
              ),
              error: index => error(`dependencies[${index}].versionRequirement`),
              warning: index => warning(`dependencies[${index}].versionRequirement`),
            },
            {
              label: 'Type',
              control: (item, index) => (
                <ChoiceCell
                  label={`Type of dependency ${index + 1}`}
                  value={item.dependencyType}
                  options={types}
                  onChange={dependencyType =>
                    set({ dependencies: changed(dependencies, index, { dependencyType }) })
                  }
                />
              ),
            },
          ]}
        />
        <LambdaList
          label="Platforms"
          description="Without one it goes to every Linux device. Attributes such as os=linux, architecture=aarch64."
          kind="platform"
          items={platforms}
          blank={{ name: '', attributes: [{ name: 'os', value: 'linux' }] }}
          onChange={items => set({ platforms: items })}
          columns={[
            {
              label: 'Name (optional)',
              control: (item, index) => (
                <TextCell
                  label={`Name of platform ${index + 1}`}
                  value={item.name}
                  onChange={name => set({ platforms: changed(platforms, index, { name }) })}
                />
              ),
            },
            {
              label: 'Attributes',
              control: (item, index) => (
                <AttributesCell
                  label={`Attributes of platform ${index + 1}`}
                  attributes={item.attributes}
                  onChange={attributes => set({ platforms: changed(platforms, index, { attributes }) })}
                />
              ),
              error: index =>
                platforms[index]?.attributes
                  .map(
                    (_, at) =>
                      error(`platforms[${index}].attributes[${at}].name`) ||
                      error(`platforms[${index}].attributes[${at}].value`),
                  )
                  .find(Boolean) ?? '',
              warning: index =>
                platforms[index]?.attributes
                  .map((_, at) => warning(`platforms[${index}].attributes[${at}].value`))
                  .find(Boolean) ?? '',
            },
          ]}
        />
      </SpaceBetween>
    </Container>
  )
}
