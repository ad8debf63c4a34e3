import { useQuery } from '@tanstack/react-query'
import { textKey } from '#shared/entities/labels.ts'
import { factText } from '#shared/text/allocation-text.ts'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './campaigns.module.css'

/** Who wanted a place, in the order of precedence: those who wait are its waiting list. */
export function DemandPanel(props: {
  readonly scenarioId: string
  readonly placeId: string
  readonly onStudent: (id: string) => void
}) {
  const { t, format } = useText()
  const { data: board } = useQuery(
    api.campaigns.scenario.queryOptions({ input: { scenarioId: props.scenarioId } }),
  )
  const { data } = useQuery(
    api.campaigns.demand.queryOptions({ input: { scenarioId: props.scenarioId, placeId: props.placeId } }),
  )
  const place = board?.places.find((one) => one.id === props.placeId)
  if (board === undefined || data === undefined || place === undefined)
    return <p role="status">{t('ui.loading')}</p>
  const names = new Map(board.students.map((student) => [student.id, student.name]))
  return (
    <article className={styles['why']}>
      <h2>{`${place.code} · ${place.name}`}</h2>
      <p>
        {t('campaigns.placeSeats', {
          taken: format.number(place.taken),
          capacity: place.capacity === null ? t('campaigns.unknown') : format.number(place.capacity),
        })}
        {place.reserved === null
          ? ''
          : ` · ${t('campaigns.placeReserve', { seats: place.reserved.seats, group: place.reserved.group })}`}
        {place.pool === null ? '' : ` · ${t('campaigns.shared', { name: place.pool })}`}
      </p>
      {data.length === 0 && <p className={styles['dim']}>{t('campaigns.demand.none')}</p>}
      {data.length > 0 && (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('campaigns.column.student')}</th>
              <th scope="col">{t('campaigns.column.rank')}</th>
              <th scope="col">{t('campaigns.column.score')}</th>
              <th scope="col">{t('campaigns.column.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((demand) => (
              <tr key={demand.student}>
                <td>
                  <button
                    type="button"
                    className={styles['link']}
                    onClick={() => props.onStudent(demand.student)}
                  >
                    {names.get(demand.student) ?? demand.student}
                  </button>
                </td>
                <td>{demand.rank}</td>
                <td>{format.number(demand.score)}</td>
                <td>
                  {t(textKey(`campaigns.demand.${demand.outcome}`))}
                  {demand.facts.map((fact) => ` · ${factText(t, format.language, fact)}`).join('')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  )
}
