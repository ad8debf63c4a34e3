import { mobilityForms } from '#shared/domain/form-rule.ts'
import { formRule } from './build-rules.ts'
import type { SchoolProfile } from './profile-types.ts'

/** A school that the application knows nothing of: every form, no obligation, a name to fill in. */
export const blankProfile: SchoolProfile = {
  school: {
    name: '',
    erasmusCode: '',
    pic: '',
    oid: '',
    schac: '',
    city: '',
    coordinatorName: '',
    coordinatorEmail: '',
    athensCoordinatorName: '',
    athensCoordinatorEmail: '',
  },
  semesters: [
    { semester: 'autumn', start: '--09-01', end: '--01-31' },
    { semester: 'spring', start: '--02-01', end: '--06-30' },
  ],
  programmes: [],
  forms: mobilityForms.map((form) =>
    formRule(form, { counts: form !== 'regional-semester' && form !== 'short-term-blended' }),
  ),
  obligations: [],
  curriculum: { cohortYear: 'graduation', lengthYears: 3, day: '--09-30', country: 'FR' },
  stayRules: { forms: [], correspondences: [] },
}
