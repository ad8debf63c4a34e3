import type { CertificateView, ScenarioSummary, WishOutcomeView } from '#shared/contract/campaigns.ts'
import { parseLanguageSkills } from '#shared/domain/languages.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import type { Formats } from './formats.ts'
import { isTextKey, type Translate } from './text.ts'

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

/** What rules a place out for a student, or is found on a wish: a sentence with languages by their names. */
export function factText(
  t: Translate,
  language: Formats['language'],
  { code, params }: Fact,
  prefix: 'campaign.fact' | 'campaign.finding' = 'campaign.fact',
): string {
  const key = `${prefix}.${code}`
  if (!isTextKey(key)) return code
  if (!code.endsWith('.language')) return t(key, params)
  const words = (written: string | number, joint: string) => skillsText(t, language, String(written), joint)
  return t(key, {
    ...params,
    ...(params['value'] === undefined ? {} : { value: words(params['value'], ', ') }),
    ...(params['wanted'] === undefined ? {} : { wanted: words(params['wanted'], t('campaigns.or')) }),
  })
}

interface Fact {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** `fr:NS, en:B1` → `French (native), English B1`; what cannot be read stays as it was written. */
function skillsText(t: Translate, language: Formats['language'], written: string, joint: string): string {
  const skills = parseLanguageSkills(written)
  if (!skills.ok) return written
  return skills.value
    .map((skill) => {
      const name = language(skill.language)
      if (skill.level === undefined) return name
      return skill.level === 'NS' ? t('nomination.native', { language: name }) : `${name} ${skill.level}`
    })
    .join(joint)
}

/** Why a wish was not granted, in one line; empty where its outcome says all. `most`: holders named at most. */
export function outcomeText(
  { t, decimal, language }: { readonly t: Translate } & Pick<Formats, 'decimal' | 'language'>,
  outcome: WishOutcomeView,
  nameOf: (studentId: string) => string,
  most: number,
): string {
  if (outcome.kind === 'refused') return outcome.facts.map((fact) => factText(t, language, fact)).join('; ')
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
