import { findCefrLevels } from './cefr.ts'
import type { CefrLevel } from './cefr.ts'
import { ok, refuse } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { cleanText, matchKey } from './text-folding.ts'

/** A language as BCP 47 writes it (`en`). Source: EWP, which takes BCP 47 tags. */
export type LanguageCode = Brand<string, 'LanguageCode'>

export type LanguageReason = 'empty' | 'unknown-language'

/** BCP 47 code, ISO 639-2 codes, French, English, then Spanish, German, Italian and native names. */
const rows = `
ar|ara|arabe|Arabic|arabe|Arabisch|arabo|العربية
az|aze|azéri|Azerbaijani|azerbaiyano|Aserbaidschanisch|azero|azərbaycanca
be|bel|biélorusse|Belarusian|bielorruso|Belarussisch|bielorusso|беларуская
bg|bul|bulgare|Bulgarian|búlgaro|Bulgarisch|bulgaro|български
bs|bos|bosnien|Bosnian|bosnio|Bosnisch|bosniaco|bosanski
ca|cat|catalan|Catalan|catalán|Katalanisch|catalano|català,valencià,valenciano,valencien
cs|ces,cze|tchèque|Czech|checo|Tschechisch|ceco|čeština
da|dan|danois|Danish|danés|Dänisch|danese|dansk
de|deu,ger|allemand|German|alemán|Deutsch|tedesco|Deutsch
el|ell,gre|grec|Greek|griego|Griechisch|greco|ελληνικά,modern greek,grec moderne
en|eng|anglais|English|inglés|Englisch|inglese|English
es|spa|espagnol|Spanish|español|Spanisch|spagnolo|castellano,castillan,castilian
et|est|estonien|Estonian|estonio|Estnisch|estone|eesti
eu|eus,baq|basque|Basque|vasco|Baskisch|basco|euskara,euskera
fa|fas,per|persan|Persian|persa|Persisch|persiano|فارسی,farsi
fi|fin|finnois|Finnish|finés|Finnisch|finlandese|suomi,finlandais,finlandés
fr|fra,fre|français|French|francés|Französisch|francese|français
ga|gle|irlandais|Irish|irlandés|Irisch|irlandese|gaeilge
gl|glg|galicien|Galician|gallego|Galicisch|galiziano|galego
he|heb|hébreu|Hebrew|hebreo|Hebräisch|ebraico|עברית
hi|hin|hindi|Hindi|hindi|Hindi|hindi|हिन्दी
hr|hrv|croate|Croatian|croata|Kroatisch|croato|hrvatski
hu|hun|hongrois|Hungarian|húngaro|Ungarisch|ungherese|magyar
hy|hye,arm|arménien|Armenian|armenio|Armenisch|armeno|հայերեն
id|ind|indonésien|Indonesian|indonesio|Indonesisch|indonesiano|bahasa indonesia
is|isl,ice|islandais|Icelandic|islandés|Isländisch|islandese|íslenska
it|ita|italien|Italian|italiano|Italienisch|italiano|italiano
ja|jpn|japonais|Japanese|japonés|Japanisch|giapponese|日本語
ka|kat,geo|géorgien|Georgian|georgiano|Georgisch|georgiano|ქართული
ko|kor|coréen|Korean|coreano|Koreanisch|coreano|한국어
lb|ltz|luxembourgeois|Luxembourgish|luxemburgués|Luxemburgisch|lussemburghese|lëtzebuergesch
lt|lit|lituanien|Lithuanian|lituano|Litauisch|lituano|lietuvių
lv|lav|letton|Latvian|letón|Lettisch|lettone|latviešu
mk|mkd,mac|macédonien|Macedonian|macedonio|Mazedonisch|macedone|македонски
ms|msa,may|malais|Malay|malayo|Malaiisch|malese|bahasa melayu
mt|mlt|maltais|Maltese|maltés|Maltesisch|maltese|malti
nl|nld,dut|néerlandais|Dutch|neerlandés|Niederländisch|olandese|Nederlands,hollandais,holandés,flamand,flemish,nederlands,neerlandese
no|nor,nob,nno|norvégien|Norwegian|noruego|Norwegisch|norvegese|norsk,bokmål,nynorsk
pl|pol|polonais|Polish|polaco|Polnisch|polacco|polski
pt|por|portugais|Portuguese|portugués|Portugiesisch|portoghese|português
ro|ron,rum|roumain|Romanian|rumano|Rumänisch|rumeno|română,romeno
ru|rus|russe|Russian|ruso|Russisch|russo|русский
sk|slk,slo|slovaque|Slovak|eslovaco|Slowakisch|slovacco|slovenčina
sl|slv|slovène|Slovenian|esloveno|Slowenisch|sloveno|slovenščina,slovene
sq|sqi,alb|albanais|Albanian|albanés|Albanisch|albanese|shqip
sr|srp|serbe|Serbian|serbio|Serbisch|serbo|српски,srpski
sv|swe|suédois|Swedish|sueco|Schwedisch|svedese|svenska
th|tha|thaï|Thai|tailandés|Thailändisch|tailandese|ไทย
tr|tur|turc|Turkish|turco|Türkisch|turco|Türkçe
uk|ukr|ukrainien|Ukrainian|ucraniano|Ukrainisch|ucraino|українська
vi|vie|vietnamien|Vietnamese|vietnamita|Vietnamesisch|vietnamita|tiếng Việt
zh|zho,chi|chinois|Chinese|chino|Chinesisch|cinese|中文,mandarin,chinois mandarin,mandarin chinese,mandarín
`
  .trim()
  .split('\n')
  .map((row) => {
    const [code = '', iso = '', fr = '', en = '', ...others] = row.split('|')
    return { code, fr, en, names: [code, fr, en, ...[iso, ...others].flatMap((names) => names.split(','))] }
  })

