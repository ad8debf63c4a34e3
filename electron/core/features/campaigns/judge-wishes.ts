import { bestLevel, checkRule, splitNames, type Candidate } from '#shared/domain/allocation/eligibility.ts'
import type { AllocationFact } from '#shared/domain/allocation/types.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import type { Database } from '#core/db/schema.ts'
import type { CampaignPlaceRow, CampaignRow, CandidateRow } from './campaigns.repo.ts'

type Criterion = Database['campaignCriterion']

/** What eligibility is judged by. `weeksMissing`: of the obligation, by student; null when nobody can tell. */
export interface JudgedBy {
  readonly campaign: CampaignRow
  readonly places: readonly CampaignPlaceRow[]
  readonly criteria: readonly Criterion[]
  readonly scores: readonly Pick<Database['campaignScore'], 'criterionId' | 'studentId' | 'value'>[]
  readonly rules: readonly Database['campaignRule'][]
  readonly weeksMissing: ReadonlyMap<string, number | null> | null
}

/** One student before the rules of a campaign. */
export interface JudgedStudent {
  readonly weeksMissing: number | null
  readonly valueOf: (criterion: Criterion) => number | null
  /** Why the student may not have a place wished for at a rank; empty when eligible. */
  readonly refusalsOf: (wish: {
    readonly placeId: string
    readonly rank: number
  }) => readonly AllocationFact[]
}

export type Judged = Omit<CandidateRow, 'familyName' | 'givenNames' | 'studentNumber' | 'department'>

/** Judges students by the rules of a campaign and of its places. */
export function createWishJudge(by: JudgedBy): (student: Judged) => JudgedStudent {
  const { campaign, criteria, rules } = by
  const places = new Map(by.places.map((place) => [place.id, place]))
  const entered = new Map(by.scores.map((score) => [`${score.criterionId} ${score.studentId}`, score.value]))
  const criterionById = new Map(criteria.map((criterion) => [criterion.id, criterion]))
  const general = rules.filter((rule) => rule.campaignPlaceId === null)
  const ofPlace = Map.groupBy(
    rules.filter((rule) => rule.campaignPlaceId !== null),
    (rule) => rule.campaignPlaceId ?? '',
  )
  const programmes = splitNames(campaign.programmes)
  return (row) => {
    const weeksMissing = by.weeksMissing?.get(row.id) ?? null
    const candidate: Candidate = { ...row, ects: row.ectsAcquired, weeksMissing }
    const valueOf = (criterion: Criterion): number | null => {
      switch (criterion.source) {
        case 'entered':
          return entered.get(`${criterion.id} ${row.id}`) ?? null
        case 'ects':
          return row.ectsAcquired
        case 'study-year':
          return row.studyYear
        case 'weeks-missing':
          return weeksMissing
        case 'language':
          return bestLevel(row.languages)
      }
    }
    const look = (criterionId: string) => {
      const criterion = criterionById.get(criterionId)
      return { label: criterion?.label ?? '', value: criterion === undefined ? null : valueOf(criterion) }
    }
    const generalFacts = [
      ...general.flatMap((rule) => checkRule(rule, candidate, look) ?? []),
      ...outsideProgramme(programmes, row.programme),
    ]
    return {
      weeksMissing,
      valueOf,
      refusalsOf: ({ placeId, rank }) => {
        const programme = places.get(placeId)?.placeProgramme ?? null
        return [
          ...generalFacts,
          ...(ofPlace.get(placeId) ?? []).flatMap((rule) => checkRule(rule, candidate, look) ?? []),
          ...(rank > campaign.maxWishes
            ? [{ code: 'too-many', params: { wanted: campaign.maxWishes } }]
            : []),
          ...outsideProgramme(programme === null ? [] : [programme], row.programme),
        ]
      },
    }
  }
}

function outsideProgramme(wanted: readonly string[], programme: string | null): readonly AllocationFact[] {
  if (wanted.length === 0 || wanted.some((name) => foldText(name) === foldText(programme ?? ''))) return []
  return [{ code: 'rule.programme', params: { wanted: wanted.join(', '), value: programme ?? '' } }]
}
