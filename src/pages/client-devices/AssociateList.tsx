import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useDeferredValue, useMemo, useState } from 'react'
import { chunk100, parseThingNames } from '#src/domain/thing-name-list.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'

interface AssociateListProps {
  core: string
  busy: boolean
  disabledReason: string | undefined
  onAssociate(names: readonly string[]): Promise<void>
}

const mostShown = 5

/** A pasted list of thing names, read back before anything is sent. The text stays until all of it is done. */
export function AssociateList({ core, busy, disabledReason, onAssociate }: AssociateListProps) {
  const [text, setText] = useState('')
  const settled = useDeferredValue(text)
  const list = useMemo(() => parseThingNames(settled), [settled])
  const { names, invalid, duplicates } = list
  const calls = chunk100(names).length
  return (
    <Container
      header={
        <Header variant="h2" description="Names separated by line breaks, commas, semicolons or blanks.">
          Associate client devices
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField
          label="Names of client devices"
          stretch
          errorText={
            invalid.length > 0 ? (
              <>
                {invalid.slice(0, mostShown).map(({ line, text: name, reason }) => (
                  <div key={`${line} ${name}`}>
                    Line {line}, “{name.slice(0, 60)}”: {reason}
                  </div>
                ))}
                {invalid.length > mostShown ? <div>and {invalid.length - mostShown} more</div> : null}
              </>
            ) : undefined
          }
          constraintText={
            names.length > 0 || duplicates > 0
              ? `${names.length} ${names.length === 1 ? 'name' : 'names'}${duplicates > 0 ? `, ${duplicates} of them given twice and counted once` : ''}; sent in ${calls} ${calls === 1 ? 'call' : 'calls'} of up to 100.`
              : 'Each name is a thing of this account.'
          }
        >
          <Textarea
            value={text}
            rows={6}
            spellcheck={false}
            disableBrowserAutocorrect
            placeholder={'sensor-0001\nsensor-0002'}
            onChange={({ detail }) => setText(detail.value)}
          />
        </FormField>
        <Box float="right">
          <WriteButton
            variant="primary"
            loading={busy}
            loadingText="Associating"
            disabledReason={
              disabledReason ??
              (names.length === 0
                ? 'Paste names first'
                : invalid.length > 0
                  ? 'Mend the names that cannot be things first'
                  : undefined)
            }
            onClick={() => void onAssociate(names)}
          >
            {names.length > 0 ? `Associate ${names.length} with ${core}` : `Associate with ${core}`}
          </WriteButton>
        </Box>
      </SpaceBetween>
    </Container>
  )
}
