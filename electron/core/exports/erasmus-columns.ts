import { isCivilDate } from '#shared/domain/civil-date.ts'
import { iscedFLabel, isIscedF } from '#shared/domain/isced-f.ts'
import { parseLanguageSkills } from '#shared/domain/languages.ts'
import { calendarDays } from '#shared/domain/period.ts'
import type { ErasmusNominee } from '#core/features/nominations/erasmus-candidates.ts'
import type { WorkbookCell } from '#core/workbooks/workbook-types.ts'
import type { Words } from './define-export.ts'
import {
  choiceWord,
  columnMaker,
  countryWord,
  cycleWord,
  type NominationColumn,
} from './nomination-columns.ts'

const column = columnMaker<ErasmusNominee>()

/**
 * The superset of what hosts ask for. Sources: nomination pages of hosts, and the mandatory fields of EWP outgoing
 * mobilities 3.0. The office's own notes on a stay never leave it: the comment is the stay's subject.
 */
export const erasmusColumns: readonly NominationColumn<ErasmusNominee>[] = [
  column('nomination.column.sendingName', (_, school) => school.name),
  column('nomination.column.sendingCode', (_, school) => school.erasmusCode),
  column('nomination.column.coordinatorName', (_, school) => school.coordinatorName),
  column('nomination.column.coordinatorEmail', (_, school) => school.coordinatorEmail),
  column('nomination.column.familyName', ({ familyName }) => familyName),
  column('nomination.column.givenNames', ({ givenNames }) => givenNames),
  column('nomination.column.gender', ({ gender }, _, words) =>
    choiceWord('student', 'gender', gender, words),
  ),
  column('nomination.column.birthDate', ({ birthDate }) => birthDate, 'date'),
  column('nomination.column.nationality', ({ nationality }, _, words) => countryWord(nationality, words)),
  column('nomination.column.email', ({ email }) => email),
  column('nomination.column.phone', ({ phone }) => phone),
  column('nomination.column.esi', ({ esi }) => esi),
  column('nomination.column.studentNumber', ({ studentNumber }) => studentNumber),
  column('nomination.column.fieldCode', ({ field }) => field ?? null),
  column('nomination.column.fieldName', ({ field }, _, words) => fieldWord(field, words)),
  column('nomination.column.cycle', ({ eqfLevel }, _, words) => cycleWord(eqfLevel, words)),
  column('nomination.column.studyYear', ({ studyYear }) => studyYear, 'number'),
  column('nomination.column.ects', ({ ectsAcquired }) => ectsAcquired, 'number'),
  column('nomination.column.department', ({ department }) => department),
  column('nomination.column.programme', ({ programme }) => programme),
  column('nomination.column.hostName', ({ hostName }) => hostName),
  column('nomination.column.hostCode', ({ hostErasmusCode }) => hostErasmusCode),
  column('nomination.column.form', ({ form }, _, words) => choiceWord('mobility', 'form', form, words)),
  column('nomination.column.academicYear', ({ academicYear }) => academicYear),
  column('nomination.column.period', ({ semester }, _, words) =>
    choiceWord('mobility', 'semester', semester, words),
  ),
  column('nomination.column.plannedStart', ({ plannedStart }) => plannedStart, 'date'),
  column('nomination.column.plannedEnd', ({ plannedEnd }) => plannedEnd, 'date'),
  column('nomination.column.months', monthsPlanned, 'number'),
  column('nomination.column.languages', ({ languages }, _, words) => languageWords(languages, words)),
  column('nomination.column.agreement', ({ agreementReference }) => agreementReference),
  column('nomination.column.comment', ({ title }) => title),
]

function fieldWord(code: string | undefined, { language }: Words): WorkbookCell {
  return code !== undefined && isIscedF(code) ? iscedFLabel(code, language) : null
}

/** Months of 30 days, both ends counted, to one decimal. */
function monthsPlanned({ plannedStart, plannedEnd }: ErasmusNominee): WorkbookCell {
  if (plannedStart === null || plannedEnd === null) return null
  if (!isCivilDate(plannedStart) || !isCivilDate(plannedEnd)) return null
  return Math.round(calendarDays({ start: plannedStart, end: plannedEnd }) / 3) / 10
}

/** `en:B2, de` → `English B2, German`. */
function languageWords(skills: string | null, { t, formats }: Words): WorkbookCell {
  if (skills === null) return null
  const read = parseLanguageSkills(skills)
  if (!read.ok) return skills
  return read.value
    .map(({ language, level }) => {
      const name = formats.language(language)
      if (level === 'NS') return t('nomination.native', { language: name })
      return level === undefined ? name : `${name} ${level}`
    })
    .join(', ')
}
