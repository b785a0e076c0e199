import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Input from '@cloudscape-design/components/input'
import { type TagEntry, tagComplaint } from './recipe-draft.ts'

/** Tags that the new version is born with. */
export function RecipeTags({
  tags,
  onChange,
}: {
  tags: readonly TagEntry[]
  onChange(tags: TagEntry[]): void
}) {
  const complaint = tagComplaint(tags)
  const set = (index: number, change: Partial<TagEntry>) =>
    onChange(tags.map((tag, at) => (at === index ? { ...tag, ...change } : tag)))
  return (
    <ExpandableSection
      variant="footer"
      headerText="Tags"
      headerCounter={tags.length > 0 ? `(${tags.length})` : ''}
    >
      <AttributeEditor
        items={[...tags]}
        empty="No tags."
        addButtonText="Add tag"
        removeButtonText="Remove"
        removeButtonAriaLabel={tag => `Remove tag ${tag.key}`}
        disableAddButton={tags.length >= 50}
        onAddButtonClick={() => onChange([...tags, { key: '', value: '' }])}
        onRemoveButtonClick={({ detail }) => onChange(tags.filter((_, at) => at !== detail.itemIndex))}
        additionalInfo={tags.length > 0 ? (complaint ?? '') : ''}
        gridLayout={[{ rows: [[1, 1]], removeButton: { ownRow: true } }]}
        definition={[
          {
            label: 'Key',
            control: (tag, index) => (
              <Input
                value={tag.key}
                ariaLabel={`Key of tag ${index + 1}`}
                onChange={({ detail }) => set(index, { key: detail.value })}
              />
            ),
          },
          {
            label: 'Value',
            control: (tag, index) => (
              <Input
                value={tag.value}
                ariaLabel={`Value of tag ${index + 1}`}
                onChange={({ detail }) => set(index, { value: detail.value })}
              />
            ),
          },
        ]}
      />
    </ExpandableSection>
  )
}
