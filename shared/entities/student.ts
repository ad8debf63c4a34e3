import { exemptionReasons } from '#shared/domain/obligation-types.ts'
import { defineEntity } from './fields.ts'

/** A scholarship on social criteria: none, or its level. */
const scholarshipLevels = ['none', '0bis', '1', '2', '3', '4', '5', '6', '7'] as const

/** A student of our school. */
export const student = defineEntity({
  name: 'student',
  searched: ['familyName', 'givenNames', 'studentNumber', 'email', 'programme', 'cohort'],
  fields: {
    studentNumber: { type: 'text', required: true, unique: true, group: 'identity' },
    familyName: { type: 'text', required: true, group: 'identity' },
    givenNames: { type: 'text', required: true, group: 'identity' },
    gender: { type: 'choice', choices: ['0', '1', '2', '9'], group: 'identity' }, // ISO 5218, as EWP
    birthDate: { type: 'date', group: 'identity' },
    nationality: { type: 'country', group: 'identity' },
    email: { type: 'email', group: 'contact' },
    phone: { type: 'text', group: 'contact' },
    cohort: { type: 'text', group: 'studies' },
    programme: { type: 'text', group: 'studies' },
    track: { type: 'text', group: 'studies' },
    department: { type: 'text', group: 'studies' },
    studyYear: { type: 'integer', min: 1, max: 10, group: 'studies' },
    eqfLevel: { type: 'integer', min: 1, max: 8, group: 'studies' },
    iscedCode: { type: 'code', code: 'isced', group: 'studies' },
    ectsAcquired: { type: 'decimal', min: 0, max: 1000, group: 'studies' },
    status: { type: 'choice', choices: ['student', 'apprentice'], required: true, group: 'studies' },
    isSchooledInFrance: { type: 'boolean', required: true, group: 'studies' },
    repeatsAfterS5: { type: 'integer', min: 0, max: 10, group: 'studies' },
    scholarship: { type: 'choice', choices: scholarshipLevels, group: 'studies' },
    languages: { type: 'code', code: 'language-skills', group: 'studies' },
    entryYear: { type: 'academic-year', group: 'curriculum' },
    entrySemester: { type: 'integer', min: 1, max: 12, group: 'curriculum' },
    repeatedYears: { type: 'integer', min: 0, max: 10, group: 'curriculum' },
    endOfStudies: { type: 'date', group: 'curriculum' },
    exemptionReason: { type: 'choice', choices: exemptionReasons, group: 'obligation' },
    exemptionProof: { type: 'text', group: 'obligation' },
    exemptionDate: { type: 'date', group: 'obligation' },
    esi: { type: 'code', code: 'esi', unique: true, group: 'identity' },
    /** Of a student who is here on exchange or for a double degree: where the student is at home. */
    homeInstitutionId: { type: 'reference', entity: 'institution', group: 'studies' },
    hasFewerOpportunities: { type: 'boolean', group: 'grant' },
    /** Coarse on purpose: what ails somebody is nobody's business here. */
    fewerOpportunitiesKind: { type: 'choice', choices: ['scholarship', 'health', 'other'], group: 'grant' },
    /** Months of Erasmus already spent in the same study cycle under another institution. */
    erasmusMonthsBefore: { type: 'decimal', min: 0, max: 36, group: 'grant' },
    /** Studies of one cycle, like medicine: the limit of months is another one. */
    isSingleCycle: { type: 'boolean', group: 'grant' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
