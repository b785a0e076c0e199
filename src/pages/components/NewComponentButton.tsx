import { useEffect, useRef } from 'react'
import { paths } from '#src/paths.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { preloadEditor } from '#src/ui/editor/load-editor.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'

interface NewComponentButtonProps {
  text: string
  to?: string
  primary?: boolean
  disabledReason?: string | undefined
}

/** Leads to the editor, and fetches it while the pointer rests or the focus stands on it. */
export function NewComponentButton({
  text,
  to = paths.componentNew,
  primary = false,
  disabledReason,
}: NewComponentButtonProps) {
  const place = useRef<HTMLSpanElement>(null)
  const readOnly = useReadOnlyReason()
  const reason = readOnly ?? disabledReason
  const enabled = reason === undefined
  useEffect(() => {
    const button = place.current
    if (!button || !enabled) return
    button.addEventListener('pointerenter', preloadEditor)
    button.addEventListener('focusin', preloadEditor)
    return () => {
      button.removeEventListener('pointerenter', preloadEditor)
      button.removeEventListener('focusin', preloadEditor)
    }
  }, [enabled])
  return (
    <span ref={place}>
      <WriteButton
        variant={primary ? 'primary' : 'normal'}
        disabledReason={reason}
        {...(enabled ? { href: to } : {})}
      >
        {text}
      </WriteButton>
    </span>
  )
}
