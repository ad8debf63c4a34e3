import type { School } from '#shared/contract/settings.ts'
import { cycleOfLevel } from '#shared/domain/nomination.ts'
import {
  nominationValueKeys,
  type NominationValue,
  type NominationValueKey,
  type NominationValues,
} from '#shared/domain/nomination-values.ts'
import type { ErasmusNominee } from '#core/features/nominations/erasmus-candidates.ts'
import type { Words } from './define-export.ts'
import { erasmusColumns } from './erasmus-columns.ts'

const columnsByHeader = new Map<string, (typeof erasmusColumns)[number]>(
  erasmusColumns.map((column) => [column.header, column]),
)

/** What stands behind the words of a value, where it is not the words. */
const codes: Readonly<
  Partial<Record<NominationValueKey, (nominee: ErasmusNominee) => string | null | undefined>>
> = {
  gender: ({ gender }) => gender,
  nationality: ({ nationality }) => nationality,
  cycle: ({ eqfLevel }) => cycleOfLevel(eqfLevel),
  form: ({ form }) => form,
  period: ({ semester }) => semester,
}

/** All that a nomination can say of a student, in the words of one language and as codes. */
export function nominationValues(nominee: ErasmusNominee, school: School, words: Words): NominationValues {
  const valueOf = (key: NominationValueKey): NominationValue => {
    if (key === 'fullName') return textValue(`${nominee.familyName} ${nominee.givenNames}`.trim())
    const column = columnsByHeader.get(`nomination.column.${key}`)
    if (column === undefined) throw new Error(`No column says ${key}`)
    const value = column.value(nominee, school, words)
    if (value === null || value === '') return { text: null, code: null, kind: 'text' }
    if (column.format === 'date') return { text: String(value), code: String(value), kind: 'date' }
    if (typeof value === 'number') return { text: String(value), code: String(value), kind: 'number' }
    return { text: value, code: codes[key]?.(nominee) ?? value, kind: 'text' }
  }
  const made: Partial<Record<NominationValueKey, NominationValue>> = {}
  for (const key of nominationValueKeys) made[key] = valueOf(key)
  return complete(made)
}

function textValue(text: string): NominationValue {
  return text === '' ? { text: null, code: null, kind: 'text' } : { text, code: text, kind: 'text' }
}

function complete(made: Partial<Record<NominationValueKey, NominationValue>>): NominationValues {
  const isComplete = (values: Partial<NominationValues>): values is NominationValues =>
    nominationValueKeys.every((key) => values[key] !== undefined)
  if (!isComplete(made)) throw new Error('A value was left out')
  return made
}

/** What nominations say of some students, by the stay. */
export function saidOfAll(
  nominees: readonly ErasmusNominee[],
  school: School,
  words: Words,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(
    nominees.map((nominee) => [nominee.mobilityId, saidOf(nominationValues(nominee, school, words))]),
  )
}

/** What was said, as it is kept to be compared with what will be said: only what is known, as codes. */
export function saidOf(values: NominationValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    nominationValueKeys.flatMap((key) => {
      const { code } = values[key]
      return code === null ? [] : [[key, code]]
    }),
  )
}
