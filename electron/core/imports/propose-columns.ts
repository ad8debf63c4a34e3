import { foldText } from '#shared/domain/text-folding.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import { confidenceOf } from './confidence.ts'
import { describePlaces, isTotalHeader, looksLikePlaces, type PlaceLabel } from './place-columns.ts'
import type { ContentProfile } from './recognise-content.ts'
import { recogniseHeader } from './recognise-header.ts'
import { judgeOf, targetsOf, type TargetKey } from './targets.ts'

/** What one column is proposed to be read as. */
export interface ProposedColumn {
  readonly index: number
  readonly target: TargetKey | null
  readonly place?: PlaceLabel
  /** 0 to 1; 0 for a column that is not read. */
  readonly confidence: number
  /** 0 to 1: what the header's words alone say of the target. */
  readonly headerScore: number
}

/** Two columns with the same header that could both be the same target: the user must say which one is meant. */
export interface Ambiguity {
  readonly target: TargetKey
  readonly chosen: number
  readonly other: number
}

export interface Proposal {
  readonly columns: readonly ProposedColumn[]
  readonly ambiguities: readonly Ambiguity[]
}

/** Under this confidence a column is left unread: a wrong guess costs more than a choice. */
const leastConfidence = 0.45
const placesByLabel = 0.7

interface Candidate {
  readonly index: number
  readonly target: TargetKey
  readonly confidence: number
  readonly headerScore: number
}

/** Proposes what each column is, from its header and its values; each target once, save those that several columns share. */
export function proposeColumns(
  kind: ImportKind,
  headers: readonly string[],
  profiles: readonly ContentProfile[],
): Proposal {
  const candidates = headers.flatMap((header, index) => candidatesOf(kind, header, profiles[index], index))
  const chosen = assign(kind, candidates)
  if (targetsOf(kind).some(({ key }) => key === 'places')) {
    addPlacesByLabel(headers, profiles, chosen)
    dropTotals(headers, chosen)
  }
  dropWholeName(chosen)
  const columns = headers.map((header, index) => describeColumn(header, index, chosen.get(index)))
  return { columns, ambiguities: findAmbiguities(kind, headers, candidates, chosen) }
}

function candidatesOf(
  kind: ImportKind,
  header: string,
  profile: ContentProfile | undefined,
  index: number,
): readonly Candidate[] {
  if (profile === undefined || (profile.count === 0 && header === '')) return []
  const scores = recogniseHeader(kind, header)
  return targetsOf(kind).flatMap(({ key }) => {
    const judge = judgeOf(kind, key)
    if (judge === undefined) return []
    const headerScore = scores.get(key) ?? 0
    const confidence = confidenceOf(headerScore, judge(profile), profile.count)
    return confidence > 0.2 ? [{ index, target: key, confidence, headerScore }] : []
  })
}

function assign(kind: ImportKind, candidates: readonly Candidate[]): Map<number, Candidate> {
  const many = new Set(targetsOf(kind).flatMap((target) => (target.many ? [target.key] : [])))
  const taken = new Set<TargetKey>()
  const chosen = new Map<number, Candidate>()
  for (const candidate of candidates.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    if (candidate.confidence < leastConfidence) break
    if (chosen.has(candidate.index) || taken.has(candidate.target)) continue
    chosen.set(candidate.index, candidate)
    if (!many.has(candidate.target)) taken.add(candidate.target)
  }
  return chosen
}

/**
 * Columns of small whole numbers that stand side by side under labels we do not know are the places of as many
 * programmes or levels; a single one is one only beside a column of places, or when its label is an academic year.
 */
function addPlacesByLabel(
  headers: readonly string[],
  profiles: readonly ContentProfile[],
  chosen: Map<number, Candidate>,
): void {
  const isPlaces = (index: number) => chosen.get(index)?.target === 'places'
  const isAlike = headers.map((header, index) => {
    const profile = profiles[index]
    return profile !== undefined && !chosen.has(index) && looksLikePlaces(header, profile)
  })
  for (const [index, header] of headers.entries()) {
    if (isAlike[index] !== true) continue
    const isBeside = [index - 1, index + 1].some((near) => isAlike[near] === true || isPlaces(near))
    const { academicYear } = describePlaces(header, false)
    if (isBeside || academicYear !== undefined)
      chosen.set(index, { index, target: 'places', confidence: placesByLabel, headerScore: 0 })
  }
}

/** A column that adds up the other columns of places would count each place twice. */
function dropTotals(headers: readonly string[], chosen: Map<number, Candidate>): void {
  const places = [...chosen.values()].filter(({ target }) => target === 'places')
  const totals = places.filter(({ index }) => isTotalHeader(headers[index] ?? ''))
  if (totals.length === places.length) return
  for (const { index } of totals) chosen.delete(index)
}

/** Family name and given names in columns of their own are surer than a whole name to split. */
function dropWholeName(chosen: Map<number, Candidate>): void {
  const byTarget = new Map([...chosen.values()].map((candidate) => [candidate.target, candidate]))
  const whole = byTarget.get('fullName')
  const family = byTarget.get('student.familyName')
  const given = byTarget.get('student.givenNames')
  if (whole === undefined) return
  if (family !== undefined && given !== undefined) chosen.delete(whole.index)
  // A name that is only half there is the whole one written under a short header.
  else if (family !== undefined) chosen.delete(family.index)
  else if (given !== undefined) chosen.delete(given.index)
}

function describeColumn(header: string, index: number, chosen: Candidate | undefined): ProposedColumn {
  if (chosen === undefined) return { index, target: null, confidence: 0, headerScore: 0 }
  if (chosen.target !== 'places') return chosen
  return { ...chosen, place: describePlaces(header, chosen.headerScore > 0.4) }
}

function findAmbiguities(
  kind: ImportKind,
  headers: readonly string[],
  candidates: readonly Candidate[],
  chosen: ReadonlyMap<number, Candidate>,
): readonly Ambiguity[] {
  const single = new Set(targetsOf(kind).flatMap((target) => (target.many ? [] : [target.key])))
  const folded = headers.map(foldText)
  return [...chosen.values()].flatMap(({ index, target, confidence }) => {
    if (!single.has(target) || folded[index] === '') return []
    const rival = candidates.find(
      (other) =>
        other.target === target &&
        other.index !== index &&
        folded[other.index] === folded[index] &&
        !chosen.has(other.index) &&
        other.confidence > confidence - 0.15,
    )
    return rival === undefined ? [] : [{ target, chosen: index, other: rival.index }]
  })
}
