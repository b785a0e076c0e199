import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import { useLocation } from 'react-router'
import { paths } from '#src/paths.ts'
import { NavIcon } from './NavIcon.tsx'

const items: SideNavigationProps.Item[] = [
  { type: 'link', text: 'Overview', href: paths.overview, icon: <NavIcon name="overview" /> },
  { type: 'divider' },
  { type: 'link', text: 'Deployments', href: paths.deployments, icon: <NavIcon name="deployments" /> },
  { type: 'link', text: 'Components', href: paths.components, icon: <NavIcon name="components" /> },
  { type: 'divider' },
  { type: 'link', text: 'Core devices', href: paths.coreDevices, icon: <NavIcon name="core-devices" /> },
  {
    type: 'link',
    text: 'Client devices',
    href: paths.clientDevices,
    icon: <NavIcon name="client-devices" />,
  },
  { type: 'divider' },
  { type: 'link', text: 'Wall display', href: paths.wall, icon: <NavIcon name="wall" /> },
  { type: 'link', text: 'Settings', href: paths.settings, icon: <NavIcon name="settings" /> },
]

const areas = [
  paths.deployments,
  paths.components,
  paths.coreDevices,
  paths.clientDevices,
  paths.settings,
] as const

export function Navigation({ onFollow }: { onFollow: () => void }) {
  const { pathname } = useLocation()
  const active = areas.find(area => pathname === area || pathname.startsWith(`${area}/`)) ?? paths.overview
  return <SideNavigation items={items} activeHref={active} onFollow={onFollow} />
}
