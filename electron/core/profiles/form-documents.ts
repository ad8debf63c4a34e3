import { formPath } from '#shared/domain/form-path.ts'
import type { FormDocument, StayForm } from '#shared/domain/form-rule.ts'
import { stepPlace, stepsOf } from '#shared/domain/mobility-steps.ts'
import type { documentKinds } from '#shared/entities/stay-file.ts'

type Kind = (typeof documentKinds)[number]

function document(
  code: Kind,
  step: FormDocument['step'],
  from: FormDocument['from'],
  due: readonly [from: 'start' | 'end', days: number],
  more: Partial<Pick<FormDocument, 'isRequired' | 'validMonths'>> = {},
): FormDocument {
  const [dueFrom, dueDays] = due
  return { code, step, from, dueFrom, dueDays, isRequired: true, validMonths: null, ...more }
}

/**
 * The checklist that a form of stay starts with, for the school to correct. The kinds come from the application files
 * of French schools, the certificates of arrival and departure, and EWP's order of the learning agreement; which form
 * asks for which, and the days, are inferred.
 */
const application = [
  document('cv', 'approved', 'student', ['start', -180]),
  document('motivation-letter', 'approved', 'student', ['start', -180]),
  document('transcript-before', 'approved', 'school', ['start', -180]),
  document('language-certificate', 'nominated', 'student', ['start', -150], { validMonths: 24 }),
  document('identity', 'nominated', 'student', ['start', -150]),
  document('application-form', 'nominated', 'student', ['start', -150], { isRequired: false }),
  document('recommendation', 'nominated', 'school', ['start', -150], { isRequired: false }),
]
const studyBefore = [
  document('host-acceptance', 'accepted', 'host', ['start', -60]),
  document('learning-agreement', 'agreed', 'student', ['start', -30]),
  document('insurance', 'departed', 'student', ['start', -15]),
  document('health-card', 'departed', 'student', ['start', -15], { isRequired: false }),
  document('visa', 'departed', 'student', ['start', -15], { isRequired: false }),
  document('grant-agreement', 'departed', 'school', ['start', -15], { isRequired: false }),
]
const certificates = [
  document('arrival-certificate', 'arrived', 'host', ['start', 15]),
  document('departure-certificate', 'returned', 'host', ['end', 15]),
]
const studyAfter = [
  document('learning-agreement-changes', 'returned', 'student', ['start', 45], { isRequired: false }),
  document('transcript', 'recognised', 'host', ['end', 60]),
  document('participant-report', 'recognised', 'student', ['end', 30], { isRequired: false }),
  document('recognition', 'recognised', 'school', ['end', 90]),
]
const study = [...application, ...studyBefore, ...certificates, ...studyAfter]
const work = [
  document('cv', 'approved', 'student', ['start', -90]),
  document('placement-agreement', 'agreed', 'school', ['start', -15]),
  document('insurance', 'departed', 'student', ['start', -15]),
  document('visa', 'departed', 'student', ['start', -15], { isRequired: false }),
  ...certificates,
  document('stay-report', 'recognised', 'student', ['end', 30]),
]
const short = [
  document('motivation-letter', 'approved', 'student', ['start', -60], { isRequired: false }),
  document('insurance', 'departed', 'student', ['start', -7], { isRequired: false }),
  document('departure-certificate', 'returned', 'host', ['end', 15]),
  document('transcript', 'recognised', 'host', ['end', 45]),
]

const byForm: Readonly<Record<StayForm, readonly FormDocument[]>> = {
  'exchange-semester': study,
  'free-mover': study,
  'double-degree': [...study, document('diploma', 'recognised', 'host', ['end', 180], { isRequired: false })],
  master: [...study, document('diploma', 'recognised', 'host', ['end', 180])],
  'athens-week': short,
  internship: work,
  'end-of-studies-project': work,
  'gap-period': [
    document('motivation-letter', 'approved', 'student', ['start', -90]),
    document('committee-decision', 'approved', 'school', ['start', -60]),
    document('gap-agreement', 'agreed', 'school', ['start', -15]),
    document('insurance', 'departed', 'student', ['start', -15]),
    ...certificates,
    document('stay-report', 'recognised', 'student', ['end', 30]),
  ],
  'summer-school': short,
  'short-term-blended': short,
  'regional-semester': [
    document('transcript-before', 'approved', 'school', ['start', -90]),
    document('host-acceptance', 'accepted', 'host', ['start', -30]),
    document('learning-agreement', 'agreed', 'student', ['start', -15]),
    document('transcript', 'recognised', 'host', ['end', 60]),
  ],
}

/** The checklist of a form; what would be asked for by a step that the form does not have is asked for by the next one. */
export function documentsOf(form: StayForm): readonly FormDocument[] {
  const steps = stepsOf(formPath(form))
  return byForm[form].map((one) => ({
    ...one,
    step: steps.find((step) => stepPlace(step) >= stepPlace(one.step)) ?? 'recognised',
  }))
}
