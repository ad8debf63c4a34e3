import type { Migration } from '../migrate.ts'

const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const session = `CHECK (session GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')`

/** ATHENS sessions with their dates, what courses require, quotas by host, and who got which course. */
export const athensSessions: Migration = {
  version: 81,
  up: (db) =>
    db.exec(`
ALTER TABLE student ADD COLUMN homeInstitutionId TEXT REFERENCES institution (id);

ALTER TABLE athensCourse ADD COLUMN prerequisites TEXT;
ALTER TABLE athensCourse ADD COLUMN minEcts REAL CHECK (minEcts >= 0);
ALTER TABLE athensCourse ADD COLUMN minStudyYear INTEGER CHECK (minStudyYear >= 0);

ALTER TABLE wish ADD COLUMN meetsPrerequisites INTEGER CHECK (meetsPrerequisites IN (0, 1));

CREATE TABLE athensSession (
  id TEXT PRIMARY KEY NOT NULL,
  session TEXT NOT NULL UNIQUE ${session},
  status TEXT NOT NULL
    CHECK (status IN ('preparing', 'open', 'allocated', 'nominated', 'confirmed', 'registered', 'closed')),
  startsOn TEXT CHECK ${day('startsOn')},
  endsOn TEXT CHECK ${day('endsOn')},
  wishesDeadline TEXT CHECK ${day('wishesDeadline')},
  nominationDeadline TEXT CHECK ${day('nominationDeadline')},
  resultsOn TEXT CHECK ${day('resultsOn')},
  minChoices INTEGER NOT NULL CHECK (minChoices >= 1),
  maxChoices INTEGER NOT NULL CHECK (maxChoices >= minChoices),
  notes TEXT,
  CHECK (startsOn IS NULL OR endsOn IS NULL OR startsOn <= endsOn)
) STRICT;

CREATE TABLE athensHostQuota (
  id TEXT PRIMARY KEY NOT NULL,
  session TEXT NOT NULL ${session},
  institutionId TEXT NOT NULL REFERENCES institution (id),
  quota INTEGER NOT NULL CHECK (quota >= 0),
  notes TEXT,
  UNIQUE (session, institutionId)
) STRICT;

CREATE TABLE athensRegistration (
  id TEXT PRIMARY KEY NOT NULL,
  studentId TEXT NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  courseId TEXT NOT NULL REFERENCES athensCourse (id),
  status TEXT NOT NULL CHECK (status IN
    ('proposed', 'nominated', 'accepted', 'waiting', 'refused', 'registered', 'attended', 'absent', 'cancelled')),
  rank INTEGER CHECK (rank >= 1),
  isLocked INTEGER NOT NULL CHECK (isLocked IN (0, 1)),
  cancelReason TEXT,
  cancelAgreedBy TEXT,
  cancelAgreedOn TEXT CHECK ${day('cancelAgreedOn')},
  mobilityId TEXT REFERENCES mobility (id) ON DELETE SET NULL,
  blendedMobilityId TEXT REFERENCES mobility (id) ON DELETE SET NULL,
  notes TEXT,
  CHECK (status <> 'cancelled' OR (cancelReason IS NOT NULL AND cancelAgreedBy IS NOT NULL AND cancelAgreedOn IS NOT NULL))
) STRICT;
CREATE INDEX athensRegistrationByStudent ON athensRegistration (studentId);
CREATE INDEX athensRegistrationByCourse ON athensRegistration (courseId);
CREATE INDEX athensRegistrationByMobility ON athensRegistration (mobilityId);
`),
}
