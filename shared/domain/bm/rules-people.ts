import { isIscedF, isReportable } from '#shared/domain/isced-f.ts'
import type { BmStay } from './bm-facts.ts'
import type { BmCode, Found } from './bm-finding.ts'

/**
 * What the module asks of the participant. Source: BM draft schema, participant: e-mail, gender, birth date and
 * nationality are required; field of education with four digits only; study level 5 to 8.
 */
export function peopleRules(stay: BmStay): readonly Found[] {
  const { student } = stay
  const of = (code: BmCode, field: string, params: Found['params'] = {}): Found => ({
    code,
    at: { entity: 'student', id: student.id, field },
    params,
  })
  const findings: Found[] = []
  if (student.email === null) findings.push(of('email-missing', 'email'))
  if (student.gender === null) findings.push(of('gender-missing', 'gender'))
  if (student.birthDate === null) findings.push(of('birth-missing', 'birthDate'))
  if (student.nationality === null) findings.push(of('nationality-missing', 'nationality'))
  if (student.eqfLevel === null) findings.push(of('eqf-missing', 'eqfLevel'))
  else if (student.eqfLevel < 5) findings.push(of('eqf-not-higher', 'eqfLevel', { level: student.eqfLevel }))
  if (student.hasFewerOpportunities === null) findings.push(of('fewer-unknown', 'hasFewerOpportunities'))
  return [...findings, ...studyRules(stay), ...inclusionRules(stay)]
}

function studyRules(stay: BmStay): readonly Found[] {
  const of = (code: BmCode, field: string, params: Found['params'] = {}): Found => ({
    code,
    at: { entity: 'mobility', id: stay.id, field },
    params,
  })
  const findings: Found[] = []
  const { iscedCode } = stay
  if (iscedCode === null) findings.push(of('isced-missing', 'iscedCode'))
  else if (!isIscedF(iscedCode) || !isReportable(iscedCode))
    findings.push(of('isced-not-four', 'iscedCode', { code: iscedCode }))
  if (stay.language === null) findings.push(of('language-missing', 'language'))
  // explanations are never exported: they may tell of somebody's health. Source: NAITDOC, Export and import using xlsx
  if (stay.isForceMajeure) findings.push(of('force-majeure', 'isForceMajeure'))
  return findings
}

/**
 * Fewer-opportunities amounts are entered only where the flags are on: the participant's, and for a short stay those of
 * its two ranges of days. Source: wikis.ec.europa.eu diffpagesbyversion pageId=143431831.
 */
function inclusionRules({ student, money }: BmStay): readonly Found[] {
  if (money === null || student.hasFewerOpportunities === true) return []
  const amount = money.inclusionTopUp + money.inclusionSupport
  return amount > 0
    ? [
        {
          code: 'inclusion-without-flag',
          at: { entity: 'student', id: student.id, field: 'hasFewerOpportunities' },
          params: { amount },
        },
      ]
    : []
}
