import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import type { LambdaDevice, LambdaVolume } from '#src/domain/lambda-source.ts'
import { NumberField } from './LambdaLimits.tsx'
import { ChoiceCell, LambdaList, type ListColumn, TextCell } from './LambdaList.tsx'
import { changed, type LambdaPart } from './lambda-form.ts'

const access = [
  { value: 'ro', label: 'Read only' },
  { value: 'rw', label: 'Read and write' },
] as const
const group = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const

/** The Linux process: whether it is locked into a container, and what that holds. */
export function LambdaProcess(part: LambdaPart) {
  const { form, set, error, warning } = part
  const { volumes, devices } = form
  const contained = form.isolationMode === 'GreengrassContainer'
  return (
    <Container
      header={
        <Header variant="h2" description="Lambda functions run on Linux core devices.">
          Linux process
        </Header>
      }
    >
      <SpaceBetween size="l">
        <FormField
          label="Isolation"
          errorText={error('isolationMode')}
          warningText={warning('isolationMode')}
        >
          <RadioGroup
            value={form.isolationMode}
            items={[
              {
                value: 'GreengrassContainer',
                label: 'Greengrass container',
                description: 'Memory is limited, and it sees only the volumes and devices listed here.',
              },
              {
                value: 'NoContainer',
                label: 'No container',
                description:
                  'It runs as any process of the device. Needed inside of containers and on some kernels.',
              },
            ]}
            onChange={({ detail }) =>
              set({ isolationMode: detail.value === 'NoContainer' ? 'NoContainer' : 'GreengrassContainer' })
            }
          />
        </FormField>
        {contained ? (
          <SpaceBetween size="l">
            <NumberField part={part} name="memorySizeInKB" label="Memory" unit="KB" />
            <Toggle
              checked={form.mountROSysfs}
              description="For what it reads of the device's hardware."
              onChange={({ detail }) => set({ mountROSysfs: detail.checked })}
            >
              Mount /sys, read only
            </Toggle>
            <LambdaList
              label="Volumes"
              description="Folders of the device that the container sees."
              kind="volume"
              items={volumes}
              blank={{ sourcePath: '', destinationPath: '', permission: 'ro' as const, addGroupOwner: false }}
              onChange={items => set({ volumes: items })}
              columns={[
                {
                  label: 'On the device',
                  control: (item, index) => (
                    <TextCell
                      label={`Path on the device of volume ${index + 1}`}
                      value={item.sourcePath}
                      onChange={sourcePath => set({ volumes: changed(volumes, index, { sourcePath }) })}
                    />
                  ),
                  error: index => error(`volumes[${index}].sourcePath`),
                },
                {
                  label: 'In the container',
                  control: (item, index) => (
                    <TextCell
                      label={`Path in the container of volume ${index + 1}`}
                      value={item.destinationPath}
                      onChange={destinationPath =>
                        set({ volumes: changed(volumes, index, { destinationPath }) })
                      }
                    />
                  ),
                  error: index => error(`volumes[${index}].destinationPath`),
                },
                ...accessColumns<LambdaVolume>('volume', (index, change) =>
                  set({ volumes: changed<LambdaVolume>(volumes, index, change) }),
                ),
              ]}
            />
            <LambdaList
              label="Devices"
              description="Device files that the container may use."
              kind="device"
              items={devices}
              blank={{ path: '', permission: 'ro' as const, addGroupOwner: false }}
              onChange={items => set({ devices: items })}
              columns={[
                {
                  label: 'Path',
                  control: (item, index) => (
                    <TextCell
                      label={`Path of device ${index + 1}`}
                      value={item.path}
                      placeholder="/dev/…"
                      onChange={path => set({ devices: changed(devices, index, { path }) })}
                    />
                  ),
                  error: index => error(`devices[${index}].path`),
                  warning: index => warning(`devices[${index}].path`),
                },
                ...accessColumns<LambdaDevice>('device', (index, change) =>
                  set({ devices: changed<LambdaDevice>(devices, index, change) }),
                ),
              ]}
            />
          </SpaceBetween>
        ) : null}
      </SpaceBetween>
    </Container>
  )
}

interface Access {
  permission: 'ro' | 'rw'
  addGroupOwner: boolean
}

function accessColumns<T extends Access>(
  kind: string,
  change: (index: number, change: Partial<Access>) => void,
): ListColumn<T>[] {
  return [
    {
      label: 'Access',
      control: (item, index) => (
        <ChoiceCell
          label={`Access to ${kind} ${index + 1}`}
          value={item.permission}
          options={access}
          onChange={permission => change(index, { permission })}
        />
      ),
    },
    {
      label: 'Add its group',
      control: (item, index) => (
        <ChoiceCell
          label={`Add the group that owns ${kind} ${index + 1}`}
          value={item.addGroupOwner ? 'yes' : 'no'}
          options={group}
          onChange={value => change(index, { addGroupOwner: value === 'yes' })}
        />
      ),
    },
  ]
}
