import { matchKey } from './text-folding.ts'

/**
 * Comparing institutions with the Commission's list of holders of an Erasmus charter (ECHE). Identifiers are matched in
 * the order PIC, OID, Erasmus code, then name: codes and names change, the PIC stays with the legal person.
 * Source: the lists of 2022-03, 2024-06-27 and 2026-04-08, in which ENIT (PIC 999887156) changed its name and Télécom
 * Paris (PIC 945908014) left.
 */
export interface CharterEntry {
  readonly id: string
  readonly name: string
  readonly erasmusCode: string | null
  readonly pic: string | null
  readonly oid: string | null
  readonly country: string | null
  readonly city: string | null
}

/** An institution that we know, with what it is known by. */
export interface CharterHolder {
  readonly id: string
  readonly name: string
  /** Other names by which it may stand in the list. */
  readonly otherNames: readonly string[]
  readonly erasmusCode: string | null
  readonly pic: string | null
  readonly oid: string | null
  readonly country: string | null
  readonly city: string | null
}

export type MatchedBy = 'pic' | 'oid' | 'code' | 'name'

export interface CharterMatch {
  readonly entry: CharterEntry
  readonly by: MatchedBy
}

/** The entries of one list, ready to be found. */
export interface CharterIndex {
  readonly listDate: string
  readonly entries: readonly CharterEntry[]
  readonly byIdentifier: (holder: CharterHolder) => CharterMatch | undefined
  /** The only entry of that name in that country. */
  readonly byName: (holder: CharterHolder) => CharterMatch | undefined
}

export function indexCharters(listDate: string, entries: readonly CharterEntry[]): CharterIndex {
  const pics = mapOf(entries, ({ pic }) => pic)
  const oids = mapOf(entries, ({ oid }) => oid)
  const codes = mapOf(entries, ({ erasmusCode }) => erasmusCode)
  const names = mapOf(entries, ({ name }) => matchKey(name))
  const only = (found: readonly CharterEntry[] | undefined) => (found?.length === 1 ? found[0] : undefined)
  const match = (entry: CharterEntry | undefined, by: MatchedBy) =>
    entry === undefined ? undefined : { entry, by }
  const of = (map: ReadonlyMap<string, readonly CharterEntry[]>, key: string | null) =>
    key === null ? undefined : only(map.get(key))
  return {
    listDate,
    entries,
    byIdentifier: ({ pic, oid, erasmusCode }) =>
      match(of(pics, pic), 'pic') ?? match(of(oids, oid), 'oid') ?? match(of(codes, erasmusCode), 'code'),
    byName: ({ name, otherNames, country }) => {
      const found = new Set(
        [name, ...otherNames]
          .flatMap((one) => names.get(matchKey(one)) ?? [])
          .filter((entry) => country === null || entry.country === null || entry.country === country),
      )
      return found.size === 1 ? match([...found][0], 'name') : undefined
    },
  }
}

function mapOf(
  entries: readonly CharterEntry[],
  keyOf: (entry: CharterEntry) => string | null,
): ReadonlyMap<string, readonly CharterEntry[]> {
  const map = new Map<string, CharterEntry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key === null || key === '') continue
    const list = map.get(key)
    if (list === undefined) map.set(key, [entry])
    else list.push(entry)
  }
  return map
}

/**
 * How an institution stands in the newest list: `held`; `lost` when an earlier list has it and the newest has not;
 * `absent` when none has it; `outside` when its country's institutions hold no charters.
 */
export type CharterState = 'held' | 'lost' | 'absent' | 'outside'

/** Something to look at: a new code, another official name, an identifier that we lack, a charter that is new. */
export type CharterChange = 'renamed' | 'new-code' | 'gained' | 'completes'

/** A value that the list gives for a field of ours. */
export interface Suggestion {
  readonly field: 'name' | 'erasmusCode' | 'pic' | 'oid'
  readonly from: string | null
  readonly to: string
}

export interface CharterFinding {
  readonly holderId: string
  readonly state: CharterState
  readonly changes: readonly CharterChange[]
  readonly by: MatchedBy | null
  /** The entry in the newest list, or in the last one that has it. */
  readonly entry: CharterEntry | null
  /** Date of the last list that has it; null when none has. */
  readonly lastSeen: string | null
  readonly suggestions: readonly Suggestion[]
  /** Another institution of the newest list that it may be now, by the likeness of its name. */
  readonly perhaps: CharterEntry | null
}

/** Finds the entry most alike by name in the newest list, among those of a country. */
export type FindAlike = (holder: CharterHolder, names: readonly string[]) => CharterEntry | undefined

/**
 * How an institution stands in the lists. `countries` are those with an entry in the newest list: Swiss and British
 * codes still circulate, and no list has them (source: measured on the list of 2026-04-08).
 */
