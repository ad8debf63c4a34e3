import type { Migration } from '../migrate.ts'

const year = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]')`
const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const flag = (column: string) => `(${column} IN (0, 1))`

const tables = `
CREATE TABLE institution (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  nameEn TEXT, shortName TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('university', 'company', 'laboratory', 'network', 'other')),
  country TEXT CHECK (country IS NULL OR length(country) = 2),
  city TEXT,
  erasmusCode TEXT UNIQUE, pic TEXT UNIQUE, oid TEXT UNIQUE, schac TEXT, ror TEXT, localCode TEXT,
  isAthensMember INTEGER NOT NULL CHECK ${flag('isAthensMember')},
  website TEXT, contactName TEXT, contactEmail TEXT, phone TEXT, nominationLanguage TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  notes TEXT
) STRICT;

CREATE TABLE agreement (
  id TEXT PRIMARY KEY NOT NULL,
  institutionId TEXT NOT NULL REFERENCES institution (id),
  kind TEXT NOT NULL CHECK (kind IN ('erasmus', 'exchange', 'double-degree', 'athens', 'other')),
  reference TEXT,
  status TEXT NOT NULL CHECK (status IN ('draft', 'active', 'ended')),
  firstYear TEXT CHECK ${year('firstYear')},
  lastYear TEXT CHECK ${year('lastYear')},
  signedOn TEXT CHECK ${day('signedOn')},
  autumnDeadline TEXT, springDeadline TEXT, notes TEXT,
  CHECK (firstYear IS NULL OR lastYear IS NULL OR firstYear <= lastYear)
) STRICT;
CREATE INDEX agreementByInstitution ON agreement (institutionId);

CREATE TABLE condition (
  id TEXT PRIMARY KEY NOT NULL,
  agreementId TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  direction TEXT NOT NULL CHECK (direction IN ('outgoing', 'incoming')),
  kind TEXT NOT NULL CHECK (kind IN ('student-studies', 'student-traineeship', 'staff-teaching', 'staff-training')),
  firstYear TEXT CHECK ${year('firstYear')},
  lastYear TEXT CHECK ${year('lastYear')},
  peoplePerYear INTEGER CHECK (peoplePerYear >= 0),
  monthsPerYear REAL CHECK (monthsPerYear >= 0),
  daysPerYear REAL CHECK (daysPerYear >= 0),
  iscedCodes TEXT, eqfLevels TEXT, languages TEXT,
  isBlended INTEGER NOT NULL CHECK ${flag('isBlended')},
  notes TEXT,
  CHECK (firstYear IS NULL OR lastYear IS NULL OR firstYear <= lastYear)
) STRICT;
CREATE INDEX conditionByAgreement ON condition (agreementId);

CREATE TABLE place (
  id TEXT PRIMARY KEY NOT NULL,
  conditionId TEXT NOT NULL REFERENCES condition (id) ON DELETE CASCADE,
  academicYear TEXT NOT NULL CHECK ${year('academicYear')},
  semester TEXT NOT NULL CHECK (semester IN ('any', 'autumn', 'spring', 'year')),
  programme TEXT,
  count INTEGER NOT NULL CHECK (count >= 0),
  notes TEXT
) STRICT;
CREATE UNIQUE INDEX placeByPeriod ON place (conditionId, academicYear, semester, ifnull(programme, ''));

CREATE TABLE student (
  id TEXT PRIMARY KEY NOT NULL,
  studentNumber TEXT NOT NULL UNIQUE CHECK (studentNumber <> ''),
  familyName TEXT NOT NULL, givenNames TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('0', '1', '2', '9')),
  birthDate TEXT CHECK ${day('birthDate')},
  nationality TEXT CHECK (nationality IS NULL OR length(nationality) = 2),
  email TEXT, phone TEXT,
  cohort TEXT, programme TEXT, track TEXT, department TEXT,
  studyYear INTEGER, eqfLevel INTEGER CHECK (eqfLevel BETWEEN 1 AND 8),
  iscedCode TEXT,
  ectsAcquired REAL CHECK (ectsAcquired >= 0),
  status TEXT NOT NULL CHECK (status IN ('student', 'apprentice')),
  isSchooledInFrance INTEGER NOT NULL CHECK ${flag('isSchooledInFrance')},
  languages TEXT, esi TEXT UNIQUE, notes TEXT
) STRICT;

CREATE TABLE mobility (
  id TEXT PRIMARY KEY NOT NULL,
  studentId TEXT NOT NULL REFERENCES student (id),
  form TEXT NOT NULL,
  status TEXT NOT NULL,
  institutionId TEXT REFERENCES institution (id),
  conditionId TEXT REFERENCES condition (id),
  academicYear TEXT NOT NULL CHECK ${year('academicYear')},
  semester TEXT CHECK (semester IN ('autumn', 'spring', 'year')),
  plannedStart TEXT CHECK ${day('plannedStart')},
  plannedEnd TEXT CHECK ${day('plannedEnd')},
  actualStart TEXT CHECK ${day('actualStart')},
  actualEnd TEXT CHECK ${day('actualEnd')},
  iscedCode TEXT, language TEXT, title TEXT, notes TEXT,
  CHECK (plannedStart IS NULL OR plannedEnd IS NULL OR plannedStart <= plannedEnd),
  CHECK (actualStart IS NULL OR actualEnd IS NULL OR actualStart <= actualEnd)
) STRICT;
CREATE INDEX mobilityByStudent ON mobility (studentId);
CREATE INDEX mobilityByInstitution ON mobility (institutionId);
CREATE INDEX mobilityByCondition ON mobility (conditionId);
CREATE INDEX mobilityByYear ON mobility (academicYear, status);

CREATE TABLE nomination (
  id TEXT PRIMARY KEY NOT NULL,
  mobilityId TEXT NOT NULL REFERENCES mobility (id) ON DELETE CASCADE,
  sentOn TEXT NOT NULL CHECK ${day('sentOn')},
  format TEXT NOT NULL,
  fileName TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX nominationByMobility ON nomination (mobilityId);

CREATE TABLE athensCourse (
  id TEXT PRIMARY KEY NOT NULL,
  session TEXT NOT NULL CHECK (session GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  institutionId TEXT NOT NULL REFERENCES institution (id),
  city TEXT,
  ects REAL CHECK (ects >= 0),
  hours INTEGER, language TEXT,
  capacity INTEGER CHECK (capacity >= 0),
  isBip INTEGER NOT NULL CHECK ${flag('isBip')},
  notes TEXT,
  UNIQUE (session, code)
) STRICT;
CREATE INDEX athensCourseByInstitution ON athensCourse (institutionId);

CREATE TABLE wish (
  id TEXT PRIMARY KEY NOT NULL,
  studentId TEXT NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  courseId TEXT NOT NULL REFERENCES athensCourse (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL CHECK (rank >= 1),
  UNIQUE (studentId, courseId)
) STRICT;
CREATE INDEX wishByCourse ON wish (courseId);

CREATE TABLE setting (id TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;

CREATE TABLE savedView (
  id TEXT PRIMARY KEY NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL CHECK (name <> ''),
  view TEXT NOT NULL CHECK (json_valid(view)), UNIQUE (list, name)
) STRICT;

CREATE TABLE importMapping (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, fingerprint TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)), usedAt TEXT NOT NULL, UNIQUE (kind, fingerprint)
) STRICT;

CREATE TABLE importBatch (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, fileName TEXT NOT NULL, sha256 TEXT NOT NULL,
  sheet TEXT NOT NULL, report TEXT NOT NULL CHECK (json_valid(report))
) STRICT;
`

