import { cleanText, foldText } from '#shared/domain/text-folding.ts'

export interface PersonName {
  readonly familyName: string
  readonly givenNames: string
  /** Nothing in the writing shows which part is which. */
  readonly isGuessed: boolean
}

/** Which part comes first when the writing does not show it. */
export type NameOrder = 'family-first' | 'given-first'

/** What a header says of the order: `Nom Prénom`, `First name Last name`. */
export function nameOrderOf(header: string): NameOrder | undefined {
  const text = foldText(header)
  const given = text.search(/prenom|first|given|vorname|forename|\bad\b|nombre|\bnome\b/)
  const family = text.search(/\bnoms?\b|last|family|surname|nachname|soyad|apellido|cognome|familienname/)
  if (given < 0 || family < 0) return undefined
  return family < given ? 'family-first' : 'given-first'
}

/** Small words that belong to the name that follows them. */
const particle =
  /^(?:d|de|du|des|del|della|di|da|do|dos|das|van|von|der|den|ter|ten|zu|la|le|les|el|al|ben|bin|ibn|bint|mac|mc|st|saint|y|e|d')$/

/**
 * Splits a whole name: at the comma (`Dupont, Marie`), at the capitals (`DUPONT Marie`, `Marie de LA FONTAINE`), else
 * in the order given; a name of more than two words in no known order is a guess.
 */
export function splitPersonName(written: string, order: NameOrder | undefined): PersonName | undefined {
  const text = cleanText(written).replace(
    /^(?:m\.|mr\.?|mme\.?|mlle\.?|ms\.?|mrs\.?|miss|monsieur|madame|mademoiselle)\s+/i,
    '',
  )
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text)
  if (comma !== null)
    return { familyName: comma[1]?.trim() ?? '', givenNames: comma[2]?.trim() ?? '', isGuessed: false }
  const words = text.split(' ')
  if (words.length < 2) return undefined
  return splitAtCapitals(words) ?? splitInOrder(words, order)
}

const isCapital = (word: string) =>
  /\p{Lu}/u.test(word) && word === word.toUpperCase() && word.replace(/[^\p{L}]/gu, '').length > 1
const isParticle = (word: string) => particle.test(foldText(word))

function splitAtCapitals(words: readonly string[]): PersonName | undefined {
  const capital = words.map(isCapital)
  if (!capital.includes(true) || capital.every((is, i) => is || isParticle(words[i] ?? ''))) return undefined
  let from = capital.indexOf(true)
  const to = capital.lastIndexOf(true) + 1
  while (from > 0 && isParticle(words[from - 1] ?? '')) from -= 1
  const inside = words.slice(from, to)
  if (!inside.every((word) => isCapital(word) || isParticle(word))) return undefined
  const given = [...words.slice(0, from), ...words.slice(to)]
  // Capitals in the middle leave given names on both sides: that is no way to write a name.
  if (given.length === 0 || (from > 0 && to < words.length)) return undefined
  return { familyName: inside.join(' '), givenNames: given.join(' '), isGuessed: false }
}

function splitInOrder(words: readonly string[], order: NameOrder | undefined): PersonName {
  const isGuessed = order === undefined || words.length > 2
  if ((order ?? 'given-first') === 'given-first') {
    let from = words.length - 1
    while (from > 1 && isParticle(words[from - 1] ?? '')) from -= 1
    return { familyName: words.slice(from).join(' '), givenNames: words.slice(0, from).join(' '), isGuessed }
  }
  let to = 1
  while (to < words.length - 1 && isParticle(words[to - 1] ?? '')) to += 1
  return { familyName: words.slice(0, to).join(' '), givenNames: words.slice(to).join(' '), isGuessed }
}
