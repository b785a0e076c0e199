/** Each artifact with what the service says of it. `onJump` leads to its place where there is a text to lead into. */
export function ArtifactErrors({
  errors,
  onJump,
}: {
  errors: Readonly<Record<string, string>>
  onJump?: (uri: string) => void
}) {
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <ul className="meadow-plain-list" aria-label="Artifacts with errors">
      {entries.map(([uri, message]) => (
        <li key={uri}>
          {onJump ? (
            <button type="button" className="component-jump" onClick={() => onJump(uri)}>
              {uri}
            </button>
          ) : (
            <span className="component-artifact-uri">{uri}</span>
          )}
          <div>{message}</div>
        </li>
      ))}
    </ul>
  )
}
