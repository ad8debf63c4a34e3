/** A cell as it is copied. Texts stay texts in a spreadsheet: no formula, no lost leading zero or space. */
export interface CopiedCell {
  readonly text: string
  /** Whether a spreadsheet may read it as a number. */
  readonly isNumber: boolean
}

/** The lines as Excel writes them to the clipboard: tabs between cells, quotes around what holds a tab or line. */
export function toTabbedText(lines: readonly (readonly CopiedCell[])[]): string {
  return lines.map((line) => line.map((cell) => quoteCell(cell.text)).join('\t')).join('\r\n')
}

/**
 * The lines as an HTML table, which Excel and LibreOffice prefer to the text. Cells that are not numbers carry
 * Excel's text format, so that `=1+1`, `007` and `F  PARIS104` arrive as they are.
 */
export function toHtmlTable(lines: readonly (readonly CopiedCell[])[]): string {
  const rows = lines.map((line) => `<tr>${line.map(htmlCell).join('')}</tr>`).join('')
  return `<meta charset="utf-8"><table>${rows}</table>`
}

/** Reads what a spreadsheet put on the clipboard as text; a last line break is no line of its own. */
export function parseTabbedText(text: string): readonly (readonly string[])[] {
  const lines: string[][] = []
  let line: string[] = []
  let position = 0
  while (position <= text.length) {
    const cell = readCell(text, position)
    line.push(cell.text)
    position = cell.end
    if (text[position] === '\t') {
      position += 1
      continue
    }
    lines.push(line)
    line = []
    position += text.startsWith('\r\n', position) ? 2 : 1
    if (position >= text.length) break
  }
  return lines
}

function readCell(text: string, start: number): { readonly text: string; readonly end: number } {
  return text[start] === '"' ? (readQuoted(text, start) ?? readPlain(text, start)) : readPlain(text, start)
}

function readPlain(text: string, start: number): { readonly text: string; readonly end: number } {
  const rest = text.slice(start).search(/[\t\r\n]/)
  const end = rest === -1 ? text.length : start + rest
  return { text: text.slice(start, end), end }
}

/** A quoted cell, or nothing where the quote is an ordinary character: `"` alone, `"Le Havre" port`. */
function readQuoted(
  text: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined {
  let value = ''
  let position = start + 1
  for (;;) {
    const quote = text.indexOf('"', position)
    if (quote === -1) return undefined
    value += text.slice(position, quote)
    if (text[quote + 1] !== '"') {
      const after = text[quote + 1]
      return after === undefined || '\t\r\n'.includes(after) ? { text: value, end: quote + 1 } : undefined
    }
    value += '"'
    position = quote + 2
  }
}

function quoteCell(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function htmlCell(cell: CopiedCell): string {
  const text = escapeHtml(cell.text).replaceAll(/\r?\n/g, '<br style="mso-data-placement:same-cell">')
  return cell.isNumber
    ? `<td>${text}</td>`
    : `<td style="mso-number-format:'\\@';white-space:pre">${text}</td>`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
