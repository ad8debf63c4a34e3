import type { Migration } from '../migrate.ts'

/** What an EWP nomination says of a student who comes to us: how to write to them, and which stay it is at home. */
export const knowIncomingStudents: Migration = {
  version: 125,
  up: (db) =>
    db.exec(`
ALTER TABLE incomingStay ADD COLUMN email TEXT;
ALTER TABLE incomingStay ADD COLUMN omobilityId TEXT CHECK (omobilityId <> '');
CREATE UNIQUE INDEX incomingStayByOmobility ON incomingStay (omobilityId) WHERE omobilityId IS NOT NULL;
`),
}
