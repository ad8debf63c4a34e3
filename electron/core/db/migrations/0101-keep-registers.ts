import type { Migration } from '../migrate.ts'

const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/** Releases of the list of holders of an Erasmus charter, each kept whole with its date. */
export const keepRegisters: Migration = {
  version: 101,
  up: (db) =>
    db.exec(`
CREATE TABLE register (
  id TEXT PRIMARY KEY NOT NULL,
  listDate TEXT NOT NULL CHECK ${day('listDate')},
  entries INTEGER NOT NULL CHECK (entries >= 0),
  fileName TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64)
) STRICT;
CREATE TABLE registerEntry (
  id TEXT PRIMARY KEY NOT NULL,
  registerId TEXT NOT NULL REFERENCES register (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  erasmusCode TEXT, pic TEXT, oid TEXT,
  country TEXT CHECK (country IS NULL OR length(country) = 2),
  city TEXT, street TEXT, postCode TEXT, website TEXT,
  startsOn TEXT CHECK ${day('startsOn')},
  endsOn TEXT CHECK ${day('endsOn')},
  proposal TEXT,
  row INTEGER NOT NULL
) STRICT;
CREATE INDEX registerEntryByRegister ON registerEntry (registerId);
`),
}
