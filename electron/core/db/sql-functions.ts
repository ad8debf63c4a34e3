import type { Database as RawDatabase } from 'better-sqlite3'
import { foldText } from '#shared/domain/text-folding.ts'
import { worldRegionOf } from '#shared/domain/world-regions.ts'
import { installDocumentFunctions } from './document-functions.ts'

/**
 * Functions that queries may use, absent from the schema itself (`trusted_schema` is off, and any SQLite tool can
 * open the file): `fold(text)` compares without regard to case and accents; `worldRegion(country)` is a region of
 * reports; those of documents give the rules of `shared/domain/documents.ts`.
 */
export function installSqlFunctions(raw: RawDatabase): void {
  const options = { deterministic: true, directOnly: true }
  raw.function('worldRegion', options, (country: unknown) =>
    typeof country === 'string' ? (worldRegionOf(country) ?? null) : null,
  )
  installDocumentFunctions(raw)
  raw.function('fold', options, (value: unknown) => (typeof value === 'string' ? foldText(value) : value))
}
