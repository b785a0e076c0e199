import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { CopyButton, CopyText } from '../CopyText.tsx'
import { policyStatementFor } from './explain-failure.ts'

/** The parts of a failure that someone else will ask for: fields, the missing permission, codes and the request id. */
export function FailureDetails({ failure }: { failure: unknown }) {
  if (!(failure instanceof ServiceFailure)) return null
  return (
    <SpaceBetween size="xs">
      {failure.fields.length > 0 && (
        <ul className="meadow-plain-list">
          {failure.fields.map(field => (
            <li key={`${field.name} ${field.message}`}>
              <code>{field.name}</code>: {field.message}
            </li>
          ))}
        </ul>
      )}
      {failure.kind === 'forbidden' && failure.action && <MissingPermission action={failure.action} />}
      <ExpandableSection headerText="What the service said" variant="inline">
        <Box color="text-body-secondary" fontSize="body-s">
          <div>
            {failure.code}
            {failure.status === null ? '' : ` · HTTP ${failure.status}`}
            {failure.action ? ` · ${failure.action}` : ''}
          </div>
          <div>{failure.message}</div>
          {failure.requestId && (
            <div>
              Request id <CopyText text={failure.requestId} label="request id" />
            </div>
          )}
        </Box>
      </ExpandableSection>
    </SpaceBetween>
  )
}

function MissingPermission({ action }: { action: string }) {
  const statement = policyStatementFor(action)
  return (
    <div className="meadow-policy">
      <pre>
        <code>{statement}</code>
      </pre>
      <CopyButton text={statement} label="Copy policy statement" />
    </div>
  )
}
