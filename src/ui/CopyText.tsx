import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'

/** A text with a button that copies it: an ARN, an id, a policy. `label` names it for a screen reader: "deployment id". */
export function CopyText({ text, label, display }: { text: string; label: string; display?: string }) {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      {...(display === undefined ? {} : { textToDisplay: display })}
      copyButtonAriaLabel={`Copy ${label}`}
      copySuccessText="Copied"
      copyErrorText="The browser did not allow copying"
    />
  )
}

/** The same with a labelled button, for texts that are shown elsewhere or are too long to show. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  return (
    <CopyToClipboard
      variant="button"
      textToCopy={text}
      copyButtonText={label}
      copySuccessText="Copied"
      copyErrorText="The browser did not allow copying"
    />
  )
}
