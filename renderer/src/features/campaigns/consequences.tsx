import { useText } from '#renderer/ui/text.tsx'
import styles from './campaigns.module.css'
import type { TrialBoard, useTrial } from './use-trial.ts'

const shownMoves = 30

/** What a decision would change: how many are placed then, and who goes elsewhere. */
export function Consequences({
  board,
  trial: { result, moved, isTrying, failure },
}: {
  readonly board: TrialBoard
  readonly trial: ReturnType<typeof useTrial>
}) {
  const { t, format } = useText()
  const codes = new Map(board.places.map(({ id, code }) => [id, code]))
  const placeText = (student: TrialBoard['students'][number], at: string | null) => {
    if (at === null) return t('campaigns.unplaced')
    const rank = student.wishes.find(({ placeId }) => placeId === at)?.rank
    return `${codes.get(at) ?? at}${rank === undefined ? '' : ` (${rank})`}`
  }
  return (
    <div
      className={styles['consequences']}
      role="group"
      aria-label={t('campaigns.whoMoves')}
      aria-live="polite"
      tabIndex={0}
    >
      {isTrying && <p>{t('campaigns.trying')}</p>}
      {failure !== undefined && <p role="alert">{failure}</p>}
      {result !== undefined && (
        <>
          <p>
            {t('campaigns.consequences', {
              before: format.number(board.scenario.measure.placed),
              after: format.number(result.measure.placed),
              count: moved.length,
            })}
          </p>
          <ul>
            {moved.slice(0, shownMoves).map(({ student, after }) => (
              <li key={student.id}>
                {t('campaigns.moves', {
                  name: student.name,
                  from: placeText(student, student.placeId),
                  to: placeText(student, after),
                })}
              </li>
            ))}
            {moved.length > shownMoves && (
              <li>{t('campaigns.moreHolders', { count: moved.length - shownMoves })}</li>
            )}
          </ul>
        </>
      )}
    </div>
  )
}
