import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { FormDocument } from '#shared/domain/form-rule.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import { stepWord } from '#shared/text/step-text.ts'
import { useText } from '#renderer/ui/text.tsx'
import { askingSteps, guardsOf, levels, newDocument, withGuards } from './form-changes.ts'
import type { FormPartProps } from './form-rules.tsx'
import styles from './form-editor.module.css'
import { CellChoice, CellText } from './table-controls.tsx'

const dueChoices = ['before-start', 'after-start', 'before-end', 'after-end'] as const
const givers = ['student', 'host', 'school'] as const
const days = { type: 'integer', min: 0, max: 1000, required: true } as const
const months = { type: 'integer', min: 1, max: 120 } as const

/** The documents that a form asks for, each by a step and a day. */
export function FormDocuments(props: FormPartProps) {
  const { rule, stayRules, onRule, onStayRules } = props
  const { t } = useText()
  const word = (code: string) => t(choiceLabel('document', 'kind', code))
  const put = (documents: readonly FormDocument[]) => onRule({ ...rule, documents })
  const others = documentKinds.filter(
    (kind) => kind !== 'other' && !rule.documents.some(({ code }) => code === kind),
  )
  return (
    <div className={styles['stack']}>
      <label className={styles['line']}>
        {t('forms.documents.level')}
        <CellChoice
          label={t('forms.documents.level')}
          value={guardsOf(stayRules, rule.form).documentLevel}
          choices={levels}
          wordOf={(level) => t(`forms.level.${level}`)}
          onChange={(documentLevel) => onStayRules(withGuards(stayRules, rule.form, { documentLevel }))}
        />
      </label>
      {rule.documents.length === 0 ? (
        <p className={styles['dim']}>{t('forms.documents.none')}</p>
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`forms.documents.${column}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rule.documents.map((document, index) => (
                <DocumentLine
                  key={document.code}
                  {...props}
                  document={document}
                  problem={props.problems.find(({ field }) => field === `documents.${index}`)?.text}
                  onChange={(patch) =>
                    put(rule.documents.map((one) => (one === document ? { ...one, ...patch } : one)))
                  }
                  onRemove={() => put(rule.documents.filter((one) => one !== document))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {others.length > 0 && (
        <NativeSelect
          size="xs"
          className={styles['add'] ?? ''}
          aria-label={t('forms.documents.add')}
          value=""
          data={[
            { value: '', label: t('forms.documents.add') },
            ...others.map((kind) => ({ value: kind, label: word(kind) })),
          ]}
          onChange={(event) => {
            const kind = others.find((one) => one === event.currentTarget.value)
            if (kind !== undefined) put([...rule.documents, newDocument(rule, kind)])
          }}
        />
      )}
    </div>
  )
}

const columns = ['kind', 'required', 'step', 'days', 'due', 'from', 'valid'] as const

interface LineProps extends FormPartProps {
  readonly document: FormDocument
  readonly problem: string | undefined
  readonly onChange: (patch: Partial<FormDocument>) => void
  readonly onRemove: () => void
}

function DocumentLine({ rule, document, problem, onChange, onRemove }: LineProps) {
  const { t } = useText()
  const name = t(choiceLabel('document', 'kind', document.code))
  const label = (column: (typeof columns)[number]) =>
    t('forms.documents.of', { column: t(`forms.documents.${column}`), document: name })
  const { dueDays, dueFrom } = document
  const due = `${dueDays < 0 ? 'before' : 'after'}-${dueFrom}` as const
  const steps = askingSteps(rule)
  return (
    <tr>
      <th scope="row">
        {name}
        {problem !== undefined && (
          <span role="alert" className={styles['problem']}>
            {problem}
          </span>
        )}
      </th>
      <td>
        <Checkbox
          size="xs"
          aria-label={label('required')}
          checked={document.isRequired}
          onChange={(event) => onChange({ isRequired: event.currentTarget.checked })}
        />
      </td>
      <td className={styles['choice']}>
        <CellChoice
          label={label('step')}
          value={document.step}
          choices={steps.includes(document.step) ? steps : [document.step, ...steps]}
          wordOf={(step) => stepWord(t, step)}
          onChange={(step) => onChange({ step })}
        />
      </td>
      <td className={styles['number']}>
        <CellText
          label={label('days')}
          field={days}
          value={Math.abs(dueDays)}
          onChange={(value) => onChange({ dueDays: signed(Number(value), due) })}
        />
      </td>
      <td className={styles['choice']}>
        <CellChoice
          label={label('due')}
          value={due}
          choices={dueChoices}
          wordOf={(one) => t(`forms.due.${one}`)}
          onChange={(one) =>
            onChange({
              dueDays: signed(Math.abs(dueDays), one),
              dueFrom: one.endsWith('start') ? 'start' : 'end',
            })
          }
        />
      </td>
      <td className={styles['choice']}>
        <CellChoice
          label={label('from')}
          value={document.from}
          choices={givers}
          wordOf={(one) => t(`forms.from.${one}`)}
          onChange={(from) => onChange({ from })}
        />
      </td>
      <td className={styles['number']}>
        <CellText
          label={label('valid')}
          field={months}
          value={document.validMonths}
          onChange={(value) => onChange({ validMonths: typeof value === 'number' ? value : null })}
        />
      </td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('forms.documents.remove', { document: name })}
          onClick={onRemove}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </td>
    </tr>
  )
}

/** So many days before are less than none; `before` of no day is the day itself. */
function signed(count: number, due: (typeof dueChoices)[number]): number {
  return due.startsWith('before') && count > 0 ? -count : count
}
