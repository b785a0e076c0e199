import type { ListSort } from './list-contract.ts'
import type { ResourceColumn } from './list-rows.ts'

interface FleetGridHeadProps<Row> {
  columns: readonly ResourceColumn<Row>[]
  sort: ListSort
  template: string
  least: number
  select: { label: string; checked: boolean; mixed: boolean; toggle(): void } | 'none' | null
}

export function FleetGridHead<Row>({ columns, sort, template, least, select }: FleetGridHeadProps<Row>) {
  const shift = select === null ? 1 : 2
  return (
    <thead className="meadow-grid-head" style={{ minInlineSize: least }}>
      <tr aria-rowindex={1} className="meadow-grid-row" style={{ gridTemplateColumns: template }}>
        {select === null ? null : (
          <th scope="col" aria-colindex={1} className="meadow-grid-check">
            {select === 'none' ? (
              <span className="meadow-visually-hidden">Chosen</span>
            ) : (
              <input
                type="checkbox"
                aria-label={select.label}
                checked={select.checked}
                ref={element => {
                  if (element) element.indeterminate = select.mixed
                }}
                onChange={select.toggle}
              />
            )}
          </th>
        )}
        {columns.map((column, index) => {
          const sorted = sort.columnId === column.id
          return (
            <th
              key={column.id}
              scope="col"
              aria-colindex={index + shift}
              aria-sort={
                !column.sortBy ? undefined : sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'
              }
              className="meadow-grid-cell"
            >
              {column.sortBy ? (
                <button
                  type="button"
                  className="meadow-grid-sort meadow-focus"
                  data-sorted={sorted || undefined}
                  onClick={() =>
                    sort.onChange({ columnId: column.id, descending: sorted && !sort.descending })
                  }
                >
                  {column.header}
                  <span aria-hidden="true">{sorted ? (sort.descending ? '▾' : '▴') : '▿'}</span>
                </button>
              ) : (
                column.header
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
