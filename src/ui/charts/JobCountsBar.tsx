import './charts.css'
import type { JobCounts } from '#src/domain/job.ts'
import { jobSegments, segmentSummary } from './job-segments.ts'

interface JobCountsBarProps {
  counts: JobCounts
  /** Devices of the target, where known. */
  size?: number | null
  /** Figures below the bar (default), or in the bar's name alone where the row says them elsewhere. */
  figures?: boolean
}

/** How far a deployment has come on its devices, as one bar. Every part has a pattern or figure besides its colour. */
export function JobCountsBar({ counts, size = null, figures = true }: JobCountsBarProps) {
  const segments = jobSegments(counts, size)
  return (
    <div className="m-counts">
      <div className="m-counts-bar" role="img" aria-label={segmentSummary(segments)}>
        {segments.map(({ key, count }) => (
          <span key={key} data-part={key} style={{ flexGrow: count }} />
        ))}
      </div>
      {figures ? (
        <ul className="m-counts-figures">
          {segments.map(({ key, label, count }) => (
            <li key={key}>
              <i data-part={key} aria-hidden="true" />
              <strong>{count.toLocaleString()}</strong> {label}
            </li>
          ))}
          {segments.length === 0 ? <li>no device has been reached yet</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
