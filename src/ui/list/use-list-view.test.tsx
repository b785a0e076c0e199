// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useListView } from './use-list-view.ts'

const options = { facets: ['status'], sort: { columnId: 'name', descending: false } }

function show(at: string) {
  let router: ReturnType<typeof createMemoryRouter> | undefined
  const wrapper = ({ children }: { children: ReactNode }) => {
    router ??= createMemoryRouter([{ path: '*', element: children }], { initialEntries: [at] })
    return <RouterProvider router={router} />
  }
  const hook = renderHook(() => useListView(options), { wrapper })
  return {
    view: () => hook.result.current,
    router: () => router!,
    search: () => router!.state.location.search,
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('useListView', () => {
  it('filters at once and writes the URL a moment later, once', async () => {
    const list = show('/?page=3')
    await act(async () => list.view().setText('ca'))
    await act(async () => list.view().setText('cam'))
    expect(list.view().text).toBe('cam')
    expect(list.search()).toBe('?page=3')
    await act(async () => {
      await vi.advanceTimersByTimeAsync(300)
    })
    expect(list.search()).toBe('?q=cam')
  })

  it('keeps what was typed when a facet is set before it reached the URL', async () => {
    const list = show('/')
    await act(async () => list.view().setText('cam'))
    await act(async () => list.view().setFacet('status', 'FAILED'))
    expect(list.search()).toBe('?q=cam&status=FAILED')
    expect(list.view()).toMatchObject({ text: 'cam', facets: { status: 'FAILED' }, narrowed: true })
  })

  it('does not hold up a link that is followed right after typing, and keeps the text for the way back', async () => {
    const list = show('/')
    await act(async () => list.view().setText('cam'))
    await act(async () => {
      document.body.click()
      await list.router().navigate('/?core=cam-1')
    })
    await act(async () => {
      await vi.advanceTimersByTimeAsync(300)
    })
    expect(list.search()).toBe('?core=cam-1')
    await act(async () => {
      await list.router().navigate(-1)
    })
    expect(list.search()).toBe('?q=cam')
  })

  it('takes two changes in one go', async () => {
    const list = show('/')
    await act(async () => {
      list.view().setFacet('status', 'FAILED')
      list.view().setSort({ columnId: 'created', descending: true })
    })
    expect(list.search()).toBe('?status=FAILED&sort=-created')
  })

  it('clears text and facets, keeps the sort and what is not its own', async () => {
    const list = show('/?tab=x&q=cam&status=FAILED&sort=-created&page=2')
    await act(async () => list.view().clear())
    expect(list.search()).toBe('?tab=x&sort=-created')
    expect(list.view().narrowed).toBe(false)
  })

  it('follows the URL when that changes under it', async () => {
    const list = show('/?q=one')
    await act(async () => {
      await list.router().navigate('/?q=two')
    })
    expect(list.view().text).toBe('two')
  })
})
