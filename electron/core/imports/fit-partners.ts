import { fit, impossible, most, unlike } from './judging.ts'
import type { Judge } from './kind-types.ts'
import type { PartnerTargetKey } from './targets-partners.ts'

/** How the values of a column of partners are judged. */
export const partnerJudges: Readonly<Record<PartnerTargetKey, Judge>> = {
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
}
