import type { Database as RawDatabase } from 'better-sqlite3'
import { seedCountryGroups } from '#shared/domain/country-groups.ts'
import { grantRateSeeds } from '#core/profiles/grant-rates.ts'
import type { Migration } from '../migrate.ts'

const day = (column: string) =>
  `(${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`
const flag = (column: string) => `${column} INTEGER CHECK (${column} IN (0, 1))`
const needed = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} >= 0)`
const callYear = (column: string) => `${column} INTEGER CHECK (${column} BETWEEN 2014 AND 2100)`
const certainty = `certainty TEXT CHECK (certainty IN ('certain', 'secondary', 'inferred', 'unsourced'))`

const tables = `
CREATE TABLE erasmusCall (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  ${callYear('callYear')} NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('KA131', 'KA171')),
  agreementNumber TEXT UNIQUE,
  startsOn TEXT CHECK ${day('startsOn')}, endsOn TEXT CHECK ${day('endsOn')},
  envelope REAL CHECK (envelope >= 0),
  dayCount TEXT NOT NULL CHECK (dayCount IN ('calendar', 'commercial')),
  ${['longMinDays', 'longMaxDays', 'shortMinDays', 'shortMaxDays'].map(needed).join(', ')},
  fundedDaysMost INTEGER CHECK (fundedDaysMost >= 0),
  ${['cycleMonths', 'singleCycleMonths', 'travelDaysMost', 'greenTravelDaysMost'].map(needed).join(', ')},
  travelFor TEXT NOT NULL CHECK (travelFor IN ('everyone', 'short-inclusion', 'nobody')),
  ${flag('isOutermost')} NOT NULL,
  ceiling REAL CHECK (ceiling >= 0),
  firstPercent INTEGER NOT NULL CHECK (firstPercent BETWEEN 0 AND 100),
  firstDueDays INTEGER NOT NULL, lastDueDays INTEGER NOT NULL,
  source TEXT, ${certainty}, notes TEXT,
  CHECK (startsOn IS NULL OR endsOn IS NULL OR startsOn <= endsOn)
) STRICT;
CREATE INDEX erasmusCallByYear ON erasmusCall (callYear);

CREATE TABLE grantRate (
  id TEXT PRIMARY KEY NOT NULL,
  ${callYear('callYear')} NOT NULL,
  kind TEXT NOT NULL, countryGroup TEXT, distanceBand TEXT,
  fromDay INTEGER CHECK (fromDay >= 1), toDay INTEGER CHECK (toDay >= 1),
  amount REAL CHECK (amount >= 0), least REAL CHECK (least >= 0), most REAL CHECK (most >= 0),
  source TEXT, ${certainty}, notes TEXT,
  CHECK (fromDay IS NULL OR toDay IS NULL OR fromDay <= toDay),
  CHECK (least IS NULL OR most IS NULL OR least <= most)
) STRICT;
CREATE INDEX grantRateByYear ON grantRate (callYear, kind);

CREATE TABLE countryGroup (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL, countries TEXT NOT NULL,
  ${callYear('firstCall')} NOT NULL, ${callYear('lastCall')},
  source TEXT, certainty TEXT CHECK (certainty IN ('certain', 'inferred', 'unsourced')), notes TEXT,
  CHECK (lastCall IS NULL OR firstCall <= lastCall)
) STRICT;
`

const amount = (column: string) => `${column} REAL CHECK (${column} >= 0)`
const columnsOf = (table: string, columns: readonly string[]) =>
  columns.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`).join('\n')

const stayColumns = columnsOf('mobility', [
  'stayCity TEXT',
  'locationNote TEXT',
  'callId TEXT REFERENCES erasmusCall (id)',
  `activityType TEXT CHECK (activityType IN ('HE-SMS', 'HE-SMT'))`,
  'bmId TEXT',
  'bipId TEXT',
  flag('isZeroGrant'),
  'nonFundedDays INTEGER CHECK (nonFundedDays >= 0)',
  flag('isForceMajeure'),
  flag('isRecentGraduate'),
  flag('hasDigitalSkills'),
  amount('inclusionSupport'),
  'transport TEXT',
  'transportNote TEXT',
  flag('isGreenTravel'),
  'distanceKm INTEGER CHECK (distanceKm >= 0)',
  'distanceBand TEXT',
  'travelDays INTEGER CHECK (travelDays >= 0)',
  amount('travelCostReal'),
  amount('travelCostExceptional'),
  'travelCostNote TEXT',
])

const otherColumns = [
  columnsOf('student', [
    flag('hasFewerOpportunities'),
    `fewerOpportunitiesKind TEXT CHECK (fewerOpportunitiesKind IN ('scholarship', 'health', 'other'))`,
    amount('erasmusMonthsBefore'),
    flag('isSingleCycle'),
  ]),
  columnsOf('institution', ['address TEXT', 'postalCode TEXT', flag('isPublicBody'), flag('isNonProfit')]),
].join('\n')

/** What was paid too much is given back: an amount below zero. */
const instalments = `
CREATE TABLE newInstalment (
  id TEXT PRIMARY KEY NOT NULL,
  fundingId TEXT NOT NULL REFERENCES funding (id) ON DELETE CASCADE,
  amount REAL NOT NULL,
  dueOn TEXT CHECK ${day('dueOn')},
  paidOn TEXT CHECK ${day('paidOn')},
  notes TEXT
) STRICT;
INSERT INTO newInstalment SELECT id, fundingId, amount, dueOn, paidOn, notes FROM instalment;
DROP TABLE instalment;
ALTER TABLE newInstalment RENAME TO instalment;
CREATE INDEX instalmentByFunding ON instalment (fundingId);
`

/** Erasmus+ calls with their rate tables, and what a grant and its report have to know of a stay. */
export const payErasmusGrants: Migration = {
  version: 130,
  up: (db) => {
    db.exec(tables + stayColumns + otherColumns)
    db.exec(`CREATE UNIQUE INDEX mobilityByBmId ON mobility (bmId);
      CREATE INDEX mobilityByCall ON mobility (callId);`)
    replaceInstalments(db)
    writeSeeds(db)
  },
}

/** The rows stay the same: nothing of the move is a change of theirs. */
function replaceInstalments(db: RawDatabase): void {
  for (const operation of ['insert', 'update', 'delete'])
    db.exec(`DROP TRIGGER IF EXISTS journal_instalment_${operation}`)
  db.exec(instalments)
}

function writeSeeds(db: RawDatabase): void {
  const group =
    db.prepare(`INSERT INTO countryGroup (id, name, countries, firstCall, lastCall, source, certainty)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  for (const one of seedCountryGroups)
    group.run(
      `${one.name}-${one.firstCall}`,
      one.name,
      one.countries.join(','),
      one.firstCall,
      one.lastCall ?? null,
      one.source,
      one.certainty,
    )
  const rate = db.prepare(`INSERT INTO grantRate
    (id, callYear, kind, countryGroup, distanceBand, fromDay, toDay, amount, least, most, source, certainty)
    VALUES (@id, @callYear, @kind, @countryGroup, @distanceBand, @fromDay, @toDay, @amount, @least, @most, @source, @certainty)`)
  for (const one of grantRateSeeds) rate.run(one)
}
