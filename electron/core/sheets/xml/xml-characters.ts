/** Bytes of the characters that XML markup is made of. */
export const code = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  exclamationMark: 0x21,
  doubleQuote: 0x22,
  ampersand: 0x26,
  singleQuote: 0x27,
  slash: 0x2f,
  colon: 0x3a,
  lessThan: 0x3c,
  equalsSign: 0x3d,
  greaterThan: 0x3e,
  questionMark: 0x3f,
  closingBracket: 0x5d,
  /** First byte of U+FFFE and U+FFFF in UTF-8, and of harmless characters. */
  maybeForbidden: 0xef,
} as const

export function isSpace(byte: number | undefined): boolean {
  return byte === code.space || byte === code.lineFeed || byte === code.tab || byte === code.carriageReturn
}

export function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
}

/** Bytes of text that need a second look: entities, section ends, carriage returns, control and forbidden characters. */
export const specialTextBytes: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isControl = byte < code.space && byte !== code.lineFeed && byte !== code.tab
  const isMarkup = byte === code.ampersand || byte === code.closingBracket || byte === code.maybeForbidden
  return isControl || isMarkup ? 1 : 0
})

const nameBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 128 || /[-.0-9:A-Z_a-z]/.test(String.fromCharCode(byte)) ? 1 : 0,
)

/** True while a name may go on. Names with bytes beyond ASCII are judged as a whole by `isXmlName`. */
export function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && nameBytes[byte] === 1
}

const nameStart =
  /^[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]/u
const nameWhole =
  /^[-.0-9:A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F-\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]+$/u

/** XML 1.0 fifth edition, production 5. */
export function isXmlName(name: string): boolean {
  return nameStart.test(name) && nameWhole.test(name)
}

const range = (from: number, to: number): string => `${String.fromCharCode(from)}-${String.fromCharCode(to)}`
const forbidden = new RegExp(`[${range(0x00, 0x08)}${range(0x0b, 0x0c)}${range(0x0e, 0x1f)}\uFFFE\uFFFF]`)

/** True when the text holds a character that XML 1.0 allows nowhere. */
export function hasForbiddenCharacter(text: string): boolean {
  return forbidden.test(text)
}

/** XML 1.0, production 2. */
export function isXmlCharacter(codePoint: number): boolean {
  return (
    codePoint === 0x9 ||
    codePoint === 0xa ||
    codePoint === 0xd ||
    (codePoint >= 0x20 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xe000 && codePoint <= 0xfffd) ||
    (codePoint >= 0x10000 && codePoint <= 0x10ffff)
  )
}
