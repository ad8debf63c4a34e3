import { Popover, Select, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ColumnChoice, ImportColumn } from '#shared/contract/imports.ts'
import { place } from '#shared/entities/agreement.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import { nearbyYears } from './nearby-years.ts'
import styles from './mapping-table.module.css'
import { plainList } from './plain-list.ts'

const semesters = place.fields.semester.choices

interface PlacesProps {
  readonly column: ImportColumn
  readonly onChange: (choice: ColumnChoice) => void
}

/** Which places a column counts: for which programme, and when, if its header says otherwise than the file. */
export function PlacesOfColumn({ column, onChange }: PlacesProps) {
  const { t } = useText()
  const choose = (changed: Partial<Pick<ColumnChoice, 'programme' | 'semester' | 'academicYear'>>) => {
    const { index, programme, semester, academicYear } = { ...column, ...changed }
    onChange({
      index,
      target: 'places',
      ...(programme === undefined ? {} : { programme }),
      ...(semester === undefined ? {} : { semester }),
      ...(academicYear === undefined ? {} : { academicYear }),
    })
  }
  return (
    <div className={styles['places']}>
      <ProgrammeInput
        key={column.programme ?? ''}
        label={t('importing.map.programmeOf', { letter: column.letter })}
        programme={column.programme ?? ''}
        onChange={(programme) => choose({ programme })}
      />
      <PeriodChoice column={column} onChange={choose} />
    </div>
  )
}

function ProgrammeInput(props: {
  readonly label: string
  readonly programme: string
  readonly onChange: (programme: string) => void
}) {
  const { t } = useText()
  const [typed, setTyped] = useState(props.programme)
  const commit = () => {
    if (typed.trim() !== props.programme) props.onChange(typed.trim())
  }
  return (
    <TextInput
      aria-label={props.label}
      placeholder={t('importing.map.anyProgramme')}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setTyped(props.programme)
      }}
    />
  )
}

function PeriodChoice(props: {
  readonly column: ImportColumn
  readonly onChange: (changed: Partial<Pick<ColumnChoice, 'semester' | 'academicYear'>>) => void
}) {
  const { column, onChange } = props
  const { t } = useText()
  const { data: status } = useQuery(api.office.status.queryOptions())
  const { semester, academicYear } = column
  const said = [
    ...(semester === undefined ? [] : [t(choiceLabel('place', 'semester', semester))]),
    ...(academicYear === undefined ? [] : [academicYear]),
  ]
  return (
    <Popover width={230} position="bottom-end" trapFocus withArrow={false}>
      <Popover.Target>
        <button
          type="button"
          className={styles['period']}
          aria-label={t('importing.map.period', {
            letter: column.letter,
            period: said.join(' ') || t('importing.map.periodAsBelow'),
          })}
        >
          <IconCalendar size={14} aria-hidden />
          {said.join(' ')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles['periodChoices'] ?? ''}>
        <Select
          {...plainList}
          label={t('importing.map.semester')}
          placeholder={t('importing.map.periodAsBelow')}
          data={semesters.map((value) => ({ value, label: t(choiceLabel('place', 'semester', value)) }))}
          value={semester ?? null}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            if (value !== null) onChange({ semester: value })
          }}
        />
        <Select
          {...plainList}
          label={t('importing.map.year')}
          placeholder={t('importing.map.periodAsBelow')}
          data={nearbyYears(status?.academicYear, academicYear)}
          value={academicYear ?? null}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            if (value !== null) onChange({ academicYear: value })
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
