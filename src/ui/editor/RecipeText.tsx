import { useMemo } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { highlight } from './highlight.ts'
import './recipe-text.css'

interface RecipeTextProps {
  text: string
  format: RecipeFormat
  /** Names the text for a screen reader: "Recipe of com.example.Hello 1.0.0". */
  label: string
}

function numbered(text: string, format: RecipeFormat) {
  return highlight(text, format).map((tokens, index) => {
    let column = 1
    const placed = tokens.map(token => {
      const at = { ...token, column }
      column += token.text.length
      return at
    })
    return { number: index + 1, tokens: placed }
  })
}

/** A recipe to read. Plain markup: it is there at once, the browser's own search finds in it, and it needs no editor. */
export function RecipeText({ text, format, label }: RecipeTextProps) {
  const lines = useMemo(() => numbered(text, format), [text, format])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls sideways, and keyboards must reach it
    <section className="recipe-text" aria-label={label} tabIndex={0}>
      <pre>
        <code>
          {lines.map(line => (
            <span key={line.number} className="recipe-text-line">
              {line.tokens.map(token => (
                <span key={token.column} className={`recipe-text-${token.kind}`}>
                  {token.text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  )
}
