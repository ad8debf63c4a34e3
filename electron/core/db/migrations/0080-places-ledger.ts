import type { Migration } from '../migrate.ts'

const year = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]')`

/**
 * A number of places may be unknown; agreements say what becomes of unused places; quotas may be shared; students
 * received are counted; a stay beyond the quota says why.
 */
export const placesLedger: Migration = {
  version: 80,
  up: (db) => {
    // The journal's triggers would refuse the copy of the counts; the migration runner makes them again.
    for (const operation of ['insert', 'update', 'delete'])
      db.exec(`DROP TRIGGER IF EXISTS "journal_place_${operation}"`)
    db.exec(`
ALTER TABLE place RENAME COLUMN count TO knownCount;
ALTER TABLE place ADD COLUMN count INTEGER CHECK (count >= 0);
UPDATE place SET count = knownCount;
ALTER TABLE place DROP COLUMN knownCount;

ALTER TABLE agreement ADD COLUMN carryOver TEXT NOT NULL DEFAULT 'none'
  CHECK (carryOver IN ('none', 'unused-places', 'balance'));

ALTER TABLE mobility ADD COLUMN overbookingReason TEXT;

CREATE TABLE quotaPool (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  academicYear TEXT CHECK ${year('academicYear')},
  total INTEGER CHECK (total >= 0),
  notes TEXT
) STRICT;

CREATE TABLE quotaPoolMember (
  id TEXT PRIMARY KEY NOT NULL,
  poolId TEXT NOT NULL REFERENCES quotaPool (id) ON DELETE CASCADE,
  conditionId TEXT NOT NULL REFERENCES condition (id) ON DELETE CASCADE,
  programme TEXT,
  reserved INTEGER CHECK (reserved >= 0),
  notes TEXT
) STRICT;
CREATE UNIQUE INDEX quotaPoolMemberOnce ON quotaPoolMember (poolId, conditionId, ifnull(programme, ''));
CREATE INDEX quotaPoolMemberByCondition ON quotaPoolMember (conditionId);

CREATE TABLE incomingCount (
  id TEXT PRIMARY KEY NOT NULL,
  conditionId TEXT NOT NULL REFERENCES condition (id) ON DELETE CASCADE,
  academicYear TEXT NOT NULL CHECK ${year('academicYear')},
  semester TEXT NOT NULL CHECK (semester IN ('autumn', 'spring', 'year')),
  people INTEGER NOT NULL CHECK (people >= 0),
  months REAL CHECK (months >= 0),
  notes TEXT
) STRICT;
CREATE UNIQUE INDEX incomingCountByPeriod ON incomingCount (conditionId, academicYear, semester);
`)
  },
}
