import type { Migration } from '../migrate.ts'

const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const flag = (column: string) => `(${column} IN (0, 1))`
const ofCampaign = 'campaignId TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE'
const ofStudent = 'studentId TEXT NOT NULL REFERENCES student (id)'

const campaign = `
CREATE TABLE campaign (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  academicYear TEXT NOT NULL CHECK (academicYear GLOB '[0-9][0-9][0-9][0-9]/[0-9][0-9][0-9][0-9]'),
  status TEXT NOT NULL CHECK (status IN ('preparing', 'open', 'closed', 'published')),
  form TEXT NOT NULL, programmes TEXT,
  maxWishes INTEGER NOT NULL CHECK (maxWishes >= 1),
  groupBy TEXT NOT NULL CHECK (groupBy IN ('programme', 'department', 'track', 'cohort')),
  seed INTEGER NOT NULL CHECK (seed >= 0),
  opensOn TEXT CHECK ${day('opensOn')},
  closesOn TEXT CHECK ${day('closesOn')},
  resultsOn TEXT CHECK ${day('resultsOn')},
  notes TEXT,
  CHECK (opensOn IS NULL OR closesOn IS NULL OR opensOn <= closesOn)
) STRICT;

CREATE TABLE campaignPool (
  id TEXT PRIMARY KEY NOT NULL, ${ofCampaign},
  name TEXT NOT NULL CHECK (name <> ''),
  total INTEGER NOT NULL CHECK (total >= 0),
  notes TEXT,
  UNIQUE (campaignId, name)
) STRICT;

CREATE TABLE campaignPlace (
  id TEXT PRIMARY KEY NOT NULL, ${ofCampaign},
  placeId TEXT NOT NULL REFERENCES place (id),
  code TEXT,
  isOpen INTEGER NOT NULL CHECK ${flag('isOpen')},
  opened INTEGER CHECK (opened >= 0),
  poolId TEXT REFERENCES campaignPool (id),
  poolSeats INTEGER CHECK (poolSeats >= 0),
  poolSeatsKept INTEGER CHECK ${flag('poolSeatsKept')},
  reservedFor TEXT,
  reservedSeats INTEGER CHECK (reservedSeats >= 0),
  reservedKept INTEGER CHECK ${flag('reservedKept')},
  notes TEXT,
  UNIQUE (campaignId, placeId)
) STRICT;
CREATE INDEX campaignPlaceByPlace ON campaignPlace (placeId);
CREATE UNIQUE INDEX campaignPlaceByCode ON campaignPlace (campaignId, code) WHERE code IS NOT NULL;

CREATE TABLE campaignWish (
  id TEXT PRIMARY KEY NOT NULL,
  studentId TEXT NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  campaignPlaceId TEXT NOT NULL REFERENCES campaignPlace (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL CHECK (rank >= 1),
  UNIQUE (studentId, campaignPlaceId)
) STRICT;
CREATE INDEX campaignWishByPlace ON campaignWish (campaignPlaceId);

CREATE TABLE campaignCriterion (
  id TEXT PRIMARY KEY NOT NULL, ${ofCampaign},
  label TEXT NOT NULL CHECK (label <> ''),
  source TEXT NOT NULL CHECK (source IN ('entered', 'ects', 'study-year', 'weeks-missing', 'language')),
  role TEXT NOT NULL CHECK (role IN ('score', 'tie-break')),
  weight REAL NOT NULL,
  outOf REAL NOT NULL CHECK (outOf > 0),
  UNIQUE (campaignId, label)
) STRICT;

CREATE TABLE campaignScore (
  id TEXT PRIMARY KEY NOT NULL,
  criterionId TEXT NOT NULL REFERENCES campaignCriterion (id) ON DELETE CASCADE,
  studentId TEXT NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  value REAL NOT NULL,
  UNIQUE (criterionId, studentId)
) STRICT;
CREATE INDEX campaignScoreByStudent ON campaignScore (studentId);

CREATE TABLE campaignRule (
  id TEXT PRIMARY KEY NOT NULL, ${ofCampaign},
  campaignPlaceId TEXT REFERENCES campaignPlace (id) ON DELETE CASCADE,
  kind TEXT NOT NULL, value TEXT,
  criterionId TEXT REFERENCES campaignCriterion (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX campaignRuleByCampaign ON campaignRule (campaignId);

CREATE TABLE campaignDecision (
  id TEXT PRIMARY KEY NOT NULL, ${ofCampaign},
  studentId TEXT NOT NULL REFERENCES student (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('lock', 'ban', 'withdrawal')),
  campaignPlaceId TEXT REFERENCES campaignPlace (id) ON DELETE CASCADE,
  decidedOn TEXT CHECK ${day('decidedOn')},
  reason TEXT,
  CHECK ((kind = 'withdrawal') = (campaignPlaceId IS NULL))
) STRICT;
CREATE UNIQUE INDEX campaignLockByStudent ON campaignDecision (campaignId, studentId) WHERE kind = 'lock';
CREATE INDEX campaignDecisionByStudent ON campaignDecision (studentId);
`

const scenario = `
CREATE TABLE scenario (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''), ${ofCampaign},
  mechanism TEXT NOT NULL CHECK (mechanism IN ('priority', 'stable', 'max')),
  isFair INTEGER NOT NULL CHECK ${flag('isFair')},
  keepsPresent INTEGER NOT NULL CHECK ${flag('keepsPresent')},
  seed INTEGER NOT NULL,
  madeOn TEXT NOT NULL CHECK ${day('madeOn')},
  publishedOn TEXT CHECK ${day('publishedOn')},
  isCertified INTEGER NOT NULL CHECK ${flag('isCertified')},
  students INTEGER NOT NULL, placed INTEGER NOT NULL,
  atRisk INTEGER NOT NULL, atRiskPlaced INTEGER NOT NULL, rankTotal INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  sizeBytes INTEGER NOT NULL,
  notes TEXT
) STRICT;
CREATE INDEX scenarioByCampaign ON scenario (campaignId);

CREATE TABLE scenarioLine (
  id TEXT PRIMARY KEY NOT NULL,
  scenarioId TEXT NOT NULL REFERENCES scenario (id) ON DELETE CASCADE, ${ofStudent} ON DELETE CASCADE,
  campaignPlaceId TEXT REFERENCES campaignPlace (id) ON DELETE CASCADE,
  rank INTEGER,
  score REAL NOT NULL,
  isAtRisk INTEGER NOT NULL CHECK ${flag('isAtRisk')},
  isByHand INTEGER NOT NULL CHECK ${flag('isByHand')},
  UNIQUE (scenarioId, studentId)
) STRICT;
CREATE INDEX scenarioLineByStudent ON scenarioLine (studentId);
CREATE INDEX scenarioLineByPlace ON scenarioLine (campaignPlaceId);
`

/** Campaigns: opened places and pools, wishes, criteria and their values, rules, decisions, and the results kept. */
export const runCampaigns: Migration = { version: 70, up: (db) => db.exec(campaign + scenario) }
