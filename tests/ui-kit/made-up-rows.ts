import type { Filter, ListCell, ListPage, ListQuery, ListRow } from '#shared/lists/types.ts'
import type { DistinctValue } from '#renderer/ui/grid/grid-types.ts'

const familyNames = [
  'Martin',
  'Éluard',
  'Nguyễn',
  'Lefèvre',
  'Østergård',
  'Çelik',
  'Łukasik',
  'de La Tour',
  'O’Brien',
  'Zhang',
]
const givenNames = [
  'Camille',
  'Zoë',
  'Anaïs',
  'Jean-Baptiste',
  'Mehdi',
  'Yìchén',
  'Inês',
  'Sven',
  'Priya',
  'Tomáš',
]
const programmes = [
  'Ingénieur généraliste',
  'Mécanique',
  'Génie civil',
  'Informatique et réseaux',
  'Matériaux',
]
const countries = ['FR', 'DE', 'ES', 'CN', 'BR', 'TN', 'SE', 'PL']

/** A core of made-up students: pages come after a short wait, changes are kept. */
export function createMadeUpStudents(count: number, waitMs: number) {
  const changed = new Map<string, Record<string, ListCell>>()
  const answers = new Map<string, readonly number[]>()

  const row = (index: number): ListRow => {
    const id = `student-${index}`
    return { id, cells: { ...cellsOf(index), ...changed.get(id) } }
  }
  const find = (query: ListQuery): readonly number[] => {
    const key = JSON.stringify(query)
    const known = answers.get(key)
    if (known !== undefined) return known
    const words = fold(query.search)
    const all = Array.from({ length: count }, (_, index) => index)
    const kept = all.filter((index) => {
      const { cells } = row(index)
      return (
        query.filters.every((filter) => passes(filter, cells[filter.key] ?? null)) &&
        (words === '' ||
          fold(`${String(cells['familyName'])} ${String(cells['givenNames'])}`).includes(words))
      )
    })
    const sort = query.sort[0]
    const collator = new Intl.Collator('fr', { numeric: true })
    const sorted =
      sort === undefined
        ? kept
        : kept
            .map((index) => ({ index, text: String(row(index).cells[sort.key] ?? '') }))
            .toSorted((a, b) => collator.compare(a.text, b.text) * (sort.descending ? -1 : 1))
            .map((entry) => entry.index)
    answers.set(key, sorted)
    return sorted
  }
  return {
    page: async (query: ListQuery, offset: number, limit: number): Promise<ListPage> => {
      await new Promise((resolve) => setTimeout(resolve, waitMs))
      const found = find(query)
      return {
        total: found.length,
        rows: found.slice(offset, offset + limit).map(row),
        totals: { mobilities: found.length * 2 },
      }
    },
    distinct: (query: ListQuery, key: string): Promise<readonly DistinctValue[]> => {
      const counts = new Map<ListCell, number>()
      for (const index of find({ ...query, filters: query.filters.filter((filter) => filter.key !== key) })) {
        const value = row(index).cells[key] ?? null
        counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return Promise.resolve([...counts].map(([value, held]) => ({ value, count: held })))
    },
    write: (ids: readonly string[], key: string, value: ListCell) => {
      for (const id of ids) changed.set(id, { ...changed.get(id), [key]: value })
      answers.clear()
    },
  }
}

function cellsOf(index: number): Readonly<Record<string, ListCell>> {
  const pick = <T>(values: readonly T[], factor: number): T | undefined =>
    values[(index * factor) % values.length]
  const family = pick(familyNames, 7) ?? ''
  const given = pick(givenNames, 3) ?? ''
  return {
    studentNumber: `2024${String(index).padStart(6, '0')}`,
    familyName: family,
    givenNames: given,
    cohort: `Promo ${2024 + (index % 5)}`,
    programme: pick(programmes, 11) ?? null,
    track: index % 4 === 0 ? null : `Option ${String.fromCodePoint(65 + (index % 6))}`,
    nationality: pick(countries, 5) ?? null,
    email:
      index % 9 === 0
        ? null
        : `${fold(given)}.${fold(family)}.${index}@ecole.example`.replaceAll(/[ ’]/g, ''),
    mobilities: index % 3,
    gender: String((index % 2) + 1),
    birthDate: `200${index % 6}-0${(index % 9) + 1}-${String((index % 27) + 1).padStart(2, '0')}`,
    phone: null,
    department: pick(['GI', 'GM', 'GC'], 1) ?? null,
    studyYear: (index % 5) + 1,
    eqfLevel: 7,
    iscedCode: '0710',
    ectsAcquired: 60 + (index % 240) / 2,
    status: index % 11 === 0 ? 'apprentice' : 'student',
    isSchooledInFrance: index % 7 !== 0,
    languages: 'en B2, fr C1',
    esi: null,
    notes: null,
  }
}

function passes(filter: Filter, cell: ListCell): boolean {
  const text = cell === null ? '' : String(cell)
  const [first = ''] = filter.values
  const tests: Readonly<Record<Filter['test'], () => boolean>> = {
    is: () => filter.values.includes(text),
    'is-not': () => !filter.values.includes(text),
    contains: () => fold(text).includes(fold(first)),
    'starts-with': () => fold(text).startsWith(fold(first)),
    'at-least': () => (typeof cell === 'number' ? cell >= Number(first) : text >= first),
    'at-most': () => (typeof cell === 'number' ? cell <= Number(first) : text <= first),
    empty: () => text === '',
    'not-empty': () => text !== '',
  }
  return tests[filter.test]()
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
