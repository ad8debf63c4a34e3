import { Select, TextInput } from '@mantine/core'
import type { TemplateColumn } from '#shared/contract/nomination-templates.ts'
import { datePatterns, isDatePattern } from '#shared/domain/date-pattern.ts'
import { codedValues, isNominationValueKey, nominationValueKeys } from '#shared/domain/nomination-values.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './partner.module.css'
import { useValueWords } from './partner-words.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

const notFilled = 'none'
const realDate = 'date'
const dateKeys: readonly (string | null)[] = ['birthDate', 'plannedStart', 'plannedEnd']

/** What is written in each column of a partner's workbook, and in which words. */
export function TemplateColumns(props: {
  readonly columns: readonly TemplateColumn[]
  readonly onColumns: (columns: readonly TemplateColumn[]) => void
}) {
  const { t } = useText()
  const change = (column: TemplateColumn, patch: Partial<TemplateColumn>) =>
    props.onColumns(props.columns.map((one) => (one === column ? { ...one, ...patch } : one)))
  return (
    <table className={styles['mapping']} aria-label={t('template.columns')}>
      <thead>
        <tr>
          <th scope="col">{t('template.column.header')}</th>
          <th scope="col">{t('template.column.source')}</th>
          <th scope="col">{t('template.column.terms')}</th>
        </tr>
      </thead>
      <tbody>
        {props.columns.map((column) => (
          <ColumnRow
            key={`${column.row ?? ''} ${column.column}`}
            column={column}
            onChange={(patch) => change(column, patch)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly column: TemplateColumn
  readonly onChange: (patch: Partial<TemplateColumn>) => void
}

function ColumnRow({ column, onChange }: RowProps) {
  const { t } = useText()
  const letter = `${columnLetters(column.column)}${column.row ?? ''}`
  const sources = [
    { value: notFilled, label: t('template.source.none') },
    { value: 'text', label: t('template.source.text') },
    ...nominationValueKeys.map((key) => ({ value: key, label: t(textKey(`nomination.column.${key}`)) })),
  ]
  return (
    <tr>
      <th scope="row">
        <span className={styles['letter']}>{letter}</span> {column.header}
        {column.row !== null && <div className={styles['dim']}>{t('template.once')}</div>}
        {column.allowed !== null && (
          <div className={styles['dim']}>
            {t('template.allowed', { values: shortList(column.allowed), count: column.allowed.length })}
          </div>
        )}
      </th>
      <td>
        <Select
          aria-label={t('template.source.of', { letter, header: column.header })}
          data={sources}
          value={column.source ?? notFilled}
          allowDeselect={false}
          searchable
          openOnFocus={false}
          withScrollArea={false}
          styles={{ dropdown: { maxHeight: '22rem', overflowY: 'auto' } }}
          onChange={(value) => {
            const source = value === 'text' || isNominationValueKey(value ?? '') ? value : null
            onChange({ source: sourceOf(source), terms: {} })
          }}
        />
      </td>
      <td>
        <Details column={column} letter={letter} onChange={onChange} />
      </td>
    </tr>
  )
}

function sourceOf(value: string | null): TemplateColumn['source'] {
  if (value === 'text') return 'text'
  return value !== null && isNominationValueKey(value) ? value : null
}

/** The partner's words, how days are written, or the text to write. */
function Details({ column, letter, onChange }: RowProps & { readonly letter: string }) {
  const { t } = useText()
  const { source, header } = column
  if (source === 'text')
    return (
      <TextInput
        aria-label={t('template.text.of', { letter, header })}
        placeholder={t('template.text.hint', { example: '{{familyName}}' })}
        value={column.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    )
  if (dateKeys.includes(source))
    return (
      <Select
        aria-label={t('template.date.of', { letter, header })}
        data={[{ value: realDate, label: t('template.date.real') }, ...datePatterns]}
        value={column.datePattern ?? realDate}
        allowDeselect={false}
        onChange={(value) => {
          const pattern = value ?? ''
          onChange({ datePattern: isDatePattern(pattern) ? pattern : null })
        }}
      />
    )
  return source !== null && source in codedValues ? (
    <Terms column={column} onChange={onChange} />
  ) : (
    <span className={styles['dim']}>{source === null ? '' : t('template.asIs')}</span>
  )
}

function Terms({ column, onChange }: RowProps) {
  const { t } = useText()
  const words = useValueWords()
  const { source, allowed } = column
  const codes =
    source === 'gender' || source === 'period' || source === 'cycle' || source === 'form'
      ? codedValues[source]
      : []
  const setTerm = (code: string, term: string) => onChange({ terms: { ...column.terms, [code]: term } })
  return (
    <div className={styles['terms']}>
      {codes.map((code) => {
        const word = words.value(source ?? '', code)
        const label = t('template.term.of', { word, header: column.header })
        return [
          <span key={`${code} word`}>{word}</span>,
          allowed === null ? (
            <TextInput
              key={code}
              size="xs"
              aria-label={label}
              placeholder={t('template.term.same')}
              value={column.terms[code] ?? ''}
              onChange={(event) => setTerm(code, event.currentTarget.value)}
            />
          ) : (
            <Select
              key={code}
              size="xs"
              aria-label={label}
              clearable
              placeholder={t('template.term.none')}
              data={[...allowed]}
              value={column.terms[code] ?? null}
              onChange={(value) => setTerm(code, value ?? '')}
            />
          ),
        ]
      })}
    </div>
  )
}

const mostShown = 6

function shortList(values: readonly string[]): string {
  return values.length <= mostShown ? values.join(' · ') : `${values.slice(0, mostShown).join(' · ')} …`
}
