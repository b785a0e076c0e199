export interface SortChoice {
  columnId: string
  descending: boolean
}

/** What a list shows, as it stands in the URL. */
export interface ListViewState {
  text: string
  sort: SortChoice | null
  /** From 1. */
  page: number
  /** Named filters: status, target, platform. Absent means "any". */
  facets: Readonly<Record<string, string>>
}

export interface ListViewOptions {
  /** Names of the facets this list reads. Others in the URL are left alone. */
  facets?: readonly string[]
  /** Used, and left out of the URL, when the URL names no sort. */
  sort?: SortChoice
  /** Where a page has several lists: `clients` makes `clients.q`. */
  prefix?: string
}

const longestText = 500
const columnPattern = /^-?[A-Za-z][\w-]{0,60}$/

/** Reads the view from search parameters. Whatever cannot be a view reads as its default: a link never breaks a page. */
export function readListView(params: URLSearchParams, options: ListViewOptions = {}): ListViewState {
  const name = namer(options)
  const sortText = params.get(name('sort')) ?? ''
  const pageText = params.get(name('page')) ?? ''
  const facets: Record<string, string> = {}
  for (const facet of options.facets ?? []) {
    const value = params.get(name(facet))
    if (value) facets[facet] = value.slice(0, longestText)
  }
  return {
    text: (params.get(name('q')) ?? '').slice(0, longestText),
    sort: columnPattern.test(sortText)
      ? { columnId: sortText.replace(/^-/, ''), descending: sortText.startsWith('-') }
      : (options.sort ?? null),
    page: /^[1-9]\d{0,5}$/.test(pageText) ? Number(pageText) : 1,
    facets,
  }
}

/** `params` with the view written into it. Defaults are left out; parameters of others stay. */
export function writeListView(
  params: URLSearchParams,
  view: ListViewState,
  options: ListViewOptions = {},
): URLSearchParams {
  const name = namer(options)
  const next = new URLSearchParams(params)
  const put = (key: string, value: string) => {
    if (value) next.set(name(key), value)
    else next.delete(name(key))
  }
  const sort = view.sort ? `${view.sort.descending ? '-' : ''}${view.sort.columnId}` : ''
  const usual = options.sort ? `${options.sort.descending ? '-' : ''}${options.sort.columnId}` : ''
  put('q', view.text)
  put('sort', sort === usual ? '' : sort)
  put('page', view.page > 1 ? String(view.page) : '')
  for (const facet of options.facets ?? []) put(facet, view.facets[facet] ?? '')
  return next
}

const namer = (options: ListViewOptions) => (key: string) =>
  options.prefix ? `${options.prefix}.${key}` : key
