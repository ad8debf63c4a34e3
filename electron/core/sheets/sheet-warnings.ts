import type { SheetWarning } from './types.ts'

/** The warnings of one file: at most one for each code and sheet, whatever the file holds. */
export interface WarningCollector {
  /** Takes the place of the warning of the same code on the same sheet: a sheet read again is judged again. */
  readonly set: (warning: SheetWarning) => void
  readonly list: () => readonly SheetWarning[]
}

export function createWarningCollector(): WarningCollector {
  const warnings = new Map<string, SheetWarning>()
  return {
    set: (warning) => void warnings.set(JSON.stringify([warning.code, warning.sheet]), warning),
    list: () => [...warnings.values()],
  }
}
