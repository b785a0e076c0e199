import { applyMode, Mode } from '@cloudscape-design/global-styles'
import { useSyncExternalStore } from 'react'
import { readSetting, writeSetting } from '../saved-setting.ts'

export const themeChoices = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const isChoice = (value: unknown): value is ThemeChoice => themeChoices.some(choice => choice === value)
const listeners = new Set<() => void>()
let choice: ThemeChoice = 'system'
let dark = false

/** Call once, before the first render. Afterwards the page follows the system and the person's choice. */
export function startTheme(): void {
  choice = readSetting<ThemeChoice>('theme', 'system', isChoice)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)
  // The choice made in another tab holds here too.
  addEventListener('storage', event => {
    if (event.key !== 'meadow.theme') return
    choice = readSetting<ThemeChoice>('theme', 'system', isChoice)
    show()
  })
  show()
}

export function chooseTheme(next: ThemeChoice): void {
  choice = next
  writeSetting('theme', next)
  show()
}

/** `dark` is what is on screen; `choice` may leave that to the system. */
export function useTheme(): { choice: ThemeChoice; dark: boolean } {
  const shown = useSyncExternalStore(subscribe, () => `${choice} ${dark}`)
  return { choice, dark: shown.endsWith('true') }
}

function show() {
  dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  applyMode(dark ? Mode.Dark : Mode.Light)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
