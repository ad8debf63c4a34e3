import type { Database as RawDatabase } from 'better-sqlite3'
import { foldText, searchTokens } from '#shared/domain/text-folding.ts'
import { entityNames, entityOf, type EntityName } from '#shared/entities/index.ts'
import type { Connections } from '#core/db/open.ts'
import type { Turns } from '#core/db/turns.ts'

/**
 * Finds records by words. The index follows the journal: it knows up to which entry it has read, and catches up
 * before it is asked. So no write waits for it, and it cannot miss one, undo and imports included.
 */
export interface SearchIndex {
  readonly catchUp: () => Promise<void>
  /** The documents that hold a word beginning so. Catch up first. */
  readonly docsWith: (word: string) => DocSet
  /** Records that hold all the words, each word as the beginning of one of theirs. */
  readonly find: (
    words: string,
    entities: readonly EntityName[],
    limit: number,
  ) => Promise<readonly SearchHit[]>
}

/** Documents by number. */
export interface DocSet {
  readonly has: (docId: number) => boolean
}

export interface SearchHit {
  readonly entity: EntityName
  readonly id: string
}

const batch = 2000

export function createSearchIndex({ raw, rawReader }: Connections, turns: Turns): SearchIndex {
  const sql = prepareStatements(raw)
  const newestEntry = rawReader.prepare<[], number>('SELECT ifnull(max(seq), 0) FROM journal').pluck()
  const indexedEntry = rawReader.prepare<[], number>('SELECT journalSeq FROM searchState').pluck()
  const isBehind = () => (newestEntry.get() ?? 0) > (indexedEntry.get() ?? 0)

  const catchUp = async () => {
    while (isBehind()) {
      await turns(() => raw.transaction(() => indexNext(sql)).immediate())
      await new Promise((resolve) => setImmediate(resolve)) // a long catch-up lets other calls through
    }
  }

  const docsMatching = rawReader
    .prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?')
    .pluck()

  return {
    catchUp,
    docsWith(word) {
      const docs = docsMatching.all(matchOf([word]))
      const marks = new Uint8Array((docs.at(-1) ?? 0) + 1) // rowids come in order
      for (const doc of docs) marks[doc] = 1
      return { has: (docId) => marks[docId] === 1 }
    },
    async find(words, entities, limit) {
      const tokens = searchTokens(words)
      if (tokens.length === 0) return []
      await catchUp()
      const kinds = entities.map(() => '?').join(', ')
      return rawReader
        .prepare<unknown[], SearchHit>(
          `SELECT d.entity, d.recordId AS id FROM search JOIN searchDoc d ON d.docId = search.rowid
           WHERE search MATCH ? AND d.entity IN (${kinds}) LIMIT ?`,
        )
        .all(matchOf(tokens), ...entities, limit)
    },
  }
}

/** Each word as the beginning of one in the document. */
function matchOf(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '""')}" *`).join(' ')
}

type Sql = ReturnType<typeof prepareStatements>

function prepareStatements(raw: RawDatabase) {
  const searched = entityNames.filter((name) => entityOf(name).searched.length > 0)
  return {
    touched: raw.prepare<[number, number], { tableName: string; rowId: string }>(
      `SELECT DISTINCT tableName, rowId FROM journal
       WHERE seq > (SELECT journalSeq FROM searchState) AND seq <= (SELECT journalSeq FROM searchState) + ? LIMIT ?`,
    ),
    advance: raw.prepare(
      'UPDATE searchState SET journalSeq = min(journalSeq + ?, (SELECT max(seq) FROM journal))',
    ),
    known: raw.prepare<[string], { docId: number; words: string }>(
      'SELECT docId, words FROM searchDoc WHERE recordId = ?',
    ),
    removeWords: raw.prepare(`INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)`),
    removeDoc: raw.prepare('DELETE FROM searchDoc WHERE docId = ?'),
    addDoc: raw.prepare('INSERT INTO searchDoc (recordId, entity, words) VALUES (?, ?, ?)'),
    addWords: raw.prepare('INSERT INTO search (rowid, words) VALUES (?, ?)'),
    rowOf: new Map(
      searched.map((name) => [
        name as string,
        raw
          .prepare<[string], string>(
            `SELECT concat_ws(' ', ${entityOf(name)
              .searched.map((field) => `"${field}"`)
              .join(', ')}) FROM "${name}" WHERE id = ?`,
          )
          .pluck(),
      ]),
    ),
  }
}

function indexNext(sql: Sql): void {
  for (const { tableName, rowId } of sql.touched.all(batch, batch)) {
    const rowOf = sql.rowOf.get(tableName)
    if (rowOf === undefined) continue
    const known = sql.known.get(rowId)
    const text = rowOf.get(rowId)
    const words = text === undefined ? undefined : foldText(text)
    if (known?.words === words) continue
    if (known !== undefined) {
      sql.removeWords.run(known.docId, known.words)
      sql.removeDoc.run(known.docId)
    }
    if (words !== undefined) {
      const added = sql.addDoc.run(rowId, tableName, words)
      sql.addWords.run(added.lastInsertRowid, words)
    }
  }
  sql.advance.run(batch)
}
