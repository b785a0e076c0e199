import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TextFilter from '@cloudscape-design/components/text-filter'
import { useMemo, useState } from 'react'
import type { ComponentScope } from '#src/domain/component.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { countText } from '../count-text.ts'
import type { Catalogue, CatalogueEntry } from './use-catalogue.ts'

interface ComponentCatalogueProps {
  catalogue: Catalogue
  chosen: ReadonlySet<string>
  onAdd: (name: string, version: string) => void
  onRemove: (name: string) => void
}

const pageSize = 10

/** The components there are, to add from. It never fills the page: ten rows, a filter and two lists. */
export function ComponentCatalogue({ catalogue, chosen, onAdd, onRemove }: ComponentCatalogueProps) {
  const [scope, setScope] = useState<ComponentScope>('PRIVATE')
  const [text, setText] = useState('')
  const [page, setPage] = useState(1)
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    return catalogue.entries.filter(
      entry =>
        entry.scope === scope &&
        `${entry.name} ${entry.publisher} ${entry.description}`.toLowerCase().includes(wanted),
    )
  }, [catalogue.entries, scope, text])
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const shown = Math.min(page, pages)
  return (
    <SpaceBetween size="s">
      {catalogue.failure ? (
        <FailureAlert
          failure={catalogue.failure}
          title="The components could not be listed"
          retry={catalogue.retry}
        />
      ) : null}
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${found.length})`}
            actions={
              pages > 1 ? (
                <Pagination
                  currentPageIndex={shown}
                  pagesCount={pages}
                  ariaLabels={{ paginationLabel: 'Pages of components' }}
                  onChange={({ detail }) => setPage(detail.currentPageIndex)}
                />
              ) : undefined
            }
          >
            Add components
          </Header>
        }
      >
        <SpaceBetween size="s">
          <div className="meadow-catalogue-bar">
            <TextFilter
              filteringText={text}
              filteringPlaceholder="Find components"
              filteringAriaLabel="Find components"
              countText={text ? countText(found.length, 'match', 'matches') : ''}
              onChange={({ detail }) => {
                setText(detail.filteringText)
                setPage(1)
              }}
            />
            <SegmentedControl
              label="Whose components"
              selectedId={scope}
              options={[
                { id: 'PRIVATE', text: 'Yours' },
                { id: 'PUBLIC', text: 'Public' },
              ]}
              onChange={({ detail }) => {
                setScope(detail.selectedId === 'PUBLIC' ? 'PUBLIC' : 'PRIVATE')
                setPage(1)
              }}
            />
          </div>
          {found.length === 0 ? (
            <Box textAlign="center" color="text-body-secondary" padding="s">
              {nothingText(catalogue, scope, text)}
            </Box>
          ) : (
            <ul className="meadow-chosen" aria-label="Components to add">
              {found.slice((shown - 1) * pageSize, shown * pageSize).map(entry => (
                <li key={entry.name} className="meadow-catalogue-row">
                  <div className="meadow-chosen-name">
                    <strong>{entry.name}</strong>
                    <div className="meadow-soft meadow-small">
                      {[entry.latestVersion, platforms(entry), entry.description].filter(Boolean).join(' · ')}
                    </div>
                  </div>
                  {chosen.has(entry.name) ? (
                    <Button ariaLabel={`Take ${entry.name} out`} onClick={() => onRemove(entry.name)}>
                      Take out
                    </Button>
                  ) : (
                    <Button
                      iconName="add-plus"
                      ariaLabel={`Add ${entry.name}`}
                      onClick={() => onAdd(entry.name, entry.latestVersion)}
                    >
                      Add
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}

function nothingText(catalogue: Catalogue, scope: ComponentScope, text: string): string {
  if (!catalogue.complete && !catalogue.failure) return 'Loading components…'
  if (text) return 'No component matches.'
  return scope === 'PRIVATE'
    ? 'You have no components of your own yet.'
    : 'No public components are listed in this Region.'
}

function platforms(entry: CatalogueEntry): string {
  const names = [...new Set(entry.platforms.map(p => p.attributes.os ?? p.name).filter(Boolean))]
  return names.length === 0 || names.includes('*') ? 'Any' : names.join(', ')
}
