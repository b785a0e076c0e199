import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useDeferredValue, useMemo } from 'react'
import { chunk100, parseThingNames, type ThingNameList } from '#src/domain/thing-name-list.ts'
import { CopyCalls } from '#src/ui/CopyCalls.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { associationCalls } from './association-calls.ts'

interface AssociateListProps {
  /** The core device's thing name. */
  core: string
  text: string
  onChange(text: string): void
  busy: boolean
  disabledReason: string | undefined
  onAssociate(names: readonly string[]): Promise<void>
}

const mostShown = 5

/** A pasted list of thing names, read back before anything is sent. */
export function AssociateList({
  core,
  text,
  onChange,
  busy,
  disabledReason,
  onAssociate,
}: AssociateListProps) {
  const settled = useDeferredValue(text)
  const list = useMemo(() => parseThingNames(settled), [settled])
  const { names, invalid } = list
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Type or paste names of things: one a line, or with commas or blanks."
        >
          Associate
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField
          label="Names of client devices"
          stretch
          errorText={invalid.length > 0 ? <InvalidNames invalid={invalid} /> : undefined}
          constraintText={listText(list)}
        >
          <Textarea
            value={text}
            rows={10}
            spellcheck={false}
            disableBrowserAutocorrect
            readOnly={busy}
            placeholder={'sensor-0001\nsensor-0002'}
            onChange={({ detail }) => onChange(detail.value)}
          />
        </FormField>
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            {invalid.length > 0 ? null : (
              <CopyCalls calls={associationCalls('BatchAssociateClientDeviceWithCoreDevice', core, names)} />
            )}
            <WriteButton
              variant="primary"
              loading={busy}
              loadingText="Associating"
              disabledReason={
                disabledReason ??
                (names.length === 0
                  ? 'Type or paste names first'
                  : invalid.length > 0
                    ? 'Mend the names that cannot be things first'
                    : undefined)
              }
              onClick={() => void onAssociate(parseThingNames(text).names)}
            >
              {names.length > 0
                ? `Associate ${names.length.toLocaleString()} client ${names.length === 1 ? 'device' : 'devices'}`
                : 'Associate client devices'}
            </WriteButton>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
    </Container>
  )
}

function InvalidNames({ invalid }: Pick<ThingNameList, 'invalid'>) {
  return (
    <>
      {invalid.slice(0, mostShown).map(({ line, text, reason }) => (
        <div key={`${line} ${text}`}>
          Line {line}, “{text.slice(0, 60)}”: {reason}
        </div>
      ))}
      {invalid.length > mostShown ? <div>and {invalid.length - mostShown} more</div> : null}
    </>
  )
}

function listText({ names, duplicates }: ThingNameList): string {
  if (names.length === 0) return 'Each name is a thing of this account.'
  const calls = chunk100(names).length
  const count = `${names.length.toLocaleString()} ${names.length === 1 ? 'name' : 'names'}`
  const twice =
    duplicates === 0 ? '' : `, ${duplicates} ${duplicates === 1 ? 'repetition' : 'repetitions'} left out`
  return `${count}${twice}; sent in ${calls} ${calls === 1 ? 'call' : `calls of up to 100`}.`
}
