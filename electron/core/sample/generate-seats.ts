import type { RecordRow } from '#core/db/schema.ts'
import type { AcademicYear, Semester } from '#shared/domain/academic-year.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { Offer } from './generate-agreements.ts'
import { nominationDeadline } from './generate-deadlines.ts'
import type { Random } from './random.ts'

type PlaceRow = RecordRow<'place'>

/** What a stay is sought for. */
interface SeatWish {
  readonly kinds: readonly Offer['agreement']['kind'][]
  readonly year: AcademicYear
  readonly semester: Semester
  /** Whether the stay takes one of the places, or only asks for one. */
  readonly takesPlace: boolean
  /** Prefers hosts that still take nominations on this day. */
  readonly openOn?: CivilDate
}

/** A line of places that a stay goes under. */
export interface Seat {
  readonly offer: Offer
  readonly place: PlaceRow
  /** Takes one place, so that no more stays are made than there are places. */
  readonly take: () => void
}

/** Hands out the places: one line is never given more stays than it counts. */
export interface SeatBook {
  /** One line of places, the wanted partners more often; undefined when none is left. */
  readonly find: (random: Random, wish: SeatWish) => Seat | undefined
}

export function createSeatBook(offers: readonly Offer[], places: readonly PlaceRow[]): SeatBook {
  const offerByCondition = new Map(offers.map((offer) => [offer.condition.id, offer]))
  const left = new Map(places.map((place) => [place.id, place.count]))
  const lines = places.flatMap((place) => {
    const offer = offerByCondition.get(place.conditionId)
    return offer === undefined ? [] : [{ place, offer }]
  })
  const years = new Set(lines.map(({ place }) => place.academicYear))
  const linesByYear = new Map(
    [...years].map((year) => [year, lines.filter(({ place }) => place.academicYear === year)]),
  )
  const isFree = ({ id }: PlaceRow) => (left.get(id) ?? 0) > 0
  return {
    find(random, wish) {
      const suitable = (linesByYear.get(wish.year) ?? []).filter(
        ({ place, offer }) =>
          (place.semester === 'any' || place.semester === wish.semester) &&
          wish.kinds.includes(offer.agreement.kind) &&
          (!wish.takesPlace || isFree(place)),
      )
      if (suitable.length === 0) return undefined
      const { place, offer } = random.weighted(suitable, (line) => weightOf(line.offer, wish))
      return { place, offer, take: () => left.set(place.id, (left.get(place.id) ?? 0) - 1) }
    },
  }
}

function weightOf({ agreement, popularity }: Offer, { year, semester, openOn }: SeatWish): number {
  if (openOn === undefined) return popularity
  const deadline = nominationDeadline(agreement, year, semester)
  return deadline !== undefined && deadline >= openOn ? popularity * 8 : popularity
}
