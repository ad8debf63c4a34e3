import { Button, NumberInput, Radio, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDeviceFloppy, IconDownload, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type {
  HeaderCandidateView,
  TemplateColumn,
  TemplatePlace,
} from '#shared/contract/nomination-templates.ts'
import type { KeptTemplate } from '#shared/contract/partner-nominations.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { download } from '#renderer/api/download.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf, type Refusal } from '#renderer/api/refusal.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './partner.module.css'
import { partnerLink } from './record-links.ts'
import { TemplateColumns } from './template-columns.tsx'

/** The workbook that a partner wants filled in: dropped once, its columns shown and changeable, then kept. */
export function TemplatePage(props: { readonly institutionId: string; readonly academicYear: string }) {
  const { t } = useText()
  const { data } = useQuery(
    api.partnerNominations.template.queryOptions({ input: { institutionId: props.institutionId } }),
  )
  if (data === undefined) return <Page title={t('template.title')}>{t('ui.loading')}</Page>
  return <Editor key={data?.sha256 ?? 'new'} {...props} kept={data} />
}

/** A workbook as it is being looked at; nothing of it is kept yet. */
interface Draft {
  readonly file: File | undefined
  readonly fileName: string
  readonly place: TemplatePlace
  readonly columns: readonly TemplateColumn[]
  readonly formulas: readonly string[]
  readonly isProtected: boolean
  readonly candidates: readonly HeaderCandidateView[]
  /** Of several headers, none is right until the user has said so. */
  readonly isChosen: boolean
}

interface EditorProps {
  readonly institutionId: string
  readonly academicYear: string
  readonly kept: KeptTemplate | null
}

function draftOf(kept: KeptTemplate | null): Draft | undefined {
  if (kept === null) return undefined
  const { fileName, sha256: _sha256, sizeBytes: _sizeBytes, columns, ...place } = kept
  return {
    file: undefined,
    fileName,
    place,
    columns,
    formulas: [],
    isProtected: false,
    candidates: [],
    isChosen: true,
  }
}

function Editor({ institutionId, academicYear, kept }: EditorProps) {
  const { t } = useText()
  const run = useRun()
  const [draft, setDraft] = useState(() => draftOf(kept))
  const [refused, setRefused] = useState<{ readonly refusal: Refusal; readonly file: File }>()
  const look = async (file: File | undefined, header?: { sheet: string; first: number; last: number }) => {
    try {
      const input = {
        institutionId,
        ...(file === undefined ? {} : { file }),
        ...(header === undefined ? {} : { header }),
      }
      const { reading, candidates, fileName } = await client.partnerNominations.lookAtTemplate(input)
      const { columns, formulas, isProtected, ...place } = reading
      const isChosen = header !== undefined || candidates.length < 2
      setDraft({ file, fileName, place, columns, formulas, isProtected, candidates, isChosen })
      setRefused(undefined)
    } catch (error) {
      if (file !== undefined) setRefused({ refusal: refusalOf(error), file })
      setDraft(undefined)
    }
  }
  const keep = () => {
    if (draft === undefined) return
    const { file, place, columns } = draft
    const input = { institutionId, place, columns: [...columns], ...(file === undefined ? {} : { file }) }
    void run(() => client.partnerNominations.keepTemplate(input), { done: t('template.kept') })
  }
  return (
    <Page
      title={t('template.title')}
      isDocument
      parent={{ label: t('template.back'), href: partnerLink(institutionId, academicYear) }}
      lead={draft === undefined ? t('template.lead') : draft.fileName}
      actions={keptActions(institutionId, kept, run, t)}
      mainAction={{
        key: 'keep',
        label: t('template.keep'),
        icon: <IconDeviceFloppy size={16} />,
        to: { run: keep },
        isOff: draft === undefined || !draft.isChosen,
      }}
    >
      <section className={styles['section']}>
        <DropZone
          label={t(draft === undefined ? 'template.drop' : 'template.drop.other')}
          hint={t('template.drop.hint')}
          accept=".xlsx,.xlsm"
          onFiles={([file]) => void look(file)}
        />
      </section>
      {refused !== undefined && (
        <Refused {...refused} onHeader={(header) => void look(refused.file, header)} />
      )}
      {draft !== undefined && (
        <DraftView draft={draft} onDraft={setDraft} onHeader={(header) => void look(draft.file, header)} />
      )}
    </Page>
  )
}

function keptActions(
  institutionId: string,
  kept: KeptTemplate | null,
  run: ReturnType<typeof useRun>,
  t: ReturnType<typeof useText>['t'],
) {
  if (kept === null) return []
  const { sha256, fileName } = kept
  return [
    {
      key: 'download',
      label: t('template.download'),
      icon: <IconDownload size={16} />,
      to: { run: () => void run(async () => download(await client.files.get({ sha256, name: fileName }))) },
    },
    {
      key: 'remove',
      label: t('template.remove'),
      icon: <IconTrash size={16} />,
      to: {
        run: () =>
          void run(() => client.partnerNominations.removeTemplate({ institutionId }), {
            done: t('template.removed'),
          }),
      },
    },
  ]
}

interface HeaderProps {
  readonly onHeader: (header: { sheet: string; first: number; last: number }) => void
}

/** Why the file cannot be used; where only its header was not found, the user can point to it. */
function Refused({ refusal, onHeader }: HeaderProps & { readonly refusal: Refusal }) {
  const { t } = useText()
  const refusalText = useRefusalText()
  const sheets = String(refusal.data['sheets'] ?? '').split(', ')
  const [sheet, setSheet] = useState(sheets[0] ?? '')
  const [row, setRow] = useState(1)
  return (
    <section className={styles['section']} role="alert">
      <p className={styles['warn']}>{refusalText(refusal)}</p>
      {refusal.code === 'template-no-header' && (
        <div className={styles['fields']}>
          <Select
            label={t('template.sheet')}
            data={sheets}
            value={sheet}
            allowDeselect={false}
            onChange={(value) => setSheet(value ?? '')}
          />
          <NumberInput
            label={t('template.headerRow')}
            min={1}
            value={row}
            onChange={(value) => setRow(Number(value))}
          />
          <Button variant="default" onClick={() => onHeader({ sheet, first: row, last: row })}>
            {t('template.useRow')}
          </Button>
        </div>
      )}
    </section>
  )
}

function DraftView({
  draft,
  onDraft,
  onHeader,
}: HeaderProps & { readonly draft: Draft; readonly onDraft: (draft: Draft) => void }) {
  const { t } = useText()
  const { place, candidates } = draft
  return (
    <>
      {candidates.length > 1 && (
        <section className={styles['section']}>
          <Radio.Group
            label={t('template.twice')}
            value={draft.isChosen ? keyOf(place) : null}
            onChange={(key) => {
              const chosen = candidates.find((candidate) => keyOf(candidate) === key)
              if (chosen !== undefined)
                onHeader({ sheet: chosen.sheet, first: chosen.headerFirst, last: chosen.headerLast })
            }}
          >
            {candidates.map((candidate) => (
              <Radio
                key={keyOf(candidate)}
                value={keyOf(candidate)}
                mt="xs"
                label={t('template.candidate', {
                  sheet: candidate.sheet,
                  row: candidate.headerLast,
                  headers: candidate.recognised.join(', '),
                })}
              />
            ))}
          </Radio.Group>
        </section>
      )}
      {draft.isProtected && (
        <p className={styles['section']}>{t('template.protected', { sheet: place.sheet })}</p>
      )}
      {draft.formulas.length > 0 && (
        <p className={styles['section']}>{t('template.formulas', { columns: draft.formulas.join(', ') })}</p>
      )}
      <div className={styles['fields']}>
        <span>{t('template.where', { sheet: place.sheet, row: place.headerLast })}</span>
        <NumberInput
          label={t('template.firstRow')}
          min={place.headerLast + 1}
          value={place.firstRow}
          onChange={(value) => onDraft({ ...draft, place: { ...place, firstRow: Number(value) } })}
        />
        <NumberInput
          label={t('template.lastRow')}
          min={place.firstRow}
          value={place.lastRow ?? ''}
          placeholder={t('template.lastRow.none')}
          onChange={(value) =>
            onDraft({ ...draft, place: { ...place, lastRow: value === '' ? null : Number(value) } })
          }
        />
      </div>
      <TemplateColumns columns={draft.columns} onColumns={(columns) => onDraft({ ...draft, columns })} />
    </>
  )
}

function keyOf({
  sheet,
  headerFirst,
  headerLast,
}: Pick<TemplatePlace, 'sheet' | 'headerFirst' | 'headerLast'>): string {
  return `${headerFirst} ${headerLast} ${sheet}`
}
