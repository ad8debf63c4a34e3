import type { Database as RawDatabase } from 'better-sqlite3'
import { isCivilDate, type CivilDate } from '#shared/domain/civil-date.ts'
import { isCountryCode } from '#shared/domain/country-codes.ts'
import { endOfStudiesOf } from '#shared/domain/curriculum.ts'
import { erasmusCodeCountry, isErasmusCode } from '#shared/domain/erasmus-code.ts'
import { categoryCents, type StayGrant } from '#shared/domain/grant-types.ts'
import { laRoles } from '#shared/domain/learning-agreement.ts'
import { isOnPath } from '#shared/domain/bm/reported-steps.ts'
import {
  bmDays,
  type BmMoney,
  type BmOrganisation,
  type BmProject,
  type BmStay,
} from '#shared/domain/bm/bm-facts.ts'
import type { Period } from '#shared/domain/period.ts'
import type { School } from '#shared/contract/settings.ts'
import { grantsOf } from '#core/features/grants/grants.service.ts'
import { readSchoolRules } from '#core/features/settings/school-rules.ts'
import {
  findStay,
  readCalls,
  readHosts,
  readInterruptions,
  readSignatures,
  readStays,
  type StoredCall,
  type StoredHost,
  type StoredInterruption,
  type StoredSignature,
  type StoredStay,
} from './bm.repo.ts'

/** Our own school, as the module names it. */
export function schoolOrganisation(school: School, country: string): BmOrganisation {
  return {
    id: null,
    name: school.name,
    kind: 'university',
    oid: school.oid,
    pic: school.pic,
    erasmusCode: school.erasmusCode,
    country: isErasmusCode(school.erasmusCode) ? erasmusCodeCountry(school.erasmusCode) : country,
    city: school.city,
    address: null,
    postalCode: null,
    website: null,
    email: school.coordinatorEmail,
    phone: null,
  }
}

export interface GatheredStays {
  /** Those that the module is told of. */
  readonly reported: readonly BmStay[]
  /** Those that were given up: the module should not have them. */
  readonly givenUp: readonly BmStay[]
}

/** The mobilities of a project, or of an academic year, with all that the rules look at. */
export function gatherStays(
  raw: RawDatabase,
  scope: { readonly academicYear: string; readonly callId: string | null },
): GatheredStays {
  const rows = readStays(raw, scope.callId === null ? scope.academicYear : null)
  const ids = rows.map(({ id }) => id)
  const grants = new Map(grantsOf(raw, ids).map((grant) => [grant.mobilityId, grant]))
  const build = createBuilder(raw, grants)
  const stays = rows
    .map((row) => ({ stored: row, stay: build(row) }))
    .filter(({ stay }) => isReportable(stay) && isOfCall(stay, scope.callId))
  return {
    reported: stays.filter(({ stored }) => isOnPath(stored.status)).map(({ stay }) => stay),
    givenUp: stays
      .filter(({ stored }) => stored.status === 'refused' || stored.status === 'withdrawn')
      .map(({ stay }) => stay),
  }
}

/** One mobility with all that the rules look at; undefined when it is gone. */
export function gatherStay(raw: RawDatabase, id: string): BmStay | undefined {
  const stored = findStay(raw, id)
  return stored === undefined ? undefined : createBuilder(raw, new Map())(stored)
}

/** The template of international credit mobility (KA171) is another one, with other rules. */
function isReportable({ project }: BmStay): boolean {
  return project === null || project.action === 'KA131'
}

function isOfCall({ project }: BmStay, callId: string | null): boolean {
  return callId === null || project?.id === callId
}

function createBuilder(
  raw: RawDatabase,
  grants: ReadonlyMap<string, StayGrant>,
): (stored: StoredStay) => BmStay {
  const dateOf = createDateReader()
  const hosts = readHosts(raw)
  const interruptions = readInterruptions(raw)
  const signatures = readSignatures(raw)
  const projects = new Map(readCalls(raw).map((call) => [call.id, projectOf(call, dateOf)]))
  const { curriculum } = readSchoolRules(raw)
  return (stored) => {
    const grant = grants.get(stored.id)
    const callId = stored.callId ?? grant?.call?.id
    const host = stored.institutionId === null ? undefined : hosts.get(stored.institutionId)
    const dates = datesOf(stored, dateOf)
    const stay = {
      ...ownFacts(stored, grant),
      ...dates,
      project: callId === undefined ? null : (projects.get(callId) ?? null),
      student: { ...studentOf(stored, dateOf), endOfStudies: endOfStudiesOf(stored, curriculum) ?? null },
      host: host === undefined ? null : organisationOf(host),
      interruptions: (interruptions.get(stored.id) ?? []).flatMap(periodOf),
      agreedOn: agreedOn(signatures.get(stored.id) ?? [], dateOf),
    }
    const own = bmDays(stay)?.mobility ?? 0
    const before = Math.max(0, Math.round(((grant?.cycleMonths ?? 0) - own / 30) * 100) / 100)
    return { ...stay, monthsBefore: before }
  }
}

function projectOf(call: StoredCall, dateOf: DateReader): BmProject {
  const { id, name, action, agreementNumber, startsOn, endsOn, callYear: _year, ...limits } = call
  return { id, name, action, agreementNumber, startsOn: dateOf(startsOn), endsOn: dateOf(endsOn), limits }
}

