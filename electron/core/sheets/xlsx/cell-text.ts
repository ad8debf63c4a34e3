/**
 * The text that a cell shows: `_x000D_` and its kind stand for characters that XML cannot hold (ECMA-376, ST_Xstring),
 * `_x005F_` protects an underscore; any line break becomes a line feed.
 */
export function decodeCellText(text: string): string {
  const decoded = text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, toCharacter) : text
  return decoded.includes('\r') ? decoded.replaceAll(/\r\n?/g, '\n') : decoded
}

function toCharacter(_: string, hexadecimal: string): string {
  return String.fromCharCode(Number.parseInt(hexadecimal, 16))
}
