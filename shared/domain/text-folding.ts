/** Printable ASCII with single inner spaces and no backtick: needs nothing but lower case to be folded. */
const plainAscii = /^(?:[!-_a-~]+(?: [!-_a-~]+)*)?$/
/** Latin letters that are always in NFC, with single inner spaces: already clean. */
const plainLatin = /^(?:[!-~¡-¬®-ʯ]+(?: [!-~¡-¬®-ʯ]+)*)?$/

/** Format characters (zero-width, direction marks, soft hyphen, byte order mark) and controls that are not white space. */
const invisible = /(?![\s\u0085])\p{Cc}|\p{Cf}/gu
const whiteSpace = /[\s\u0085]+/g

/** Letters that Unicode does not decompose, as an office would type them on a plain keyboard. */
const undecomposed: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ə: 'e',
  ς: 'σ',
  '`': "'", // also the Greek and the full-width one, which NFKD makes it
  '’': "'",
  '‘': "'",
  '‛': "'",
  '′': "'",
  ʼ: "'",
  ʻ: "'",
  ʹ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '⁄': '/',
}
const undecomposedLetter = new RegExp(`[${Object.keys(undecomposed).join('')}]`, 'g')

/**
 * The form in which two writings of one text are compared: lower case, no accents, plain apostrophes and dashes,
 * no invisible characters, single spaces. Letters of other alphabets keep their alphabet.
 */
export function foldText(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase()
  const folded = foldLatin(text) ?? foldCharacters(text)
  return folded.replace(whiteSpace, ' ').trim()
}

function foldCharacters(text: string): string {
  return (
    text
      // An acute accent standing alone, Latin or Greek, is an apostrophe; NFKD would make it a space.
      .replace(/[´\u1ffd]/g, "'")
      .normalize('NFKD')
      .toLowerCase()
      // Lower case can bring back a composed letter (İ) or a capital compatibility form.
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(invisible, '')
      .replace(undecomposedLetter, (letter) => undecomposed[letter] ?? letter)
  )
}

/** Folds of the characters below U+0250, which fold independently of their neighbours. */
const latinFolds: readonly string[] = Array.from({ length: 0x250 }, (_, code) =>
  foldCharacters(String.fromCharCode(code)),
)

/** Most cells of European lists hold Latin letters only: a table is several times quicker than Unicode normalisation. */
function foldLatin(text: string): string | undefined {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const fold = latinFolds[text.charCodeAt(i)]
    if (fold === undefined) return undefined
    folded += fold
  }
  return folded
}

/**
 * The form in which a text is stored: composed characters (NFC), no invisible characters, single spaces, trimmed.
 * A text that is already clean comes back as it is.
 */
export function cleanText(text: string): string {
  if (plainLatin.test(text)) return text
  return text.replace(invisible, '').normalize('NFC').replace(whiteSpace, ' ').trim()
}

/** Folded text without punctuation, for comparing names of institutions and headers of columns. */
export function matchKey(text: string): string {
  const folded = foldText(text)
  return /^[a-z0-9]*$/.test(folded) ? folded : folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** The words of a text as they are searched for: folded, without punctuation. */
export function searchTokens(text: string): readonly string[] {
  const key = matchKey(text)
  return key === '' ? [] : key.split(' ')
}
