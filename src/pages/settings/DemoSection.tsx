import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { type DemoControl, demoStateQuery } from '#src/queries/demo.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { DemoClock } from './DemoClock.tsx'
import { DemoFaults } from './DemoFaults.tsx'
import { DemoScenario } from './DemoScenario.tsx'
import { DemoWorld } from './DemoWorld.tsx'
import { demoLink } from './demo-link.ts'
import { Section } from './Section.tsx'

/** The world behind the demo: which fleet, how fast time runs, and what goes wrong in it. */
export function DemoSection({ demo }: { demo: DemoControl }) {
  const query = useQuery(demoStateQuery(demo))
  const state = query.data
  return (
    <Section
      id="demo"
      title="Demo fleet"
      description={`A small Greengrass that runs in this browser. ${demo.shared ? 'All tabs share it' : 'This tab has it for itself'}, and nothing leaves this computer.`}
      actions={
        state ? (
          <CopyButton
            label="Copy a link to this fleet"
            text={demoLink(window.location.origin, { ...state, speed: state.clock.speed })}
          />
        ) : null
      }
    >
      {query.error ? <FailureAlert failure={query.error} retry={query.refetch} /> : null}
      {state ? (
        <SpaceBetween size="l">
          <DemoClock demo={demo} clock={state.clock} />
          <DemoScenario
            key={`${state.scenario} ${state.seed} ${state.devices} ${state.startedAt}`}
            demo={demo}
            scenario={state.scenario}
            seed={state.seed}
            devices={state.devices}
          />
          <DemoFaults demo={demo} faults={state.faults} quotasEnforced={state.quotas.enforced} />
          <DemoWorld state={state} />
        </SpaceBetween>
      ) : query.error ? null : (
        <p className="meadow-soft m-demo-room">Asking the simulator…</p>
      )}
    </Section>
  )
}
