import { join } from 'node:path'
import { choiceLabel } from '#shared/entities/labels.ts'
import { certificateLines } from '#shared/text/allocation-text.ts'
import type { CommitteeReport } from '#core/features/campaigns/committee-report.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import type { WorkbookColumn, WorkbookRow, WorkbookSheet } from '#core/workbooks/workbook-types.ts'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import { committeeParams, committeeWords, reportAsked } from './committee-words.ts'
import { defineExport, type ExportContext, type Exported, type Words } from './define-export.ts'

/** The result of an allocation for the committee, as a workbook: each sheet a table that can be sorted and filtered. */
export const committeeReport = defineExport({
  id: 'committee-report',
  titleKey: 'export.title.committee-report',
  extension: 'xlsx',
  params: [...committeeParams],
  async run(context, params): Promise<Exported> {
    const { words, today, signal, progress, outFolder } = context
    progress('collecting', 0, null)
    const report = await reportAsked(context, params)
    const packageName = fileName(report, words)
    const name = `${packageName}.xlsx`
    const path = join(outFolder, name)
    const sheets = sheetsOf(report, context)
    const rows = await writeWorkbook({
      path,
      title: words.t('committee.title', { campaign: report.campaign.name }),
      language: words.language,
      today,
      signal,
      sheets,
      onRows: (done) => progress('writing', done, null),
    })
    return { files: [{ name, path, rows }], packageName, leftOut: 0 }
  },
})

export function fileName({ campaign, scenario }: CommitteeReport, { t }: Words): string {
  return safeFileName(t('committee.file', { campaign: campaign.name, scenario: scenario.name }))
}

const batchSize = 500

function batches(rows: readonly WorkbookRow[]): readonly (readonly WorkbookRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, at) =>
    rows.slice(at * batchSize, (at + 1) * batchSize),
  )
}

function sheetsOf(report: CommitteeReport, { words }: ExportContext): readonly WorkbookSheet[] {
  const { t } = words
  const text = (header: string): WorkbookColumn => ({ header, format: 'text' })
  const number = (header: string): WorkbookColumn => ({ header, format: 'number' })
  const say = committeeWords(report, words)
  const hasProgramme = report.identity !== 'ranks'
  const who = [
    number(t('committee.column.position')),
    ...(report.identity === 'ranks' ? [] : [text(t('committee.column.student'))]),
    ...(hasProgramme ? [text(t('committee.column.programme'))] : []),
    number(t('committee.column.score')),
  ]
  const whoCells = (student: CommitteeReport['students'][number]): WorkbookRow => [
    student.position,
    ...(report.identity === 'ranks' ? [] : [say.nameOf(student.id)]),
    ...(hasProgramme ? [student.programme] : []),
    student.score,
  ]
  const yes = (is: boolean) => (is ? t('ui.yes') : null)
  const sheet = (name: string, columns: readonly WorkbookColumn[], rows: readonly WorkbookRow[]) => ({
    name,
    columns,
    batches: batches(rows),
  })
  return [
    sheet(
      t('committee.sheet.summary'),
      [text(t('committee.fact')), { header: t('committee.value'), format: 'number' }],
      summaryRows(report, words),
    ),
    sheet(
      t('committee.sheet.ranking'),
      [
        ...who,
        text(t('committee.column.risk')),
        text(t('committee.column.code')),
        text(t('committee.column.host')),
        number(t('committee.column.rank')),
        text(t('committee.column.byHand')),
        text(t('committee.column.why')),
      ],
      report.students.map((student) => {
        const place = report.places.find(({ id }) => id === student.placeId)
        return [
          ...whoCells(student),
          yes(student.isAtRisk),
          place?.code ?? null,
          place?.name ?? t('campaigns.unplaced'),
          student.rank,
          yes(student.isByHand),
          say.lostText(student),
        ]
      }),
    ),
    sheet(
      t('committee.sheet.wishes'),
      [
        ...who,
        number(t('committee.column.rank')),
        text(t('committee.column.code')),
        text(t('committee.column.host')),
        text(t('committee.column.outcome')),
        text(t('committee.column.explanation')),
      ],
      report.students.flatMap((student) =>
        student.wishes.map((wish) => {
          const place = report.places.find(({ id }) => id === wish.placeId)
          return [
            ...whoCells(student),
            wish.rank,
            place?.code ?? null,
            place?.name ?? null,
            say.outcomeWord(wish),
            say.whyNot(wish, 12),
          ]
        }),
      ),
    ),
    ...destinationSheets(report, words),
    sheet(
      t('committee.sheet.decisions'),
      [
        text(t('committee.column.student')),
        text(t('committee.column.decision')),
        text(t('committee.column.host')),
        { header: t('committee.column.date'), format: 'date' },
        text(t('committee.column.reason')),
      ],
      report.decisions.map(({ studentId, kind, placeId, decidedOn, reason }) => [
        say.nameOf(studentId),
        t(choiceLabel('campaignDecision', 'kind', kind)),
        placeId === null ? null : say.placeName(placeId),
        decidedOn,
        reason,
      ]),
    ),
  ]
}

