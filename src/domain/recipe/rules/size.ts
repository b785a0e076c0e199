import type { Finding } from '../document.ts'
import type { RecipeContext, Rule } from '../rule.ts'

const quotas = 'https://docs.aws.amazon.com/general/latest/gr/greengrassv2.html'

/** Largest recipe that the service takes, and where the warning begins: bytes of UTF-8. */
const recipeSizeLimit = { refused: 16_384, warned: 16_000 } as const

/** Size of a recipe as the service counts it: bytes of UTF-8. */
function recipeSize(text: string): number {
  return new TextEncoder().encode(text).length
}

function sizeFinding({ text, outline }: RecipeContext, message: string): Finding[] {
  const { start } = outline.node.span
  return [{ span: { start, end: Math.min(text.length, start + 1) }, path: '', message }]
}

const format = (bytes: number) => bytes.toLocaleString('en-US')

export const size: readonly Rule[] = [
  {
    id: 'too-large',
    severity: 'error',
    explanation: 'A recipe has at most 16 KB (16,384 bytes of UTF-8).',
    link: quotas,
    refusedBy: 'service',
    check(context) {
      const bytes = recipeSize(context.text)
      if (bytes <= recipeSizeLimit.refused) return []
      const over = format(bytes - recipeSizeLimit.refused)
      const message = `The recipe has ${format(bytes)} bytes, ${over} more than the 16,384 allowed.`
      return sizeFinding(context, message)
    },
  },
  {
    id: 'nearly-too-large',
    severity: 'warning',
    explanation: 'Near the limit of 16 KB: some tools stop at 16,000 bytes already.',
    link: quotas,
    refusedBy: null,
    check(context) {
      const bytes = recipeSize(context.text)
      if (bytes <= recipeSizeLimit.warned || bytes > recipeSizeLimit.refused) return []
      return sizeFinding(
        context,
        `The recipe has ${format(bytes)} bytes; 16,384 are allowed, and some tools stop at 16,000.`,
      )
    },
  },
]
