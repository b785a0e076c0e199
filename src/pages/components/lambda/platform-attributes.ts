export interface Attribute {
  name: string
  value: string
}

export const attributesText = (attributes: readonly Attribute[]): string =>
  attributes.map(({ name, value }) => `${name}=${value}`).join(', ')

/** The attributes of "os=linux, architecture=arm". A part without "=" is a name without a value. */
export function attributesOf(text: string): Attribute[] {
  if (text.trim() === '') return []
  return text.split(',').map(part => {
    const at = part.indexOf('=')
    return {
      name: (at === -1 ? part : part.slice(0, at)).trim(),
      value: at === -1 ? '' : part.slice(at + 1).trim(),
    }
  })
}
