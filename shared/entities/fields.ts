/**
 * The vocabulary in which every record of the application is described. One description serves the form, the
 * grid, the check of what is typed, pasted or imported, the history and the command line.
 */

/** Identifiers and codes with rules of their own (domain rules in `shared/domain`). */
export type CodeKind =
  | 'erasmus'
  | 'pic'
  | 'oid'
  | 'schac'
  | 'ror'
  | 'isced'
  | 'isced-list'
  | 'cefr'
  | 'eqf-list'
  | 'esi'
  | 'language-skills'
  | 'athens-course'
  | 'athens-session'
  | 'country-list'

export type FieldType =
  | { readonly type: 'text'; readonly long?: true }
  | { readonly type: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly type: 'decimal'; readonly min?: number; readonly max?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'date' }
  | { readonly type: 'month-day' } // `--04-15`, a yearly deadline, as EWP factsheets write it
  | { readonly type: 'academic-year' } // `2026/2027`
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'choices'; readonly choices: readonly string[] } // several, divided by commas, in the order given
  | { readonly type: 'country' } // ISO 3166-1 alpha-2
  | { readonly type: 'language' } // BCP 47
  | { readonly type: 'email' }
  | { readonly type: 'url' }
  | { readonly type: 'code'; readonly code: CodeKind }
  | { readonly type: 'reference'; readonly entity: string }

export type Field = FieldType & {
  readonly required?: true
  /** No two records may hold the same value. */
  readonly unique?: true
  /** Set by the application, shown and never typed. */
  readonly readOnly?: true
  /** Forms show fields by group; the group's title is the text `group.<name>`. */
  readonly group?: string
}

export type FieldValue = string | number | boolean | null

/** The type of a field's value; `null` when the field may stay empty. */
export type ValueOf<F extends Field> =
  | (F extends { type: 'integer' | 'decimal' }
      ? number
      : F extends { type: 'boolean' }
        ? boolean
        : F extends { type: 'choice'; choices: readonly (infer C)[] }
          ? C
          : string)
  | (F extends { required: true } ? never : null)

export type Fields = Readonly<Record<string, Field>>
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

/** A kind of record: its name is also its table's name, its fields are the table's columns. */
export interface Entity<N extends string = string, F extends Fields = Fields> {
  readonly name: N
  readonly fields: F
  /** The fields whose words find the record when searching. */
  readonly searched: readonly string[]
}

export function defineEntity<const N extends string, const F extends Fields>(entity: {
  readonly name: N
  readonly fields: F
  readonly searched: readonly (keyof F & string)[]
}): Entity<N, F> {
  return entity
}
