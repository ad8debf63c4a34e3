import { bmLinks, bmSources } from './bm-sources.ts'
import type { ListName } from '#shared/lists/types.ts'
import { campaignLinks, campaignSources } from './campaign-sources.ts'
import {
  agreementUseSql,
  incomingLinks,
  incomingSources,
  reportedMobilitySql,
  stayCountry,
} from './report-sources.ts'
import { grantLinks, grantSources } from './grant-sources.ts'
import { obligationLinks, obligationSources } from './obligation-sources.ts'
import { registerLinks, registerSources } from './register-sources.ts'
import { stayFileLinks, stayFileSources } from './stay-file-sources.ts'
import { athensLinks, athensSources } from '#core/features/athens/athens-sources.ts'
import { placeLinks, placeSources } from '#core/features/places/place-sources.ts'
import type { ListSource } from './list-source.ts'

const placesOf = (condition: string) =>
  `(SELECT ifnull(sum(p.count), 0) FROM agreement pa JOIN condition pc ON pc.agreementId = pa.id
    JOIN place p ON p.conditionId = pc.id WHERE ${condition} AND pc.direction = 'outgoing' AND p.academicYear = :year)`

const institutionColumns = {
  agreements: '(SELECT count(*) FROM agreement a WHERE a.institutionId = r.id)',
  places: placesOf('pa.institutionId = r.id'),
  outgoing: `(SELECT count(*) FROM mobility m WHERE m.institutionId = r.id AND m.status NOT IN ('draft', 'refused', 'withdrawn'))`,
}

const hostAndStudent = `LEFT JOIN institution i ON i.id = m.institutionId JOIN student s ON s.id = m.studentId`

export const listSources: Readonly<Record<ListName, ListSource>> = {
  institutions: {
    from: 'institution r',
    columns: institutionColumns,
    searched: ['r.id'],
    entity: 'institution',
  },
  partners: {
    from: 'institution r',
    where: 'EXISTS (SELECT 1 FROM agreement a WHERE a.institutionId = r.id)',
    columns: {
      ...institutionColumns,
      kinds: `(SELECT group_concat(DISTINCT a.kind ORDER BY a.kind) FROM agreement a WHERE a.institutionId = r.id)`,
      lastYear: '(SELECT max(a.lastYear) FROM agreement a WHERE a.institutionId = r.id)',
    },
    searched: ['r.id'],
    entity: 'institution',
  },
  agreements: {
    from: 'agreement r JOIN institution i ON i.id = r.institutionId',
    columns: {
      institution: 'i.name',
      country: 'i.country',
      city: 'i.city',
      erasmusCode: 'i.erasmusCode',
      conditions: '(SELECT count(*) FROM condition c WHERE c.agreementId = r.id)',
      places: placesOf('pa.id = r.id'),
      ...agreementUseSql,
    },
    searched: ['r.id', 'r.institutionId'],
    entity: 'agreement',
  },
  conditions: {
    from: 'condition r JOIN agreement a ON a.id = r.agreementId JOIN institution i ON i.id = a.institutionId',
    columns: {
      institution: 'i.name',
      agreementKind: 'a.kind',
      places:
        '(SELECT ifnull(sum(p.count), 0) FROM place p WHERE p.conditionId = r.id AND p.academicYear = :year)',
    },
    searched: ['r.id', 'a.institutionId'],
    entity: 'condition',
  },
  places: {
    from: `place r JOIN condition c ON c.id = r.conditionId JOIN agreement a ON a.id = c.agreementId
      JOIN institution i ON i.id = a.institutionId`,
    columns: {
      institution: 'i.name',
      country: 'i.country',
      erasmusCode: 'i.erasmusCode',
      agreementKind: 'a.kind',
      taken: '(SELECT l.taken FROM temp.placeLedger l WHERE l.id = r.id)',
    },
    searched: ['r.id', 'a.institutionId'],
    entity: 'place',
  },
  students: {
    from: 'student r',
    columns: { mobilities: '(SELECT count(*) FROM mobility m WHERE m.studentId = r.id)' },
    searched: ['r.id'],
    entity: 'student',
  },
  mobilities: {
    from: 'mobility r JOIN student s ON s.id = r.studentId LEFT JOIN institution i ON i.id = r.institutionId',
    columns: {
      studentNumber: 's.studentNumber',
      familyName: 's.familyName',
      givenNames: 's.givenNames',
      cohort: 's.cohort',
      programme: 's.programme',
      institution: 'i.name',
      country: stayCountry,
      erasmusCode: 'i.erasmusCode',
      call: '(SELECT x.name FROM erasmusCall x WHERE x.id = r.callId)',
      ...reportedMobilitySql,
    },
    searched: ['r.id', 'r.studentId', 'r.institutionId'],
    entity: 'mobility',
  },
  mobilitySteps: {
    from: `mobilityStep r JOIN mobility m ON m.id = r.mobilityId ${hostAndStudent}`,
    columns: {
      studentNumber: 's.studentNumber',
      familyName: 's.familyName',
      givenNames: 's.givenNames',
      institution: 'i.name',
      form: 'm.form',
      academicYear: 'm.academicYear',
    },
    searched: ['r.id', 'm.studentId', 'm.institutionId'],
    entity: 'mobilityStep',
  },
  nominations: {
    from: `nomination r JOIN mobility m ON m.id = r.mobilityId ${hostAndStudent}`,
    columns: {
      familyName: 's.familyName',
      givenNames: 's.givenNames',
      institution: 'i.name',
      academicYear: 'm.academicYear',
    },
    searched: ['r.id', 'm.studentId', 'm.institutionId'],
    entity: 'nomination',
  },
  ...athensSources,
  ...placeSources,
  nominationProfiles: {
    from: 'nominationProfile r JOIN institution i ON i.id = r.institutionId',
    columns: {
      institution: 'i.name',
      country: 'i.country',
      erasmusCode: 'i.erasmusCode',
      nominationLanguage: 'i.nominationLanguage',
      template: '(SELECT t.fileName FROM nominationTemplate t WHERE t.institutionId = r.institutionId)',
      autumnDeadline: `(SELECT min(a.autumnDeadline) FROM agreement a WHERE a.institutionId = i.id AND a.status = 'active')`,
      springDeadline: `(SELECT min(a.springDeadline) FROM agreement a WHERE a.institutionId = i.id AND a.status = 'active')`,
    },
    searched: ['r.id', 'r.institutionId'],
    entity: 'nominationProfile',
  },
  ...stayFileSources,
  ...campaignSources,
  ...incomingSources,
  ...obligationSources,
  ...registerSources,
  ...grantSources,
  ...bmSources,
}

