import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { Mark } from '#src/ui/Mark.tsx'
import { StartProblem } from './start-problem.ts'

/** Meadow could not even begin: its configuration is wrong, or cannot be read. Shown to whoever installed it. */
export function StartFailure({ error }: { error: unknown }) {
  const title = error instanceof StartProblem ? error.message : 'Meadow could not start'
  const problems =
    error instanceof StartProblem ? error.problems : [error instanceof Error ? error.message : String(error)]
  return (
    <>
      <header className="m-bar">
        <span className="m-brand">
          <Mark />
          <span>Meadow</span>
        </span>
      </header>
      <main className="m-start-failure">
        <Alert
          type="error"
          header={title}
          action={<Button onClick={() => window.location.reload()}>Try again</Button>}
        >
          <ul>
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Alert>
      </main>
    </>
  )
}