const ground = `
CREATE TABLE action (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL, actor TEXT NOT NULL,
  label TEXT NOT NULL, params TEXT NOT NULL CHECK (json_valid(params)),
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER REFERENCES action (seq),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  schemaVersion INTEGER NOT NULL,
  firstEntry INTEGER NOT NULL, lastEntry INTEGER NOT NULL
) STRICT;
CREATE INDEX actionByState ON action (kind, state, seq);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES action (seq),
  tableName TEXT NOT NULL,
  rowId TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  before TEXT
) STRICT;
CREATE INDEX journalByRow ON journal (rowId);

CREATE TABLE openChange (id INTEGER PRIMARY KEY CHECK (id = 1), action INTEGER NOT NULL) STRICT;

CREATE TABLE searchDoc (
  docId INTEGER PRIMARY KEY, recordId TEXT NOT NULL UNIQUE, entity TEXT NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  words, content = 'searchDoc', content_rowid = 'docId', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE searchState (id INTEGER PRIMARY KEY CHECK (id = 1), journalSeq INTEGER NOT NULL) STRICT;
INSERT INTO searchState VALUES (1, 0);
`

/** The office's records, their journal and the search index that follows it. */
export const createOffice: Migration = { version: 10, up: (db) => db.exec(tables + ground) }
