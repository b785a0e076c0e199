import { chooseTheme, useTheme } from '#src/ui/theme/theme.ts'

/** Light to dark and back. "As the system" is in the settings. */
export function ThemeButton() {
  const { dark } = useTheme()
  const label = dark ? 'Switch to the light theme' : 'Switch to the dark theme'
  return (
    <button
      type="button"
      className="m-chip m-icon-button"
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(dark ? 'light' : 'dark')}
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        {dark ? (
          <path
            strokeLinecap="round"
            d="M8 5a3 3 0 1 0 .01 0M8 1.500v1M8 13.500v1M1.500 8h1M13.500 8h1M3.400 3.400l.7.700M11.900 11.900l.7.700M3.400 12.600l.7-.700M11.900 4.100l.7-.700"
          />
        ) : (
          <path
            strokeLinejoin="round"
            d="M13.500 9.600A5.800 5.800 0 0 1 6.400 2.500a5.800 5.800 0 1 0 7.100 7.100z"
          />
        )}
      </svg>
    </button>
  )
}
