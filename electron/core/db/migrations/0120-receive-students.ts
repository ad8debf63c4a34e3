import type { Migration } from '../migrate.ts'

const year = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]')`
const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/** Students whom we receive, one row per stay; and where the bands of durations begin in reports. */
export const receiveStudents: Migration = {
  version: 120,
  up: (db) =>
    db.exec(`
CREATE TABLE incomingStay (
  id TEXT PRIMARY KEY NOT NULL,
  institutionId TEXT NOT NULL REFERENCES institution (id),
  conditionId TEXT REFERENCES condition (id),
  familyName TEXT NOT NULL CHECK (familyName <> ''),
  givenNames TEXT,
  gender TEXT CHECK (gender IN ('0', '1', '2', '9')),
  nationality TEXT CHECK (nationality IS NULL OR length(nationality) = 2),
  form TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('nominated', 'accepted', 'arrived', 'left', 'cancelled')),
  academicYear TEXT NOT NULL CHECK ${year('academicYear')},
  semester TEXT CHECK (semester IN ('autumn', 'spring', 'year')),
  start TEXT CHECK ${day('start')},
  "end" TEXT CHECK ${day('"end"')},
  programme TEXT, notes TEXT,
  CHECK (start IS NULL OR "end" IS NULL OR start <= "end")
) STRICT;
CREATE INDEX incomingStayByInstitution ON incomingStay (institutionId);
CREATE INDEX incomingStayByCondition ON incomingStay (conditionId);
CREATE INDEX incomingStayByYear ON incomingStay (academicYear, status);
`),
}
