import { bmDays, isShortTerm, type BmMoney, type BmOrganisation, type BmStay } from './bm-facts.ts'
import { grantFields, type BmFieldKey, type BmValues } from './bm-fields.ts'
import { countryOfStay } from '#shared/domain/stay-country.ts'

/**
 * What Escale says of a mobility, field by field. What it does not know stays null, and the cell stays as the template
 * has it; nothing is made up. Explanations of force majeure, reasons of fewer opportunities and remarks are never said:
 * the file may hold no special category of data. Source: NAITDOC, Export and import mobility activities using xlsx.
 */
export function bmValues(stay: BmStay, school: BmOrganisation): BmValues {
  return {
    ...aboutActivity(stay),
    ...aboutStudent(stay),
    ...aboutSending(school),
    ...aboutReceiving(stay),
    ...aboutTravel(stay),
    ...aboutDuration(stay),
    ...aboutMoney(stay.money, stay.isZeroGrant),
    draft: null,
    status: null,
    error: null,
    reportRequested: null,
    reportReceived: null,
  }
}

function aboutActivity(stay: BmStay) {
  const days = bmDays(stay)
  const limits = stay.project?.limits
  return {
    agreementNumber: stay.project?.agreementNumber ?? null,
    mobilityId: stay.bmId,
    activityType: stay.activity,
    longTerm: days === undefined || limits === undefined ? null : !isShortTerm(stay, days, limits),
    blended: stay.isBlended,
    international: stay.isInternational,
    doctoral: stay.student.eqfLevel === null ? null : stay.student.eqfLevel === 8,
    iscedCode: stay.iscedCode,
    language: stay.language,
    credits: stay.ects,
    previousMonths: stay.monthsBefore,
  } satisfies Partial<BmValues>
}

function aboutStudent({ student, isRecentGraduate, activity }: BmStay) {
  return {
    studentNumber: student.studentNumber,
    esi: student.esi,
    givenNames: student.givenNames,
    familyName: student.familyName,
    email: student.email,
    gender: student.gender,
    birthDate: student.birthDate,
    nationality: student.nationality,
    recentGraduate: activity === 'HE-SMT' ? isRecentGraduate : null,
    fewerOpportunities: student.hasFewerOpportunities,
    eqfLevel: student.eqfLevel === null ? null : String(student.eqfLevel),
  } satisfies Partial<BmValues>
}

function aboutSending(school: BmOrganisation) {
  return {
    sendingOid: orNull(school.oid),
    sendingPic: orNull(school.pic),
    sendingErasmusCode: orNull(school.erasmusCode),
    sendingName: orNull(school.name),
    sendingOrganisationCountry: school.country,
    sendingOrganisationCity: orNull(school.city),
    sendingCountry: school.country,
    sendingCity: orNull(school.city),
  } satisfies Partial<BmValues>
}

function orNull(text: string | null): string | null {
  return text === '' ? null : text
}

function aboutReceiving({ host, stayCountry, stayCity, locationNote }: BmStay) {
  return {
    receivingOid: host?.oid ?? null,
    receivingPic: host?.pic ?? null,
    receivingErasmusCode: host?.erasmusCode ?? null,
    receivingName: host?.name ?? null,
    receivingOrganisationCountry: host?.country ?? null,
    receivingOrganisationCity: host?.city ?? null,
    receivingWebsite: host?.website ?? null,
    receivingEmail: host?.email ?? null,
    receivingPhone: host?.phone ?? null,
    receivingCountry: countryOfStay(stayCountry, host?.country ?? null),
    receivingCity: stayCity ?? host?.city ?? null,
    locationComments: locationNote,
  } satisfies Partial<BmValues>
}

function aboutTravel(stay: BmStay) {
  return {
    distanceBand: stay.distanceBand,
    transport: stay.transport,
    greenTravel: stay.isGreenTravel,
    travelDays: stay.travelDays,
  } satisfies Partial<BmValues>
}

function aboutDuration(stay: BmStay) {
  const days = bmDays(stay)
  return {
    startDate: stay.start,
    endDate: stay.end,
    virtualStart: stay.virtualStart,
    virtualEnd: stay.virtualEnd,
    calculatedDays: days?.calculated ?? null,
    interruptionDays: days?.interruption ?? null,
    mobilityDays: days?.mobility ?? null,
    nonFundedDays: days?.nonFunded ?? null,
    fundedDays: days?.funded ?? null,
    fundedMonths: days?.fundedMonths ?? null,
    fundedExtraDays: days?.fundedExtraDays ?? null,
  } satisfies Partial<BmValues>
}

