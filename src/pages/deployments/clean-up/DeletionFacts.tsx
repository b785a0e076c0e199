import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'

/** What deleting a superseded deployment does, and what it does not do. */
export function DeletionFacts() {
  return (
    <Container>
      <div className="meadow-facts">
        <section>
          <Header variant="h3">What deleting does</Header>
          <ul className="meadow-happens">
            <li>
              The revision goes from every list of deployments, with its settings and the results of its job.
              That cannot be undone.
            </li>
            <li>It can no longer be compared with, and no longer be rolled back to.</li>
          </ul>
        </section>
        <section>
          <Header variant="h3">What it does not do</Header>
          <ul className="meadow-happens">
            <li>It changes nothing on devices: they go on running what they have.</li>
            <li>
              It changes nothing that is in force: the newest revision of a target is never deleted here, even
              if it is cancelled.
            </li>
            <li>
              It takes nothing from a device that falls back: one whose next deployment fails can still roll
              back to what a deleted one brought.
            </li>
          </ul>
        </section>
      </div>
    </Container>
  )
}
