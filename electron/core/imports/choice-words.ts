import { parseSemester } from '#shared/domain/academic-term.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import { stayWords } from './stay-words.ts'

/** Words that lists use for the choices of a field, folded and without punctuation. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'student.gender': {
    '1': '1|m|h|male|man|homme|masculin|masculino|maschile|mannlich|mr|m mr|monsieur|mister|herr|hombre|varon|uomo|homem|garcon|maschio|mannelijk|erkek|sr|sig',
    '2': '2|f|w|female|woman|femme|feminin|feminine|femenino|femminile|weiblich|mme|mlle|madame|mademoiselle|ms|mrs|miss|frau|mujer|donna|mulher|fille|femmina|vrouwelijk|kadin|sra|sig ra',
    '9': '9|x|other|autre|non binaire|non binary|not applicable|divers|d|otro|altro',
    '0': '0|unknown|inconnu|not specified|non precise|undefined|n a|nc',
  },
  'student.status': {
    student:
      'student|etudiant|etudiante|eleve|initial|formation initiale|fi|fise|statut etudiant|sous statut etudiant|eleve ingenieur|fisea',
    apprentice:
      'apprentice|apprenti|apprentie|apprentissage|fisa|fa|alternant|alternante|alternance|par apprentissage|statut apprenti|contrat de professionnalisation',
  },
  'agreement.kind': {
    erasmus:
      'erasmus|erasmus plus|erasmus studies|erasmus etudes|erasmus exchange|echange erasmus|erasmus sms|ka131|ka103|programme erasmus|erasmus programme|sms|erasmus ka131|swiss european mobility programme|semp|erasmus ka171|ka171|ka107',
    exchange:
      'exchange|echange|echange bilateral|bilateral|bilaterale|bilateral exchange|bilateral agreement|accord bilateral|convention bilaterale|student exchange|hors erasmus|hors europe|accord cadre|mou|semester exchange|semestre d echange|echange academique|intercambio|convenio bilateral|austausch',
    'double-degree':
      'double degree|double diplome|dual degree|dd|doble titulacion|doppia laurea|doppio titolo|doppelabschluss|double master|joint degree|diplome conjoint|double diplomation',
    athens: 'athens|athens network|reseau athens|athens programme',
    other: 'other|autre|otro|altro|andere|divers',
  },
  ...stayWords,
}

const choiceByWord: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(words).map(([key, choices]) => [
    key,
    new Map(
      Object.entries(choices).flatMap(([choice, list]) => list.split('|').map((word) => [word, choice])),
    ),
  ]),
)

/** The choice that a cell's words mean, or undefined. */
export function findChoice(key: string, written: string): string | undefined {
  return choiceByWord.get(key)?.get(matchKey(written))
}

/** The semester of a place: one of the two, both (a full year), or any. */
export function findSemester(written: string): 'any' | 'autumn' | 'spring' | 'year' | undefined {
  const key = matchKey(written)
  if (anySemester.has(key)) return 'any'
  const semester = parseSemester(written)
  return semester.ok ? semester.value : undefined
}

const anySemester = new Set(
  'any|any semester|indifferent|autumn or spring|spring or autumn|fall or spring|s1 ou s2|s1 or s2|s1 s2 au choix|semester|semestre|un semestre|1 semestre ou 2|either|au choix|a or b|flexible'.split(
    '|',
  ),
)
