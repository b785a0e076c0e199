/** What stands where a page will be while its script arrives: the same bones as in index.html, so nothing jumps. */
export function PagePlaceholder() {
  return (
    <div aria-busy="true" className="m-placeholder">
      <div className="m-bone" style={{ inlineSize: 220, blockSize: 26 }} />
      <div className="m-cards">
        <div className="m-card" />
        <div className="m-card" />
        <div className="m-card" />
      </div>
    </div>
  )
}
