import { matchKey } from '#shared/domain/text-folding.ts'

export type CourseResult = 'accepted' | 'waiting' | 'refused'

/** Words by which lists of results say what came of a student, folded. */
const words: Readonly<Record<CourseResult, string>> = {
  accepted:
    'accepted|accepte|acceptee|admitted|admis|admise|yes|oui|ok|selected|selectionne|confirmed|confirme|confirmee|granted|placed|y|o|x|1|retenu|retenue|aceptado|ammesso|zugelassen',
  waiting:
    'waiting|waiting list|waitlist|waitlisted|liste d attente|en attente|attente|reserve|pending|lista de espera|warteliste',
  refused:
    'refused|refuse|refusee|rejected|rejete|no|non|not selected|non retenu|non retenue|not admitted|non admis|declined|n|0|none|rechazado|abgelehnt',
}

const resultByWord = new Map(
  (['accepted', 'waiting', 'refused'] as const).flatMap((result) =>
    words[result].split('|').map((word) => [word, result] as const),
  ),
)

/** Reads the result of a student; undefined for a word that nobody knows, which is then said. */
export function readCourseResult(written: string): CourseResult | undefined {
  return resultByWord.get(matchKey(written))
}
