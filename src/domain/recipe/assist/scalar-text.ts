import type { RecipeFormat } from '../read-recipe.ts'
import type { Place } from './place.ts'

/** Words that YAML readers take for something else than text. */
const notText = /^(?:[-+.\d].*|y|n|yes|no|on|off|true|false|null|~|<<|=)$/i

/** Whether YAML reads a text as that very text without quotes. */
function isPlainText(value: string, flow = false): boolean {
  return (
    /^[A-Za-z0-9_/^(][^\n\t]*$/.test(value) &&
    !notText.test(value) &&
    !/:(\s|$)|\s#|\s$/.test(value) &&
    !(flow && /[{}[\],]/.test(value))
  )
}

/** A text as YAML writes it on one line. */
export function yamlText(value: string, flow = false): string {
  if (isPlainText(value, flow) || /^\d+\.\d+\.\d+[\w.+-]*$/.test(value)) return value
  return /[\n\t]/.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`
}

/** A value as it is written at a place: inside the quotes that are there, or with quotes of its own. */
export function scalarAt(value: string, place: Place, format: RecipeFormat): string {
  if (place.style === 'text') return value
  if (place.quote === "'") return value.replaceAll("'", "''")
  if (place.quote === '"') return JSON.stringify(value).slice(1, -1)
  return format === 'JSON' ? JSON.stringify(value) : yamlText(value, place.style === 'flow')
}
