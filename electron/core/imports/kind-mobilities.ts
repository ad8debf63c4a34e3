import { mobilityJudges } from './fit-mobilities.ts'
import type { KindDescription } from './kind-types.ts'
import { mobilityTargets, type MobilityTargetKey } from './targets-mobilities.ts'
import { mobilityWords } from './vocabulary-mobilities.ts'

export const mobilitiesKind: KindDescription<MobilityTargetKey> = {
  targets: mobilityTargets,
  identifying: ['student.studentNumber', 'student.esi', 'student.email', 'fullName', 'student.familyName'],
  naming: [],
  weights: {
    'student.studentNumber': 2.5,
    'student.familyName': 1.5,
    fullName: 2,
    'institution.name': 2.5,
    'mobility.form': 2,
    'mobility.status': 1.5,
    'mobility.plannedStart': 1.5,
    'mobility.plannedEnd': 1.5,
  },
  words: mobilityWords,
  judges: mobilityJudges,
}
