import { partnerJudges } from './fit-partners.ts'
import { personJudges, studentJudges } from './fit-students.ts'
import { fit, most, unlike } from './judging.ts'
import type { Judge } from './kind-types.ts'
import type { MobilityTargetKey } from './targets-mobilities.ts'

/** A stay's dates are no dates of birth. */
const stayDate: Judge = (p) => fit(most(p.date))

/** The host of an internship bears the name of a company: any words may be one. */
const host: Judge = (p) => {
  const judged = partnerJudges['institution.name'](p)
  if (p.text < 0.5 || Math.max(unlike(p), p.country) > 0.5) return judged
  return fit(Math.max(judged.fit ?? 0, 0.75), judged.tell)
}

/** How the values of a column of stays are judged. */
export const mobilityJudges: Readonly<Record<MobilityTargetKey, Judge>> = {
  ...personJudges,
  'institution.name': host,
  'institution.erasmusCode': partnerJudges['institution.erasmusCode'],
  'institution.pic': partnerJudges['institution.pic'],
  'institution.oid': partnerJudges['institution.oid'],
  'institution.localCode': partnerJudges['institution.localCode'],
  'institution.country': partnerJudges['institution.country'],
  'institution.city': partnerJudges['institution.city'],
  'institution.contactName': partnerJudges['institution.contactName'],
  'institution.contactEmail': (p) => fit(most(p.email), 0.2),
  'mobility.form': (p) => fit(most(p.mobilityForm), 0.75),
  'mobility.status': (p) => fit(most(p.mobilityStatus), 0.7),
  'mobility.academicYear': partnerJudges.academicYear,
  'mobility.semester': partnerJudges.semester,
  'mobility.plannedStart': stayDate,
  'mobility.plannedEnd': stayDate,
  'mobility.actualStart': stayDate,
  'mobility.actualEnd': stayDate,
  'mobility.iscedCode': studentJudges['student.iscedCode'],
  'mobility.language': (p) => fit(p.text < 0.5 ? 0.05 : p.meanLength <= 14 ? 0.8 : 0.3),
  'mobility.title': (p) => fit(p.text < 0.5 ? 0.1 : p.meanLength >= 10 ? 0.9 : 0.6),
  'mobility.degree': (p) => fit(p.text < 0.5 ? 0.1 : 0.8),
  'mobility.studySemester': (p) => fit(p.meanLength <= 4 ? 0.9 : 0.2),
  'mobility.supervisorName': partnerJudges['institution.contactName'],
  'mobility.supervisorEmail': (p) => fit(most(p.email), 0.2),
  'mobility.ectsAsked': studentJudges['student.ectsAcquired'],
  'mobility.ectsObtained': studentJudges['student.ectsAcquired'],
  'mobility.overbookingReason': (p) => fit(p.text < 0.5 ? 0.1 : 0.7),
  'mobility.notes': (p) => fit(p.integer > 0.6 ? 0.2 : null),
}
