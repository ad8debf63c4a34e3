import { profileOf } from '#core/profiles/index.ts'
import type { Programme } from '#core/profiles/profile-types.ts'
import type { ProfileName } from '#shared/contract/office.ts'

/** What makes a sample look like one school's own. Days are month and day, `03-01`. */
export interface SampleFlavour {
  /** The first is the main programme, the second is followed in apprenticeship. */
  readonly programmes: readonly [Programme, Programme]
  /** Field of the students who have no track yet. */
  readonly baseIscedCode: string
  /** Fields that agreements are about, beside the partner's own. */
  readonly agreementFields: readonly string[]
  /** Year of study of the youngest of the three cohorts. */
  readonly firstStudyYear: number
  /** Domain that issues European Student Identifiers. */
  readonly esiIssuer: string
  readonly endOfStudies: { readonly start: string; readonly end: string }
  readonly projectTitles: readonly string[]
  readonly hasRegionalSemester: boolean
  /** Weeks abroad that the school's obligation asks for. */
  readonly weeksOwed: number
}

const digitalTitles = [
  'Radio resource allocation for 6G',
  'Anomaly detection in optical networks',
  'Speech recognition for low-resource languages',
  'Federated learning on edge devices',
  'Post-quantum key exchange in constrained devices',
  'Rendering of large point clouds',
  'Graph neural networks for traffic forecasting',
  'Hardware accelerator for sparse matrices',
  'Privacy-preserving data analysis',
  'Segmentation of retinal images',
  'Verification of a hypervisor',
  'Compression of language models',
  "Localisation d'objets connectés en intérieur",
  "Conception d'une antenne reconfigurable",
  'Recherche opérationnelle appliquée au réseau électrique',
  "Supervision d'un réseau 5G privé",
]

const mechanicalTitles = [
  'Fatigue life of welded joints',
  'Topology optimisation of a landing-gear part',
  'Additive manufacturing of titanium brackets',
  'Vibration analysis of a gearbox',
  'Composite repair by resin infusion',
  'Digital twin of an assembly line',
  'Predictive maintenance of presses',
  'Life-cycle assessment of a timber frame',
  'Crash simulation of a battery tray',
  'Robotic deburring cell',
  'Wear of cutting tools in dry machining',
  'Lean reorganisation of a workshop',
  'Essais mécaniques sur bétons bas carbone',
  "Conception d'un banc d'essai hydraulique",
  "Ordonnancement d'un atelier de fonderie",
  "Instrumentation d'un pont mixte",
]

const blankTracks = [
  { name: 'Informatique', department: 'Sciences du numérique', iscedCode: '0613', isRegional: false },
  { name: 'Électronique', department: 'Sciences du numérique', iscedCode: '0714', isRegional: false },
  { name: 'Mécanique', department: "Sciences de l'ingénieur", iscedCode: '0715', isRegional: false },
  { name: 'Énergie', department: "Sciences de l'ingénieur", iscedCode: '0713', isRegional: false },
] as const

const blankProgrammes: readonly Programme[] = [
  { name: 'Ingénieur', studentStatus: 'student', tracks: blankTracks },
  { name: 'Ingénieur par apprentissage', studentStatus: 'apprentice', tracks: blankTracks },
]

const flavours: Readonly<Record<ProfileName, SampleFlavour>> = {
  'telecom-paris': {
    programmes: twoProgrammes(profileOf('telecom-paris').programmes),
    baseIscedCode: '0610',
    agreementFields: ['0610', '0613', '0612', '0714'],
    firstStudyYear: 1,
    esiIssuer: profileOf('telecom-paris').school.schac,
    endOfStudies: { start: '03-01', end: '08-28' },
    projectTitles: digitalTitles,
    hasRegionalSemester: false,
    weeksOwed: weeksOwedIn('telecom-paris'),
  },
  enit: {
    programmes: twoProgrammes(profileOf('enit').programmes),
    baseIscedCode: '0715',
    agreementFields: ['0715', '0788', '0714', '0732'],
    firstStudyYear: 3,
    esiIssuer: profileOf('enit').school.schac,
    endOfStudies: { start: '02-01', end: '06-25' },
    projectTitles: mechanicalTitles,
    hasRegionalSemester: true,
    weeksOwed: weeksOwedIn('enit'),
  },
  blank: {
    programmes: twoProgrammes(blankProgrammes),
    baseIscedCode: '0788',
    agreementFields: ['0613', '0714', '0715', '0713'],
    firstStudyYear: 1,
    esiIssuer: 'example.org',
    endOfStudies: { start: '03-01', end: '08-28' },
    projectTitles: [...digitalTitles, ...mechanicalTitles],
    hasRegionalSemester: false,
    weeksOwed: weeksOwedIn('blank'),
  },
}

/** A school without a rule counts in the weeks of a semester. */
function weeksOwedIn(profile: ProfileName): number {
  return profileOf(profile).obligations[0]?.requiredWeeks ?? 16
}

/** The colour of the sample for each profile; a blank profile gets a school of general engineering. */
export function sampleFlavour(profile: ProfileName): SampleFlavour {
  return flavours[profile]
}

function twoProgrammes(programmes: readonly Programme[]): readonly [Programme, Programme] {
  const [main, second] = programmes
  if (main === undefined || second === undefined) throw new Error('The sample needs two programmes')
  return [main, second]
}
