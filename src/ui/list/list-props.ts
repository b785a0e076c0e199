import type { ListFilter, ListSort } from './list-contract.ts'
import type { ListView } from './use-list-view.ts'

/** The three properties that tie a list to the view in the URL: `<ResourceList {...listProps(view, 'Find deployments')} …>`. */
export function listProps<Row>(
  view: ListView,
  placeholder: string,
  match?: (row: Row) => boolean,
): { filter: ListFilter<Row>; sort: ListSort; page: { index: number; onChange(page: number): void } } {
  return {
    filter: {
      text: view.text,
      onChange: view.setText,
      placeholder,
      match,
      active: Object.keys(view.facets).length > 0,
      clear: view.clear,
    },
    sort: {
      columnId: view.sort?.columnId ?? null,
      descending: view.sort?.descending ?? false,
      onChange: view.setSort,
    },
    page: { index: view.page, onChange: view.setPage },
  }
}