function destinationSheets(report: CommitteeReport, words: Words): readonly WorkbookSheet[] {
  const { t, formats } = words
  const say = committeeWords(report, words)
  const text = (header: string): WorkbookColumn => ({ header, format: 'text' })
  const number = (header: string): WorkbookColumn => ({ header, format: 'number' })
  const place = [text(t('committee.column.code')), text(t('committee.column.host'))]
  return [
    {
      name: t('committee.sheet.destinations'),
      columns: [
        ...place,
        text(t('committee.column.country')),
        text(t('committee.column.semester')),
        number(t('committee.column.seats')),
        number(t('committee.column.taken')),
        number(t('committee.column.left')),
        number(t('committee.column.wished')),
        number(t('committee.column.waiting')),
        text(t('committee.column.state')),
      ],
      batches: batches(
        report.places.map((one) => [
          one.code,
          one.name,
          one.country === null ? null : formats.country(one.country),
          t(choiceLabel('place', 'semester', one.semester)),
          one.capacity,
          one.holders.length,
          one.capacity === null ? null : one.capacity - one.holders.length,
          one.wished,
          one.waiting.length,
          [
            ...(one.isOpen ? [] : [t('campaigns.closed')]),
            ...(one.pool === null ? [] : [t('campaigns.shared', { name: one.pool })]),
          ].join(', '),
        ]),
      ),
    },
    {
      name: t('committee.sheet.seats'),
      columns: [
        ...place,
        text(t('committee.column.state')),
        number(t('committee.column.position')),
        text(t('committee.column.student')),
        number(t('committee.column.score')),
      ],
      batches: batches(
        report.places.flatMap((one) => [
          ...one.holders.map((student): WorkbookRow => [
            one.code,
            one.name,
            t('committee.holds'),
            student.position,
            say.nameOf(student.id),
            student.score,
          ]),
          ...one.waiting.map((student, at): WorkbookRow => [
            one.code,
            one.name,
            t('committee.waits', { position: at + 1 }),
            student.position,
            say.nameOf(student.id),
            student.score,
          ]),
        ]),
      ),
    },
  ]
}

function summaryRows(report: CommitteeReport, words: Words): readonly WorkbookRow[] {
  const { t, formats } = words
  const say = committeeWords(report, words)
  const { certificate, scenario } = report
  return [
    ...say.made,
    ...(say.anonymity === null ? [] : [[t('committee.identity'), say.anonymity]]),
    ...say.results.map(([label, value]): WorkbookRow => [label, value]),
    ...say.rules.map((rule) => [t('committee.rules'), rule]),
    [t('committee.checked'), t(certificate.isValid ? 'campaigns.certified' : 'campaigns.notCertified')],
    ...certificateLines(t, formats, certificate, scenario).map((line) => [t('committee.checked'), line]),
  ]
}
