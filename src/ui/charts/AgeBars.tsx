import './charts.css'
import type { AgeBucket } from '#src/domain/fleet-health.ts'

/** How old the last report of each device is: a bar a bucket, with its figure. */
export function AgeBars({ buckets }: { buckets: readonly AgeBucket[] }) {
  const most = Math.max(1, ...buckets.map(bucket => bucket.count))
  return (
    <ul className="m-ages" aria-label="Core devices by age of their last report">
      {buckets.map(bucket => (
        <li key={bucket.label} data-tone={tone(bucket)}>
          <strong>{bucket.count.toLocaleString()}</strong>
          <i
            aria-hidden="true"
            // A single device among thousands keeps a bar of two pixels.
            style={{ blockSize: bucket.count === 0 ? 0 : `max(2px, ${(bucket.count / most) * 100}%)` }}
          />
          <span>{bucket.label}</span>
        </li>
      ))}
    </ul>
  )
}

const hour = 3_600_000

function tone({ below }: AgeBucket): string {
  if (below === null) return 'unknown'
  if (below <= 6 * hour) return 'healthy'
  if (below <= 24 * hour) return 'older'
  return below <= 48 * hour ? 'stale' : 'silent'
}
