import type { Database as RawDatabase } from 'better-sqlite3'
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
} from 'kysely'
import type { Database } from './schema.ts'

/** Builds queries that are only written down: what is worked out for lists is read at once, without waiting. */
export function createQueryBuilder(): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

/** The rows of a query, at once. */
export function readNow<T>(raw: RawDatabase, query: Compilable<T>): readonly T[] {
  const { sql, parameters } = query.compile()
  return raw.prepare<unknown[], T>(sql).all(...parameters)
}
