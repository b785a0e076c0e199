import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearchParams } from 'react-router'
import { paths } from '#src/paths.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { DeploymentWizard } from './form/DeploymentWizard.tsx'
import { originOf, readPrefill } from './form/draft.ts'
import { ViewSwitch } from './form/ViewSwitch.tsx'
import './deployments.css'
import './form/form.css'

/** A new deployment, or a new revision of one, as a guided form. What it starts with comes from the link. */
export function NewDeploymentPage() {
  const [search] = useSearchParams()
  const prefill = readPrefill(search)
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={prefill.revise ? 'Revise deployment' : 'New deployment'}
        actions={<ViewSwitch />}
        breadcrumbs={[{ text: 'Deployments', href: paths.deployments }]}
      />
      <DeploymentWizard key={originOf(prefill)} prefill={prefill} />
    </SpaceBetween>
  )
}
