import './deployments.css'

/** Text as it is sent or stored. It scrolls when it is long, so it takes the focus: keys scroll it too. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs focus to be scrolled by keys.
    <section className="meadow-code" aria-label={label} tabIndex={0}>
      <pre>{text}</pre>
    </section>
  )
}
