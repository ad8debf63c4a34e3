import { createHash } from 'node:crypto'
import type { BmFieldKey, BmValue } from '#shared/domain/bm/bm-fields.ts'
import {
  compareReadBack,
  type BmRow,
  type OwnMobility,
  type ReadBackFinding,
} from '#shared/domain/bm/bm-read-back.ts'
import type { BmStay } from '#shared/domain/bm/bm-facts.ts'
import { bmValues } from '#shared/domain/bm/bm-values.ts'
import { isOver } from '#shared/domain/bm/reported-steps.ts'
import { DomainError } from '#shared/domain/errors.ts'
import type { BmChoice, BmReadBack, BmReadBackFinding, BmScope } from '#shared/contract/bm.ts'
import { createCountryReader } from '#core/imports/country-names.ts'
import type { ImportFile } from '#core/imports/read-file.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { readCellNotes } from '#core/templates/cell-notes.ts'
import { readReported } from './bm.repo.ts'
import { factsOf, nameOf, type BmYearFacts } from './check.service.ts'
import { assertOids, assertProject } from './file-checks.ts'
import { numbersOf } from './fill.service.ts'
import { placeOfField } from './field-places.ts'
import { keepRemarks } from './keep-remarks.ts'
import { matchFile, type BmColumn } from './match-file.ts'
import { readBmFile, type BmFile } from './read-bm-file.ts'
import { readRows } from './read-rows.ts'
import { findRemembered, rememberTemplate } from './template-memory.ts'

interface ReadBackAsked extends BmScope {
  readonly file: ImportFile
  readonly choices: readonly BmChoice[]
  readonly dryRun: boolean
}

/** Findings that are shown at once; the counts and the list tell of all. */
const shownFindings = 1000

/**
 * Reads a feedback file or an export of the module: every error lands on its mobility's field, and what differs from the
 * office is listed. What it says is kept, in place of what an earlier file said of the same mobilities.
 * @throws DomainError as `readBmFile`, `bm-other-project`, `bm-shared-oid`, `bm-nothing-known`
 */
export async function readBack(
  context: AppContext,
  asked: ReadBackAsked,
  job: JobContext,
): Promise<BmReadBack> {
  const office = context.office.current()
  const file = await readBmFile(asked.file, job, context.deps.sheets ?? {})
  const memory = await findRemembered(office.connections.read, 'beneficiary-module-back', file.labels)
  const columns = matchFile(file, memory, asked.choices, createCountryReader())
  job.onProgress('comparing', 0, null)
  const scope = { academicYear: asked.academicYear, callId: asked.callId }
  const facts = factsOf(office, scope)
  assertOids(file, columns)
  assertProject(file, columns, numbersOf(facts))
  const notes =
    file.format === 'xlsx' ? await readCellNotes(file, file.sheet.name) : new Map<string, string>()
  const rows = readRows(file, columns, notes)
  const isFeedback = isFeedbackFile(columns, rows)
  const labels = new Map(
    columns.flatMap(({ field, label }) => (field === null ? [] : [[field, label] as const])),
  )
  const { findings, rowOfStay } = compareReadBack(
    rows,
    ownMobilities(facts, readReported(office.connections.rawReader)),
    labels,
    !isFeedback,
  )
  if (rowOfStay.size === 0)
    throw new DomainError('bm-nothing-known', {
      file: file.name,
      rows: rows.length,
      year: asked.academicYear,
    })
  const count = (is: (finding: ReadBackFinding) => boolean) => findings.filter(is).length
  const errors = count(({ kind }) => kind === 'error')
  const report = {
    fileName: file.name,
    sheet: file.sheet.name,
    isFeedback,
    rows: rows.length,
    matched: rowOfStay.size,
    errors,
    differences: findings.length - errors,
    unread: columns.filter(({ field }) => field === null).map(({ label }) => label),
    findings: describeFindings(findings.slice(0, shownFindings), facts),
  }
  if (asked.dryRun) return { ...report, settled: 0, isKept: false }
  const settled = await keep(context, file, columns, { findings, rowOfStay, report, facts })
  return { ...report, settled, isKept: true }
}

/** A file that tells errors of its rows; an export holds the state of mobilities, and no word on errors. */
function isFeedbackFile(columns: readonly BmColumn[], rows: readonly BmRow[]): boolean {
  const hasErrors =
    columns.some(({ field }) => field === 'error') || rows.some(({ errors }) => errors.length > 0)
  return (
    hasErrors || rows.some(({ values }) => /^(?:imported|error)$/i.test(String(values.get('status') ?? '')))
  )
}

function ownMobilities(
  { school, reported, givenUp }: BmYearFacts,
  withReport: ReadonlySet<string>,
): readonly OwnMobility[] {
  const own = (stay: BmStay, isGivenUp: boolean): OwnMobility => ({
    stayId: stay.id,
    values: bmValues(stay, school),
    isOver: isOver(stay.status),
    isGivenUp,
    hasReport: withReport.has(stay.id),
  })
  return [...reported.map((stay) => own(stay, false)), ...givenUp.map((stay) => own(stay, true))]
}

function describeFindings(
  findings: readonly ReadBackFinding[],
  { reported, givenUp }: BmYearFacts,
): BmReadBackFinding[] {
  const stays = new Map([...reported, ...givenUp].map((stay) => [stay.id, stay]))
  return findings.map(({ ours, theirs, ...finding }) => {
    const stay = finding.stayId === null ? undefined : stays.get(finding.stayId)
    return {
      ...finding,
      studentId: stay?.student.id ?? null,
      name: stay === undefined ? String(theirs ?? '') : nameOf(stay),
      ours: written(ours),
      theirs: written(theirs),
      at: stay === undefined ? null : placeOfField(finding.field, stay),
    }
  })
}

/** A value as it is kept: ISO days, amounts with their cents, yes and no. */
function written(value: BmValue): string | null {
  if (value === null) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value)
}

async function keep(
  context: AppContext,
  file: BmFile,
  columns: readonly BmColumn[],
  read: {
    readonly findings: readonly ReadBackFinding[]
    readonly rowOfStay: ReadonlyMap<string, number>
    readonly report: Omit<BmReadBack, 'settled' | 'isKept'>
    readonly facts: BmYearFacts
  },
): Promise<number> {
  const office = context.office.current()
  const { ids, clock } = context.deps
  const { fileName, isFeedback, rows, matched, errors, differences } = read.report
  // an export of the whole project says something of every mobility, also of those that it lacks
  const told = isFeedback
    ? [...read.rowOfStay.keys()]
    : [...read.facts.reported, ...read.facts.givenUp].map(({ id }) => id)
  const reading = {
    id: ids.next(),
    readOn: clock.today(),
    fileName,
    isFeedback: isFeedback ? 1 : 0,
    rows,
    matched,
    errors,
    differences,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  }
  const { result } = await office.door.change(
    'bm.read-back',
    { file: fileName, count: errors + differences },
    async (trx) => {
      await rememberTemplate(trx, ids, 'beneficiary-module-back', {
        fileName,
        labels: file.labels,
        columns,
        now: clock.now(),
      })
      return await keepRemarks(trx, office.connections.raw, ids, {
        reading,
        told,
        findings: read.findings.map(remarkOf),
      })
    },
  )
  return result
}

/** What is kept of a finding; rows that are no mobility of ours are only told. */
function remarkOf({ kind, stayId, row, field, label, ours, theirs, message }: ReadBackFinding) {
  const bmField: BmFieldKey | null = field
  return {
    kind,
    mobilityId: stayId,
    row,
    bmField,
    label,
    ours: written(ours),
    theirs: written(theirs),
    message,
  }
}
