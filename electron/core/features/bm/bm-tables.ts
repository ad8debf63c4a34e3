import type { Database as RawDatabase } from 'better-sqlite3'
import type { DerivedGroup, DerivedRow } from '#core/features/lists/derived-tables.ts'
import { checkFacts, factsOfRaw } from './check.service.ts'
import { readYears } from './bm.repo.ts'

/** What the check says of each mobility to report, so that the figures of its screen open their rows. */
export const bmTables: DerivedGroup = {
  tables: { bmCheck: 'stayId TEXT PRIMARY KEY, callId TEXT, state TEXT, errors INTEGER, warnings INTEGER' },
  compute: (raw, { today }) => ({ bmCheck: checkedStays(raw, today) }),
}

function* checkedStays(raw: RawDatabase, today: string): Generator<DerivedRow> {
  for (const academicYear of readYears(raw)) {
    const facts = factsOfRaw(raw, { academicYear, callId: null })
    const errors = new Map<string, number>()
    const warnings = new Map<string, number>()
    for (const { stayId, level } of checkFacts(facts, today)) {
      if (stayId === null) continue
      const counts = level === 'error' ? errors : warnings
      counts.set(stayId, (counts.get(stayId) ?? 0) + 1)
    }
    for (const { id, project } of facts.reported) {
      const refused = errors.get(id) ?? 0
      const toLookAt = warnings.get(id) ?? 0
      yield [
        id,
        project?.id ?? null,
        refused > 0 ? 'refused' : toLookAt > 0 ? 'look' : 'ready',
        refused,
        toLookAt,
      ]
    }
  }
}
