import { useState } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { RecipeWork } from '../use-recipe-draft.ts'
import { readRecipeFile } from './recipe-file.ts'

export interface FileImport {
  open(file: File): Promise<void>
  /** What became of the last file. */
  notice: { ok: boolean; text: string } | null
  /** Gives the text back that stood there before; null when there is nothing to give back. */
  undo: (() => void) | null
  dismiss(): void
}

interface Before {
  text: string
  format: RecipeFormat
}

/** A file's text takes the place of the one in the editor, which can be had back. */
export function useFileImport(work: RecipeWork): FileImport {
  const [notice, setNotice] = useState<FileImport['notice']>(null)
  const [before, setBefore] = useState<Before | null>(null)
  return {
    notice,
    undo: before
      ? () => {
          work.change(before)
          setBefore(null)
          setNotice(null)
        }
      : null,
    async open(file) {
      const read = await readRecipeFile(file)
      if (!read.ok) {
        setBefore(null)
        setNotice({ ok: false, text: read.message })
        return
      }
      setBefore(work.text.trim() === '' ? null : { text: work.text, format: work.format })
      setNotice({ ok: true, text: `${read.name} is in the editor now.` })
      work.change({ text: read.text, format: read.format })
    },
    dismiss() {
      setNotice(null)
      setBefore(null)
    },
  }
}
