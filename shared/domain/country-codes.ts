import { ok, refuse } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { matchKey } from './text-folding.ts'

/** An ISO 3166-1 alpha-2 code (`FR`), or `XK` for Kosovo, which has none and is written so by the Commission. */
export type CountryCode = Brand<string, 'CountryCode'>

export type CountryReason = 'empty' | 'unknown-code'

/** ISO 3166-1: alpha-2 followed by alpha-3. Source: ISO 3166 maintenance agency; XK/XKX are user-assigned. */
const isoPairs = (
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD ' +
  'BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN ' +
  'CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU ' +
  'DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB ' +
  'GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG ' +
  'HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN ' +
  'KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU ' +
  'LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR ' +
  'MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL ' +
  'OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB ' +
  'RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP ' +
  'SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN ' +
  'TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ' +
  'ZAZAF ZMZMB ZWZWE'
).split(' ')

const alpha3ByAlpha2: ReadonlyMap<string, string> = new Map(
  isoPairs.map((pair) => [pair.slice(0, 2), pair.slice(2)]),
)
const alpha2ByAlpha3: ReadonlyMap<string, string> = new Map(
  isoPairs.map((pair) => [pair.slice(2), pair.slice(0, 2)]),
)

export function isCountryCode(text: string): text is CountryCode {
  return alpha3ByAlpha2.has(text)
}

/** All country codes, in alphabetical order. */
export function listCountryCodes(): readonly CountryCode[] {
  return [...alpha3ByAlpha2.keys()].filter(isCountryCode)
}

/** The ISO 3166-1 alpha-3 code of a country (`FRA`). */
export function countryAlpha3(code: CountryCode): string {
  const alpha3 = alpha3ByAlpha2.get(code)
  if (alpha3 === undefined) throw new Error(`Not a country code: ${code}`)
  return alpha3
}

/** Codes by which the Commission's tools name two countries. Source: eche-api `settings`, OnGea export to Mobility Tool+. */
const isoByEuCode: ReadonlyMap<string, string> = new Map([
  ['EL', 'GR'],
  ['UK', 'GB'],
])

/** The code that the Commission's tools want: EL for Greece, UK for the United Kingdom, the ISO code for the others. */
export function toEuCountryCode(code: CountryCode): string {
  if (code === 'GR') return 'EL'
  return code === 'GB' ? 'UK' : code
}

/** Reads a country code in any case: ISO alpha-2 or alpha-3, or the Commission's EL and UK. Names are read elsewhere. */
export function parseCountryCode(written: string): Result<CountryCode, Refusal<CountryReason>> {
  const text = written.trim().toUpperCase().replace(/\./g, '')
  if (text === '') return refuse('empty')
  const code = isoByEuCode.get(text) ?? alpha2ByAlpha3.get(text) ?? text
  return isCountryCode(code) ? ok(code) : refuse('unknown-code', { code: text })
}

/**
 * Names that tables of official country names lack: short, former and partial names, in French, English, Spanish,
 * German, Italian and Portuguese. Separated by `|`, in folded writing without punctuation.
 */
