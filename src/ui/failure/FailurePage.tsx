import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { PageHeader } from '../page/PageHeader.tsx'
import { explainServiceFailure } from './explain-failure.ts'
import { RenewButton } from './FailureAlert.tsx'
import { FailureDetails } from './FailureDetails.tsx'

interface FailurePageProps {
  failure: unknown
  /** What the page would have shown: "Deployment 1234". */
  title: string
  breadcrumbs?: readonly { text: string; href: string }[]
  retry?: () => unknown
  back?: { text: string; href: string }
}

/** A page whose one thing is missing, forbidden or out of reach. The failure is the page's own state. */
export function FailurePage({ failure, title, breadcrumbs = [], retry, back }: FailurePageProps) {
  const words = explainServiceFailure(failure)
  const expired = failure instanceof ServiceFailure && failure.kind === 'expired'
  return (
    <SpaceBetween size="l">
      <PageHeader title={title} breadcrumbs={breadcrumbs} />
      <Container>
        <div role="alert" className="meadow-failure-page">
          <Box variant="h2">{words.title}</Box>
          <SpaceBetween size="s">
            <Box>{words.meaning}</Box>
            <Box>{words.next}</Box>
            <FailureDetails failure={failure} />
            <SpaceBetween size="xs" direction="horizontal">
              {expired ? <RenewButton retry={retry} /> : null}
              {retry && !expired ? (
                <Button iconName="refresh" onClick={() => void retry()}>
                  Retry
                </Button>
              ) : null}
              {back ? <Button href={back.href}>{back.text}</Button> : null}
            </SpaceBetween>
          </SpaceBetween>
        </div>
      </Container>
    </SpaceBetween>
  )
}
