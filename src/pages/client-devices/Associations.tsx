import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientDevice } from '#src/domain/client-device.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import {
  clientDevicesQuery,
  useAssociateClientDevices,
  useDisassociateClientDevices,
} from '#src/queries/client-devices.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { AssociateList } from './AssociateList.tsx'
import { associationCalls } from './association-calls.ts'
import { type AssociationRun, afterRetry, retryNames } from './association-run.ts'
import { RunReport } from './RunReport.tsx'

const columns: readonly ResourceColumn<ClientDevice>[] = [
  {
    id: 'name',
    header: 'Client device',
    cell: device => device.name,
    sortBy: device => device.name,
    isRowHeader: true,
  },
  {
    id: 'associated',
    header: 'Associated',
    cell: device => <Timestamp at={device.associated} />,
    sortBy: device => device.associated,
  },
]

/** The associations of one core device: the list, and changes to it by the hundred. */
export function Associations({ core }: { core: string }) {
  const connection = useConnection()
  const readOnly = useReadOnlyReason()
  const clients = useQuery(clientDevicesQuery(connection, core))
  const associate = useAssociateClientDevices()
  const disassociate = useDisassociateClientDevices()
  const view = useListView({ sort: { columnId: 'name', descending: false } })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const [run, setRun] = useState<AssociationRun | null>(null)
  const [failure, setFailure] = useState<ServiceFailure | null>(null)
  const [progress, setProgress] = useState<{
    kind: AssociationRun['kind']
    sent: number
    of: number
  } | null>(null)
  const [text, setText] = useState('')

  const send = async (
    kind: AssociationRun['kind'],
    names: readonly string[],
    earlier: AssociationRun | null,
  ) => {
    setProgress({ kind, sent: 0, of: names.length })
    setFailure(null)
    const change = kind === 'associate' ? associate : disassociate
    try {
      const result = await change.mutateAsync({
        core,
        names: [...names],
        onProgress: ({ sent, total }) => setProgress({ kind, sent, of: total }),
      })
      setFailure(result.failure ?? null)
      const next = earlier ? afterRetry(earlier, result) : { kind, core, asked: names, ...result }
      setRun(next)
      // What was pasted is kept until all of it is done.
      if (kind === 'associate' && retryNames(next).length === 0) setText('')
    } finally {
      setProgress(null)
    }
  }

  return (
    <div className="m-associations">
      <RunReport
        run={run}
        failure={failure}
        progress={progress}
        disabledReason={readOnly}
        onRetry={() => (run ? send(run.kind, retryNames(run), run) : Promise.resolve())}
        onDismiss={() => {
          setRun(null)
          setFailure(null)
        }}
      />
      <ResourceList
        kind="client device"
        plural="client devices"
        rows={clients.data?.rows ?? []}
        columns={columns}
        state={listStateOf(clients)}
        header={{
          title: 'Associated client devices',
          description:
            'Things that may discover this core device. Whether they are connected, the service does not know.',
          actions: (
            <WriteButton
              disabledReason={readOnly ?? (selected.size === 0 ? 'Choose client devices first' : undefined)}
              onClick={() => setAsking(true)}
            >
              Disassociate
            </WriteButton>
          ),
        }}
        filter={{ text: view.text, onChange: view.setText, placeholder: 'Find by name' }}
        empty={{
          title: 'No client devices',
          hint: `No client device may discover ${core} yet. Associate some by their names.`,
        }}
        sort={{
          columnId: view.sort?.columnId ?? null,
          descending: view.sort?.descending ?? false,
          onChange: view.setSort,
        }}
        page={{ index: view.page, onChange: view.setPage }}
        selection={{ keys: selected, onChange: setSelected }}
        rowKey={client => client.name}
      />
      <div className="m-associate">
        <AssociateList
          text={text}
          onChange={setText}
          busy={progress !== null}
          disabledReason={readOnly}
          core={core}
          onAssociate={names => send('associate', names, null)}
        />
      </div>
      <ConfirmDialog
        visible={asking}
        title={`Disassociate ${selected.size} client ${selected.size === 1 ? 'device' : 'devices'}?`}
        action="Disassociate"
        disabledReason={readOnly}
        calls={associationCalls('BatchDisassociateClientDeviceFromCoreDevice', core, [...selected])}
        onDismiss={() => setAsking(false)}
        onConfirm={async () => {
          const names = [...selected]
          setSelected(new Set())
          await send('disassociate', names, null)
        }}
        consequences={
          <>
            They can no longer discover {core}. Connections that are open stay open until the client device or
            the core device ends them. The things themselves are not touched.
          </>
        }
      />
    </div>
  )
}
