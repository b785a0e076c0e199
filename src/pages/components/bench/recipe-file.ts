import { detectFormat, type RecipeFormat } from '#src/domain/recipe/read-recipe.ts'

/** Far above what the service takes, so that a recipe which is too large can still be mended here. */
const mostBytes = 262_144
const endings: Readonly<Record<string, RecipeFormat | null>> = {
  json: 'JSON',
  yaml: 'YAML',
  yml: 'YAML',
  txt: null,
}

/** What the file picker offers. */
export const recipeFileTypes = '.json,.yaml,.yml,.txt'

export type RecipeFile =
  | { ok: true; name: string; text: string; format: RecipeFormat }
  | { ok: false; message: string }

/** Reads a file as a recipe's text: by its ending, its size, and as UTF-8. */
export async function readRecipeFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<RecipeFile> {
  const { name } = file
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (!name.includes('.') || !Object.hasOwn(endings, ending))
    return { ok: false, message: `${name} is not a recipe file: those end in .json, .yaml or .yml.` }
  if (file.size === 0) return { ok: false, message: `${name} is empty.` }
  if (file.size > mostBytes)
    return {
      ok: false,
      message: `${name} has ${Math.ceil(file.size / 1024).toLocaleString('en-US')} KB. A recipe has at most 16 KB.`,
    }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return { ok: true, name, text, format: endings[ending] ?? detectFormat(text) }
  } catch {
    return { ok: false, message: `${name} cannot be read as UTF-8 text.` }
  }
}
