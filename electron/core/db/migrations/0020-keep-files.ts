import type { Migration } from '../migrate.ts'

/** Files kept inside the office file, by content: whatever refers to one holds its SHA-256. */
export const keepFiles: Migration = {
  version: 20,
  up: (db) =>
    db.exec(`
CREATE TABLE fileContent (
  sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
  sizeBytes INTEGER NOT NULL CHECK (sizeBytes >= 0),
  bytes BLOB NOT NULL
) STRICT;
`),
}
