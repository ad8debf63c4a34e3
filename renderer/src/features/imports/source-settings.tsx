import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { importKinds } from '#shared/contract/imports.ts'
import type { ImportKind, ImportView } from '#shared/contract/imports.ts'
import { useText } from '#renderer/ui/text.tsx'
import { useDelayed } from '#renderer/ui/use-delayed.ts'
import { lastReadFile } from './import-store.ts'
import { plainList } from './plain-list.ts'
import styles from './source-settings.module.css'
import type { Adjusting } from './use-adjust.ts'

interface SourceSettingsProps {
  readonly view: ImportView
  readonly adjust: Adjusting['adjust']
  readonly onFile: (file: File, as: ImportKind) => void
}

/** Where the table is: what the file holds, the sheet, the header. */
export function SourceSettings({ view, adjust, onFile }: SourceSettingsProps) {
  const { t } = useText()
  const file = lastReadFile()
  return (
    <div className={styles['source']}>
      {file !== undefined && (
        <div className={styles['line']}>
          <span className={styles['label']}>{t('importing.holds')}</span>
          <Select
            {...plainList}
            className={styles['control'] ?? ''}
            aria-label={t('importing.choose.kind')}
            value={view.kind}
            allowDeselect={false}
            data={importKinds.map((kind) => ({ value: kind, label: t(`importing.kind.${kind}`) }))}
            onChange={(chosen) => {
              const kind = importKinds.find((known) => known === chosen)
              if (kind !== undefined && kind !== view.kind) onFile(file, kind)
            }}
          />
        </div>
      )}
      <OtherKind view={view} onFile={onFile} />
      {view.sheets.length > 1 && (
        <div className={styles['line']}>
          <span className={styles['label']}>{t('importing.sheet')}</span>
          <Select
            {...plainList}
            className={styles['control'] ?? ''}
            aria-label={t('importing.sheet')}
            value={view.sheet}
            allowDeselect={false}
            searchable={view.sheets.length > 12}
            data={view.sheets.map(({ name, state }) => ({
              value: name,
              label: state === 'visible' ? name : t('importing.sheet.hidden', { name }),
            }))}
            onChange={(sheet) => {
              if (sheet !== null && sheet !== view.sheet) adjust({ sheet })
            }}
          />
        </div>
      )}
      <HeaderSetting view={view} adjust={adjust} />
    </div>
  )
}

/** Fewer columns than this were understood: the file may hold something else than it was said to. */
const fewColumns = 0.5

/** Offers to read the file as another kind of list when most of its columns mean nothing as this one. */
function OtherKind({ view, onFile }: Pick<SourceSettingsProps, 'view' | 'onFile'>) {
  const { t } = useText()
  const file = lastReadFile()
  const filled = view.columns.filter((column) => column.filled > 0)
  const read = filled.filter((column) => column.target !== null).length
  if (file === undefined || read >= filled.length * fewColumns) return null
  return (
    <div className={styles['other']} role="status">
      <span>{t('importing.fewColumns', { read, count: filled.length })}</span>
      {importKinds
        .filter((kind) => kind !== view.kind)
        .map((kind) => (
          <Button key={kind} variant="default" onClick={() => onFile(file, kind)}>
            {t('importing.readAs', { kind: t(`importing.kind.${kind}`) })}
          </Button>
        ))}
    </div>
  )
}

const heights = ['1', '2', '3'] as const
const settleMs = 300

/** Which rows are the header: stepped or typed, with what they say below. */
function HeaderSetting({ view, adjust }: Omit<SourceSettingsProps, 'onFile'>) {
  const { t } = useText()
  const header = view.headerRows
  const first = header?.[0]
  const height = header === null ? 0 : header[1] - header[0] + 1
  const [typed, setTyped] = useState<{ readonly over: ImportView; readonly row: number }>()
  const settle = useDelayed(
    (row: number) => adjust({ headerRows: [row, row + Math.max(height, 1) - 1] }),
    settleMs,
  )
  const shown = typed?.over === view ? typed.row : first
  const goTo = (row: number) => {
    if (row < 1 || row > view.counts.rows) return
    setTyped({ over: view, row })
    settle(row)
  }
  return (
    <div className={styles['line']}>
      <span className={styles['label']}>{t('importing.header')}</span>
      <div className={styles['header']}>
        <div className={styles['stepper']}>
          <NumberInput
            className={styles['row'] ?? ''}
            aria-label={t('importing.header.row')}
            value={shown ?? ''}
            min={1}
            max={Math.max(view.counts.rows, 1)}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            onChange={(value) => {
              if (typeof value === 'number' && value !== shown) goTo(value)
            }}
          />
          <ActionIcon
            variant="default"
            aria-label={t('importing.header.up')}
            disabled={shown === undefined || shown <= 1}
            onClick={() => goTo((shown ?? 2) - 1)}
          >
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('importing.header.down')}
            disabled={shown === undefined || shown >= view.counts.rows}
            onClick={() => goTo((shown ?? 0) + 1)}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
          <Select
            {...plainList}
            className={styles['height'] ?? ''}
            aria-label={t('importing.header.height')}
            value={String(height)}
            allowDeselect={false}
            data={[
              ...heights.map((value) => ({
                value,
                label: t('importing.header.rows', { count: Number(value) }),
              })),
              { value: '0', label: t('importing.header.none') },
            ]}
            onChange={(value) => {
              const rows = Number(value)
              const from = first ?? 1
              if (rows !== height) adjust({ headerRows: rows === 0 ? null : [from, from + rows - 1] })
            }}
          />
        </div>
        <p className={styles['says']}>{headerSays(view, t)}</p>
      </div>
    </div>
  )
}

function headerSays(view: ImportView, t: ReturnType<typeof useText>['t']): string {
  if (view.headerRows === null) return t('importing.header.byContent')
  const words = view.columns.map((column) => column.header).filter((header) => header !== '')
  return words.length === 0 ? t('importing.header.emptyRow') : words.join(' · ')
}
