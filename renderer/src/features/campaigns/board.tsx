import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconHandStop, IconLock, IconShare } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { BoardPlace, BoardStudent } from '#shared/contract/campaigns.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './campaigns.module.css'
import { CertificateLine } from './certificate-line.tsx'
import { PickList } from './pick-list.tsx'
import { PlaceDialog } from './place-dialog.tsx'

export type Selected = { readonly kind: 'student' | 'place'; readonly id: string } | null

/** The ranking and the destinations side by side. A student dropped on a destination, or `P`, is placed by hand. */
export function Board(props: {
  readonly scenarioId: string
  readonly selected: Selected
  readonly onSelect: (selected: Selected) => void
  readonly onPlaced: (scenarioId: string) => void
}) {
  const { t, format } = useText()
  const refusalText = useRefusalText()
  const [words, setWords] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const [placing, setPlacing] = useState<{
    readonly studentId: string
    readonly placeId: string | null
  } | null>(null)
  const board = useQuery(api.campaigns.scenario.queryOptions({ input: { scenarioId: props.scenarioId } }))
  const data = board.data
  const places = useMemo(() => new Map((data?.places ?? []).map((place) => [place.id, place])), [data])
  const ranked = useMemo(
    () => (data?.students ?? []).map((student, index) => ({ ...student, position: index + 1 })),
    [data],
  )
  const found = useMemo(() => {
    const wanted = foldText(words)
    if (wanted === '') return ranked
    return ranked.filter((student) =>
      foldText(`${student.name} ${student.number} ${places.get(student.placeId ?? '')?.name ?? ''}`).includes(
        wanted,
      ),
    )
  }, [ranked, places, words])
  if (board.error !== null) return <EmptyState title={refusalText(refusalOf(board.error))} />
  if (data === undefined) return <p role="status">{t('ui.loading')}</p>
  return (
    <div className={styles['boardFrame']}>
      <CertificateLine
        certificate={data.certificate}
        scenario={data.scenario}
        differences={data.differences}
      />
      <div className={styles['board']}>
        <section className={styles['side']} aria-label={t('campaigns.ranking')}>
          <div className={styles['sideHead']}>
            <h2>{t('campaigns.ranking')}</h2>
            <TextInput
              size="xs"
              className={styles['find']}
              aria-label={t('campaigns.find')}
              placeholder={t('campaigns.find')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          </div>
          <PickList
            label={t('campaigns.ranking')}
            items={found}
            selectedId={props.selected?.kind === 'student' ? props.selected.id : null}
            onSelect={(id) => props.onSelect({ kind: 'student', id })}
            onKey={(key, id) => {
              if (key === 'p') setPlacing({ studentId: id, placeId: null })
            }}
            onDrag={setDragged}
            render={(student) => <StudentLine student={student} place={places.get(student.placeId ?? '')} />}
          />
        </section>
        <section className={styles['side']} aria-label={t('campaigns.destinations')}>
          <div className={styles['sideHead']}>
            <h2>{t('campaigns.destinations')}</h2>
            <span className={styles['dim']}>
              {t('campaigns.seatsTaken', {
                taken: format.number(data.scenario.measure.placed),
                seats: format.number(
                  data.places.reduce((sum, place) => sum + (place.isOpen ? (place.capacity ?? 0) : 0), 0),
                ),
              })}
            </span>
          </div>
          <PickList
            label={t('campaigns.destinations')}
            items={data.places}
            selectedId={props.selected?.kind === 'place' ? props.selected.id : null}
            onSelect={(id) => props.onSelect({ kind: 'place', id })}
            onDrop={(placeId) => {
              if (dragged !== null) setPlacing({ studentId: dragged, placeId })
            }}
            render={(place) => <PlaceLine place={place} />}
          />
        </section>
      </div>
      <p className={styles['hint']}>{t('campaigns.keys')}</p>
      {placing !== null && (
        <PlaceDialog
          board={data}
          studentId={placing.studentId}
          placeId={placing.placeId}
          onClose={() => setPlacing(null)}
          onPlaced={props.onPlaced}
        />
      )}
    </div>
  )
}

function StudentLine({
  student,
  place,
}: {
  readonly student: BoardStudent & { readonly position: number }
  readonly place: BoardPlace | undefined
}) {
  const { t, format } = useText()
  return (
    <>
      <span className={styles['number']}>{format.number(student.position)}</span>
      <span className={styles['name']} title={`${student.name} · ${format.number(student.score)}`}>
        {student.name}
      </span>
      {student.isAtRisk && <Flag icon={<IconAlertTriangle size={14} />} word={t('campaigns.atRisk')} />}
      {student.isByHand && <Flag icon={<IconHandStop size={14} />} word={t('field.scenarioLine.isByHand')} />}
      <span className={`${styles['number']} ${styles['score']}`}>{format.number(student.score)}</span>
      {place === undefined ? (
        <strong className={`${styles['place']} ${styles['none']}`}>{t('campaigns.unplaced')}</strong>
      ) : (
        <span className={styles['place']} title={`${place.code} · ${place.name}`}>
          {`${student.rank === null ? '–' : student.rank} · ${place.code}`}
          <span className={styles['spare']}> {place.name}</span>
        </span>
      )}
    </>
  )
}

function PlaceLine({ place }: { readonly place: BoardPlace }) {
  const { t, format } = useText()
  const capacity = place.capacity === null ? '?' : format.number(place.capacity)
  return (
    <>
      <span className={styles['code']}>{place.code}</span>
      <span className={styles['name']} title={place.name}>
        {place.name}
      </span>
      {!place.isOpen && <Flag icon={<IconLock size={14} />} word={t('campaigns.closed')} />}
      {place.pool !== null && (
        <Flag icon={<IconShare size={14} />} word={t('campaigns.shared', { name: place.pool })} />
      )}
      <span className={styles['taken']} title={t('campaigns.taken')}>
        {`${format.number(place.taken)} / ${capacity}`}
      </span>
      <span className={styles['wished']}>{t('campaigns.wished', { count: place.wished })}</span>
    </>
  )
}

/** A state beside a name: a sign with its word, the sign alone where there is little room. */
function Flag({ icon, word }: { readonly icon: ReactNode; readonly word: string }) {
  return (
    <em className={styles['flag']} title={word}>
      <span aria-hidden>{icon}</span>
      <span className={styles['spare']}> {word}</span>
    </em>
  )
}
