import type { AidScheme } from '#shared/domain/funding.ts'
import type { RecordRow } from '#core/db/schema.ts'

/** The rules of an aid as its record keeps them: lists are divided by commas. */
export function schemeOf(row: RecordRow<'aidScheme'>): AidScheme {
  return {
    ...row,
    isOpen: row.isOpen === 1,
    needsPartner: row.needsPartner === 1,
    excludesOthers: row.excludesOthers === 1,
    forms: partsOf(row.forms),
    countryGroups: partsOf(row.countryGroups),
    hostCountries: partsOf(row.hostCountries),
    nationalities: partsOf(row.nationalities),
  }
}

function partsOf(text: string | null): readonly string[] {
  return text === null ? [] : text.split(',').map((part) => part.trim())
}
