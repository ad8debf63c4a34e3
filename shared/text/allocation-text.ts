import type { CertificateView, ScenarioSummary, WishOutcomeView } from '#shared/contract/campaigns.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import type { Formats } from './formats.ts'
import type { Translate } from './text.ts'

type Numbers = Pick<Formats, 'decimal' | 'date'>

/** What was checked of a result independently of how it was found, a sentence each. */
export function certificateLines(
  t: Translate,
  { decimal, date }: Numbers,
  certificate: CertificateView,
  { mechanism, seed, madeOn }: Pick<ScenarioSummary, 'mechanism' | 'seed' | 'madeOn'>,
): readonly string[] {
  const { envy, optimum } = certificate
  return [
    t('campaigns.checked.seats'),
    t('campaigns.checked.eligible'),
    envy.length === 0 ? t('campaigns.checked.noEnvy') : t('campaigns.checked.envy', { count: envy.length }),
    optimum === null
      ? t(mechanism === 'priority' ? 'campaigns.checked.priority' : 'campaigns.checked.stable')
      : t('campaigns.checked.optimum', { value: decimal(optimum.value), bound: decimal(optimum.bound) }),
    t('campaigns.checked.seed', { seed: String(seed), date: date(madeOn) }),
  ]
}

/** How many students obtained each rank: `rank 1: 35, rank 2: 20`. */
export function ranksText(t: Translate, byRank: Readonly<Record<string, number>>): string {
  return Object.entries(byRank)
    .map(([rank, count]) =>
      rank === '0' ? t('campaigns.byHand', { count }) : t('campaigns.atRank', { rank, count }),
    )
    .join(', ')
}

/** The mechanism in words, with whether justified envy is ruled out where that is a choice. */
export function mechanismText(
  t: Translate,
  { mechanism, isFair }: Pick<ScenarioSummary, 'mechanism' | 'isFair'>,
): string {
  const word = t(choiceLabel('scenario', 'mechanism', mechanism))
  return mechanism === 'max' && isFair ? `${word}, ${t('field.scenario.isFair').toLowerCase()}` : word
}

/** Why a wish was not granted, in one line; empty where its outcome says all. `most`: holders named at most. */
export function outcomeText(
  { t, decimal }: { readonly t: Translate; readonly decimal: (value: number) => string },
  outcome: WishOutcomeView,
  nameOf: (studentId: string) => string,
  most: number,
): string {
  if (outcome.kind === 'refused')
    return outcome.facts.map((fact) => t(textKey(`campaign.fact.${fact.code}`), fact.params)).join('; ')
  if (outcome.kind !== 'outranked' && outcome.kind !== 'reserved' && outcome.kind !== 'given-up') return ''
  const held = outcome.holders.slice(0, most).map(({ student, isByHand, score }) => {
    const worth = isByHand ? t('field.scenarioLine.isByHand') : score === null ? '–' : decimal(score)
    return `${nameOf(student)} (${worth})`
  })
  const hidden = outcome.holders.length - held.length
  const holders = [...held, ...(hidden > 0 ? [t('campaigns.moreHolders', { count: hidden })] : [])].join(', ')
  return `${becauseText(t, outcome, nameOf)} ${holders}`.trim()
}

/** The sentence before the holders of a seat that was not obtained. */
export function becauseText(
  t: Translate,
  outcome: Extract<WishOutcomeView, { readonly kind: 'outranked' | 'reserved' | 'given-up' }>,
  nameOf: (studentId: string) => string,
): string {
  return outcome.kind === 'given-up'
    ? t('campaigns.because.given-up', { name: nameOf(outcome.holder.student) })
    : t(textKey(`campaigns.because.${outcome.kind}.${outcome.limit}`))
}
