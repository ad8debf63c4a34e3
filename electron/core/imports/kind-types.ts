import { entityOf, type EntityName } from '#shared/entities/index.ts'
import type { Field } from '#shared/entities/fields.ts'
import type { ContentProfile } from './recognise-content.ts'

/**
 * What a column can be read as. A target is a field of a record, or one of a few readings that no single field
 * holds: a count of places, the period or the programme that a row's places belong to, a whole personal name.
 */
export interface ImportTarget<K extends string = string> {
  /** `institution.name`, `places`: its words are `imports.target.<key>`. */
  readonly key: K
  /** May be given to several columns. */
  readonly many: boolean
  /** A new record cannot be made without it. */
  readonly required: boolean
  /** The field that checks and keeps the value; absent for readings of their own. */
  readonly field?: { readonly entity: EntityName; readonly name: string; readonly field: Field }
}

/**
 * The words by which headers name a target, in French, English, Spanish, German, Italian, Portuguese and Dutch:
 * folded, without punctuation, alternatives separated by `|`.
 */
export interface HeaderWords {
  /** Phrases that name the target and nothing else. */
  readonly names: string
  /** Phrases that may name it: the column's content decides. */
  readonly weak?: string
  /** Single words that may stand beside a phrase without changing its meaning. */
  readonly beside?: string
  /** Single words that show that something else is meant. */
  readonly not?: string
}

/** What a column's values say of one target. */
export interface ContentFit {
  /** 0 to 1: how well the values can be this target's; less when they cannot; null when nothing can be said (notes). */
  readonly fit: number | null
  /** 0 to 1: how far the values alone show the target, without a header. */
  readonly tell: number
}

export type Judge = (profile: ContentProfile) => ContentFit

/** All that recognising the columns of one kind of list takes: what they can be, their words, and what values say. */
export interface KindDescription<K extends string = string> {
  /** In the order to show. */
  readonly targets: readonly ImportTarget<K>[]
  /** Of these one at least must be given to a column before anything can be read: they say whom a row is about. */
  readonly identifying: readonly K[]
  /** They too show that a row is about somebody, but do not say whom for sure. */
  readonly naming: readonly K[]
  /** What finding them in a table is worth beside others (0.8), to choose between sheets and headers. */
  readonly weights: Readonly<Partial<Record<K, number>>>
  readonly words: Readonly<Partial<Record<K, HeaderWords>>>
  readonly judges: Readonly<Record<K, Judge>>
}

/** A target that fills a field of a record. */
export function fieldTarget<K extends string>(
  key: K,
  entity: EntityName,
  name: string,
  isRequired = false,
): ImportTarget<K> {
  const field = entityOf(entity).fields[name]
  if (field === undefined) throw new Error(`No field ${entity}.${name}`)
  return { key, many: false, required: isRequired, field: { entity, name, field } }
}

/** A target that no single field holds. */
export function ownTarget<K extends string>(key: K, many = false): ImportTarget<K> {
  return { key, many, required: false }
}
