import { defineEntity } from './fields.ts'

export const athensSessionStatuses = [
  'preparing',
  'open',
  'allocated',
  'nominated',
  'confirmed',
  'registered',
  'closed',
] as const

/** From a place that we propose to a week that was attended; then the ways it can end. */
export const athensRegistrationStatuses = [
  'proposed',
  'nominated',
  'accepted',
  'waiting',
  'refused',
  'registered',
  'attended',
  'absent',
  'cancelled',
] as const

/** One session of the ATHENS network (`2027-03`): the calendar differs each time, so its dates are data. */
export const athensSession = defineEntity({
  name: 'athensSession',
  searched: ['session', 'notes'],
  fields: {
    session: { type: 'code', code: 'athens-session', required: true, unique: true, group: 'identity' },
    status: { type: 'choice', choices: athensSessionStatuses, required: true, group: 'identity' },
    startsOn: { type: 'date', group: 'period' },
    endsOn: { type: 'date', group: 'period' },
    wishesDeadline: { type: 'date', group: 'deadlines' },
    nominationDeadline: { type: 'date', group: 'deadlines' },
    resultsOn: { type: 'date', group: 'deadlines' },
    minChoices: { type: 'integer', min: 1, max: 20, required: true, group: 'quota' },
    maxChoices: { type: 'integer', min: 1, max: 20, required: true, group: 'quota' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** The most students that a host takes from us in a session, over all its courses. */
export const athensHostQuota = defineEntity({
  name: 'athensHostQuota',
  searched: ['notes'],
  fields: {
    session: { type: 'code', code: 'athens-session', required: true, group: 'identity' },
    institutionId: { type: 'reference', entity: 'institution', required: true, group: 'identity' },
    quota: { type: 'integer', min: 0, max: 1000, required: true, group: 'quota' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** A course offered in one ATHENS session (`2027-03`). */
export const athensCourse = defineEntity({
  name: 'athensCourse',
  searched: ['code', 'title', 'city'],
  fields: {
    session: { type: 'code', code: 'athens-session', required: true, group: 'identity' },
    code: { type: 'code', code: 'athens-course', required: true, group: 'identity' },
    title: { type: 'text', required: true, group: 'identity' },
    institutionId: { type: 'reference', entity: 'institution', required: true, group: 'identity' },
    city: { type: 'text', group: 'identity' },
    ects: { type: 'decimal', min: 0, max: 30, group: 'studies' },
    hours: { type: 'integer', min: 0, max: 200, group: 'studies' },
    language: { type: 'language', group: 'studies' },
    /** Places for our students; empty is unknown, never unlimited. */
    capacity: { type: 'integer', min: 0, max: 1000, group: 'quota' },
    isBip: { type: 'boolean', required: true, group: 'studies' },
    /** As the catalogue writes them: a person says whether a student meets them. */
    prerequisites: { type: 'text', long: true, group: 'studies' },
    minEcts: { type: 'decimal', min: 0, max: 360, group: 'studies' },
    minStudyYear: { type: 'integer', min: 0, max: 9, group: 'studies' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** One ranked choice of a student in an ATHENS session. */
export const wish = defineEntity({
  name: 'wish',
  searched: [],
  fields: {
    studentId: { type: 'reference', entity: 'student', required: true, group: 'identity' },
    courseId: { type: 'reference', entity: 'athensCourse', required: true, group: 'identity' },
    rank: { type: 'integer', min: 1, max: 20, required: true, group: 'identity' },
    /** Whether the student meets the written prerequisites of the course; empty until somebody has looked. */
    meetsPrerequisites: { type: 'boolean', group: 'studies' },
  },
})

/** The course that a student has in a session, and how far it has come. Once registered, the student must attend. */
export const athensRegistration = defineEntity({
  name: 'athensRegistration',
  searched: ['cancelReason', 'cancelAgreedBy', 'notes'],
  fields: {
    studentId: { type: 'reference', entity: 'student', required: true, group: 'identity' },
    courseId: { type: 'reference', entity: 'athensCourse', required: true, group: 'identity' },
    status: { type: 'choice', choices: athensRegistrationStatuses, required: true, group: 'identity' },
    rank: { type: 'integer', min: 1, max: 20, group: 'identity' },
    /** Kept as it is by the next allocation. */
    isLocked: { type: 'boolean', required: true, group: 'identity' },
    cancelReason: { type: 'text', group: 'notes' },
    cancelAgreedBy: { type: 'text', group: 'notes' },
    cancelAgreedOn: { type: 'date', group: 'notes' },
    mobilityId: { type: 'reference', entity: 'mobility', readOnly: true, group: 'host' },
    blendedMobilityId: { type: 'reference', entity: 'mobility', readOnly: true, group: 'host' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
