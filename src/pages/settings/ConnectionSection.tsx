import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { useDemo } from '#src/queries/demo.ts'
import { CopyText } from '#src/ui/CopyText.tsx'
import { Section } from './Section.tsx'

/** Which account this is, as far as the browser knows, and by which way its services are reached. */
export function ConnectionSection() {
  const { config } = useConnection()
  const refused = useReadOnlyReason()
  const demo = useDemo()
  const endpoint = (address: string | undefined) =>
    address !== undefined ? (
      <CopyText text={address} label="endpoint" />
    ) : demo ? (
      'The simulator in this browser'
    ) : (
      'The public endpoint of AWS'
    )
  return (
    <Section
      id="connection"
      title="Connection"
      description="Set up in config.json, where Meadow is served from."
    >
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Name', value: config.name },
          { label: 'Region', value: config.region },
          {
            label: 'May write',
            value: refused ? (
              <StatusIndicator type="stopped">{refused}</StatusIndicator>
            ) : (
              <StatusIndicator type="success">Yes, as far as its role allows</StatusIndicator>
            ),
          },
          {
            label: 'Identity pool',
            value: <CopyText text={config.identityPoolId} label="identity pool id" />,
          },
          {
            label: 'Signed in through',
            value: config.userPool ? config.userPool.domain : 'Nobody: a guest of the identity pool',
          },
          { label: 'Role', value: config.roleArn ?? 'The one that the identity pool gives' },
          { label: 'Greengrass', value: endpoint(config.endpoints.greengrass) },
          { label: 'AWS IoT', value: endpoint(config.endpoints.iot) },
          { label: 'Own limit', value: `${config.requestsPerSecond} calls a second for each service` },
        ]}
      />
    </Section>
  )
}
