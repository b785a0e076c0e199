import { useRef, useState } from 'react'
import { convertRecipe } from '#src/domain/recipe/convert-recipe.ts'
import type { TextRange } from '#src/domain/recipe/problem.ts'
import { detectFormat, type RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { rangeBetween } from '#src/ui/editor/text-edits.ts'
import { writeSetting } from '#src/ui/saved-setting.ts'
import { starterRecipes } from './starter-recipes.ts'
import type { RecipeWork } from './use-recipe-draft.ts'

interface Complaint {
  text: string
  range: TextRange | null
  /** The text it is about; once that is changed it has nothing more to say. */
  about: string
}

export interface FormatSwitch {
  choose(format: RecipeFormat): Promise<void>
  complaint: Complaint | null
  dismiss(): void
  /** The text is plainly YAML, though it is being read as JSON. */
  looksLikeYaml: boolean
  /** Reads the text in another format, as it is. */
  readAs(format: RecipeFormat): void
}

/** Turns what was typed into the other format. Going back without having changed anything gives the text as it was, comments and all. */
export function useFormatSwitch(work: RecipeWork): FormatSwitch {
  const [complaint, setComplaint] = useState<Complaint | null>(null)
  const before = useRef<{ text: string; format: RecipeFormat; turned: string } | null>(null)

  const choose = async (to: RecipeFormat) => {
    const { text, format } = work
    if (to === format) return
    setComplaint(null)
    writeSetting('recipe-format', to)
    const way = before.current
    if (way?.format === to && way.turned === text) {
      work.change({ text: way.text, format: to })
      return
    }
    if (text === starterRecipes[format] || text.trim() === '') {
      work.change({ text: text.trim() === '' ? '' : starterRecipes[to], format: to })
      return
    }
    const turned = await convertRecipe(text, format, to)
    if (!turned.ok) {
      setComplaint({
        text: `The ${format} cannot be read yet, so it cannot be turned into ${to}: ${turned.message}`,
        range: rangeBetween(text, turned.offset, turned.offset),
        about: text,
      })
      return
    }
    before.current = { text, format, turned: turned.text }
    work.change({ text: turned.text, format: to })
    if (turned.lost.length > 0)
      setComplaint({
        text: `${turned.lost.join(' ')} Back to ${format} brings everything back, as long as the ${to} is not changed.`,
        range: null,
        about: turned.text,
      })
  }
  const looksLikeYaml =
    work.format === 'JSON' && detectFormat(work.text) === 'YAML' && /^["']?[A-Za-z]+["']?:\s/m.test(work.text)
  return {
    choose,
    complaint: complaint?.about === work.text ? complaint : null,
    dismiss: () => setComplaint(null),
    looksLikeYaml,
    readAs: format => work.change({ format }),
  }
}
