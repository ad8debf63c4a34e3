import type { ContentProfile } from './recognise-content.ts'
import type { TargetKey } from './targets.ts'

/** What a column's values say of one target. */
export interface ContentFit {
  /** 0 to 1: how well the values can be this target's; less when they cannot; null when nothing can be said (notes). */
  readonly fit: number | null
  /** 0 to 1: how far the values alone show the target, without a header. */
  readonly tell: number
}

type Judge = (p: ContentProfile) => ContentFit

const fit = (value: number | null, tell = 0): ContentFit => ({ fit: value, tell })
/** Values that no header can make into the target: a column of numbers is no name. */
const impossible = -0.2
/** A share of values that pass a test, forgiving a few exceptions. */
const most = (share: number): number => Math.min(1, share * 1.1)
const unlike = (p: ContentProfile): number =>
  Math.max(p.erasmusCode, p.email, p.url, p.date, p.integer, p.decimal, p.pic)

const judges: Readonly<Record<TargetKey, Judge>> = {
  'institution.name': (p) => {
    if (Math.max(unlike(p), p.country) > 0.5 || p.text < 0.5) return fit(impossible)
    if (p.institution >= 0.3) return fit(Math.min(1, 0.7 + 0.5 * p.institution), 0.75 * p.institution)
    return fit(p.meanLength >= 5 ? 0.45 + 0.3 * p.distinct : 0.25)
  },
  'institution.nameEn': (p) => (p.text < 0.5 ? fit(0.1) : fit(p.institution >= 0.3 ? 1 : 0.6)),
  'institution.shortName': (p) => (p.text < 0.5 ? fit(0.1) : fit(p.meanLength <= 14 ? 0.9 : 0.3)),
  'institution.country': (p) => fit(most(p.country), p.distinct < 0.9 || p.count < 8 ? 0.9 : 0.7),
  'institution.city': (p) => {
    if (p.text < 0.6 || Math.max(unlike(p), p.country) > 0.6) return fit(0.15)
    return fit(p.meanLength <= 30 ? 0.9 : 0.4)
  },
  'institution.erasmusCode': (p) => fit(most(p.erasmusCode), 1),
  'institution.pic': (p) => fit(most(p.pic), p.distinct > 0.9 ? 0.7 : 0.3),
  'institution.oid': (p) => fit(most(p.oid), 1),
  'institution.schac': (p) => fit(most(p.domain), 0.4),
  'institution.ror': (p) => fit(most(p.ror), 0.9),
  'institution.localCode': (p) => {
    if (p.erasmusCode > 0.4 || p.country > 0.5 || p.serial > 0.9) return fit(0.05)
    return fit(p.distinct >= 0.97 && (p.identifier > 0.7 || p.integer > 0.9) ? 0.95 : 0.2)
  },
  'institution.website': (p) => fit(most(Math.max(p.url, p.domain)), 0.75 * p.url),
  'institution.contactName': (p) =>
    p.text < 0.6 || p.email > 0.4 ? fit(0.1) : fit(p.personName > 0.5 ? 0.9 : 0.5),
  'institution.contactEmail': (p) => fit(most(p.email), 0.75),
  'institution.phone': (p) => fit(most(Math.max(p.phone, 0.6 * p.integer)), 0.6 * p.phone),
  'institution.latitude': (p) => fit(most(Math.max(p.latitude, 0.6 * p.decimal)), 0.2),
  'institution.longitude': (p) => fit(most(Math.max(p.longitude, 0.6 * p.decimal)), 0.2),
  'institution.notes': (p) => fit(p.integer > 0.6 ? 0.2 : null),
  places: (p) => {
    if (p.serial > 0.9 && p.count >= 5 && p.distinct > 0.95) return fit(0.05)
    return fit(p.year > 0.5 ? 0.1 : most(p.smallInteger))
  },
  academicYear: (p) => fit(most(Math.max(p.academicYear, 0.3 * p.year)), 0.9),
  semester: (p) => fit(most(Math.max(p.semesterWord, 0.6 * p.smallInteger)), 0.6),
  programme: (p) => (p.text < 0.5 ? fit(0.1) : fit(p.distinct < 0.8 || p.count < 10 ? 0.85 : 0.4)),
  'agreement.kind': (p) => fit(most(p.agreementKind), 0.6),
  'agreement.reference': (p) => fit(p.distinct > 0.6 ? null : 0.4),
  'agreement.firstYear': (p) => fit(most(Math.max(p.academicYear, p.year, p.date))),
  'agreement.lastYear': (p) => fit(most(Math.max(p.academicYear, p.year, p.date))),
  'agreement.signedOn': (p) => fit(most(p.date)),
  'agreement.notes': () => fit(null),
  'condition.iscedCodes': (p) => fit(most(p.isced), p.meanLength >= 3 ? 0.5 : 0.2),
  'condition.eqfLevels': (p) => fit(most(p.eqf), p.text > 0.5 ? 0.6 : 0),
  'condition.languages': (p) =>
    fit(p.text < 0.3 ? 0.05 : p.cefr > 0.3 ? 1 : p.meanLength >= 2 ? 0.6 : 0.1, 0.7 * p.cefr),
  'condition.peoplePerYear': (p) => fit(most(p.smallInteger)),
  'student.studentNumber': (p) => {
    const isNumber = Math.max(p.identifier, p.integer) > 0.8 && p.serial < 0.9
    const isDistinct = p.distinct >= 0.9
    if (isNumber) return fit(isDistinct ? 1 : 0.7, isDistinct && p.meanLength >= 5 ? 0.6 : 0)
    return fit(isDistinct && p.meanLength <= 20 ? 0.5 : 0.15)
  },
  fullName: (p) => fit(Math.max(most(p.fullName), p.personName > 0.6 && p.institution < 0.3 ? 0.6 : 0), 0.7),
  'student.familyName': (p) => fit(p.personName > 0.6 ? (p.fullName > 0.6 ? 0.4 : 0.95) : 0.1),
  'student.givenNames': (p) => fit(p.personName > 0.6 ? (p.fullName > 0.6 ? 0.3 : 0.95) : 0.1),
  'student.gender': (p) => fit(most(p.gender), p.integer < 0.5 ? 0.7 : 0),
  'student.birthDate': (p) => fit(most(Math.max(p.birthDate, 0.5 * p.date)), 0.75 * p.birthDate),
  'student.nationality': (p) => fit(most(p.nationality), 0.55),
  'student.email': (p) => fit(most(p.email), 0.78),
  'student.phone': (p) => fit(most(Math.max(p.phone, 0.6 * p.integer)), 0.6 * p.phone),
  'student.cohort': (p) => fit(p.distinct < 0.5 || p.count < 10 ? 0.9 : 0.3),
  'student.programme': (p) => (p.text < 0.4 ? fit(0.2) : fit(p.distinct < 0.6 || p.count < 10 ? 0.9 : 0.4)),
  'student.track': (p) => (p.text < 0.4 ? fit(0.2) : fit(p.distinct < 0.7 || p.count < 10 ? 0.9 : 0.4)),
  'student.department': (p) => (p.text < 0.4 ? fit(0.2) : fit(p.distinct < 0.6 || p.count < 10 ? 0.9 : 0.4)),
  'student.studyYear': (p) => fit(p.smallInteger > 0.8 && p.meanLength <= 2 ? 1 : 0.25),
  'student.eqfLevel': (p) => fit(most(p.eqf)),
  'student.iscedCode': (p) => fit(most(p.isced), 0.4),
  'student.ectsAcquired': (p) => fit(most(Math.max(p.smallInteger, p.decimal, p.integer))),
  'student.status': (p) => fit(most(p.studentStatus), 0.6),
  'student.isSchooledInFrance': (p) => fit(p.distinct < 0.3 || p.count < 8 ? 0.9 : 0.2),
  'student.languages': (p) => fit(p.cefr > 0.3 ? 1 : 0.5, 0.7 * p.cefr),
  'student.esi': (p) => fit(most(p.esi), 1),
  'student.notes': (p) => fit(p.integer > 0.6 ? 0.2 : null),
}

export function fitContent(key: TargetKey, profile: ContentProfile): ContentFit {
  return judges[key](profile)
}

/** A header that says it plainly is believed though the values look odd. */
const mostDoubt = 0.5

/**
 * How sure it is that a column is a target, 0 to 1, from its header's score and its values. The header is believed as
 * far as the values allow; what the values alone suggest stays under 0.8.
 */
export function confidenceOf(headerScore: number, { fit: value, tell }: ContentFit, count: number): number {
  if (value === null) return headerScore * 0.9
  // A few values prove little, for or against.
  const weight = Math.min(1, count / 4)
  if (headerScore === 0) return count < 3 ? 0 : Math.min(0.79, Math.max(0, value) * tell * 0.8)
  const allowed = headerScore * (1 - weight * mostDoubt * (1 - value))
  return allowed + (1 - allowed) * Math.max(0, value) * tell * weight * 0.9
}
