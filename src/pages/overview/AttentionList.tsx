import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { paths } from '#src/paths.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import type { AttentionItem } from './attention.ts'

interface AttentionListProps {
  items: readonly AttentionItem[]
  /** Enough is known to name them in their order: what came later would push aside what a person is about to click. */
  known: boolean
  /** Everything that could need attention has been read. */
  settled: boolean
  /** Something could not be looked at, so an empty list says nothing. */
  blind: boolean
}

const most = 5

/** What to look at first, each with a link to where something can be done about it. */
export function AttentionList({ items, known, settled, blind }: AttentionListProps) {
  if (items.length === 0 && blind) return null
  if (!known) return <p className="meadow-soft">Looking…</p>
  if (items.length === 0)
    return settled ? (
      <div className="m-calm">
        <StatusIndicator type="success">Nothing needs you</StatusIndicator>
        <p>No device is unhealthy or silent and no watched deployment is failing or stuck.</p>
      </div>
    ) : (
      <p className="meadow-soft">Looking…</p>
    )
  return (
    <ul className="m-attention">
      {items.slice(0, most).map(item => (
        <li key={item.key}>
          <StatusIndicator
            type={item.urgency === 'now' ? 'error' : 'warning'}
            iconAriaLabel={item.urgency === 'now' ? 'Now' : 'Soon'}
          >
            <RouteLink to={item.href}>{item.title}</RouteLink>
          </StatusIndicator>
          <p>{item.detail}</p>
        </li>
      ))}
      {items.length > most ? (
        <li className="meadow-soft">
          and <RouteLink to={paths.deployments}>{items.length - most} more</RouteLink>
        </li>
      ) : null}
    </ul>
  )
}
