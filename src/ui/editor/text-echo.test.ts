import { describe, expect, it } from 'vitest'
import { createTextEcho } from './text-echo.ts'

describe('what comes back to the editor', () => {
  it('is its own while the page lags behind the typing', () => {
    const echo = createTextEcho()
    for (const text of ['a', 'ab', 'abc']) echo.reported(text)
    expect(echo.isOwn('ab')).toBe(true)
    expect(echo.isOwn('abc')).toBe(true)
  })

  it('is its own also where the page skipped some reports', () => {
    const echo = createTextEcho()
    for (const text of ['a', 'ab', 'abc']) echo.reported(text)
    expect(echo.isOwn('abc')).toBe(true)
  })

  it('is somebody else’s if it was never reported, or is brought back later', () => {
    const echo = createTextEcho()
    expect(echo.isOwn('a starter')).toBe(false)
    echo.reported('a')
    echo.reported('ab')
    expect(echo.isOwn('ab')).toBe(true)
    expect(echo.isOwn('a')).toBe(false)
  })

  it('is nobody’s echo any more once another text was put in its place', () => {
    const echo = createTextEcho()
    echo.reported('a')
    expect(echo.isOwn('a draft from yesterday')).toBe(false)
    expect(echo.isOwn('a')).toBe(false)
  })
})
