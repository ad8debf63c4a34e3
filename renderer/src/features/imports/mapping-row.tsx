import { Select } from '@mantine/core'
import type { ComboboxItem, ComboboxParsedItem } from '@mantine/core'
import { memo } from 'react'
import type { ColumnChoice, ImportColumn } from '#shared/contract/imports.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { useText } from '#renderer/ui/text.tsx'
import { Confidence } from './confidence.tsx'
import { headerOf } from './import-words.ts'
import { mappingRowId } from './mapping-row-id.ts'
import styles from './mapping-table.module.css'
import { PlacesOfColumn } from './places-of-column.tsx'
import { plainList } from './plain-list.ts'
import { notRead } from './target-groups.ts'
import type { TargetGroup } from './target-groups.ts'

interface MappingRowProps {
  readonly column: ImportColumn
  readonly groups: readonly TargetGroup[]
  /** The letter of the column that has each target now. */
  readonly takenBy: ReadonlyMap<string, string>
  readonly onTarget: (index: number, target: string | null) => void
  readonly onPlaces: (choice: ColumnChoice) => void
  readonly onFocus: (index: number) => void
}

/** One column of the file: its letter, header and samples, and what it is read as. */
export const MappingRow = memo(function MappingRow(props: MappingRowProps) {
  const { column, takenBy } = props
  const { t } = useText()
  const header = headerOf(t, column)
  return (
    <tr id={mappingRowId(column.index)} className={styles['row']} onFocus={() => props.onFocus(column.index)}>
      <th scope="row" className={styles['file']}>
        <span className={styles['letter']}>{column.letter}</span>
        <span className={styles['words']}>
          <span className={styles['header']} data-missing={column.header === '' || undefined}>
            {header}
          </span>
          <span className={styles['samples']}>{column.samples.slice(0, 3).join(' · ')}</span>
          <span className={styles['facts']}>
            {column.target !== null && <Confidence confidence={column.confidence} />}
            {t('importing.map.filled', { count: column.filled })}
          </span>
        </span>
      </th>
      <td className={styles['choice']}>
        <Select
          {...plainList}
          aria-label={t('importing.map.readAs', { letter: column.letter, header })}
          data={props.groups.map(({ group, items }) => ({ group, items: [...items] }))}
          value={column.target ?? notRead}
          searchable
          openOnFocus={false}
          allowDeselect={false}
          filter={({ options, search }) => matching(options, search)}
          nothingFoundMessage={t('importing.map.nothingFound')}
          comboboxProps={{
            width: 270,
            position: 'bottom-end',
            shadow: 'md',
            transitionProps: { duration: 80 },
          }}
          renderOption={({ option }) => {
            const letter = takenBy.get(option.value)
            return (
              <span className={styles['option']}>
                {option.label}
                {letter !== undefined && letter !== column.letter && (
                  <span className={styles['taken']}>{t('importing.map.takenBy', { letter })}</span>
                )}
              </span>
            )
          }}
          onChange={(value) => {
            if (value !== null) props.onTarget(column.index, value === notRead ? null : value)
          }}
        />
        {column.target === 'places' && <PlacesOfColumn column={column} onChange={props.onPlaces} />}
      </td>
    </tr>
  )
})

/** The options whose words hold what was typed, without regard to case and accents. */
function matching(options: readonly ComboboxParsedItem[], search: string): ComboboxParsedItem[] {
  const wanted = foldText(search)
  const fits = (item: ComboboxItem) => foldText(item.label).includes(wanted)
  return options.flatMap((option): ComboboxParsedItem[] => {
    if ('group' in option) {
      const items = option.items.filter((item) => typeof item !== 'string' && 'label' in item && fits(item))
      return items.length === 0 ? [] : [{ ...option, items }]
    }
    return fits(option) ? [option] : []
  })
}
