import type { Migration } from '../migrate.ts'

const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

/**
 * What an EWP document says of an agreement beyond what was kept so far, and the parts of documents that no field holds:
 * kept as they were read, so that a document goes out as complete as it came in.
 */
export const keepEwp: Migration = {
  version: 100,
  up: (db) =>
    db.exec(`
ALTER TABLE agreement ADD COLUMN iiaId TEXT;
ALTER TABLE agreement ADD COLUMN partnerIiaId TEXT;
ALTER TABLE agreement ADD COLUMN partnerReference TEXT;
ALTER TABLE agreement ADD COLUMN ounitId TEXT;
ALTER TABLE agreement ADD COLUMN partnerOunitId TEXT;
ALTER TABLE agreement ADD COLUMN signatory TEXT;
ALTER TABLE agreement ADD COLUMN partnerSignatory TEXT;
ALTER TABLE agreement ADD COLUMN partnerSignedOn TEXT CHECK ${day('partnerSignedOn')};
ALTER TABLE condition ADD COLUMN sendingOunitId TEXT;
ALTER TABLE condition ADD COLUMN receivingOunitId TEXT;
ALTER TABLE condition ADD COLUMN otherTerms TEXT;
CREATE TABLE ewpSource (
  id TEXT PRIMARY KEY NOT NULL,
  agreementId TEXT REFERENCES agreement (id) ON DELETE CASCADE,
  conditionId TEXT REFERENCES condition (id) ON DELETE CASCADE,
  mobilityId TEXT REFERENCES mobility (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('agreement', 'condition', 'nomination', 'learning-agreement')),
  position INTEGER NOT NULL CHECK (position >= 0),
  document TEXT NOT NULL CHECK (json_valid(document)),
  CHECK ((agreementId IS NOT NULL) + (conditionId IS NOT NULL) + (mobilityId IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX ewpSourceByAgreement ON ewpSource (agreementId) WHERE agreementId IS NOT NULL;
CREATE UNIQUE INDEX ewpSourceByCondition ON ewpSource (conditionId) WHERE conditionId IS NOT NULL;
CREATE UNIQUE INDEX ewpSourceByMobility ON ewpSource (mobilityId, part) WHERE mobilityId IS NOT NULL;
`),
}
