/** Texts with places to fill: `Dear {{contact}}`. Blanks inside the braces do not matter. */
const placeholder = /\{\{\s*([A-Za-z]+)\s*\}\}/g

/** The names of the places of a text, each once, in their order. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map((found) => found[1] ?? ''))]
}

/** The text with its places filled; a place without value is left empty. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(placeholder, (_, name: string) => values[name] ?? '')
}

/** Placeholders that mean nothing. */
export function unknownPlaceholders(text: string, known: readonly string[]): readonly string[] {
  return placeholdersOf(text).filter((name) => !known.includes(name))
}

/** A column that a host wants beside the usual ones: its header and what stands in it, with placeholders. */
export interface ExtraColumn {
  readonly header: string
  readonly value: string
}

/** Reads extra columns as they are typed: one a line, `Header: value`; without colon the column stays empty. */
export function parseExtraColumns(text: string | null): readonly ExtraColumn[] {
  return (text ?? '').split('\n').flatMap((line) => {
    const at = line.indexOf(':')
    const header = (at === -1 ? line : line.slice(0, at)).trim()
    return header === '' ? [] : [{ header, value: at === -1 ? '' : line.slice(at + 1).trim() }]
  })
}
