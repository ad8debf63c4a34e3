/** Regions of the world by which a school tells where its students go. */
export const worldRegions = [
  'european-union',
  'europe-other',
  'north-america',
  'latin-america',
  'africa',
  'middle-east',
  'asia',
  'oceania',
] as const
export type WorldRegion = (typeof worldRegions)[number]

/**
 * Countries by region, ISO 3166-1 alpha-2. Membership of the Union is that of 2020 onwards; the other regions follow the
 * usual reading of the United Nations' M49 groups, with western Asia and Egypt as the Middle East (general knowledge: no
 * authority that a school reports to could be read).
 */
const countriesByRegion: Readonly<Record<WorldRegion, string>> = {
  'european-union': 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  'europe-other': 'AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM UA VA XK',
  'north-america': 'BM CA GL PM US',
  'latin-america':
    'AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
  'middle-east': 'AE AM AZ BH EG GE IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  asia: 'AF BD BN BT CC CN CX HK ID IN JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TL TM TW UZ VN',
  oceania: 'AS AU CK FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
}

const regionByCountry: ReadonlyMap<string, WorldRegion> = new Map(
  worldRegions.flatMap((region) =>
    countriesByRegion[region].split(' ').map((country) => [country, region] as const),
  ),
)

/** The region of a country; undefined for Antarctica and what is no country. */
export function worldRegionOf(country: string): WorldRegion | undefined {
  return regionByCountry.get(country)
}
