import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface RouteLinkProps {
  to: string
  children: ReactNode
  /** Secondary links are in the text's own colour until hovered: for dense tables. */
  quiet?: boolean
  label?: string
}

/** A link inside the app, in the kit's look and at the cost of a plain anchor: tables are made of these. */
export function RouteLink({ to, children, quiet = false, label }: RouteLinkProps) {
  return (
    <Link to={to} className={quiet ? 'meadow-link meadow-link-quiet' : 'meadow-link'} aria-label={label}>
      {children}
    </Link>
  )
}
