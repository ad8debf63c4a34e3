/** Whether a text holds every word searched for, case and accents aside: “etats am” finds “États-Unis d’Amérique”. */
export function isFoundIn(text: string, search: string): boolean {
  const folded = fold(text)
  return fold(search)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
