import { useState } from 'react'
import { TextCell } from './LambdaList.tsx'
import { type Attribute, attributesOf, attributesText } from './platform-attributes.ts'

/** "os=linux, architecture=arm". Keeps what is typed as it is typed, and hands on what it says. */
export function AttributesCell(props: {
  label: string
  attributes: readonly Attribute[]
  onChange(attributes: Attribute[]): void
}) {
  const { label, attributes, onChange } = props
  const said = attributesText(attributes)
  const [typed, setTyped] = useState({ text: said, said })
  return (
    <TextCell
      label={label}
      value={typed.said === said ? typed.text : said}
      placeholder="os=linux, architecture=aarch64"
      onChange={text => {
        const next = attributesOf(text)
        setTyped({ text, said: attributesText(next) })
        onChange(next)
      }}
    />
  )
}
