import { matchKey } from '#shared/domain/text-folding.ts'

/**
 * Words that show the name of an institution, in the languages of Europe and beyond: beginnings of words, folded.
 * Source: names of the official charter list of 2026-04-08.
 */
const beginnings =
  'universi|uniwersytet|univerzit|yliopisto|egyetem|ecole|school|schule|hochschul|fachhochschul|haute|institut|istitut|college|colegio|collegio|colleg|polit|polytech|academ|akadem|accademi|' +
  'sveucilist|tehnic|techni|hogskol|hoyskol|hojskol|hogeschool|korkeakoul|ammattikork|skola|skole|szkol|vysok|escuela|escola|escol|eskola|ensemble|conservatoir|conservator|' +
  'lycee|liceo|instituto|centro|centre|ensai|insa|ensta|universit|panepistim|polytechn|metsov|daigaku|daehak|yuksek|university|business|campus|laborator|iut|ies|cifp|institution|sup'
const anywhere =
  'universitat|universitet|universiteit|hochschule|hogskole|hogskolan|yliopisto|akademie|akademia'

const word = new RegExp(`(?:^| )(?:${beginnings})|(?:${anywhere})`)

/** Whether a text holds a word that names an institution. */
export function looksLikeInstitution(text: string): boolean {
  return word.test(matchKey(text))
}
