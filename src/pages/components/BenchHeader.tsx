import { memo } from 'react'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'

interface BenchHeaderProps {
  title: string
  breadcrumbs: readonly { text: string; href: string }[]
  basedOn: string | undefined
  busy: boolean
  disabledReason: string | undefined
  onPublish(): void
}

/** The title and the button that publishes. */
export const BenchHeader = memo(function BenchHeader(props: BenchHeaderProps) {
  const { title, breadcrumbs, basedOn, busy, disabledReason, onPublish } = props
  return (
    <PageHeader
      title={title}
      breadcrumbs={breadcrumbs}
      description={
        basedOn
          ? `Starts from the recipe of version ${basedOn}, with the next free number. Versions never change, so this becomes a new one.`
          : 'Write the recipe, mend what is marked, publish it as a version.'
      }
      actions={
        <WriteButton variant="primary" loading={busy} disabledReason={disabledReason} onClick={onPublish}>
          Publish version
        </WriteButton>
      }
    />
  )
})
