import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import Tabs from '@cloudscape-design/components/tabs'
import { memo, type ReactNode, useState } from 'react'
import type { Problem, TextEdit, TextRange } from '#src/domain/recipe/problem.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { paths } from '#src/paths.ts'
import type { CursorStore } from '#src/ui/editor/cursor-store.ts'
import type { OutlineItem } from '#src/ui/editor/outline-items.ts'
import { ProblemList } from '#src/ui/editor/ProblemList.tsx'
import { RecipeOutline } from '#src/ui/editor/RecipeOutline.tsx'
import { DependencyPanel } from './bench/DependencyPanel.tsx'
import { DevicePanel } from './bench/DevicePanel.tsx'
import { firstPreset, type TryDevice } from './bench/platform-presets.ts'
import type { AccountKnowledge } from './bench/use-account-knowledge.ts'
import { type RecipeForecast, useRecipeForecast } from './bench/use-known-components.ts'

interface BenchSideProps {
  problems: readonly Problem[]
  /** No check has come in yet. */
  checking: boolean
  recipe: Recipe | null
  outline: readonly OutlineItem[]
  cursor: CursorStore
  /** For any platform: what the checks go by. */
  forecast: RecipeForecast | null
  knowledge: AccountKnowledge
  /** What the text becomes when it is published. */
  becomes: ReactNode
  onJump(range: TextRange): void
  onFix(edits: readonly TextEdit[]): void
}

/** What stands beside the text: its problems, its parts, what a device would make of it, and what it becomes. */
export const BenchSide = memo(function BenchSide(props: BenchSideProps) {
  const { problems, checking, recipe, forecast, knowledge, onJump, onFix } = props
  const [device, setDevice] = useState<TryDevice>(firstPreset)
  const [tab, setTab] = useState('problems')
  const counted = checking || problems.length === 0 ? '' : ` ${problems.length}`
  return (
    <div className="recipe-bench-side">
      <Tabs
        variant="container"
        ariaLabel="About the recipe"
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        i18nStrings={{ scrollLeftAriaLabel: 'Earlier tabs', scrollRightAriaLabel: 'Later tabs' }}
        tabs={[
          {
            id: 'problems',
            label: `Problems${counted}`,
            content: (
              <>
                <ProblemList problems={problems} checking={checking} onJump={onJump} onFix={onFix} />
                <Coverage forecast={forecast} recipe={recipe} />
                <Box padding={{ top: 's' }} fontSize="body-s">
                  {/* In a tab of its own: the text being written stays where it is. */}
                  <Link external href={paths.componentRules}>
                    All rules
                  </Link>
                </Box>
              </>
            ),
          },
          {
            id: 'outline',
            label: 'Outline',
            content: <RecipeOutline items={props.outline} cursor={props.cursor} onJump={onJump} />,
          },
          {
            id: 'device',
            label: 'Device',
            content: (
              <DevicePanel
                recipe={recipe}
                device={device}
                configurations={knowledge.known.configurations}
                onDevice={setDevice}
              />
            ),
          },
          {
            id: 'graph',
            label: 'Graph',
            content: <Graph recipe={recipe} device={device} knowledge={knowledge} />,
          },
          { id: 'version', label: 'Version', content: props.becomes },
        ]}
      />
    </div>
  )
})

/** Resolved for the device that was chosen, and only while somebody looks. */
function Graph({
  recipe,
  device,
  knowledge,
}: {
  recipe: Recipe | null
  device: TryDevice
  knowledge: AccountKnowledge
}) {
  const forecast = useRecipeForecast(recipe, device.platform)
  return <DependencyPanel recipe={recipe} forecast={forecast} device={device} guidance={knowledge.guidance} />
}

/** What the checks of dependencies rest on, as long as that is not everything. */
function Coverage({ forecast, recipe }: { forecast: RecipeForecast | null; recipe: Recipe | null }) {
  const count = recipe?.dependencies.length ?? 0
  if (!forecast || count === 0) return null
  const { catalogue } = forecast
  const words = catalogue.failure
    ? 'Dependencies could not be checked against the account: a list could not be read.'
    : !catalogue.complete
      ? `Dependencies are checked once the lists of components are whole (${catalogue.byName.size} read so far).`
      : forecast.complete
        ? null
        : 'Dependencies are being looked up in the account.'
  return words ? (
    <Box padding={{ top: 's' }} fontSize="body-s" color="text-body-secondary">
      {words}
    </Box>
  ) : null
}
