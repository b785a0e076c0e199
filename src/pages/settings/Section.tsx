import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { ReactNode } from 'react'

interface SectionProps {
  /** Links lead here: `/settings#service-role`. */
  id: string
  title: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function Section({ id, title, description, actions, children }: SectionProps) {
  return (
    <section id={id} className="m-section" aria-label={title}>
      <Container
        header={
          <Header variant="h2" description={description} actions={actions}>
            {title}
          </Header>
        }
      >
        {children}
      </Container>
    </section>
  )
}
