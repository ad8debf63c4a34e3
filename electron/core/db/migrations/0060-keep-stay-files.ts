import type { Migration } from '../migrate.ts'

const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const year = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]')`
const flag = (column: string) => `(${column} IN (0, 1))`
const ofStay = 'mobilityId TEXT NOT NULL REFERENCES mobility (id) ON DELETE CASCADE'

const stayFile = `
CREATE TABLE interruption (
  id TEXT PRIMARY KEY NOT NULL, ${ofStay},
  start TEXT NOT NULL CHECK ${day('start')},
  "end" TEXT NOT NULL CHECK ${day('"end"')},
  reason TEXT,
  CHECK (start <= "end")
) STRICT;
CREATE INDEX interruptionByMobility ON interruption (mobilityId);

CREATE TABLE document (
  id TEXT PRIMARY KEY NOT NULL, ${ofStay},
  kind TEXT NOT NULL, title TEXT,
  status TEXT NOT NULL CHECK (status IN ('missing', 'received', 'waived')),
  certifiedDate TEXT CHECK ${day('certifiedDate')},
  dueOn TEXT CHECK ${day('dueOn')},
  receivedOn TEXT CHECK ${day('receivedOn')},
  issuedOn TEXT CHECK ${day('issuedOn')},
  expiresOn TEXT CHECK ${day('expiresOn')},
  fileName TEXT,
  sha256 TEXT CHECK (sha256 IS NULL OR length(sha256) = 64),
  sizeBytes INTEGER CHECK (sizeBytes >= 0),
  notes TEXT,
  CHECK (issuedOn IS NULL OR expiresOn IS NULL OR issuedOn <= expiresOn)
) STRICT;
CREATE INDEX documentByMobility ON document (mobilityId, kind);
`

const learningAgreement = `
CREATE TABLE laComponent (
  id TEXT PRIMARY KEY NOT NULL, ${ofStay},
  version INTEGER NOT NULL CHECK (version >= 1),
  "table" TEXT NOT NULL CHECK ("table" IN ('A', 'B', 'C')),
  title TEXT NOT NULL CHECK (title <> ''), code TEXT, term INTEGER,
  ects REAL CHECK (ects >= 0),
  recognitionConditions TEXT,
  status TEXT NOT NULL CHECK (status IN ('inserted', 'deleted')),
  reasonCode TEXT, reasonText TEXT
) STRICT;
CREATE INDEX laComponentByMobility ON laComponent (mobilityId, version);

CREATE TABLE laSignature (
  id TEXT PRIMARY KEY NOT NULL, ${ofStay},
  version INTEGER NOT NULL CHECK (version >= 1),
  role TEXT NOT NULL CHECK (role IN ('student', 'sending', 'receiving')),
  signerName TEXT, position TEXT, email TEXT,
  signedOn TEXT CHECK ${day('signedOn')},
  UNIQUE (mobilityId, version, role)
) STRICT;

CREATE TABLE transcriptLine (
  id TEXT PRIMARY KEY NOT NULL, ${ofStay},
  code TEXT, title TEXT NOT NULL CHECK (title <> ''), term INTEGER,
  ects REAL CHECK (ects >= 0),
  grade TEXT, convertedGrade TEXT,
  result TEXT NOT NULL CHECK (result IN ('passed', 'failed'))
) STRICT;
CREATE INDEX transcriptLineByMobility ON transcriptLine (mobilityId);

ALTER TABLE mobility ADD COLUMN automaticRecognition INTEGER CHECK ${flag('automaticRecognition')};
ALTER TABLE mobility ADD COLUMN recognitionExplanation TEXT;
ALTER TABLE mobility ADD COLUMN ectsAsked REAL CHECK (ectsAsked >= 0);
ALTER TABLE mobility ADD COLUMN ectsObtained REAL CHECK (ectsObtained >= 0);
ALTER TABLE mobility ADD COLUMN gradeConversionNote TEXT;
ALTER TABLE mobility ADD COLUMN recognitionDecision TEXT CHECK (recognitionDecision IN ('full', 'partial', 'none'));
ALTER TABLE mobility ADD COLUMN recognisedOn TEXT CHECK ${day('recognisedOn')};
`

const money = `
ALTER TABLE student ADD COLUMN scholarshipLevel INTEGER CHECK (scholarshipLevel BETWEEN 0 AND 7);

CREATE TABLE aidScheme (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''), funder TEXT,
  isOpen INTEGER NOT NULL CHECK ${flag('isOpen')},
  amountKind TEXT NOT NULL CHECK (amountKind IN ('once', 'per-month', 'per-week', 'per-day', 'erasmus-grant', 'free')),
  rate REAL CHECK (rate >= 0), ceiling REAL CHECK (ceiling >= 0),
  forms TEXT, countryGroups TEXT, hostCountries TEXT, nationalities TEXT, studentStatus TEXT,
  minDays INTEGER CHECK (minDays >= 0), maxDays INTEGER CHECK (maxDays >= 0),
  minScholarshipLevel INTEGER CHECK (minScholarshipLevel BETWEEN 0 AND 7),
  needsPartner INTEGER NOT NULL CHECK ${flag('needsPartner')},
  excludesOthers INTEGER NOT NULL CHECK ${flag('excludesOthers')},
  firstYear TEXT CHECK ${year('firstYear')}, lastYear TEXT CHECK ${year('lastYear')},
  source TEXT, certainty TEXT, notes TEXT,
  CHECK (minDays IS NULL OR maxDays IS NULL OR minDays <= maxDays)
) STRICT;

CREATE TABLE funding (
  id TEXT PRIMARY KEY NOT NULL, ${ofStay},
  schemeId TEXT NOT NULL REFERENCES aidScheme (id),
  status TEXT NOT NULL CHECK (status IN ('asked', 'granted', 'refused')),
  amountAsked REAL CHECK (amountAsked >= 0),
  amountGranted REAL CHECK (amountGranted >= 0),
  askedOn TEXT CHECK ${day('askedOn')},
  decidedOn TEXT CHECK ${day('decidedOn')},
  reference TEXT, notes TEXT
) STRICT;
CREATE INDEX fundingByMobility ON funding (mobilityId);
CREATE INDEX fundingByScheme ON funding (schemeId);

CREATE TABLE instalment (
  id TEXT PRIMARY KEY NOT NULL,
  fundingId TEXT NOT NULL REFERENCES funding (id) ON DELETE CASCADE,
  amount REAL NOT NULL CHECK (amount >= 0),
  dueOn TEXT CHECK ${day('dueOn')},
  paidOn TEXT CHECK ${day('paidOn')},
  notes TEXT
) STRICT;
CREATE INDEX instalmentByFunding ON instalment (fundingId);
`

/** The file of a stay: its documents, its learning agreement and recognition, its interruptions, its aids. */
export const keepStayFiles: Migration = {
  version: 60,
  up: (db) => db.exec(stayFile + learningAgreement + money),
}
