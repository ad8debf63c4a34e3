import type { Migration } from '../migrate.ts'

/** Files of the Beneficiary Module that were read back, and what they said of each mobility. */
export const readBackTheModule: Migration = {
  version: 140,
  up: (db) =>
    db.exec(`
CREATE TABLE bmReading (
  id TEXT PRIMARY KEY NOT NULL,
  readOn TEXT NOT NULL CHECK (readOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  fileName TEXT NOT NULL,
  isFeedback INTEGER NOT NULL CHECK (isFeedback IN (0, 1)),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  matched INTEGER NOT NULL CHECK (matched >= 0 AND matched <= rows),
  errors INTEGER NOT NULL CHECK (errors >= 0),
  differences INTEGER NOT NULL CHECK (differences >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE TABLE bmRemark (
  id TEXT PRIMARY KEY NOT NULL,
  readingId TEXT NOT NULL REFERENCES bmReading (id) ON DELETE CASCADE,
  mobilityId TEXT NOT NULL REFERENCES mobility (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('error', 'difference', 'draft', 'given-up', 'absent')),
  status TEXT NOT NULL CHECK (status IN ('open', 'settled')),
  label TEXT, bmField TEXT, message TEXT, ours TEXT, theirs TEXT,
  row INTEGER
) STRICT;
CREATE INDEX bmRemarkByMobility ON bmRemark (mobilityId, status);
CREATE INDEX bmRemarkByReading ON bmRemark (readingId);
`),
}
