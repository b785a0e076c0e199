import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { parseComponentArn } from '#src/domain/arn.ts'
import { convertRecipe } from '#src/domain/recipe/convert-recipe.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { linkTo, paths } from '#src/paths.ts'
import { componentVersionsQuery, recipeQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { preloadEditor } from '#src/ui/editor/load-editor.ts'
import { FailurePage } from '#src/ui/failure/FailurePage.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { LambdaBench } from './lambda/LambdaBench.tsx'
import { newRecipe } from './opening-recipe.ts'
import { RecipeBench } from './RecipeBench.tsx'
import { nextFreeVersions } from './recipe-version.ts'
import { SourceChoice } from './SourceChoice.tsx'
import { startingRecipe } from './starting-recipe.ts'
import './components.css'

const breadcrumbs = [{ text: 'Components', href: paths.components }]

/** Where a recipe is written and published: from a starter, or from the recipe of an existing version. */
export function NewComponentPage() {
  const [params] = useSearchParams()
  const from = params.get('from') ?? ''
  const [start] = useState(() => newRecipe(params))
  useEffect(preloadEditor, [])
  if (params.get('source') === 'lambda' && !from)
    return <LambdaBench breadcrumbs={breadcrumbs} choice={<SourceChoice source="lambda" />} />
  return from ? (
    <FromVersion key={from} from={from} format={start.format} />
  ) : (
    <RecipeBench
      key="new"
      title="New component"
      breadcrumbs={breadcrumbs}
      from=""
      choice={<SourceChoice source="recipe" />}
      start={start}
    />
  )
}

function FromVersion({ from, format }: { from: string; format: RecipeFormat }) {
  const connection = useConnection()
  const parsed = parseComponentArn(from)
  const arn = from.replace(/:versions:[^:]*$/, '')
  const version = parsed?.version ?? ''
  const recipe = useQuery(recipeQuery(connection, from, 'JSON'))
  const versions = useQuery(componentVersionsQuery(connection, arn))
  const title = parsed ? `New version of ${parsed.name}` : 'New version'
  const trail = parsed
    ? [...breadcrumbs, { text: parsed.name, href: linkTo.component(arn, version) }]
    : breadcrumbs
  // What the editor opens with is settled once: a refetch must not reach into what is being typed.
  const [start, setStart] = useState<{ text: string; format: RecipeFormat } | null>(null)
  const text = recipe.data
  // Without the list of versions the bump still works; a taken number is then refused at publishing.
  const listed = versions.data !== undefined || versions.error !== null
  useEffect(() => {
    if (start || text === undefined || !listed) return
    const next = nextFreeVersions(version, versions.data?.map(row => row.version) ?? []).patch
    const json = startingRecipe(text, next)
    let gone = false
    convertRecipe(json, 'JSON', format).then(
      turned => {
        if (!gone) setStart(turned.ok ? { text: turned.text, format } : { text: json, format: 'JSON' })
      },
      () => !gone && setStart({ text: json, format: 'JSON' }),
    )
    return () => {
      gone = true
    }
  }, [start, text, listed, versions.data, version, format])

  if (start)
    return <RecipeBench title={title} breadcrumbs={trail} from={from} start={start} basedOn={version} />
  if (recipe.error)
    return (
      <FailurePage
        failure={recipe.error}
        title={title}
        breadcrumbs={breadcrumbs}
        retry={recipe.refetch}
        back={{ text: 'Start from an example instead', href: paths.componentNew }}
      />
    )
  return (
    <SpaceBetween size="l">
      <PageHeader title={title} breadcrumbs={trail} />
      <Spinner size="large" />
    </SpaceBetween>
  )
}
