import { telecomParis } from '#core/sample/schools.ts'
import { formRule, obligationRule, trackOf } from './build-rules.ts'
import type { SchoolProfile, Track } from './profile-types.ts'
import { schoolFrom } from './school-from.ts'

const office = 'Direction des relations internationales'

/** Procedure of the school's international pages: the studies office first, then the international one. */
const studyApprovals = [
  'Autorisation de la direction des études',
  'Entretien avec la direction des relations internationales',
  'Validation pédagogique du projet',
]

/** Tracks and departments are general knowledge, for the school to correct. */
const tracks: readonly Track[] = [
  trackOf('Science des données', 'Image, données, signal', '0613'),
  trackOf('Image', 'Image, données, signal', '0613'),
  trackOf("Traitement du signal pour l'intelligence artificielle", 'Image, données, signal', '0714'),
  trackOf('Modélisation aléatoire et calcul scientifique', 'Image, données, signal', '0541'),
  trackOf('Cryptographie, codage et information quantique', 'Informatique et réseaux', '0541'),
  trackOf('Systèmes logiciels et réseaux', 'Informatique et réseaux', '0612'),
  trackOf('Sécurité des réseaux et des systèmes', 'Informatique et réseaux', '0612'),
  trackOf('Informatique graphique et systèmes interactifs', 'Informatique et réseaux', '0613'),
  trackOf('Systèmes embarqués', 'Communications et électronique', '0714'),
  trackOf('Télécommunications', 'Communications et électronique', '0714'),
  trackOf('Innovation et stratégie numériques', 'Sciences économiques et sociales', '0688'),
]

/** Télécom Paris: eleven weeks abroad owed by every student, in one or several stays. */
export const telecomParisProfile: SchoolProfile = {
  school: schoolFrom(telecomParis, 'telecom-paris.fr'),
  semesters: [
    { semester: 'autumn', start: '--09-01', end: '--01-31' },
    { semester: 'spring', start: '--02-01', end: '--07-31' },
  ],
  programmes: [
    { name: 'Ingénieur généraliste', studentStatus: 'student', tracks },
    {
      name: 'Ingénieur par apprentissage',
      studentStatus: 'apprentice',
      tracks: tracks.filter((track) => track.department === 'Informatique et réseaux'),
    },
  ],
  forms: [
    formRule('exchange-semester', { office, approvals: studyApprovals }),
    // Not under eighteen months: the school's page on double degrees.
    formRule('double-degree', { office, approvals: studyApprovals, limits: { minimumMonths: 18 } }),
    formRule('master', { office, approvals: studyApprovals }),
    formRule('athens-week', { office, approvals: ['Accord du coordinateur ATHENS'] }),
    formRule('internship', { office, approvals: ['Convention de stage'] }),
    formRule('end-of-studies-project', { office, approvals: ['Convention de stage'] }),
    // Not among the forms that the school names: kept on file, and counting only if the school says so.
    formRule('free-mover', { office, counts: false, approvals: studyApprovals }),
    formRule('summer-school', { office, counts: false }),
    // The Erasmus side of a blended ATHENS week, whose days count already.
    formRule('short-term-blended', { office, counts: false }),
    formRule('gap-period', { office, counts: false }),
  ],
  obligations: [obligationRule({ id: 'eleven-weeks', requiredWeeks: 11, owedBy: 'every-student' })],
  curriculum: { cohortYear: 'graduation', lengthYears: 3, day: '--09-30', country: 'FR' },
  stayRules: { forms: [], correspondences: [] },
}