function aboutMoney(money: BmMoney | null, isZeroGrant: boolean) {
  return {
    zeroGrant: isZeroGrant,
    individualSupport: money?.individualSupport ?? null,
    inclusionTopUp: money?.inclusionTopUp ?? null,
    traineeshipTopUp: money?.traineeshipTopUp ?? null,
    travelSupport: money?.travelSupport ?? null,
    greenTopUp: money?.greenTopUp ?? null,
    totalGrant: money?.total ?? null,
  } satisfies Partial<BmValues>
}

/** Where a field of the module is kept here: the record that a mobility leads to, and its field. */
export type BmHome = {
  readonly of: 'mobility' | 'student' | 'host' | 'call' | 'school' | 'funding' | 'documents' | 'interruptions'
  readonly field: string
}

const stayFields: Readonly<Partial<Record<BmFieldKey, string>>> = {
  mobilityId: 'bmId',
  activityType: 'activityType',
  longTerm: 'plannedEnd',
  blended: 'form',
  recentGraduate: 'isRecentGraduate',
  iscedCode: 'iscedCode',
  language: 'language',
  credits: 'ectsObtained',
  receivingName: 'institutionId',
  receivingCountry: 'stayCountry',
  receivingCity: 'stayCity',
  locationComments: 'locationNote',
  distanceBand: 'distanceKm',
  transport: 'transport',
  greenTravel: 'isGreenTravel',
  travelDays: 'travelDays',
  startDate: 'actualStart',
  endDate: 'actualEnd',
  virtualStart: 'virtualStart',
  virtualEnd: 'virtualEnd',
  calculatedDays: 'actualEnd',
  mobilityDays: 'actualEnd',
  nonFundedDays: 'nonFundedDays',
  fundedDays: 'nonFundedDays',
  fundedMonths: 'nonFundedDays',
  fundedExtraDays: 'nonFundedDays',
  zeroGrant: 'isZeroGrant',
}

const studentFields: Readonly<Partial<Record<BmFieldKey, string>>> = {
  studentNumber: 'studentNumber',
  esi: 'esi',
  givenNames: 'givenNames',
  familyName: 'familyName',
  email: 'email',
  gender: 'gender',
  birthDate: 'birthDate',
  nationality: 'nationality',
  fewerOpportunities: 'hasFewerOpportunities',
  eqfLevel: 'eqfLevel',
  doctoral: 'eqfLevel',
  previousMonths: 'erasmusMonthsBefore',
}

const hostFields: Readonly<Partial<Record<BmFieldKey, string>>> = {
  receivingOid: 'oid',
  receivingPic: 'pic',
  receivingErasmusCode: 'erasmusCode',
  receivingOrganisationCountry: 'country',
  receivingOrganisationCity: 'city',
  receivingWebsite: 'website',
  receivingEmail: 'contactEmail',
  receivingPhone: 'phone',
}

const schoolFields: Readonly<Partial<Record<BmFieldKey, string>>> = {
  sendingOid: 'oid',
  sendingPic: 'pic',
  sendingErasmusCode: 'erasmusCode',
  sendingName: 'name',
  sendingOrganisationCity: 'city',
  sendingCity: 'city',
}

/** The field of our records behind a field of the module; what has none of its own is looked for on the stay's page. */
export function homeOf(key: BmFieldKey): BmHome {
  const own = stayFields[key]
  if (own !== undefined) return { of: 'mobility', field: own }
  const ofStudent = studentFields[key]
  if (ofStudent !== undefined) return { of: 'student', field: ofStudent }
  const ofHost = hostFields[key]
  if (ofHost !== undefined) return { of: 'host', field: ofHost }
  const ofSchool = schoolFields[key]
  if (ofSchool !== undefined) return { of: 'school', field: ofSchool }
  if (key === 'agreementNumber') return { of: 'call', field: 'agreementNumber' }
  if (grantFields.includes(key)) return { of: 'funding', field: 'amount' }
  if (key === 'reportReceived' || key === 'reportRequested')
    return { of: 'documents', field: 'participant-report' }
  return key === 'interruptionDays'
    ? { of: 'interruptions', field: 'list' }
    : { of: 'mobility', field: 'status' }
}
