import { paths } from '#src/paths.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { preloadEditor } from '#src/ui/editor/load-editor.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'

/** Leads to the editor, and fetches it while the pointer rests or the focus stands on it. */
export function NewComponentButton({
  text,
  to = paths.componentNew,
  primary = false,
  disabledReason,
}: {
  text: string
  to?: string
  primary?: boolean
  disabledReason?: string | undefined
}) {
  const readOnly = useReadOnlyReason()
  const reason = readOnly ?? disabledReason
  const ahead = { onPointerEnter: preloadEditor, onFocus: preloadEditor }
  return (
    <WriteButton
      variant={primary ? 'primary' : 'normal'}
      disabledReason={reason}
      {...(reason ? {} : { href: to, nativeAnchorAttributes: ahead })}
    >
      {text}
    </WriteButton>
  )
}