type DateReader = (text: string | null) => CivilDate | null

/** Reads the days of a whole year: the same ones come again and again. */
function createDateReader(): DateReader {
  const known = new Map<string, CivilDate | null>()
  return (text) => {
    if (text === null) return null
    const before = known.get(text)
    if (before !== undefined) return before
    const read = isCivilDate(text) ? text : null
    known.set(text, read)
    return read
  }
}

/** Real dates once both are known, else the planned ones: a stay is not reported half real. */
function datesOf(stored: StoredStay, dateOf: DateReader) {
  const isReal = stored.actualStart !== null && stored.actualEnd !== null
  return {
    isReal,
    start: dateOf(isReal ? stored.actualStart : (stored.actualStart ?? stored.plannedStart)),
    end: dateOf(isReal ? stored.actualEnd : stored.plannedEnd),
    virtualStart: dateOf(stored.virtualStart),
    virtualEnd: dateOf(stored.virtualEnd),
  }
}

const yes = (value: number | null) => value === 1
const perhaps = (value: number | null) => (value === null ? null : value === 1)

function ownFacts(stored: StoredStay, grant: StayGrant | undefined) {
  return {
    id: stored.id,
    status: stored.status,
    bmId: stored.bmId,
    activity: grant?.activity ?? (stored.activityType === 'HE-SMT' ? 'HE-SMT' : 'HE-SMS'),
    stayCountry: stored.stayCountry,
    stayCity: stored.stayCity,
    locationNote: stored.locationNote,
    isBlended: stored.form === 'short-term-blended' || stored.bipId !== null || stored.virtualStart !== null,
    nonFundedDays: stored.nonFundedDays ?? 0,
    isZeroGrant: yes(stored.isZeroGrant),
    isForceMajeure: yes(stored.isForceMajeure),
    isRecentGraduate: perhaps(stored.isRecentGraduate),
    iscedCode: stored.iscedCode ?? stored.studentIsced,
    language: stored.language,
    ects: stored.ectsObtained,
    transport: stored.transport,
    transportNote: stored.transportNote,
    isGreenTravel: perhaps(stored.isGreenTravel),
    distanceBand: grant?.distanceBand ?? null,
    travelDays: stored.travelDays,
    travelCostReal: stored.travelCostReal,
    travelCostExceptional: stored.travelCostExceptional,
    travelCostNote: stored.travelCostNote,
    isInternational: isInternational(grant),
    money: grant === undefined ? null : moneyOf(grant),
  } as const
}

/**
 * Between a programme country and another: a host outside of groups 1 to 3. That the groups are the programme countries is
 * inferred from them; null where the host's country is not known.
 */
function isInternational(grant: StayGrant | undefined): boolean | null {
  if (grant === undefined || grant.group === null || grant.group === 'outermost') return null
  return !grant.group.startsWith('group-')
}

/** Euros of a grant by what the module names them: top-ups are part of the individual support. Source: BM draft schema. */
function moneyOf(grant: StayGrant): BmMoney | null {
  if (grant.totalCents === null) return null
  const euros = (...categories: readonly Parameters<typeof categoryCents>[1][]) =>
    categories.reduce((sum, category) => sum + categoryCents(grant, category), 0) / 100
  return {
    individualSupport: euros('individual-support', 'traineeship-top-up', 'inclusion-top-up', 'green-top-up'),
    traineeshipTopUp: euros('traineeship-top-up'),
    inclusionTopUp: euros('inclusion-top-up'),
    greenTopUp: euros('green-top-up'),
    travelSupport: euros('travel-support'),
    inclusionSupport: euros('inclusion-support'),
    total: grant.totalCents / 100,
  }
}

function studentOf(stored: StoredStay, dateOf: DateReader) {
  return {
    id: stored.studentId,
    familyName: stored.familyName,
    givenNames: stored.givenNames,
    studentNumber: stored.studentNumber,
    email: stored.email,
    gender: stored.gender,
    birthDate: dateOf(stored.birthDate),
    nationality: stored.nationality,
    eqfLevel: stored.eqfLevel,
    esi: stored.esi,
    hasFewerOpportunities: perhaps(stored.hasFewerOpportunities),
    isSingleCycle: yes(stored.isSingleCycle),
  }
}

function organisationOf({ contactEmail, nameEn: _nameEn, ...host }: StoredHost): BmOrganisation {
  return {
    ...host,
    country: host.country !== null && isCountryCode(host.country) ? host.country : null,
    email: contactEmail,
  }
}

function periodOf({ start, end }: StoredInterruption): readonly Period[] {
  return isCivilDate(start) && isCivilDate(end) && start <= end ? [{ start, end }] : []
}

/** The day on which the last of the three parties signed a version that all have signed; the earliest such version. */
function agreedOn(signatures: readonly StoredSignature[], dateOf: DateReader): CivilDate | null {
  const versions = [...new Set(signatures.map(({ version }) => version))].toSorted((a, b) => a - b)
  for (const version of versions) {
    const own = signatures.filter((one) => one.version === version)
    const days = laRoles.map((role) => own.find((one) => one.role === role)?.signedOn ?? null)
    if (days.every((one) => one !== null)) return dateOf(days.toSorted().at(-1) ?? null)
  }
  return null
}
