import { enit } from '#core/sample/schools.ts'
import type { SchoolProfile, Track } from './profile-types.ts'
import { schoolFrom } from './school-from.ts'

const international = 'Relations internationales'
const industry = 'Affaires industrielles'
const studies = 'DFVE'

/** Tracks, and which of them have a regional correspondence, are general knowledge, for the school to correct. */
const tracks: readonly Track[] = [
  { name: 'Génie mécanique', department: 'Mécanique', iscedCode: '0715', isRegional: true },
  { name: 'Génie industriel', department: 'Génie industriel', iscedCode: '0788', isRegional: true },
  {
    name: 'Génie des matériaux de structures et procédés',
    department: 'Matériaux',
    iscedCode: '0715',
    isRegional: true,
  },
  { name: 'Conception des systèmes intégrés', department: 'Systèmes', iscedCode: '0714' },
  { name: 'Bâtiment et travaux publics', department: 'Génie civil', iscedCode: '0732' },
]

/**
 * ENIT in Tarbes: sixteen weeks abroad owed by every student schooled entirely in France; each form has its office.
 * Source: the school's students' guide, page on mobility, 2020.
 */
export const enitProfile: SchoolProfile = {
  school: schoolFrom(enit, 'uttop.fr'),
  semesters: [
    { semester: 'autumn', start: '--09-01', end: '--01-31' },
    { semester: 'spring', start: '--02-01', end: '--06-30' },
  ],
  programmes: [
    { name: 'Ingénieur ENIT', studentStatus: 'student', tracks },
    {
      name: 'Ingénieur ENIT par apprentissage',
      studentStatus: 'apprentice',
      tracks: tracks.filter((track) => ['Mécanique', 'Génie industriel'].includes(track.department)),
    },
  ],
  forms: [
    { form: 'exchange-semester', office: international, countsWeeks: true, approvals: [international] },
    { form: 'free-mover', office: international, countsWeeks: true, approvals: [international] },
    { form: 'double-degree', office: international, countsWeeks: true, approvals: [international] },
    { form: 'internship', office: industry, countsWeeks: true, approvals: [industry] },
    { form: 'end-of-studies-project', office: industry, countsWeeks: true, approvals: [industry] },
    { form: 'gap-period', office: studies, countsWeeks: true, approvals: ['Commission césure'] },
    // In another school of the region: not abroad, so no week of it counts (inferred).
    { form: 'regional-semester', office: studies, countsWeeks: false, approvals: [studies] },
  ],
  obligations: [{ minimumWeeks: 16, owedBy: 'schooled-entirely-in-france', isCumulative: true, from: null }],
}
