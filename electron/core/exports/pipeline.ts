import { join } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import { mobilitySteps } from '#shared/domain/mobility-steps.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { listOf } from '#shared/lists/index.ts'
import type { ListRow } from '#shared/lists/types.ts'
import { issueText, stepWord } from '#shared/text/step-text.ts'
import { stayProspects, type StayProspect } from '#core/features/mobilities/prospects.service.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import type { WorkbookColumn, WorkbookRow, WorkbookSheet } from '#core/workbooks/workbook-types.ts'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import { defineExport, type ExportContext, type Exported, type Words } from './define-export.ts'

/** Every stay with the step it stands at, the one that follows and what holds it back; and how many stand where. */
export const pipelineExport = defineExport({
  id: 'pipeline',
  titleKey: 'export.title.pipeline',
  extension: 'xlsx',
  params: [],
  run: (context) => exportPipeline(context),
})

async function exportPipeline(context: ExportContext): Promise<Exported> {
  const { words, today, signal, progress, outFolder } = context
  progress('collecting', 0, null)
  const prospects = await stayProspects(context.read, today)
  if (prospects.length === 0)
    throw new DomainError('nothing-to-export', { reason: 'no-rows', list: 'mobilities' })
  const title = words.t('pipeline.title')
  const packageName = words.t('export.file.list', { list: title, day: today })
  const name = `${safeFileName(packageName)}.xlsx`
  const path = join(outFolder, name)
  const rows = await writeWorkbook({
    path,
    title,
    language: words.language,
    today,
    signal,
    sheets: [countsSheet(prospects, words), staysSheet(context, prospects)],
    onRows: (done) => progress('writing', done, prospects.length + mobilitySteps.length),
  })
  return { files: [{ name, path, rows }], packageName, leftOut: 0 }
}

/** Steps by form: how many stand at each, and how many of them could go on. */
function countsSheet(prospects: readonly StayProspect[], { t }: Words): WorkbookSheet {
  const forms = [...new Set(prospects.map((one) => one.form))]
  const number = (header: string): WorkbookColumn => ({ header, format: 'number' })
  const rows = mobilitySteps.map((step): WorkbookRow => {
    const there = prospects.filter((one) => one.status === step)
    return [
      stepWord(t, step),
      there.length,
      there.filter((one) => one.isReady).length,
      t(textKey(`pipeline.next.${step}`)),
      ...forms.map((form) => there.filter((one) => one.form === form).length),
    ]
  })
  return {
    name: t('pipeline.title'),
    columns: [
      { header: t('pipeline.step'), format: 'text' },
      number(t('pipeline.count')),
      number(t('export.pipeline.ready')),
      { header: t('pipeline.action'), format: 'text' },
      ...forms.map((form) => number(t(textKey(`choice.mobility.form.${form}`)))),
    ],
    batches: [rows],
  }
}

const shownFields = ['studentNumber', 'familyName', 'givenNames', 'cohort', 'programme'] as const
const batchSize = 500

function staysSheet(context: ExportContext, prospects: readonly StayProspect[]): WorkbookSheet {
  const { t } = context.words
  const text = (header: string): WorkbookColumn => ({ header, format: 'text' })
  const date = (header: string): WorkbookColumn => ({ header, format: 'date' })
  const label = (key: string) =>
    t(listOf('mobilities').columns.find((column) => column.key === key)?.label ?? textKey(key))
  return {
    name: t('list.mobilities'),
    columns: [
      ...shownFields.map((key) => text(label(key))),
      text(label('form')),
      text(t('pipeline.scope.office')),
      text(label('institution')),
      text(label('country')),
      text(label('academicYear')),
      text(label('semester')),
      date(label('plannedStart')),
      date(label('plannedEnd')),
      text(label('status')),
      date(t('export.pipeline.since')),
      text(t('export.pipeline.next')),
      text(t('export.pipeline.canMove')),
      text(t('export.pipeline.heldBy')),
      text(t('export.pipeline.warnings')),
    ],
    batches: stayRows(context, prospects),
  }
}

async function* stayRows(
  { lists, words }: ExportContext,
  prospects: readonly StayProspect[],
): AsyncGenerator<readonly WorkbookRow[]> {
  for (let offset = 0; offset < prospects.length; offset += batchSize) {
    const batch = prospects.slice(offset, offset + batchSize)
    const rows = await lists.rows(
      'mobilities',
      batch.map((one) => one.id),
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    yield batch.flatMap((one) => {
      const row = byId.get(one.id)
      return row === undefined ? [] : [stayRow(one, row, words)]
    })
  }
}

function stayRow(one: StayProspect, { cells }: ListRow, { t, formats }: Words): WorkbookRow {
  const text = (key: string) => {
    const value = cells[key]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const country = text('country')
  const semester = text('semester')
  const said = (level: 'block' | 'warn') =>
    one.issues
      .filter((issue) => issue.level === level)
      .map((issue) => issueText(t, issue))
      .join(' ')
  return [
    ...shownFields.map(text),
    t(textKey(`choice.mobility.form.${one.form}`)),
    one.office,
    text('institution'),
    country === null ? null : formats.country(country),
    text('academicYear'),
    semester === null ? null : t(choiceLabel('mobility', 'semester', semester)),
    text('plannedStart'),
    text('plannedEnd'),
    stepWord(t, one.status),
    one.since,
    one.next === null ? null : stepWord(t, one.next),
    one.next === null ? null : t(one.isReady ? 'ui.yes' : 'ui.no'),
    said('block'),
    said('warn'),
  ]
}
