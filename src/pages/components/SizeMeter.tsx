import { recipeByteLimit, recipeBytes } from './recipe-draft.ts'

const number = new Intl.NumberFormat('en')

/** How much of the 16 KB the recipe takes, counted as the service counts it. */
export function SizeMeter({ text }: { text: string }) {
  const bytes = recipeBytes(text)
  const excess = bytes - recipeByteLimit
  const over = excess > 0
  return (
    <span className="recipe-size" data-over={over}>
      <meter
        aria-label="Size of the recipe"
        min={0}
        max={recipeByteLimit}
        high={16_000}
        optimum={0}
        value={Math.min(bytes, recipeByteLimit)}
      />
      {over
        ? `${number.format(excess)} ${excess === 1 ? 'byte' : 'bytes'} over the limit of 16 KB`
        : `${number.format(bytes)} of ${number.format(recipeByteLimit)} bytes`}
    </span>
  )
}
