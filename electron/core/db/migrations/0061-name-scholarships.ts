import type { Migration } from '../migrate.ts'

/**
 * A scholarship is *none* or a level, `0bis` among them: a number could not say that a student has none. The triggers
 * that name the old column are made anew after the step.
 */
export const nameScholarships: Migration = {
  version: 61,
  up: (db) =>
    db.exec(`
DROP TRIGGER IF EXISTS journal_student_update;
DROP TRIGGER IF EXISTS journal_student_delete;
ALTER TABLE student ADD COLUMN scholarship TEXT
  CHECK (scholarship IN ('none', '0bis', '1', '2', '3', '4', '5', '6', '7'));
UPDATE student SET scholarship = CASE scholarshipLevel WHEN 0 THEN '0bis' ELSE CAST(scholarshipLevel AS TEXT) END
  WHERE scholarshipLevel IS NOT NULL;
ALTER TABLE student DROP COLUMN scholarshipLevel;
`),
}
