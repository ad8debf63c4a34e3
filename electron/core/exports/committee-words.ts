import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { mechanismText, outcomeText } from '#shared/text/allocation-text.ts'
import {
  identities,
  readCommitteeReport,
  type CommitteeReport,
  type ReportedStudent,
  type ReportedWish,
} from '#core/features/campaigns/committee-report.ts'
import type { ExportContext, ExportParams, Words } from './define-export.ts'
import { optionalText } from './params.ts'

/** What both forms of the committee's report ask for. */
export const committeeParams = [
  { key: 'campaignId', type: 'text', required: false },
  { key: 'scenario', type: 'text', required: false },
  { key: 'identity', type: 'choice', required: false, choices: [...identities] },
] as const

/** The report that the parameters ask for: with names unless said otherwise. */
export async function reportAsked({ read }: ExportContext, params: ExportParams): Promise<CommitteeReport> {
  const identity = identities.find((one) => one === params['identity']) ?? 'names'
  const campaignId = optionalText(params, 'campaignId')
  const scenario = optionalText(params, 'scenario')
  return await readCommitteeReport(read, {
    identity,
    ...(campaignId === undefined ? {} : { campaignId }),
    ...(scenario === undefined ? {} : { scenario }),
  })
}

/** The words of a report, in the user's language and by the identity that it tells. */
export function committeeWords(report: CommitteeReport, { t, formats }: Words) {
  const { decimal, integer, date, language } = formats
  const places = new Map(report.places.map((place) => [place.id, place]))
  const nameOf = (studentId: string): string => {
    const label = report.labelOf(studentId)
    if (label.kind === 'text') return label.text
    return label.kind === 'rank'
      ? t('committee.position', { position: label.position })
      : t('committee.hidden')
  }
  const placeName = (id: string | null): string => {
    const place = places.get(id ?? '')
    if (place === undefined) return t('campaigns.unplaced')
    return place.code === place.name ? place.name : `${place.code} · ${place.name}`
  }
  const whyNot = (wish: ReportedWish, most: number) =>
    outcomeText({ t, decimal, language }, wish.outcome, nameOf, most)
  const outcomeWord = (wish: ReportedWish) => t(textKey(`campaigns.outcome.${wish.outcome.kind}`))
  const lostText = (wish: ReportedWish, isLong = false) =>
    t('committee.lost', {
      rank: wish.rank,
      place: isLong ? placeName(wish.placeId) : (places.get(wish.placeId)?.code ?? wish.placeId),
      outcome: outcomeWord(wish),
    })
  return {
    nameOf,
    placeName,
    outcomeWord,
    whyNot,
    /** The better wishes that were not obtained, each with its outcome. */
    lostText: (student: ReportedStudent) =>
      student.wishes
        .filter(isLost)
        .map((wish) => lostText(wish))
        .join('; '),
    /** One wish with all that stood against it. */
    wishText: (wish: ReportedWish, most: number) => `${lostText(wish, true)}. ${whyNot(wish, most)}`.trim(),
    title: t('committee.title', { campaign: report.campaign.name }),
    anonymity: report.identity === 'names' ? null : t(`committee.anonymous.${report.identity}`),
    made: madeFacts(report, { t, date, decimal }),
    results: resultFacts(report, { t, integer }),
    rules: ruleTexts(report, t),
  }
}

function isLost({ outcome }: ReportedWish): boolean {
  return outcome.kind !== 'obtained' && outcome.kind !== 'not-needed'
}

type Fact = readonly [label: string, value: string]

function madeFacts(
  { campaign, scenario, criteria }: CommitteeReport,
  { t, date, decimal }: Pick<Words, 't'> & Pick<Words['formats'], 'date' | 'decimal'>,
): readonly Fact[] {
  const terms = criteria
    .filter(({ role }) => role === 'score')
    .map(({ label, outOf, weight }) =>
      t('campaigns.score.term', { label, outOf: decimal(outOf), weight: decimal(weight) }),
    )
  const breaker = criteria.find(({ role }) => role === 'tie-break')?.label
  return [
    [t('export.param.campaignId'), `${campaign.name} (${campaign.academicYear})`],
    [t('export.param.scenario'), scenario.name],
    [t('field.scenario.mechanism'), mechanismText(t, scenario)],
    [t('field.scenario.madeOn'), date(scenario.madeOn)],
    [t('field.scenario.publishedOn'), scenario.publishedOn === null ? '–' : date(scenario.publishedOn)],
    [t('field.scenario.seed'), String(scenario.seed)],
    [t('committee.score'), terms.length === 0 ? t('campaigns.score.none') : terms.join(' + ')],
    [
      t('committee.tieBreak'),
      breaker === undefined ? t('committee.draw') : t('committee.thenDraw', { label: breaker }),
    ],
  ]
}

function resultFacts(
  { scenario: { measure }, places }: CommitteeReport,
  { t, integer }: Pick<Words, 't'> & Pick<Words['formats'], 'integer'>,
): readonly (readonly [label: string, value: number, shown: string])[] {
  const fact = (label: string, value: number) => [label, value, integer(value)] as const
  const seats = places.reduce((sum, place) => sum + (place.isOpen ? (place.capacity ?? 0) : 0), 0)
  return [
    fact(t('field.scenario.students'), measure.students),
    fact(t('campaigns.stat.seats'), seats),
    fact(t('field.scenario.placed'), measure.placed),
    fact(t('campaigns.unplaced'), measure.unplaced),
    ...Object.entries(measure.byRank).map(([rank, count]) =>
      fact(rank === '0' ? t('committee.outside') : t('committee.byRank', { rank }), count),
    ),
    fact(t('field.scenario.rankTotal'), measure.rankTotal),
    fact(t('field.scenario.atRisk'), measure.atRisk),
    fact(t('field.scenario.atRiskPlaced'), measure.atRiskPlaced),
  ]
}

/** A rule that several places have is told once, with their codes. */
function ruleTexts({ rules, criteria, places }: CommitteeReport, t: Words['t']): readonly string[] {
  const wordOf = ({ kind, value, criterionId }: CommitteeReport['rules'][number]) => {
    const label = criteria.find(({ id }) => id === criterionId)?.label
    const word = t(choiceLabel('campaignRule', 'kind', kind))
    return [word, ...(label === undefined ? [] : [label]), ...(value === null ? [] : [value])].join(' · ')
  }
  const codes = new Map(places.map(({ id, code }) => [id, code]))
  return [...Map.groupBy(rules, wordOf)].flatMap(([rule, of]) => {
    const own = of.flatMap(({ campaignPlaceId }) => campaignPlaceId ?? [])
    const general = own.length < of.length ? [rule] : []
    if (own.length === 0) return general
    const at = own.map((id) => codes.get(id) ?? id).join(', ')
    return [...general, t('committee.rule.place', { rule, place: at })]
  })
}
