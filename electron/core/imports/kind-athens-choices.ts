import { fit, most } from './judging.ts'
import { studentJudges } from './fit-students.ts'
import type { HeaderWords, Judge, KindDescription } from './kind-types.ts'
import { athensChoiceTargets, type AthensChoiceTargetKey } from './targets-athens-choices.ts'
import { studentWords } from './vocabulary-students.ts'

/** The name of the column of one rank: `Choice 1`, `1er choix`, `Vœu 1`. */
function rankWords(rank: number, ordinals: string): HeaderWords {
  const nouns = [
    'choice',
    'choix',
    'voeu',
    'wish',
    'course',
    'cours',
    'opcion',
    'scelta',
    'wahl',
    'preference',
  ]
  const written = nouns.flatMap((noun) => [
    `${noun} ${rank}`,
    `${rank} ${noun}`,
    `${noun} no ${rank}`,
    `${noun} n ${rank}`,
  ])
  const said = ordinals.split(' ').flatMap((ordinal) => nouns.map((noun) => `${ordinal} ${noun}`))
  return { names: [...written, ...said].join('|'), beside: 'athens code' }
}

const ordinals = [
  '1st first 1er premier 1ere',
  '2nd second 2e 2eme deuxieme',
  '3rd third 3e 3eme troisieme',
  '4th fourth 4e 4eme quatrieme',
  '5th fifth 5e 5eme cinquieme',
  '6th sixth 6e 6eme sixieme',
  '7th seventh 7e 7eme septieme',
  '8th eighth 8e 8eme huitieme',
]
const [one = '', two = '', three = '', four = '', five = '', six = '', seven = '', eight = ''] = ordinals

const words: Readonly<Partial<Record<AthensChoiceTargetKey, HeaderWords>>> = {
  ...whoWords(),
  'athensChoice.1': rankWords(1, one),
  'athensChoice.2': rankWords(2, two),
  'athensChoice.3': rankWords(3, three),
  'athensChoice.4': rankWords(4, four),
  'athensChoice.5': rankWords(5, five),
  'athensChoice.6': rankWords(6, six),
  'athensChoice.7': rankWords(7, seven),
  'athensChoice.8': rankWords(8, eight),
  'athensChoice.rank': {
    names: 'rank|rang|choice rank|rang du choix|order|ordre|priority|priorite',
    weak: 'no|n',
  },
  'athensChoice.course': {
    names:
      'course|course code|cours|code cours|code du cours|course allocated|cours attribue|course obtained|cours obtenu|allocated course|assigned course|cours affecte|athens course|final course',
    weak: 'code|allocation|assignment|affectation',
    beside: 'athens final',
    not: 'title titre university choice choix wish voeu',
  },
  'athensChoice.result': {
    names:
      'result|resultat|status|statut|decision|outcome|acceptance|accepted|accepte|reponse|answer|etat|selection',
    beside: 'athens final',
    not: 'student etudiant',
  },
}

/** What lists of students call those who are named in them. */
function whoWords(): Readonly<Partial<Record<AthensChoiceTargetKey, HeaderWords>>> {
  const keys = [
    'student.studentNumber',
    'fullName',
    'student.familyName',
    'student.givenNames',
    'student.email',
    'student.esi',
  ] as const
  const found: Partial<Record<AthensChoiceTargetKey, HeaderWords>> = {}
  for (const key of keys) {
    const known = studentWords[key]
    if (known !== undefined) found[key] = known
  }
  return found
}

const code: Judge = (p) => fit(p.text > 0.7 && p.meanLength <= 9 ? 1 : 0.3)

const judges: Readonly<Record<AthensChoiceTargetKey, Judge>> = {
  'student.studentNumber': studentJudges['student.studentNumber'],
  fullName: studentJudges.fullName,
  'student.familyName': studentJudges['student.familyName'],
  'student.givenNames': studentJudges['student.givenNames'],
  'student.email': studentJudges['student.email'],
  'student.esi': studentJudges['student.esi'],
  'athensChoice.1': code,
  'athensChoice.2': code,
  'athensChoice.3': code,
  'athensChoice.4': code,
  'athensChoice.5': code,
  'athensChoice.6': code,
  'athensChoice.7': code,
  'athensChoice.8': code,
  'athensChoice.rank': (p) => fit(most(p.smallInteger)),
  'athensChoice.course': code,
  'athensChoice.result': (p) => fit(p.distinct < 0.5 || p.count < 8 ? 0.9 : 0.3),
}

export const athensChoicesKind: KindDescription<AthensChoiceTargetKey> = {
  targets: athensChoiceTargets,
  identifying: ['student.studentNumber', 'student.esi', 'student.email', 'fullName', 'student.familyName'],
  naming: [],
  weights: { 'student.studentNumber': 2.5, 'athensChoice.1': 2.5, 'athensChoice.course': 2.5, fullName: 1.5 },
  words,
  judges,
}
