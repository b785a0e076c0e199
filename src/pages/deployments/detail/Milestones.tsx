import LiveRegion from '@cloudscape-design/components/live-region'
import { useState } from 'react'
import type { JobCounts } from '#src/domain/job.ts'
import { milestone } from '../counts.ts'

/** Says the first failure, each quarter and the end to those who listen. */
export function Milestones({ counts }: { counts: JobCounts }) {
  const [seen, setSeen] = useState(counts)
  const [said, setSaid] = useState('')
  if (seen !== counts) {
    setSeen(counts)
    const news = milestone(seen, counts)
    if (news) setSaid(news)
  }
  return (
    <LiveRegion hidden tagName="div">
      {said}
    </LiveRegion>
  )
}
