import Container from '@cloudscape-design/components/container'
import { memo } from 'react'
import type { Problem, TextEdit, TextRange } from '#src/domain/recipe/problem.ts'
import { ProblemList } from '#src/ui/editor/ProblemList.tsx'
import { RecipeFacts } from './RecipeFacts.tsx'
import { RecipeTags } from './RecipeTags.tsx'
import type { TagEntry } from './recipe-draft.ts'

interface BenchSideProps {
  problems: readonly Problem[]
  /** No check has come in yet. */
  checking: boolean
  name: string
  version: string
  taken: readonly string[]
  tags: readonly TagEntry[]
  onJump(range: TextRange): void
  onFix(edits: readonly TextEdit[]): void
  onVersion(version: string): void
  onTags(tags: TagEntry[]): void
}

/** What stands beside the text: its problems, what it becomes, and its tags. */
export const BenchSide = memo(function BenchSide(props: BenchSideProps) {
  return (
    <div className="recipe-bench-side">
      <Container>
        <ProblemList
          problems={props.problems}
          checking={props.checking}
          onJump={props.onJump}
          onFix={props.onFix}
        />
      </Container>
      <RecipeFacts
        name={props.name}
        version={props.version}
        taken={props.taken}
        onVersion={props.onVersion}
      />
      <RecipeTags tags={props.tags} onChange={props.onTags} />
    </div>
  )
})
