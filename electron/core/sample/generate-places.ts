import type { RecordRow } from '#core/db/schema.ts'
import type { AcademicYear } from '#shared/domain/academic-year.ts'
import { shiftAcademicYear } from '#shared/domain/academic-year.ts'
import type { Offer } from './generate-agreements.ts'
import type { SampleContext } from './generate-context.ts'

type PlaceRow = RecordRow<'place'>
type Share = Pick<PlaceRow, 'semester' | 'programme' | 'count'>

/** The places of last, this and next academic year under every offer in force; ATHENS has none: its courses have. */
export function generatePlaces(context: SampleContext, offers: readonly Offer[]): readonly PlaceRow[] {
  const years = [-1, 0, 1].map((shift) => shiftAcademicYear(context.thisYear, shift))
  return offers
    .filter(({ agreement }) => agreement.kind !== 'athens' && agreement.status !== 'draft')
    .flatMap((offer) => {
      const shares = divide(context, offer)
      return years
        .filter((year) => isInForce(offer, year))
        .flatMap((year) => shares.map((divided) => placeRow(context, offer, year, divided)))
    })
}

function isInForce({ condition }: Offer, year: AcademicYear): boolean {
  const { firstYear, lastYear } = condition
  return (firstYear === null || firstYear <= year) && (lastYear === null || year <= lastYear)
}

/**
 * How a partner counts its places: all together, by semester, or by programme. The shares of a condition never overlap,
 * so that a stay takes one place and no more.
 */
function divide({ random, flavour }: SampleContext, { agreement, condition }: Offer): readonly Share[] {
  const people = condition.peoplePerYear ?? 0
  const lot = random.next()
  if (agreement.kind === 'double-degree') return [share('year', people)]
  if (people >= 3 && lot < 0.15) {
    const [main, second] = flavour.programmes
    return [share('any', people - 1, main.name), share('any', 1, second.name)]
  }
  if (people >= 4 && lot < 0.25) return [share('autumn', people - 3), share('spring', 2), share('year', 1)]
  if (people >= 2 && lot < 0.7)
    return [share('autumn', Math.floor(people / 2)), share('spring', Math.ceil(people / 2))]
  return [share('any', people)]
}

function share(semester: PlaceRow['semester'], count: number, programme: string | null = null): Share {
  return { semester, count, programme }
}

function placeRow(
  { nextId }: SampleContext,
  offer: Offer,
  academicYear: AcademicYear,
  divided: Share,
): PlaceRow {
  return {
    id: nextId(),
    conditionId: offer.condition.id,
    academicYear,
    semester: divided.semester,
    programme: divided.programme,
    count: divided.count,
    notes: null,
  }
}
