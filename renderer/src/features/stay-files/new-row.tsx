import { IconPlus } from '@tabler/icons-react'
import { ActionIcon } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './stay-files.module.css'
import { fieldNamed, useCheck } from './use-record-edit.ts'

/** The last row of a small table: typed, then added with Enter or the button; refused values stay to be mended. */
export function NewRow(props: {
  readonly entity: EntityName
  /** The columns in order; an empty one is left free. */
  readonly columns: readonly { readonly name: string; readonly label: string }[]
  /** Cells that stand between the columns and the button. */
  readonly free: number
  readonly addLabel: string
  readonly onAdd: (values: Readonly<Record<string, FieldValue>>) => Promise<string | undefined>
}) {
  const { entity, columns, onAdd } = props
  const { t } = useText()
  const check = useCheck()
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<{ readonly name: string; readonly text: string }>()
  const add = async () => {
    const values: Record<string, FieldValue> = {}
    for (const { name } of columns) {
      const read = check(fieldNamed(entity, name), typed[name] ?? '')
      if ('problem' in read) {
        setProblem({ name, text: read.problem })
        return
      }
      values[name] = read.value
    }
    const refused = await onAdd(values)
    setProblem(refused === undefined ? undefined : { name: columns[0]?.name ?? '', text: refused })
    if (refused !== undefined) return
    setTyped({})
    first.current?.focus()
  }
  return (
    <tr>
      {columns.map(({ name, label }, index) => {
        const field = fieldNamed(entity, name)
        const isWrong = problem?.name === name
        return (
          <td key={name}>
            <input
              {...(index === 0 ? { ref: first } : {})}
              className={styles['cell']}
              data-new
              data-number={field.type === 'decimal' || undefined}
              data-day={field.type === 'date' || undefined}
              aria-label={t('stay-file.new-cell', { column: label, table: props.addLabel })}
              aria-invalid={isWrong}
              {...(isWrong ? { 'aria-describedby': id } : {})}
              autoComplete="off"
              value={typed[name] ?? ''}
              onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key === 'Enter') void add()
              }}
            />
            {isWrong && (
              <span id={id} role="alert" className={styles['problem']}>
                {problem.text}
              </span>
            )}
          </td>
        )
      })}
      {Array.from({ length: props.free }, (_, index) => (
        <td key={index} />
      ))}
      <td className={styles['act']}>
        <ActionIcon
          variant="default"
          size={26}
          aria-label={props.addLabel}
          title={props.addLabel}
          onClick={() => void add()}
        >
          <IconPlus size={15} />
        </ActionIcon>
      </td>
    </tr>
  )
}
