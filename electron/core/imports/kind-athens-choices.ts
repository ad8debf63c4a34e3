import { fit } from './judging.ts'
import type { HeaderWords, Judge, KindDescription } from './kind-types.ts'
import { personJudges } from './fit-students.ts'
import { choosers, chooserWords, rankJudge, rankNouns, rankWords } from './ranked-choices.ts'
import { athensChoiceTargets, choiceColumns, type AthensChoiceTargetKey } from './targets-athens-choices.ts'

const words: Readonly<Partial<Record<AthensChoiceTargetKey, HeaderWords>>> = {
  ...chooserWords,
  ...rankWords(choiceColumns, [...rankNouns, 'course', 'cours'], 'athens code'),
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

const code: Judge = (p) => fit(p.text > 0.7 && p.meanLength <= 9 ? 1 : 0.3)

const judges: Readonly<Record<AthensChoiceTargetKey, Judge>> = {
  ...personJudges,
  'athensChoice.1': code,
  'athensChoice.2': code,
  'athensChoice.3': code,
  'athensChoice.4': code,
  'athensChoice.5': code,
  'athensChoice.6': code,
  'athensChoice.7': code,
  'athensChoice.8': code,
  'athensChoice.rank': rankJudge,
  'athensChoice.course': code,
  'athensChoice.result': (p) => fit(p.distinct < 0.5 || p.count < 8 ? 0.9 : 0.3),
}

export const athensChoicesKind: KindDescription<AthensChoiceTargetKey> = {
  targets: athensChoiceTargets,
  identifying: choosers,
  naming: [],
  weights: { 'student.studentNumber': 2.5, 'athensChoice.1': 2.5, 'athensChoice.course': 2.5, fullName: 1.5 },
  words,
  judges,
}
