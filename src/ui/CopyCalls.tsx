import { createContext, useContext } from 'react'
import { cliScript, type WriteCall } from '#src/domain/cli-command.ts'
import { CopyButton } from './CopyText.tsx'

/** The Region that commands are for. */
export const CommandRegion = createContext('')

/** What a button beside it would do, as commands for a shell; nothing where it would do nothing. */
export function CopyCalls({ calls }: { calls: readonly WriteCall[] }) {
  const region = useContext(CommandRegion)
  if (calls.length === 0) return null
  return (
    <CopyButton
      text={cliScript(calls, { region })}
      label={calls.length === 1 ? 'Copy AWS CLI command' : `Copy ${calls.length} AWS CLI commands`}
    />
  )
}
