import { Link } from 'react-router'
import { paths } from '#src/paths.ts'
import { useDemo } from '#src/queries/demo.ts'
import { Mark } from '#src/ui/Mark.tsx'
import { ConnectionSwitch } from './ConnectionSwitch.tsx'
import { DemoBadge } from './DemoBadge.tsx'
import { RequestMeterChip } from './RequestMeterChip.tsx'
import { SignOutButton } from './SignOutButton.tsx'
import { ThemeButton } from './ThemeButton.tsx'

/** The bar above everything: whose fleet this is, whether it is real, and whether data still comes in. */
export function TopBar() {
  const demo = useDemo()
  return (
    <header id="meadow-bar" className="m-bar" data-demo={demo ? true : undefined}>
      <Link to={paths.overview} className="m-brand" aria-label="Meadow, overview">
        <Mark />
        <span className="m-brand-name">Meadow</span>
      </Link>
      {demo ? <DemoBadge /> : null}
      <span className="m-bar-space" />
      <RequestMeterChip />
      <ConnectionSwitch />
      <ThemeButton />
      <SignOutButton />
    </header>
  )
}
