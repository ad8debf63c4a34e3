import type { Database as RawDatabase } from 'better-sqlite3'
import type { Migration } from '../migrate.ts'

const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

const columns = `
ALTER TABLE student ADD COLUMN entryYear TEXT
  CHECK (entryYear IS NULL OR entryYear GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]');
ALTER TABLE student ADD COLUMN entrySemester INTEGER CHECK (entrySemester BETWEEN 1 AND 12);
ALTER TABLE student ADD COLUMN repeatedYears INTEGER CHECK (repeatedYears >= 0);
ALTER TABLE student ADD COLUMN endOfStudies TEXT CHECK ${day('endOfStudies')};
ALTER TABLE student ADD COLUMN exemptionReason TEXT;
ALTER TABLE student ADD COLUMN exemptionProof TEXT;
ALTER TABLE student ADD COLUMN exemptionDate TEXT CHECK ${day('exemptionDate')};
ALTER TABLE mobility ADD COLUMN stayCountry TEXT CHECK (stayCountry IS NULL OR length(stayCountry) = 2);
ALTER TABLE mobility ADD COLUMN virtualStart TEXT CHECK ${day('virtualStart')};
ALTER TABLE mobility ADD COLUMN virtualEnd TEXT CHECK ${day('virtualEnd')}
  CHECK (virtualStart IS NULL OR virtualEnd IS NULL OR virtualStart <= virtualEnd);
`

interface OldForm {
  readonly form: string
  readonly office: string
  readonly countsWeeks: boolean
  readonly approvals: readonly string[]
}

interface OldObligation {
  readonly minimumWeeks: number
  readonly owedBy: string
  readonly isCumulative: boolean
}

/** What the ledger needs, and the school's rules as it reads them. */
export const oweWeeks: Migration = {
  version: 40,
  up: (db) => {
    db.exec(columns)
    // the settings change their shape, not their meaning: nothing for the journal, whose trigger is made again after
    db.exec('DROP TRIGGER IF EXISTS journal_setting_update; DROP TRIGGER IF EXISTS journal_setting_insert')
    rewrite(db, 'forms', ({ form, office, countsWeeks, approvals }: OldForm) => ({
      form,
      office,
      counting: { counts: countsWeeks, minimumDays: null, mostWeeks: null },
      approvals,
      steps: [],
      documents: [],
      fields: [],
      limits: {
        minimumMonths: null,
        maximumMonths: null,
        minimumSemesters: null,
        maximumSemesters: null,
        isOncePerCycle: false,
        endsBeforeLastSemester: false,
      },
    }))
    rewrite(db, 'obligations', ({ minimumWeeks, owedBy, isCumulative }: OldObligation, index) => ({
      id: `rule-${index + 1}`,
      fromCohort: null,
      toCohort: null,
      programmes: [],
      requiredWeeks: minimumWeeks,
      apprenticeWeeks: null,
      owedBy,
      exemptions: [],
      formExceptions: [],
      stays: isCumulative ? 'several' : 'one',
      minimumDays: 1,
      firstSemester: null,
      lastSemester: null,
      dayCount: 'calendar',
      rounding: 'down',
      plannedFrom: 'approved',
      validatedFrom: 'recognised',
      riskMonths: null,
      aimPercent: null,
    }))
    rewrite(db, 'programmes', (programme: { tracks: readonly { isRegional?: boolean }[] }) => ({
      ...programme,
      tracks: programme.tracks.map((track) => ({ ...track, isRegional: track.isRegional === true })),
    }))
    db.prepare(
      `INSERT INTO setting (id, value) SELECT 'curriculum', ? WHERE EXISTS (SELECT 1 FROM setting WHERE id = 'school')
        AND NOT EXISTS (SELECT 1 FROM setting WHERE id = 'curriculum')`,
    ).run(JSON.stringify({ cohortYear: 'graduation', lengthYears: 3, day: '--09-30', country: 'FR' }))
  },
}

/** Rewrites each item of a setting that is a list. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- names the old shape where it is read
function rewrite<T>(db: RawDatabase, id: string, change: (item: T, index: number) => unknown): void {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE id = ?').get(id)
  if (row === undefined) return
  const items: readonly T[] = JSON.parse(row.value)
  db.prepare('UPDATE setting SET value = ? WHERE id = ?').run(JSON.stringify(items.map(change)), id)
}
