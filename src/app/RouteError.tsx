import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { paths } from '#src/paths.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { dropEarlySurface } from '#src/ui/editor/early-surface.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'

/** A chunk that is gone from the server: a new version was published while this tab was open. */
const chunkGone =
  /dynamically imported module|Importing a module script failed|error loading dynamically|Unable to preload CSS/i

/** What is shown in a page's place when it broke. The frame around it stays, so there is a way on. */
export function RouteError() {
  const error = useRouteError()
  useEffect(dropEarlySurface, [])
  const message = error instanceof Error ? error.message : String(error)
  const outdated = chunkGone.test(message)
  const report = error instanceof Error ? `${error.stack ?? error.message}` : message
  return (
    <SpaceBetween size="l">
      <PageHeader title={outdated ? 'A part of Meadow did not load' : 'This page broke'} />
      <Container>
        <div role="alert">
          <SpaceBetween size="m">
            <Box>
              {outdated
                ? 'Either the network failed or a newer version has been published since this tab was opened. Reloading brings the current one; nothing in your account is affected.'
                : 'This is a fault of Meadow, not of your account. Nothing was changed by it. The rest of the console goes on working.'}
            </Box>
            <Box variant="code">{message}</Box>
            <SpaceBetween size="xs" direction="horizontal">
              <Button variant="primary" iconName="refresh" onClick={() => window.location.reload()}>
                Reload
              </Button>
              <Button href={paths.overview}>Go to the overview</Button>
              <CopyButton text={`${window.location.pathname}\n${report}`} label="Copy details" />
            </SpaceBetween>
          </SpaceBetween>
        </div>
      </Container>
    </SpaceBetween>
  )
}
