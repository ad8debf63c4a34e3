/** How a host writes a day: the order of day, month and year, and what stands between them. */
export const datePatterns = [
  'dd/mm/yyyy',
  'dd.mm.yyyy',
  'dd-mm-yyyy',
  'yyyy-mm-dd',
  'yyyy/mm/dd',
  'mm/dd/yyyy',
  'yyyymmdd',
  'ddmmyyyy',
] as const
export type DatePattern = (typeof datePatterns)[number]

export function isDatePattern(text: string): text is DatePattern {
  return datePatterns.some((pattern) => pattern === text)
}

/** A civil day (`YYYY-MM-DD`) in a pattern. */
export function writeDay(iso: string, pattern: DatePattern): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return pattern.replace('yyyy', year).replace('mm', month).replace('dd', day)
}

/** `JJ/MM/AAAA` of French, `TT.MM.JJJJ` of German, `GG/MM/AAAA` of Italian, `DD/MM/AAAA` of Spanish. */
const dayFirst = /(?<![a-z])(?:dd?|jj?|tt?|gg?)([/.\- ]?)mm?\1(?:yyyy|aaaa|jjjj)(?![a-z])/i
const yearFirst = /(?<![a-z])(?:yyyy|aaaa|jjjj)([/.\- ]?)mm\1(?:dd|jj|tt|gg)(?![a-z])/i
const monthFirst = /(?<![a-z])mm[/.\- ]dd[/.\- ]yyyy(?![a-z])/i

/** The pattern that a text names (`Date of birth (DD/MM/YYYY)`), as one that we write; undefined when it names none. */
export function findDatePattern(text: string): DatePattern | undefined {
  if (monthFirst.test(text)) return 'mm/dd/yyyy'
  const year = yearFirst.exec(text)
  if (year !== null) return patternOf(['yyyy', 'mm', 'dd'], year[1])
  const day = dayFirst.exec(text)
  return day === null ? undefined : patternOf(['dd', 'mm', 'yyyy'], day[1])
}

function patternOf(order: readonly string[], between = ''): DatePattern | undefined {
  const pattern = order.join(between === ' ' ? '/' : between)
  return isDatePattern(pattern) ? pattern : undefined
}
