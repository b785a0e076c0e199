import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useLocation } from 'react-router'
import { paths } from '#src/paths.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'

export function NotFoundPage() {
  const { pathname } = useLocation()
  return (
    <SpaceBetween size="l">
      <PageHeader title="There is no such page" />
      <Container>
        <SpaceBetween size="m">
          <Box>
            Meadow has nothing at <code>{pathname}</code>. The link may be of an older version, or cut short.
          </Box>
          <Button href={paths.overview}>Go to the overview</Button>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}
