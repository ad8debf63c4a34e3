/**
 * `countryOfStay` in SQL, of a stay `m` and its host `i`. Whatever asks for the country of a stay asks for this: grants,
 * aids, the ledger of weeks, the checks of a stay, lists and reports.
 */
export function stayCountrySql(stay: string, host: string): string {
  return `ifnull(${stay}.stayCountry, ${host}.country)`
}
