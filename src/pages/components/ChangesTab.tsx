import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { parseComponentArn } from '#src/domain/arn.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { ChangesView } from './ChangesView.tsx'
import { FormatControl } from './FormatControl.tsx'
import { useCleanRecipe } from './use-clean-recipe.ts'

interface ChangesTabProps {
  arn: string
  /** Newest first. */
  versions: readonly string[]
  shown: string
  format: RecipeFormat
  onFormat(format: RecipeFormat): void
}

/** What the version on view changes, by default against the one before it. */
export function ChangesTab({ arn, versions, shown, format, onFormat }: ChangesTabProps) {
  const others = versions.filter(version => version !== shown)
  const before = versions[versions.indexOf(shown) + 1] ?? others[0] ?? ''
  const [chosen, setChosen] = useState('')
  const current = useCleanRecipe(shown ? `${arn}:versions:${shown}` : null, format)
  const against = others.includes(chosen) ? chosen : before
  const name = parseComponentArn(arn)?.name ?? arn
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="The recipes as their authors wrote them: what the service adds is left out."
          actions={<FormatControl label="Format of the recipes" format={format} onChange={onFormat} />}
        >
          Changes
        </Header>
      }
    >
      {others.length === 0 ? (
        <Box color="text-body-secondary">
          {`This is the only version of ${name}. A new one can be compared with it while it is being written.`}
        </Box>
      ) : (
        <ChangesView
          arn={arn}
          versions={others}
          against={against}
          onAgainst={setChosen}
          format={format}
          after={current.text === null ? null : { label: shown, text: current.text, recipe: current.recipe }}
        />
      )}
    </Container>
  )
}
