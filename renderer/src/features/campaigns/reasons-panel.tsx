import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WishOutcomeView } from '#shared/contract/campaigns.ts'
import { textKey } from '#shared/entities/labels.ts'
import { becauseText, factText } from '#shared/text/allocation-text.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText, type Text } from '#renderer/ui/text.tsx'
import type { CampaignLinks } from './campaigns-page.tsx'
import styles from './campaigns.module.css'
import { PlaceDialog } from './place-dialog.tsx'
import { ReofferDialog } from './reoffer-dialog.tsx'

const tones: Readonly<Record<WishOutcomeView['kind'], StatusTone>> = {
  obtained: 'good',
  'not-needed': 'idle',
  refused: 'bad',
  'decided-by-hand': 'going',
  kept: 'idle',
  free: 'warn',
  outranked: 'none',
  reserved: 'none',
  'given-up': 'warn',
}

/** Why this place, and why not each better wish: who holds it with which score, or what rules it out. */
export function ReasonsPanel(props: {
  readonly scenarioId: string
  readonly studentId: string
  readonly links: CampaignLinks
  readonly onPlaced: (scenarioId: string) => void
}) {
  const text = useText()
  const { t, format } = text
  const run = useRun()
  const [isPlacing, setPlacing] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const { data: board } = useQuery(
    api.campaigns.scenario.queryOptions({ input: { scenarioId: props.scenarioId } }),
  )
  const { data } = useQuery(
    api.campaigns.reasons.queryOptions({
      input: { scenarioId: props.scenarioId, studentId: props.studentId },
    }),
  )
  const student = board?.students.find((one) => one.id === props.studentId)
  if (board === undefined || data === undefined || student === undefined)
    return <p role="status">{t('ui.loading')}</p>
  const placeName = (id: string | null) => {
    const place = board.places.find((one) => one.id === id)
    return place === undefined ? t('campaigns.unplaced') : `${place.code} · ${place.name}`
  }
  const nameOf = (id: string) => board.students.find((one) => one.id === id)?.name ?? id
  const withdraw = () =>
    run(
      () =>
        client.campaigns.decide({
          campaignId: board.campaignId,
          studentId: student.id,
          kind: 'withdrawal',
          campaignPlaceId: null,
          reason: null,
          takeBack: false,
        }),
      { done: t('campaigns.withdrawn', { name: student.name }) },
    )
  const unlock = () =>
    run(
      () =>
        client.campaigns.decide({
          campaignId: board.campaignId,
          studentId: student.id,
          kind: 'lock',
          campaignPlaceId: null,
          reason: null,
          takeBack: true,
        }),
      { done: t('campaigns.unlocked', { name: student.name }) },
    )
  return (
    <article className={styles['why']}>
      <h2>
        <a href={props.links.toRecord('student', student.id)}>{student.name}</a>
      </h2>
      <p>
        <strong>{placeName(data.place)}</strong>
        {data.rank === null ? '' : ` · ${t('campaigns.rank', { rank: data.rank })}`}
        {data.isByHand ? ` · ${t('field.scenarioLine.isByHand')}` : ''}
      </p>
      <h3>{t('campaigns.itsScore', { score: format.number(student.score) })}</h3>
      <ul className={styles['terms']}>
        {student.terms.map((term) => {
          const criterion = board.criteria.find((one) => one.id === term.id)
          const value = term.value === null ? t('campaigns.unknown') : format.number(term.value)
          return (
            <li key={term.id}>
              {t('campaigns.itsTerm', {
                label: criterion?.label ?? '',
                value,
                outOf: format.number(criterion?.outOf ?? 1),
                points: format.number(term.points),
              })}
            </li>
          )
        })}
      </ul>
      <h3>{t('campaigns.itsWishes')}</h3>
      <ol className={styles['wishes']}>
        {data.wishes.map((wish) => (
          <li key={wish.place} value={wish.rank}>
            <div className={styles['wish']}>
              <span>{placeName(wish.place)}</span>
              <StatusBadge
                isPlain
                tone={tones[wish.outcome.kind]}
                word={t(textKey(`campaigns.outcome.${wish.outcome.kind}`))}
              />
            </div>
            <Explanation text={text} outcome={wish.outcome} nameOf={nameOf} />
          </li>
        ))}
      </ol>
      <div className={styles['deeds']}>
        <Button variant="default" onClick={() => setPlacing(true)}>
          {t('campaigns.placeByHand')}
        </Button>
        {data.isByHand && (
          <Button variant="default" onClick={() => void unlock()}>
            {t('campaigns.unlock')}
          </Button>
        )}
        {board.scenario.publishedOn === null ? (
          <Button variant="default" onClick={() => void withdraw()}>
            {t('campaigns.withdraw')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setLeaving(true)}>
            {t('campaigns.reoffer')}
          </Button>
        )}
      </div>
      {isLeaving && (
        <ReofferDialog
          board={board}
          studentId={student.id}
          onClose={() => setLeaving(false)}
          onDone={props.onPlaced}
        />
      )}
      {isPlacing && (
        <PlaceDialog
          board={board}
          studentId={student.id}
          placeId={null}
          onClose={() => setPlacing(false)}
          onPlaced={props.onPlaced}
        />
      )}
    </article>
  )
}

const holdersShown = 12

function Explanation({
  text: { t, format },
  outcome,
  nameOf,
}: {
  readonly text: Text
  readonly outcome: WishOutcomeView
  readonly nameOf: (id: string) => string
}) {
  if (outcome.kind === 'refused')
    return <p>{outcome.facts.map((fact) => factText(t, format.language, fact)).join('; ')}</p>
  if (outcome.kind !== 'outranked' && outcome.kind !== 'reserved' && outcome.kind !== 'given-up') return null
  return (
    <>
      <p>{becauseText(t, outcome, nameOf)}</p>
      <ul className={styles['holders']}>
        {outcome.holders.slice(0, holdersShown).map((holder) => (
          <li key={holder.student}>
            {nameOf(holder.student)}
            {' · '}
            {holder.isByHand
              ? t('field.scenarioLine.isByHand')
              : holder.score === null
                ? '–'
                : format.number(holder.score)}
          </li>
        ))}
        {outcome.holders.length > holdersShown && (
          <li>{t('campaigns.moreHolders', { count: outcome.holders.length - holdersShown })}</li>
        )}
      </ul>
    </>
  )
}
