import type { Theme } from '@cloudscape-design/components/theming'

/** One palette for both modes: the kit chooses the step. */
const palette = (steps: Record<number, string>) =>
  Object.fromEntries(Object.entries(steps).map(([step, color]) => [step, { light: color, dark: color }]))

const both = (light: string, dark: string) => ({ light, dark })

/**
 * Meadow's face over the kit: slate with a breath of green for structure, a deep meadow green for what can be acted
 * on. Text steps keep 4.5:1 against the surfaces they stand on.
 */
export const theme: Theme = {
  referenceTokens: {
    color: {
      primary: palette({
        50: '#eefaf5',
        100: '#d3f1e5',
        200: '#ace4cf',
        300: '#7fd4b5',
        400: '#58c5a1',
        500: '#27a37d',
        600: '#0d6b53',
        700: '#0a5542',
        800: '#084636',
        900: '#073629',
        950: '#06291f',
        1000: '#03160f',
      }),
      neutral: palette({
        50: '#fbfcfc',
        100: '#f8faf9',
        150: '#f3f6f5',
        200: '#eef2f1',
        250: '#e4eae8',
        300: '#d7dfdd',
        350: '#c0cbc9',
        400: '#acb9b7',
        450: '#98a7a6',
        500: '#7a8a8a',
        550: '#627273',
        600: '#536364',
        650: '#3d4b4e',
        700: '#2b383c',
        750: '#1f2b30',
        800: '#192429',
        850: '#131d22',
        900: '#10191d',
        950: '#0b1317',
        1000: '#05090b',
      }),
    },
  },
  tokens: {
    colorBackgroundLayoutMain: both('#f4f7f5', '#0d1518'),
    colorBackgroundContainerContent: both('#ffffff', '#141f24'),
    colorBackgroundContainerHeader: both('#ffffff', '#141f24'),
    colorBackgroundLayoutPanel: both('#fbfcfb', '#10191d'),
    colorBackgroundLayoutToolbar: both('#fbfcfb', '#10191d'),
    colorTextTopNavigationTitle: both('#ffffff', '#ffffff'),
    colorTextBodyDefault: both('#14211f', '#d2dcda'),
    colorTextHeadingDefault: both('#0c1a17', '#eef5f2'),
    colorTextStatusSuccess: both('#1c7430', '#62cc78'),
    colorTextStatusError: both('#c0261c', '#ff8c82'),
    colorTextStatusWarning: both('#815300', '#f5c451'),
    colorTextStatusInfo: both('#1b5fa8', '#7ab8f5'),
    colorTextStatusInactive: both('#536364', '#98a7a6'),
    colorBackgroundNotificationGreen: both('#0d6b53', '#0d6b53'),
    borderRadiusContainer: '12px',
    borderRadiusButton: '8px',
    borderRadiusInput: '7px',
    borderRadiusAlert: '10px',
    borderRadiusFlashbar: '10px',
    borderRadiusDropdown: '9px',
    borderRadiusBadge: '6px',
    borderRadiusToken: '7px',
    borderRadiusTiles: '10px',
    borderWidthButton: '1px',
    fontWeightHeadingXl: '700',
    letterSpacingHeadingXl: '-0.02em',
    letterSpacingHeadingL: '-0.015em',
  },
}