const aliases: Readonly<Record<string, string>> = {
  AE: 'emirats arabes unis|emirats|uae|u a e|emirates|emirados|emiratos arabes|vae',
  BA: 'bosnie|bosnie herzegovine|bosnie et herzegovine|bosnia|bosnia herzegovina|bosnien|bosnien herzegowina',
  BN: 'brunei',
  BO: 'bolivie etat plurinational de|plurinational state of bolivia',
  BY: 'bielorussie|belarus|belorussia|weissrussland',
  CD: 'rdc|rd congo|dr congo|drc|congo kinshasa|congo rdc|republique democratique du congo|zaire',
  CG: 'congo brazzaville',
  CI: 'cote d ivoire|cote divoire|ivory coast',
  CN: 'rp chine|republique populaire de chine|pr china|p r china|prc|mainland china|chine continentale|rp china|vr china|china pr',
  CV: 'cabo verde',
  CZ:
    'tchequie|rep tcheque|republique tcheque|r tcheque|czech rep|czech republic|czech|chequia|rep checa|republica checa|' +
    'tschechien|cechia|repubblica ceca|rep ceca|republica tcheca',
  DE: 'rfa|allemagne rfa|brd|bundesrepublik deutschland|federal republic of germany|deutschland',
  DO: 'rep dominicaine|rep dominicana|dominican rep',
  FM: 'micronesia',
  GB:
    'uk|u k|gb|great britain|grande bretagne|gran bretana|grossbritannien|gran bretagna|gra bretanha|england|angleterre|' +
    'inglaterra|inghilterra|scotland|ecosse|escocia|schottland|scozia|wales|pays de galles|gales|galles|northern ireland|' +
    'irlande du nord|irlanda del norte|nordirland|irlanda del nord|irlanda do norte|united kingdom of great britain and northern ireland|' +
    'royaume uni de grande bretagne et d irlande du nord',
  GF: 'guyane|guyane francaise',
  GR: 'hellas|hellenic republic|el',
  HK: 'hong kong|hongkong|hong kong sar|hong kong sar china|hong kong china|hong kong s a r|hk|china hong kong|chine hong kong|hong kong ras',
  IE: 'eire|republic of ireland|rep of ireland|republique d irlande|irlande eire|republica de irlanda',
  IR: 'iran islamic republic of|republique islamique d iran',
  KP: 'north korea|dprk|coree du nord|rpd coree|corea del norte',
  KR:
    'south korea|korea south|s korea|korea|korea republic of|korea rep|rep of korea|republic of korea|rok|coree du sud|' +
    'coree|coree sud|republique de coree|coree republique de|corea del sur|corea|corea del sud|corea sur|sudkorea|coreia do sul|coreia|republica da coreia',
  LA: 'laos|lao|lao pdr',
  MD:
    'moldova|moldavie|republique de moldavie|republic of moldova|republique de moldova|moldavia|republica de moldavia|' +
    'moldau|republik moldau|moldawien|moldova republic of',
  MK:
    'macedoine|macedonia|fyrom|ex republique yougoslave de macedoine|former yugoslav republic of macedonia|arym|mazedonien|' +
    'macedoine du nord|rep of north macedonia|republic of north macedonia|fyr macedonia|republique de macedoine du nord',
  MM: 'birmanie|burma|birmania|birma',
  MO: 'macao|macau|macao sar|macau sar|macao china|macau china|macao sar china|macau sar china|china macao|chine macao',
  NL: 'hollande|holland|holanda|olanda|the netherlands|netherland|pays bas|les pays bas|paises bajos|paesi bassi|niederlande|nederland',
  PF: 'polynesie|polynesie francaise|tahiti',
  PS: 'palestine|territoires palestiniens|palestinian territories|cisjordanie|palestinian territory|palestina',
  RE: 'la reunion|reunion|ile de la reunion',
  RU: 'russia|russie|rusia|russland|federation de russie|federacion rusa|federacion de rusia|fed de russie|federazione russa|russian fed|federacao russa',
  SA: 'ksa|arabie seoudite|kingdom of saudi arabia|royaume d arabie saoudite|saudi',
  SK: 'slovakia|slovak republic|republique slovaque|rep slovaque|republica eslovaca|slowakische republik|repubblica slovacca|republica eslovaca',
  SY: 'syria|syrie|siria|syrien|republique arabe syrienne',
  SZ: 'swaziland|eswatini',
  TR: 'turkiye|turquie|turkey|turquia|turkei|turchia|republic of turkiye|rep of turkey|republique de turquie',
  TW: 'taiwan|taiwan roc|taiwan r o c|r o c|roc|chinese taipei|taiwan china|formose|republic of china|republique de chine|republica de china|taipei chinois|taiwan republic of china',
  TZ: 'tanzanie|tanzania',
  US:
    'usa|u s a|us|u s|united states|the united states|united states of america|etats unis|les etats unis|etats unis d amerique|' +
    'e u a|eua|estados unidos|ee uu|eeuu|estados unidos de america|e e u u|estados unidos da america|stati uniti|' +
    'stati uniti d america|vereinigte staaten|vereinigte staaten von amerika|etats unis usa|usa etats unis',
  VA: 'vatican|vaticano|vatikan|saint siege|holy see|santa sede|etat de la cite du vatican',
  VE: 'venezuela republique bolivarienne du|bolivarian republic of venezuela',
  VN: 'vietnam|viet nam|viet nam republique socialiste du|vietna',
  XK: 'kosovo|kosovo unscr 1244|kosovo under unscr 1244 1999',
}

const codeByAlias: ReadonlyMap<string, string> = new Map(
  Object.entries(aliases).flatMap(([code, names]) => names.split('|').map((name) => [name, code])),
)

/** The country that an unofficial name means (`Angleterre`, `Holland`, `Corée du Sud`), or undefined. */
export function findCountryByAlias(written: string): CountryCode | undefined {
  const code = codeByAlias.get(matchKey(written))
  return code !== undefined && isCountryCode(code) ? code : undefined
}

/** The unofficial names known for a country, folded, for a search field. */
export function listCountryAliases(code: CountryCode): readonly string[] {
  return aliases[code]?.split('|') ?? []
}
