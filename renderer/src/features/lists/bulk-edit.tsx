import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fieldOf } from '#shared/entities/index.ts'
import type { ListDefinition } from '#shared/lists/types.ts'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useCellEditing } from './cell-editing.ts'

/** What is each record's own is not given to many; a stay's status moves, with a report of each that cannot. */
function canBeShared({ entity }: ListDefinition, field: string): boolean {
  return fieldOf(entity, field)?.unique !== true && !(entity === 'mobility' && field === 'status')
}

/** Gives one field the same value on all rows selected, as one action. */
export function BulkEdit(props: {
  readonly definition: ListDefinition
  readonly count: number
  readonly ids: () => Promise<string[]>
  readonly onClose: () => void
}) {
  const { definition, count, onClose } = props
  const { t, format } = useText()
  const editing = useCellEditing(definition)
  const columns = definition.columns.filter(
    ({ field }) => field !== undefined && canBeShared(definition, field),
  )
  const [key, setKey] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const column = columns.find((one) => one.key === key)
  const apply = async () => {
    if (column === undefined) return
    const refused = await editing.edit(await props.ids(), column, text)
    if (refused === undefined) onClose()
    else setProblem(refused)
  }
  return (
    <Dialog
      title={t('lists.bulk.title', { count })}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <DialogActions
          label={t('lists.bulk.apply')}
          onAct={() => void apply()}
          onCancel={onClose}
          isOff={column === undefined}
        />
      }
    >
      <Select
        label={t('lists.bulk.field')}
        data={columns
          .map((one) => ({ value: one.key, label: t(one.label) }))
          .toSorted((a, b) => format.compare(a.label, b.label))}
        value={key}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        onChange={(next) => {
          setKey(next)
          setText('')
          setProblem(undefined)
        }}
        data-autofocus
      />
      {column === undefined ? null : column.choices === undefined && column.type !== 'boolean' ? (
        <TextInput
          mt="sm"
          label={t('lists.bulk.value')}
          description={t('lists.bulk.empty')}
          value={text}
          error={problem}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void apply()
          }}
        />
      ) : (
        <Select
          mt="sm"
          label={t('lists.bulk.value')}
          clearable
          error={problem}
          data={
            column.choices?.map((choice) => ({ value: choice.value, label: t(choice.label) })) ?? [
              { value: 'true', label: t('ui.yes') },
              { value: 'false', label: t('ui.no') },
            ]
          }
          value={text === '' ? null : text}
          onChange={(next) => setText(next ?? '')}
        />
      )}
    </Dialog>
  )
}
