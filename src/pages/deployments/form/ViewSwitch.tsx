import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useView } from './use-form-view.ts'

/** The same deployment as fields, step by step, or as the JSON that is sent. */
export function ViewSwitch() {
  const { view, go } = useView()
  return (
    <SegmentedControl
      label="How to edit it"
      selectedId={view}
      options={[
        { id: 'form', text: 'Form' },
        { id: 'json', text: 'JSON' },
      ]}
      onChange={({ detail }) => go(detail.selectedId === 'json' ? 'json' : 'form')}
    />
  )
}