export function findCharter(
  holder: CharterHolder,
  /** Newest first. */
  lists: readonly CharterIndex[],
  countries: ReadonlySet<string>,
  findAlike: FindAlike,
): CharterFinding {
  const [newest, ...older] = lists
  const none = { holderId: holder.id, by: null, entry: null, lastSeen: null, suggestions: [], perhaps: null }
  if (newest === undefined) return { ...none, state: 'absent', changes: [] }
  const earlier = firstOf(older, (list) => list.byIdentifier(holder) ?? list.byName(holder))
  const match =
    newest.byIdentifier(holder) ??
    // who has a new code may still be known by what an earlier list said of it
    (earlier === undefined ? undefined : newest.byIdentifier(asHolder(holder, earlier.match.entry))) ??
    newest.byName(holder) ??
    (earlier === undefined ? undefined : newest.byName(asHolder(holder, earlier.match.entry)))
  if (match !== undefined) {
    const asEntry = asHolder(holder, match.entry)
    const former = older.flatMap((list) => list.byIdentifier(asEntry) ?? list.byIdentifier(holder) ?? [])
    return held(holder, newest, match, {
      isFirst: older.length === 0,
      former: former.map(({ entry }) => entry),
    })
  }
  if (earlier !== undefined) {
    const perhaps = findAlike(holder, [earlier.match.entry.name, holder.name]) ?? null
    return {
      ...none,
      state: 'lost',
      changes: [],
      by: earlier.match.by,
      entry: earlier.match.entry,
      lastSeen: earlier.list.listDate,
      perhaps,
    }
  }
  if (holder.country !== null && !countries.has(holder.country))
    return { ...none, state: 'outside', changes: [] }
  return {
    ...none,
    state: 'absent',
    changes: [],
    perhaps: findAlike(holder, [holder.name, ...holder.otherNames]) ?? null,
  }
}

interface Earlier {
  readonly list: CharterIndex
  readonly match: CharterMatch
}

function firstOf(
  lists: readonly CharterIndex[],
  find: (list: CharterIndex) => CharterMatch | undefined,
): Earlier | undefined {
  for (const list of lists) {
    const match = find(list)
    if (match !== undefined) return { list, match }
  }
  return undefined
}

function asHolder(holder: CharterHolder, entry: CharterEntry): CharterHolder {
  return {
    ...holder,
    name: entry.name,
    pic: entry.pic,
    oid: entry.oid,
    erasmusCode: entry.erasmusCode,
    otherNames: [],
  }
}

function held(
  holder: CharterHolder,
  newest: CharterIndex,
  { entry, by }: CharterMatch,
  /** What earlier lists say of it, newest first; whether there are none. */
  { isFirst, former }: { readonly isFirst: boolean; readonly former: readonly CharterEntry[] },
): CharterFinding {
  const changes: CharterChange[] = []
  const suggestions: Suggestion[] = []
  const isRenamed = former.some(({ name }) => matchKey(name) !== matchKey(entry.name))
  const isKnownName = [holder.name, ...holder.otherNames].some(
    (name) => matchKey(name) === matchKey(entry.name),
  )
  if (isRenamed && !isKnownName) {
    changes.push('renamed')
    suggestions.push({ field: 'name', from: holder.name, to: entry.name })
  }
  if (entry.erasmusCode !== null && holder.erasmusCode !== null && holder.erasmusCode !== entry.erasmusCode) {
    changes.push('new-code')
    suggestions.push({ field: 'erasmusCode', from: holder.erasmusCode, to: entry.erasmusCode })
  }
  const lacking = (['erasmusCode', 'pic', 'oid'] as const).flatMap((field) => {
    const value = entry[field]
    return holder[field] === null && value !== null ? [{ field, from: null, to: value }] : []
  })
  // An institution found by its name alone may be another one of that name: it is completed only on demand all the same.
  if (lacking.length > 0) changes.push('completes')
  if (!isFirst && former.length === 0) changes.push('gained')
  return {
    holderId: holder.id,
    state: 'held',
    changes,
    by,
    entry,
    lastSeen: newest.listDate,
    suggestions: [...suggestions, ...lacking],
    perhaps: null,
  }
}

/**
 * The day of a list by its file's name: `eche-2026-04-08`, `ECHE 27.06.2024`, `20240627`, `2022-03` (the first of the
 * month). Undefined when it says none.
 */
export function listDateIn(fileName: string): string | undefined {
  const year = '(20\\d{2})'
  const month = '(0[1-9]|1[0-2])'
  const day = '(0[1-9]|[12]\\d|3[01])'
  const whole = new RegExp(`(?<!\\d)${year}[-_. ]?${month}[-_. ]?${day}(?!\\d)`).exec(fileName)
  if (whole !== null) return `${whole[1]}-${whole[2]}-${whole[3]}`
  const turned = new RegExp(`(?<!\\d)${day}[-_. ]?${month}[-_. ]?${year}(?!\\d)`).exec(fileName)
  if (turned !== null) return `${turned[3]}-${turned[2]}-${turned[1]}`
  const partly = new RegExp(`(?<!\\d)${year}[-_. ]?${month}(?!\\d)`).exec(fileName)
  return partly === null ? undefined : `${partly[1]}-${partly[2]}-01`
}
