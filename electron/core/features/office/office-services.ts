import { academicYearOf } from '#shared/domain/academic-year.ts'
import { parseCivilDate } from '#shared/domain/civil-date.ts'
import { listCountryCodes } from '#shared/domain/country-codes.ts'
import { createFormats, type Formats } from '#shared/text/formats.ts'
import { createTranslate, type Translate } from '#shared/text/text.ts'
import type { Language } from '#shared/text/define-texts.ts'
import { createChangeDoor, type ChangeDoor } from '#core/db/change.ts'
import type { Connections } from '#core/db/open.ts'
import { createTurns } from '#core/db/turns.ts'
import { createImportService, type ImportService } from '#core/imports/import-service.ts'
import { createListService, type ListService } from '#core/features/lists/lists.service.ts'
import type { ListMoment } from '#core/features/lists/list-query.ts'
import type { RecordDeps } from '#core/features/records/records.service.ts'
import { createSearchIndex, type SearchIndex } from '#core/search/search-index.ts'
import type { OfficeDeps } from './office-manager.ts'

/** All that works on one open office file. */
export interface OfficeServices {
  readonly connections: Connections
  readonly door: ChangeDoor
  readonly search: SearchIndex
  readonly lists: ListService
  readonly records: RecordDeps
  readonly imports: ImportService
  readonly words: () => Words
  readonly academicYear: () => string
  readonly close: () => Promise<void>
}

/** The user's language, ready to use. */
export interface Words {
  readonly language: Language
  readonly t: Translate
  readonly formats: Formats
  readonly countriesInOrder: readonly string[]
}

export function openServices(deps: OfficeDeps, connections: Connections): OfficeServices {
  const turns = createTurns()
  const door = createChangeDoor({ connections, clock: deps.clock, actor: deps.actor, turns })
  const search = createSearchIndex(connections, turns)
  const wordsOf = createWordsByLanguage()
  const words = () => wordsOf(deps.language())
  const academicYear = () => academicYearToday(deps.clock.today())
  const moment = (): ListMoment => ({
    academicYear: academicYear(),
    today: deps.clock.today(),
    words: words(),
    countriesInOrder: words().countriesInOrder,
  })
  const lists = createListService({ connections, search, moment })
  const records = {
    read: connections.read,
    door,
    search,
    ids: deps.ids,
    today: deps.clock.today,
    translate: () => words().t,
  }
  const imports = createImportService({
    connections,
    door,
    ids: deps.ids,
    clock: deps.clock,
    log: deps.log,
    ...(deps.sheets === undefined ? {} : { sheets: deps.sheets }),
  })
  return {
    connections,
    door,
    search,
    lists,
    records,
    imports,
    words,
    academicYear,
    close: async () => {
      imports.close()
      await turns(() => connections.close())
    },
  }
}

/** The academic year of a day, `2026/2027` from September 2026. */
export function academicYearToday(today: string): string {
  const day = parseCivilDate(today)
  if (!day.ok) throw new Error(`The clock gives ${today}`)
  return academicYearOf(day.value)
}

/** Everything that speaks one language; building it costs more than using it. */
export function createWords(language: Language): Words {
  const formats = createFormats(language)
  const countriesInOrder = listCountryCodes().toSorted((a, b) =>
    formats.compare(formats.country(a), formats.country(b)),
  )
  return { language, t: createTranslate(language), formats, countriesInOrder }
}

function createWordsByLanguage(): (language: Language) => Words {
  const made = new Map<Language, Words>()
  return (language) => {
    const words = made.get(language) ?? createWords(language)
    made.set(language, words)
    return words
  }
}
