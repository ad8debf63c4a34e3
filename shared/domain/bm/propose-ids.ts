/**
 * Ids for mobilities that have none: the last six figures of the grant agreement, `MOB` and a number, after the highest
 * that is taken. Source: wikis.ec.europa.eu pageId=33530123 (Mobility Tool+: the last 6 digits of the project reference
 * + "MOB" + …); that the rest is a number of five figures is our own choice.
 */
export function proposeIds(
  agreementNumber: string,
  taken: ReadonlySet<string>,
  count: number,
): readonly string[] {
  const figures = agreementNumber.replaceAll(/\D/g, '').slice(-6).padStart(6, '0')
  const prefix = `${figures}-MOB-`
  let number = 0
  for (const id of taken) {
    const own = id.startsWith(prefix) ? Number(id.slice(prefix.length)) : Number.NaN
    if (Number.isInteger(own)) number = Math.max(number, own)
  }
  return Array.from(
    { length: count },
    (_, index) => `${prefix}${String(number + index + 1).padStart(5, '0')}`,
  )
}
