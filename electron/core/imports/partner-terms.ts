import type { FieldValue } from '#shared/entities/fields.ts'
import type { AgreementRow, PlaceRow } from './office-partners.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import type { TargetKey } from './targets.ts'

export type AgreementKind = AgreementRow['kind']
export type PlaceSemester = PlaceRow['semester']

/** Options of a list of partners, all decided. */
export interface PartnerOptions {
  readonly academicYear: string
  readonly semester: PlaceSemester
  readonly agreementKind: AgreementKind | undefined
  readonly agreements: boolean
  /** The academic year of today: an agreement that ended before it is not active. */
  readonly currentYear: string
}

/** The places of one row in one column: a count for a period and a programme. */
export interface PlaceTerm {
  readonly academicYear: string
  readonly semester: PlaceSemester
  readonly programme: string | null
  readonly count: number
}

/** Reads the values of rows of partners by target. */
export interface PartnerReading {
  readonly reader: RowReader
  readonly options: PartnerOptions
  value(read: Pick<RowRead, 'values'>, key: TargetKey): FieldValue
  text(read: Pick<RowRead, 'values'>, key: TargetKey): string | null
}

export function createPartnerReading(reader: RowReader, options: PartnerOptions): PartnerReading {
  const value = (read: Pick<RowRead, 'values'>, key: TargetKey): FieldValue => {
    const slot = reader.slotOf.get(key)
    return slot === undefined ? null : (read.values[slot] ?? null)
  }
  const text = (read: Pick<RowRead, 'values'>, key: TargetKey): string | null => {
    const found = value(read, key)
    return typeof found === 'string' ? found : null
  }
  return { reader, options, value, text }
}

const agreementKinds: readonly AgreementKind[] = ['erasmus', 'exchange', 'double-degree', 'athens', 'other']
const semesters: readonly PlaceSemester[] = ['any', 'autumn', 'spring', 'year']

/** The kind of agreement that a row says, if it says one. */
export function kindGiven({ options, text }: PartnerReading, read: RowRead): AgreementKind | undefined {
  const given = text(read, 'agreement.kind')
  return agreementKinds.find((kind) => kind === given) ?? options.agreementKind
}

/** The conditions of one partner differ by field of study and level; rows that say neither share one. */
export function conditionKey({ text }: PartnerReading, read: RowRead): string {
  return `${text(read, 'condition.iscedCodes') ?? ''}|${text(read, 'condition.eqfLevels') ?? ''}`
}

/** The places of a row by column of places; undefined where the cell is blank, which is unknown and not none. */
export function placesOf(reading: PartnerReading, read: RowRead): readonly (PlaceTerm | undefined)[] {
  const { reader, options, text } = reading
  if (read.places.length === 0) return []
  const rowYear = text(read, 'academicYear')
  const rowSemester = semesters.find((known) => known === text(read, 'semester'))
  const rowProgramme = text(read, 'programme')
  return read.places.map((count, at) => {
    const label = reader.placeColumns[at]?.place ?? {}
    if (count === null) return undefined
    const programme = [rowProgramme, label.programme ?? null].filter((part) => part !== null).join(' – ')
    return {
      academicYear: label.academicYear ?? rowYear ?? options.academicYear,
      semester: label.semester ?? rowSemester ?? options.semester,
      programme: programme === '' ? null : programme,
      count,
    }
  })
}

/** What makes two counts the same place of one condition. */
export function placeKey({
  academicYear,
  semester,
  programme,
}: Pick<PlaceTerm, 'academicYear' | 'semester' | 'programme'>): string {
  return `${academicYear}|${semester}|${programme ?? ''}`
}
