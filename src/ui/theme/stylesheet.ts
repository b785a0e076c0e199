import { generateThemeStylesheet } from '@cloudscape-design/components/theming'
import { theme } from './tokens.ts'

/** Runs at build time only (scripts/meadow-theme.ts). */
export const stylesheet = (): string => generateThemeStylesheet({ theme })
