import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { useState } from 'react'
import { parseComponentArn } from '#src/domain/arn.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { shortTime } from '#src/ui/time-text.ts'
import { draftStore } from '../recipe-draft.ts'
import { type KeptDraft, keptDrafts } from './recipe-drafts.ts'

/** Drafts that wait in this browser, each to be taken up or given up. `except`: the one that is on screen. */
export function DraftList({ except }: { except: string | null }) {
  const connection = useConnection().config.name
  const storage = () => globalThis.localStorage
  const [drafts, setDrafts] = useState(() =>
    keptDrafts(storage, connection).filter(draft => draft.from !== except),
  )
  if (drafts.length === 0) return null
  return (
    <ExpandableSection
      variant="footer"
      headerText={
        drafts.length === 1 ? 'A draft waits in this browser' : `${drafts.length} drafts wait in this browser`
      }
    >
      <ul className="bench-drafts" aria-label="Drafts">
        {drafts.map(draft => {
          const { link, words } = describe(draft)
          return (
            <li key={draft.from}>
              <span className="component-anywhere">
                <RouteLink to={link}>{draft.name || 'Without a name'}</RouteLink> {draft.version}
              </span>
              <span className="meadow-soft">{`${words}, kept ${shortTime(draft.savedAt)}`}</span>
              <Button
                variant="inline-link"
                ariaLabel={`Discard the draft of ${draft.name || 'the component without a name'}`}
                onClick={() => {
                  draftStore(storage, connection, draft.from).discard()
                  setDrafts(before => before.filter(one => one !== draft))
                }}
              >
                Discard
              </Button>
            </li>
          )
        })}
      </ul>
    </ExpandableSection>
  )
}

function describe({ from }: KeptDraft): { link: string; words: string } {
  if (from === '') return { link: paths.componentNew, words: 'a new component' }
  if (from === 'lambda') return { link: linkTo.componentNewFromLambda, words: 'from a Lambda function' }
  const version = parseComponentArn(from)?.version
  return { link: linkTo.componentNewFrom(from), words: version ? `starts from ${version}` : 'a new version' }
}