/** Filters by the record behind a column: `related` links and the command line may name these keys too. */
export const linkColumns: Readonly<Partial<Record<ListName, Readonly<Record<string, string>>>>> = {
  institutions: { id: 'r.id' },
  partners: { id: 'r.id' },
  agreements: { id: 'r.id', institutionId: 'r.institutionId' },
  conditions: { id: 'r.id', agreementId: 'r.agreementId', institutionId: 'a.institutionId' },
  places: {
    id: 'r.id',
    conditionId: 'r.conditionId',
    agreementId: 'c.agreementId',
    institutionId: 'a.institutionId',
  },
  students: { id: 'r.id' },
  mobilities: {
    id: 'r.id',
    studentId: 'r.studentId',
    institutionId: 'r.institutionId',
    conditionId: 'r.conditionId',
    callId: 'r.callId',
    /** What the check before the Beneficiary Module says: `ready`, `look` or `refused`; and the project that pays. */
    bmState: '(SELECT q.state FROM temp.bmCheck q WHERE q.stayId = r.id)',
    bmCall: '(SELECT q.callId FROM temp.bmCheck q WHERE q.stayId = r.id)',
    placeLineId: '(SELECT u.lineId FROM temp.placeUse u WHERE u.mobilityId = r.id)',
    /** `ready` to go on to the next step, or `held` back. */
    readiness: '(SELECT q.state FROM temp.stayReadiness q WHERE q.stayId = r.id)',
    /** `yes` for a stay whose steps so far lack what they ask for. */
    lacking: '(SELECT q.lacking FROM temp.stayReadiness q WHERE q.stayId = r.id)',
  },
  mobilitySteps: { id: 'r.id', mobilityId: 'r.mobilityId', studentId: 'm.studentId' },
  nominations: {
    id: 'r.id',
    mobilityId: 'r.mobilityId',
    studentId: 'm.studentId',
    institutionId: 'm.institutionId',
  },
  nominationProfiles: { id: 'r.id', institutionId: 'r.institutionId' },
  ...stayFileLinks,
  ...obligationLinks,
  ...athensLinks,
  ...placeLinks,
  ...campaignLinks,
  ...incomingLinks,
  ...registerLinks,
  ...grantLinks,
  ...bmLinks,
}

/** All the SQL that a list is read with when it is narrowed by some keys: the tables that it names must be there. */
export function sqlTextOf(list: ListName, keys: readonly string[] = []): string {
  const { from, where, columns } = listSources[list]
  const links = keys.map((key) => linkColumns[list]?.[key] ?? '')
  return [from, where ?? '', ...Object.values(columns), ...links].join(' ')
}
