import { type RefObject, useRef, useState } from 'react'
import type { EditorHandle } from './editor-contract.ts'

/** Lays the text out anew, asked by button or keys. A refusal is told until the text is changed again. */
export function useFormatting(editor: RefObject<EditorHandle | null>, text: string) {
  const [refused, setRefused] = useState<{ about: string; message: string } | null>(null)
  const current = useRef(text)
  current.current = text
  const run = async () => {
    const result = await editor.current?.format()
    setRefused(result?.ok === false ? { about: current.current, message: result.message } : null)
  }
  return { run: () => void run(), refusal: refused?.about === text ? refused.message : null }
}
