import { regionalSchools } from '#core/sample/regional-schools.ts'
import { enit } from '#core/sample/schools.ts'
import { formRule, obligationRule, trackOf } from './build-rules.ts'
import type { SchoolProfile, Track } from './profile-types.ts'
import { schoolFrom } from './school-from.ts'

const international = 'Relations internationales'
const industry = 'Affaires industrielles'
const studies = 'DFVE'

/** Tracks, and which of them have a regional correspondence, are general knowledge, for the school to correct. */
const tracks: readonly Track[] = [
  trackOf('Génie mécanique', 'Mécanique', '0715', true),
  trackOf('Génie industriel', 'Génie industriel', '0788', true),
  trackOf('Génie des matériaux de structures et procédés', 'Matériaux', '0715', true),
  trackOf('Conception des systèmes intégrés', 'Systèmes', '0714'),
  trackOf('Bâtiment et travaux publics', 'Génie civil', '0732'),
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
    formRule('exchange-semester', { office: international, approvals: [international] }),
    formRule('free-mover', { office: international, approvals: [international] }),
    formRule('double-degree', { office: international, approvals: [international] }),
    formRule('internship', { office: industry, approvals: [industry] }),
    formRule('end-of-studies-project', { office: industry, approvals: [industry] }),
    // Counts, although a gap period cannot replace what the curriculum asks for (D611-14): the school says so.
    formRule('gap-period', { office: studies, approvals: ['Commission césure'] }),
    // In another school of the region: not abroad, so no week of it counts (inferred).
    formRule('short-term-blended', { office: studies, counts: false }),
    formRule('regional-semester', { office: studies, counts: false, approvals: [studies] }),
    // Not among the forms that the school names: kept on file, and counting only if the school says so.
    formRule('master', { office: international, counts: false, approvals: [international] }),
    formRule('athens-week', { office: international, counts: false }),
    formRule('summer-school', { office: international, counts: false }),
  ],
  obligations: [
    obligationRule({
      id: 'sixteen-weeks',
      requiredWeeks: 16,
      owedBy: 'schooled-entirely-in-france',
      aimPercent: 100,
    }),
  ],
  curriculum: { cohortYear: 'graduation', lengthYears: 3, day: '--09-30', country: 'FR' },
  stayRules: {
    forms: [],
    // Which schools, and which tracks in each, are general knowledge, for the school to correct.
    correspondences: regionalSchools.map(({ name }) => ({
      institution: name,
      tracks: tracks.filter((track) => track.isRegional).map((track) => track.name),
    })),
  },
}
