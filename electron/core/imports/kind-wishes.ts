import { fit } from './judging.ts'
import type { HeaderWords, Judge, KindDescription } from './kind-types.ts'
import { personJudges } from './fit-students.ts'
import { choosers, chooserWords, rankJudge, rankNouns, rankWords } from './ranked-choices.ts'
import { wishColumns, wishTargets, type WishTargetKey } from './targets-wishes.ts'

const words: Readonly<Partial<Record<WishTargetKey, HeaderWords>>> = {
  ...chooserWords,
  ...rankWords(wishColumns, [...rankNouns, 'destination', 'tercih'], 'university universite place'),
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

const place: Judge = (p) => fit(p.text > 0.5 ? 0.9 : 0.3)

const judges: Readonly<Record<WishTargetKey, Judge>> = {
  ...personJudges,
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
  'wish.rank': rankJudge,
  'wish.place': place,
}

export const wishesKind: KindDescription<WishTargetKey> = {
  targets: wishTargets,
  identifying: choosers,
  naming: [],
  weights: { 'student.studentNumber': 2.5, 'wish.1': 2.5, 'wish.place': 2, fullName: 1.5 },
  words,
  judges,
}
