import { telecomParis } from '#core/sample/schools.ts'
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
  { name: 'Science des données', department: 'Image, données, signal', iscedCode: '0613' },
  { name: 'Image', department: 'Image, données, signal', iscedCode: '0613' },
  {
    name: "Traitement du signal pour l'intelligence artificielle",
    department: 'Image, données, signal',
    iscedCode: '0714',
  },
  {
    name: 'Modélisation aléatoire et calcul scientifique',
    department: 'Image, données, signal',
    iscedCode: '0541',
  },
  {
    name: 'Cryptographie, codage et information quantique',
    department: 'Informatique et réseaux',
    iscedCode: '0541',
  },
  { name: 'Systèmes logiciels et réseaux', department: 'Informatique et réseaux', iscedCode: '0612' },
  {
    name: 'Sécurité des réseaux et des systèmes',
    department: 'Informatique et réseaux',
    iscedCode: '0612',
  },
  {
    name: 'Informatique graphique et systèmes interactifs',
    department: 'Informatique et réseaux',
    iscedCode: '0613',
  },
  {
    name: 'Systèmes embarqués',
    department: 'Communications et électronique',
    iscedCode: '0714',
  },
  { name: 'Télécommunications', department: 'Communications et électronique', iscedCode: '0714' },
  {
    name: 'Innovation et stratégie numériques',
    department: 'Sciences économiques et sociales',
    iscedCode: '0688',
  },
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
    { form: 'exchange-semester', office, countsWeeks: true, approvals: studyApprovals },
    { form: 'double-degree', office, countsWeeks: true, approvals: studyApprovals },
    { form: 'master', office, countsWeeks: true, approvals: studyApprovals },
    { form: 'athens-week', office, countsWeeks: true, approvals: ['Accord du coordinateur ATHENS'] },
    { form: 'internship', office, countsWeeks: true, approvals: ['Convention de stage'] },
    { form: 'end-of-studies-project', office, countsWeeks: true, approvals: ['Convention de stage'] },
  ],
  obligations: [{ minimumWeeks: 11, owedBy: 'every-student', isCumulative: true, from: null }],
}
