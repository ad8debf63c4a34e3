import { join } from 'node:path'
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { choiceLabel } from '#shared/entities/labels.ts'
import { certificateLines } from '#shared/text/allocation-text.ts'
import type {
  CommitteeReport,
  ReportedPlace,
  ReportedStudent,
} from '#core/features/campaigns/committee-report.ts'
import { fileName } from './committee-report.ts'
import { committeeParams, committeeWords, reportAsked } from './committee-words.ts'
import { defineExport, type Exported, type Words } from './define-export.ts'
import { head, number, printDocument, quiet } from './print-document.ts'

/** The result of an allocation on paper, for the committee: with names, student numbers, or ranks alone. */
export const committeeReportDocument = defineExport({
  id: 'committee-report-pdf',
  titleKey: 'export.title.committee-report-pdf',
  extension: 'pdf',
  params: [...committeeParams],
  async run(context, params): Promise<Exported> {
    const { words, today, progress, outFolder } = context
    progress('collecting', 0, null)
    const report = await reportAsked(context, params)
    const packageName = fileName(report, words)
    const name = `${packageName}.pdf`
    const path = join(outFolder, name)
    progress('writing', 0, report.students.length)
    await printDocument(path, {
      pageOrientation: 'landscape',
      info: { title: packageName },
      content: committeeContent(report, words, today),
    })
    return { files: [{ name, path, rows: report.students.length }], packageName, leftOut: 0 }
  },
})

type Say = ReturnType<typeof committeeWords>

/** What the document says. */
export function committeeContent(report: CommitteeReport, words: Words, today: string): Content[] {
  const { t, formats } = words
  const say = committeeWords(report, words)
  const { campaign, scenario, certificate } = report
  const unplaced = report.students.filter(({ placeId }) => placeId === null)
  return [
    { text: say.title, fontSize: 18, bold: true },
    {
      text: t('committee.subtitle', {
        scenario: scenario.name,
        year: campaign.academicYear,
        day: formats.date(today),
      }),
      color: quiet,
      margin: [0, 2, 0, say.anonymity === null ? 12 : 2],
    },
    ...(say.anonymity === null ? [] : [{ text: say.anonymity, bold: true, margin: margins(2, 12) }]),
    {
      columns: [
        [section(t('committee.made')), facts(say.made)],
        [
          section(t('committee.results')),
          facts(say.results.map(([label, _value, shown]): readonly [string, string] => [label, shown])),
        ],
      ],
      columnGap: 24,
    },
    section(t('committee.rules')),
    say.rules.length === 0 ? t('committee.rules.none') : { ul: [...say.rules] },
    section(t('committee.checked')),
    {
      text: t(certificate.isValid ? 'campaigns.certified' : 'campaigns.notCertified'),
      bold: true,
      margin: [0, 0, 0, 4],
    },
    { ul: [...certificateLines(t, formats, certificate, scenario)] },
    section(t('committee.ranking')),
    ranking(report, report.students, say, words),
    section(t('committee.unplaced')),
    unplaced.length === 0 ? t('committee.unplaced.none') : whyUnplaced(unplaced, say),
    section(t('committee.destinations')),
    destinations(report.places, say, words),
    ...decisions(report, say, words),
  ]
}

const margins = (top: number, bottom: number): [number, number, number, number] => [0, top, 0, bottom]

function section(text: string) {
  return { text, fontSize: 12, bold: true, margin: margins(14, 6) }
}

function facts(rows: readonly (readonly [label: string, value: string])[]): Content {
  return {
    table: { widths: ['auto', '*'], body: rows.map(([label, value]) => [head(label), value]) },
    layout: 'noBorders',
  }
}

function table(
  columns: readonly (readonly [header: string, width: string | number])[],
  rows: readonly TableCell[][],
): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(([, width]) => width),
      body: [columns.map(([header]) => head(header)), ...rows],
    },
    layout: 'lightHorizontalLines',
    fontSize: 8,
  }
}

/** Everybody in order: the place obtained, and for each better wish what stood against it. */
function ranking(
  report: CommitteeReport,
  students: readonly ReportedStudent[],
  say: Say,
  { t, formats }: Words,
): Content {
  const isNamed = report.identity !== 'ranks'
  return table(
    [
      [t('committee.column.position'), 'auto'],
      ...(isNamed
        ? ([
            [t('committee.column.student'), 'auto'],
            [t('committee.column.programme'), 'auto'],
          ] as const)
        : []),
      [t('committee.column.score'), 'auto'],
      [t('committee.column.place'), '*'],
      [t('committee.column.rank'), 'auto'],
      [t('committee.column.why'), '*'],
    ],
    students.map((student) => [
      number(String(student.position)),
      ...(isNamed ? [say.nameOf(student.id), student.programme ?? ''] : []),
      number(formats.decimal(student.score)),
      {
        text: [
          { text: say.placeName(student.placeId), bold: student.placeId === null },
          ...(student.isByHand ? [` · ${t('field.scenarioLine.isByHand')}`] : []),
          ...(student.isAtRisk ? [{ text: ` · ${t('campaigns.atRisk')}`, italics: true }] : []),
        ],
      },
      number(student.rank === null ? '–' : String(student.rank)),
      say.lostText(student),
    ]),
  )
}

/** Each wish of those who have no place, with all that stood against it. */
function whyUnplaced(students: readonly ReportedStudent[], say: Say): Content {
  return students.map((student) => ({
    stack: [
      { text: say.nameOf(student.id), bold: true },
      {
        ul: student.wishes.map((wish) => say.wishText(wish, 4)),
      },
    ],
    fontSize: 8,
    margin: margins(0, 6),
    unbreakable: true,
  }))
}

function destinations(places: readonly ReportedPlace[], say: Say, { t }: Words): Content {
  const people = (students: readonly ReportedStudent[], most: number) => {
    const shown = students.slice(0, most).map(({ id }) => say.nameOf(id))
    const hidden = students.length - shown.length
    return [...shown, ...(hidden > 0 ? [t('campaigns.moreHolders', { count: hidden })] : [])].join(', ')
  }
  return table(
    [
      [t('committee.column.code'), 'auto'],
      [t('committee.column.host'), '*'],
      [t('committee.column.semester'), 'auto'],
      [t('committee.column.seats'), 'auto'],
      [t('committee.column.wished'), 'auto'],
      [t('committee.column.holders'), '*'],
      [t('committee.column.waiting'), '*'],
    ],
    places.map((place) => [
      place.code,
      place.isOpen ? place.name : `${place.name} (${t('campaigns.closed')})`,
      t(choiceLabel('place', 'semester', place.semester)),
      number(`${place.holders.length} / ${place.capacity ?? '?'}`),
      number(String(place.wished)),
      people(place.holders, Infinity),
      people(place.waiting, 10),
    ]),
  )
}

function decisions(report: CommitteeReport, say: Say, { t, formats }: Words): Content[] {
  if (report.decisions.length === 0) return []
  return [
    section(t('committee.sheet.decisions')),
    table(
      [
        [t('committee.column.student'), 'auto'],
        [t('committee.column.decision'), 'auto'],
        [t('committee.column.host'), '*'],
        [t('committee.column.date'), 'auto'],
        [t('committee.column.reason'), '*'],
      ],
      report.decisions.map(({ studentId, kind, placeId, decidedOn, reason }) => [
        say.nameOf(studentId),
        t(choiceLabel('campaignDecision', 'kind', kind)),
        placeId === null ? '' : say.placeName(placeId),
        decidedOn === null ? '' : formats.date(decidedOn),
        reason ?? '',
      ]),
    ),
  ]
}
