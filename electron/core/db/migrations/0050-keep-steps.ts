import type { Migration } from '../migrate.ts'

const day = (column: string) =>
  `CHECK (${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/** Fields that only some forms of stay have, and the day of each step that a stay enters. */
export const keepSteps: Migration = {
  version: 50,
  up: (db) =>
    db.exec(`
ALTER TABLE mobility ADD COLUMN degree TEXT;
ALTER TABLE mobility ADD COLUMN studySemester TEXT
  CHECK (studySemester IS NULL OR studySemester IN ('S5', 'S6', 'S7', 'S8', 'S9', 'S9*', 'S10'));
ALTER TABLE mobility ADD COLUMN supervisorName TEXT;
ALTER TABLE mobility ADD COLUMN supervisorEmail TEXT;
ALTER TABLE mobility ADD COLUMN workAddress TEXT;
ALTER TABLE mobility ADD COLUMN agreementSignedOn TEXT ${day('agreementSignedOn')};
ALTER TABLE mobility ADD COLUMN committeeDecision TEXT
  CHECK (committeeDecision IS NULL OR committeeDecision IN ('granted', 'refused'));
ALTER TABLE mobility ADD COLUMN committeeOn TEXT ${day('committeeOn')};
ALTER TABLE mobility ADD COLUMN committeeMinutes TEXT;

ALTER TABLE student ADD COLUMN repeatsAfterS5 INTEGER CHECK (repeatsAfterS5 IS NULL OR repeatsAfterS5 BETWEEN 0 AND 10);

CREATE TABLE mobilityStep (
  id TEXT PRIMARY KEY NOT NULL,
  mobilityId TEXT NOT NULL REFERENCES mobility (id) ON DELETE CASCADE,
  fromStep TEXT NOT NULL,
  step TEXT NOT NULL,
  movedOn TEXT NOT NULL ${day('movedOn')},
  remark TEXT
) STRICT;
CREATE INDEX mobilityStepByMobility ON mobilityStep (mobilityId);
`),
}
