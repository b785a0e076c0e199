import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useDemo } from '#src/queries/demo.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { ConnectionSection } from './ConnectionSection.tsx'
import { DemoSection } from './DemoSection.tsx'
import { RequestsSection } from './RequestsSection.tsx'
import { ServiceRoleSection } from './ServiceRoleSection.tsx'
import { ThemeSection } from './ThemeSection.tsx'
import './settings.css'

export function SettingsPage() {
  const demo = useDemo()
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: following the same link again has the same hash but a new key
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' })
  }, [hash, key])
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Settings"
        description="What this browser is connected to, what it asks of the account, and how it looks."
      />
      {demo ? <DemoSection demo={demo} /> : null}
      <ConnectionSection />
      <ServiceRoleSection />
      <RequestsSection />
      <ThemeSection />
    </SpaceBetween>
  )
}
