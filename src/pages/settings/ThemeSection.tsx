import Tiles from '@cloudscape-design/components/tiles'
import { chooseTheme, type ThemeChoice, themeChoices, useTheme } from '#src/ui/theme/theme.ts'
import { Section } from './Section.tsx'

const words: Record<ThemeChoice, { label: string; description: string }> = {
  light: { label: 'Light', description: 'For bright rooms' },
  dark: { label: 'Dark', description: 'For long nights' },
  system: { label: 'As the system', description: 'Changes with the computer’s own setting' },
}

export function ThemeSection() {
  const { choice } = useTheme()
  return (
    <Section id="theme" title="Theme" description="Kept in this browser.">
      <Tiles
        ariaLabel="Theme"
        value={choice}
        columns={3}
        items={themeChoices.map(value => ({
          value,
          ...words[value],
          image: <div className="m-theme-sample" data-theme-sample={value} aria-hidden="true" />,
        }))}
        onChange={({ detail }) => {
          const next = themeChoices.find(value => value === detail.value)
          if (next) chooseTheme(next)
        }}
      />
    </Section>
  )
}
