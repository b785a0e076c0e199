import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#src/paths.ts'

/** A component is made from a recipe that one writes, or from a Lambda function. */
export function SourceChoice({ source }: { source: 'recipe' | 'lambda' }) {
  const navigate = useNavigate()
  return (
    <SegmentedControl
      label="Made from"
      selectedId={source}
      options={[
        { id: 'recipe', text: 'Write a recipe' },
        { id: 'lambda', text: 'From a Lambda function' },
      ]}
      onChange={({ detail }) =>
        void navigate(detail.selectedId === 'lambda' ? linkTo.componentNewFromLambda : paths.componentNew)
      }
    />
  )
}
