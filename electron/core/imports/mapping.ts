import type { ColumnChoice, ImportKind } from '#shared/contract/imports.ts'
import type { KeyColumns } from './classify-rows.ts'
import type { PlaceLabel } from './place-columns.ts'
import type { ProposedColumn } from './propose-columns.ts'
import { findTarget, targetsOf, tellingTargets, type ImportTarget } from './targets.ts'

/** A column that is read, and as what. */
export interface MappedColumn {
  readonly index: number
  readonly target: ImportTarget
  /** Of a column of places. */
  readonly place: PlaceLabel
}

/** How a sheet is read: its columns with a target. */
export type Mapping = readonly MappedColumn[]

export function mappingOf(kind: ImportKind, columns: readonly ProposedColumn[]): Mapping {
  return columns.flatMap(({ index, target, place }) => {
    const found = target === null ? undefined : findTarget(kind, target)
    return found === undefined ? [] : [{ index, target: found, place: place ?? {} }]
  })
}

/**
 * Takes the user's choices into a proposal: a target that only one column can have leaves the column that had it. What
 * the user chose is sure.
 */
export function withChoices(
  kind: ImportKind,
  columns: readonly ProposedColumn[],
  choices: readonly ColumnChoice[],
): readonly ProposedColumn[] {
  const choiceByIndex = new Map(choices.map((choice) => [choice.index, choice]))
  const single = new Set(targetsOf(kind).flatMap((target) => (target.many ? [] : [target.key])))
  const taken = new Set<string>()
  for (const { target } of choices) if (target !== null) taken.add(target)
  return columns.map((column) => {
    const choice = choiceByIndex.get(column.index)
    if (choice === undefined) {
      const isLost = column.target !== null && single.has(column.target) && taken.has(column.target)
      return isLost ? { ...column, target: null, confidence: 0 } : column
    }
    const target = choice.target === null ? undefined : findTarget(kind, choice.target)
    if (target === undefined)
      return { index: column.index, target: null, confidence: 1, headerScore: column.headerScore }
    return {
      index: column.index,
      target: target.key,
      confidence: 1,
      headerScore: column.headerScore,
      ...(target.key === 'places' ? { place: chosenPlace(choice, column.place) } : {}),
    }
  })
}

function chosenPlace(choice: ColumnChoice, proposed: PlaceLabel = {}): PlaceLabel {
  const programme = choice.programme ?? proposed.programme
  const semester = choice.semester ?? proposed.semester
  const academicYear = choice.academicYear ?? proposed.academicYear
  return {
    ...(programme === undefined || programme === '' ? {} : { programme }),
    ...(semester === undefined ? {} : { semester }),
    ...(academicYear === undefined ? {} : { academicYear }),
  }
}

/** The columns that tell data from the rest. */
export function keyColumnsOf(kind: ImportKind, mapping: Mapping): KeyColumns {
  const names = tellingTargets(kind)
  const ofTarget = (is: (column: MappedColumn) => boolean) => mapping.filter(is).map(({ index }) => index)
  return {
    names: ofTarget(({ target }) => names.includes(target.key)),
    places: ofTarget(({ target }) => target.key === 'places'),
    mapped: mapping.length,
  }
}
