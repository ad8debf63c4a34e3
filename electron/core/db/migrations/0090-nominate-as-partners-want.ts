import type { Migration } from '../migrate.ts'

const sql = `
CREATE TABLE nominationProfile (
  id TEXT PRIMARY KEY NOT NULL,
  institutionId TEXT NOT NULL UNIQUE REFERENCES institution (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('file', 'e-mail', 'web-form', 'ewp')),
  formUrl TEXT, contactName TEXT, contactEmail TEXT, extraColumns TEXT, notes TEXT
) STRICT;

CREATE TABLE nominationTemplate (
  id TEXT PRIMARY KEY NOT NULL,
  institutionId TEXT NOT NULL UNIQUE REFERENCES institution (id) ON DELETE CASCADE,
  fileName TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  sizeBytes INTEGER NOT NULL CHECK (sizeBytes >= 0),
  sheet TEXT NOT NULL,
  headerFirst INTEGER NOT NULL CHECK (headerFirst >= 1),
  headerLast INTEGER NOT NULL CHECK (headerLast >= headerFirst),
  firstRow INTEGER NOT NULL CHECK (firstRow > headerLast),
  lastRow INTEGER CHECK (lastRow >= firstRow),
  columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;

CREATE TABLE nominationNew (
  id TEXT PRIMARY KEY NOT NULL,
  mobilityId TEXT NOT NULL REFERENCES mobility (id) ON DELETE CASCADE,
  sentOn TEXT NOT NULL CHECK (sentOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  channel TEXT NOT NULL CHECK (channel IN ('file', 'e-mail', 'web-form', 'ewp')),
  recipient TEXT,
  format TEXT NOT NULL,
  fileName TEXT,
  sha256 TEXT CHECK (length(sha256) = 64),
  sizeBytes INTEGER CHECK (sizeBytes >= 0),
  CHECK ((fileName IS NULL) = (sha256 IS NULL))
) STRICT;
INSERT INTO nominationNew (id, mobilityId, sentOn, channel, format, fileName, sha256)
  SELECT id, mobilityId, sentOn, 'file', format, fileName, sha256 FROM nomination;
DROP TRIGGER IF EXISTS journal_nomination_delete;
DROP TABLE nomination;
ALTER TABLE nominationNew RENAME TO nomination;
CREATE INDEX nominationByMobility ON nomination (mobilityId);

CREATE TABLE nominationSent (
  id TEXT PRIMARY KEY NOT NULL REFERENCES nomination (id) ON DELETE CASCADE,
  said TEXT NOT NULL CHECK (json_valid(said))
) STRICT;
`

/**
 * How each partner wants its nominations, its own workbook, and what each nomination said: with a file or, where a web
 * form was filled in, without one.
 */
export const nominateAsPartnersWant: Migration = { version: 90, up: (db) => db.exec(sql) }
