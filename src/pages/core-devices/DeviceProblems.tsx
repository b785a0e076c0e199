import { linkTo } from '#src/paths.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import type { DeviceProblem } from './device-problems.ts'

const tabNames = { components: 'Components', deployments: 'Deployments', connectivity: 'Connectivity' }

/** What is wrong with the device, before anything else about it. Nothing, where nothing is. */
export function DeviceProblems({ device, problems }: { device: string; problems: readonly DeviceProblem[] }) {
  if (problems.length === 0) return null
  return (
    <section className="m-problems" aria-label="Needs attention">
      <h2>Needs attention</h2>
      <ul>
        {problems.map(problem => (
          <li key={problem.title} data-severity={problem.severity}>
            <div>
              <strong>{problem.title}</strong>
              <p>{problem.detail}</p>
            </div>
            <RouteLink to={linkTo.coreDevice(device, problem.tab)} label={`${problem.title}: show`}>
              {tabNames[problem.tab]}
            </RouteLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
