import type { Database as RawDatabase } from 'better-sqlite3'
import { documentState, dueDate, expiryDate } from '#shared/domain/documents.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

/**
 * The rules of documents as functions of SQL, so that a list can show, filter and count documents that are awaited and
 * have no row yet, by the same rules as everywhere:
 * `document_due(from, days, start, end)`, `document_expiry(months, issuedOn, receivedOn)` and
 * `document_state(status, dueOn, expiresOn, neededFor, mobilityStatus, stayEnd, today)`.
 */
export function installDocumentFunctions(raw: RawDatabase): void {
  const options = { deterministic: true, directOnly: true }
  raw.function(
    'document_due',
    options,
    (from: unknown, days: unknown, start: unknown, end: unknown): string | null => {
      if ((from !== 'start' && from !== 'end') || typeof days !== 'number') return null
      const stay = {
        plannedStart: textOf(start),
        plannedEnd: textOf(end),
        actualStart: null,
        actualEnd: null,
      }
      return dueDate({ dueFrom: from, dueDays: days }, stay)
    },
  )
  raw.function('document_expiry', options, (months: unknown, issuedOn: unknown, receivedOn: unknown) =>
    expiryDate(typeof months === 'number' ? months : null, textOf(issuedOn), textOf(receivedOn)),
  )
  raw.function(
    'document_state',
    options,
    (
      status: unknown,
      dueOn: unknown,
      expiresOn: unknown,
      neededFor: unknown,
      mobilityStatus: unknown,
      stayEnd: unknown,
      today: unknown,
    ): string =>
      documentState(
        {
          status: status === 'received' || status === 'waived' ? status : 'missing',
          dueOn: textOf(dueOn),
          expiresOn: textOf(expiresOn),
          neededFor: textOf(neededFor),
          mobilityStatus: String(mobilityStatus),
          stayEnd: textOf(stayEnd),
        },
        String(today),
      ),
  )
}
