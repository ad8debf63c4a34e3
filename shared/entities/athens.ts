import { defineEntity } from './fields.ts'

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
    capacity: { type: 'integer', min: 0, max: 1000, group: 'quota' },
    isBip: { type: 'boolean', required: true, group: 'studies' },
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
  },
})