const rowByCode = new Map(rows.map((row) => [row.code, row]))
const codeByName = new Map(
  rows.flatMap(({ code, names }) => names.map((name): [string, string] => [matchKey(name), code])),
)

function isLanguageCode(text: string): text is LanguageCode {
  return rowByCode.has(text)
}

/** The languages known to the application, by code. */
export function listLanguages(): readonly LanguageCode[] {
  return rows.map(({ code }) => code).filter(isLanguageCode)
}

/** The name of a language in one of the application's languages: `anglais`, `English`. */
export function languageName(code: LanguageCode, language: 'en' | 'fr'): string {
  const row = rowByCode.get(code)
  if (row === undefined) throw new Error(`Not a language code: ${code}`)
  return row[language]
}

/** Reads a language: code (`en`, `ENG`, `en-GB`) or name in French, English, Spanish, German, Italian or itself. */
export function parseLanguage(written: string): Result<LanguageCode, Refusal<LanguageReason>> {
  const text = cleanText(written)
  if (text === '') return refuse('empty')
  const subtag = /^([a-z]{2,3})[-_][a-z]{2,4}$/i.exec(text)?.[1]
  const code = codeByName.get(matchKey(subtag ?? text))
  return code !== undefined && isLanguageCode(code)
    ? ok(code)
    : refuse('unknown-language', { language: text })
}

/** A language and the level asked for or reached in it. */
export type LanguageSkill = { readonly language: LanguageCode; readonly level?: CefrLevel }
export type LanguageSkillReason = LanguageReason | 'several-levels'

/** Reads a language with its level, in any order: `en:B2`, `anglais B2`, `B2 English`, `English (B2)`, `DE-B1`, `inglés`. */
export function parseLanguageSkill(written: string): Result<LanguageSkill, Refusal<LanguageSkillReason>> {
  const text = cleanText(written)
  const levels = [...new Set(findCefrLevels(text))]
  const [level] = levels
  if (levels.length > 1) return refuse('several-levels', { levels: levels.join(', ') })
  const language = parseLanguage(level === undefined ? text : withoutLevel(text))
  if (!language.ok) return language
  return ok(level === undefined ? { language: language.value } : { language: language.value, level })
}

function withoutLevel(text: string): string {
  return matchKey(
    text.replace(
      /(?<![a-z0-9])(?:[abc] ?[12](?:\.\d)?\+?(?![0-9a-z])|ns(?![a-z])|native speaker|natif|native|langue maternelle|mother tongue|lengua materna|muttersprach\w*|madrelingua)|(?<![a-z])(?:niveau|level|nivel|livello|minimum|min|cefr|cecrl?|mcer)(?![a-z])/gi,
      ' ',
    ),
  )
}

/**
 * Reads the skills of one cell: `en:B2, fr:B1`, `English B2 / German B1`, `anglais B2 et espagnol`, one per line. A
 * language written twice keeps its first level.
 */
export function parseLanguageSkills(
  written: string,
): Result<readonly LanguageSkill[], Refusal<LanguageSkillReason>> {
  const skills = new Map<LanguageCode, LanguageSkill>()
  const parts = written.split(/[,;/|&\n\r]|\s\+\s|\s(?:et|and|y|und|ou|or|oder|o|e)\s/i)
  for (const part of parts.filter((one) => one.trim() !== '')) {
    const result = parseLanguageSkill(part)
    if (!result.ok) return result
    if (!skills.has(result.value.language)) skills.set(result.value.language, result.value)
  }
  return skills.size === 0 ? refuse('empty') : ok([...skills.values()])
}

/** Writes a skill as it is read back: `en:B2`, `en`. */
export function formatLanguageSkill({ language, level }: LanguageSkill): string {
  return level === undefined ? language : `${language}:${level}`
}
