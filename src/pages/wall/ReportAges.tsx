import type { CSSProperties } from 'react'
import type { AgeBucket } from '#src/domain/fleet-health.ts'

const tones = ['healthy', 'healthy', 'healthy-soft', 'stale', 'silent', 'unknown']

/** How old the last reports are. Each bar stands for its share of the fleet. */
export function ReportAges({ buckets }: { buckets: readonly AgeBucket[] }) {
  const most = Math.max(1, ...buckets.map(bucket => bucket.count))
  return (
    <div className="wall-ages">
      <h3>Last report</h3>
      <dl>
        {buckets.map((bucket, index) => (
          <div
            key={bucket.label}
            data-none={bucket.count === 0 || undefined}
            style={
              {
                '--tone': `var(--m-${tones[index]})`,
                '--share': bucket.count / most,
              } as CSSProperties
            }
          >
            <dt>{bucket.label}</dt>
            <dd>{bucket.count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
