/** A session in the user's words: `2027-03` → March 2027. */
export function sessionWord(session: string, locale: string): string {
  const [year, month] = session.split('-').map(Number)
  if (year === undefined || month === undefined) return session
  const words = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return words.format(Date.UTC(year, month - 1, 1))
}

/** The session to begin with: the next one that has students, else the next one, else the latest. */
export function sessionToBegin(
  sessions: readonly { readonly session: string; readonly students: number }[],
  today: string,
): string | undefined {
  const inOrder = sessions.toSorted((a, b) => a.session.localeCompare(b.session))
  const toCome = inOrder.filter(({ session }) => session >= today.slice(0, 7))
  const chosen = toCome.find(({ students }) => students > 0) ?? toCome[0] ?? inOrder.at(-1)
  return chosen?.session
}
