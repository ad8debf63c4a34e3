import { studentJudges } from './fit-students.ts'
import { fit, most } from './judging.ts'
import type { HeaderWords, Judge, KindDescription } from './kind-types.ts'
import { wishTargets, type WishTargetKey } from './targets-wishes.ts'
import { studentWords } from './vocabulary-students.ts'

const nouns = [
  'choice',
  'choix',
  'voeu',
  'wish',
  'destination',
  'preference',
  'opcion',
  'scelta',
  'wahl',
  'tercih',
]

/** The name of the column of one rank: `Choice 1`, `1er choix`, `Vœu 1`, `First choice`. */
function rankWords(rank: number, ordinals: string): HeaderWords {
  const written = nouns.flatMap((noun) => [
    `${noun} ${rank}`,
    `${rank} ${noun}`,
    `${noun} no ${rank}`,
    `${noun} n ${rank}`,
  ])
  const said = ordinals.split(' ').flatMap((ordinal) => nouns.map((noun) => `${ordinal} ${noun}`))
  return { names: [...written, ...said].join('|'), beside: 'university universite place' }
}

const words: Readonly<Partial<Record<WishTargetKey, HeaderWords>>> = {
  ...whoWords(),
  'wish.1': rankWords(1, '1st first 1er premier 1ere'),
  'wish.2': rankWords(2, '2nd second 2e 2eme deuxieme'),
  'wish.3': rankWords(3, '3rd third 3e 3eme troisieme'),
  'wish.4': rankWords(4, '4th fourth 4e 4eme quatrieme'),
  'wish.5': rankWords(5, '5th fifth 5e 5eme cinquieme'),
  'wish.6': rankWords(6, '6th sixth 6e 6eme sixieme'),
  'wish.7': rankWords(7, '7th seventh 7e 7eme septieme'),
  'wish.8': rankWords(8, '8th eighth 8e 8eme huitieme'),
  'wish.9': rankWords(9, '9th ninth 9e 9eme neuvieme'),
  'wish.10': rankWords(10, '10th tenth 10e 10eme dixieme'),
  'wish.rank': {
    names: 'rank|rang|choice rank|rang du voeu|rang du choix|order|ordre|priority|priorite',
    weak: 'no|n',
  },
  'wish.place': {
    names:
      'wish|voeu|place|destination|choice|choix|host|accueil|partner|partenaire|university|universite|etablissement',
    weak: 'code',
    beside: 'code host accueil',
    not: 'home origine',
  },
}

/** What lists of students call those who are named in them. */
function whoWords(): Readonly<Partial<Record<WishTargetKey, HeaderWords>>> {
  const keys = [
    'student.studentNumber',
    'fullName',
    'student.familyName',
    'student.givenNames',
    'student.email',
    'student.esi',
  ] as const
  const found: Partial<Record<WishTargetKey, HeaderWords>> = {}
  for (const key of keys) {
    const known = studentWords[key]
    if (known !== undefined) found[key] = known
  }
  return found
}

const place: Judge = (p) => fit(p.text > 0.5 ? 0.9 : 0.3)

const judges: Readonly<Record<WishTargetKey, Judge>> = {
  'student.studentNumber': studentJudges['student.studentNumber'],
  fullName: studentJudges.fullName,
  'student.familyName': studentJudges['student.familyName'],
  'student.givenNames': studentJudges['student.givenNames'],
  'student.email': studentJudges['student.email'],
  'student.esi': studentJudges['student.esi'],
  'wish.1': place,
  'wish.2': place,
  'wish.3': place,
  'wish.4': place,
  'wish.5': place,
  'wish.6': place,
  'wish.7': place,
  'wish.8': place,
  'wish.9': place,
  'wish.10': place,
  'wish.rank': (p) => fit(most(p.smallInteger)),
  'wish.place': place,
}

export const wishesKind: KindDescription<WishTargetKey> = {
  targets: wishTargets,
  identifying: ['student.studentNumber', 'student.esi', 'student.email', 'fullName', 'student.familyName'],
  naming: [],
  weights: { 'student.studentNumber': 2.5, 'wish.1': 2.5, 'wish.place': 2, fullName: 1.5 },
  words,
  judges,
}
