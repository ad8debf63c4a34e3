import type { EntityName } from '#shared/entities/index.ts'

/** Where a list's rows come from. `r` is the list's own record; `:year` stands for the present academic year. */
export interface ListSource {
  readonly from: string
  readonly where?: string
  /** SQL of the columns that are not fields of `r`. */
  readonly columns: Readonly<Record<string, string>>
  /** Where words are looked for: the record itself, and the records it shows. */
  readonly searched: readonly string[]
  /** Tables that the list reads, to know when it is out of date. */
  readonly entity: EntityName
}
