import AttributeEditor, { type AttributeEditorProps } from '@cloudscape-design/components/attribute-editor'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { without } from './lambda-form.ts'

export interface ListColumn<T> {
  label: string
  /** Names the control for a screen reader with the number of its row: "Topic of event source 1". */
  control(item: T, index: number): React.ReactNode
  error?(index: number): string
  warning?(index: number): string
}

interface LambdaListProps<T> {
  label: string
  description?: string
  /** Singular: "event source". */
  kind: string
  /** Plural, where that is not with an "s". */
  kinds?: string
  items: readonly T[]
  blank: T
  columns: readonly ListColumn<T>[]
  onChange(items: T[]): void
  /** About the list as a whole. */
  warning?: string
}

/** A list of the form: rows of a few fields that can be added and removed. */
export function LambdaList<T>(props: LambdaListProps<T>) {
  const { label, description = '', kind, items, blank, columns, onChange, warning = '' } = props
  const definition = columns.map(
    (column): AttributeEditorProps.FieldDefinition<T> => ({
      label: column.label,
      control: column.control,
      ...(column.error ? { errorText: (_: T, index: number) => column.error?.(index) || null } : {}),
      ...(column.warning ? { warningText: (_: T, index: number) => column.warning?.(index) || null } : {}),
    }),
  )
  return (
    <FormField label={label} description={description} warningText={warning} stretch>
      <AttributeEditor<T>
        items={[...items]}
        definition={definition}
        empty={`No ${props.kinds ?? `${kind}s`}.`}
        addButtonText={`Add ${kind}`}
        removeButtonText="Remove"
        removeButtonAriaLabel={item => `Remove ${kind} ${items.indexOf(item) + 1}`}
        onAddButtonClick={() => onChange([...items, blank])}
        onRemoveButtonClick={({ detail }) => onChange(without(items, detail.itemIndex))}
      />
    </FormField>
  )
}

export function TextCell(props: {
  label: string
  value: string
  placeholder?: string
  onChange(value: string): void
}) {
  return (
    <Input
      ariaLabel={props.label}
      value={props.value}
      placeholder={props.placeholder ?? ''}
      spellcheck={false}
      onChange={({ detail }) => props.onChange(detail.value)}
    />
  )
}

export function ChoiceCell<Value extends string>(props: {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange(value: Value): void
}) {
  return (
    <Select
      ariaLabel={props.label}
      selectedOption={props.options.find(option => option.value === props.value) ?? null}
      options={props.options}
      onChange={({ detail }) => {
        const chosen = props.options.find(option => option.value === detail.selectedOption.value)
        if (chosen) props.onChange(chosen.value)
      }}
    />
  )
}
