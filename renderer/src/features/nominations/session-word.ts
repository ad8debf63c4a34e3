/** A session in the user's words: `2027-03` → March 2027. */
export function sessionWord(session: string, locale: string): string {
  const [year, month] = session.split('-').map(Number)
  if (year === undefined || month === undefined) return session
  const words = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return words.format(Date.UTC(year, month - 1, 1))
}
