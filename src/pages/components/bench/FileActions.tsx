import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { memo, useRef } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import type { TagEntry } from '../recipe-draft.ts'
import { saveFile } from '#src/ui/save-file.ts'
import { publishCommand, recipeFileName } from './publish-command.ts'
import { recipeFileTypes } from './recipe-file.ts'

interface FileActionsProps {
  recipe: { name: string; version: string } | null
  text: () => string
  format: RecipeFormat
  tags: readonly TagEntry[]
  onFile(file: File): void
}

/** Opens a recipe from a file, saves it as one, and gives the command that publishes that file. */
export const FileActions = memo(function FileActions(props: FileActionsProps) {
  const { recipe, text, format, tags, onFile } = props
  const picker = useRef<HTMLInputElement>(null)
  const connection = useConnection()
  const notify = useNotify()
  const name = recipeFileName(recipe, format)
  const copyCommand = async () => {
    const command = publishCommand(name, tags, { region: connection.config.region })
    const copied = await navigator.clipboard.writeText(command).then(
      () => true,
      () => false,
    )
    notify({
      id: 'recipe-command',
      type: copied ? 'success' : 'warning',
      header: copied ? 'The AWS CLI command is on the clipboard' : 'The browser did not allow copying',
      content: copied
        ? `It reads the recipe from ${name}: download it, and run the command beside it.`
        : command,
    })
  }
  return (
    <div className="bench-actions">
      <input
        ref={picker}
        type="file"
        accept={recipeFileTypes}
        hidden
        aria-label="Recipe file"
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      <Button iconName="upload" onClick={() => picker.current?.click()}>
        Open file
      </Button>
      <ButtonDropdown
        items={[
          { id: 'download', text: 'Download', iconName: 'download', secondaryText: name },
          {
            id: 'command',
            text: 'Copy AWS CLI command',
            iconName: 'copy',
            secondaryText: 'Publishes the downloaded file',
          },
        ]}
        onItemClick={({ detail }) => {
          if (detail.id === 'download') saveFile(name, text())
          else void copyCommand()
        }}
      >
        Save as
      </ButtonDropdown>
    </div>
  )
})
