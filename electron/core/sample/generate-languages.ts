import type { LanguageSkill } from '#shared/domain/languages.ts'
import { parseLanguageSkills } from '#shared/domain/languages.ts'
import { meetsCefr } from '#shared/domain/cefr.ts'
import type { Random } from './random.ts'

/** First language by nationality. */
const nativeLanguages: Readonly<Record<string, string>> = {
  BE: 'fr',
  BR: 'pt',
  CI: 'fr',
  CN: 'zh',
  CO: 'es',
  DE: 'de',
  DZ: 'ar',
  ES: 'es',
  FR: 'fr',
  IN: 'hi',
  IT: 'it',
  KR: 'ko',
  LB: 'ar',
  MA: 'ar',
  PL: 'pl',
  PT: 'pt',
  RO: 'ro',
  SN: 'fr',
  TN: 'ar',
  VN: 'vi',
}

const thirdLanguages = ['es', 'es', 'es', 'de', 'de', 'it', 'pt', 'zh', 'ja']

/** What a student of this nationality speaks, in the form that is kept: `fr:NS, en:C1, es:B1`. */
export function inventLanguages(random: Random, nationality: string): string {
  const native = nativeLanguages[nationality] ?? 'fr'
  const levels = new Map([[native, 'NS']])
  if (native !== 'fr') levels.set('fr', random.pick(['B2', 'C1', 'C1', 'C2']))
  levels.set('en', random.pick(['B1', 'B2', 'B2', 'B2', 'C1', 'C1', 'C2']))
  const third = random.pick(thirdLanguages)
  const level = random.pick(['A2', 'B1', 'B1', 'B2'])
  if (random.chance(0.7) && !levels.has(third)) levels.set(third, level)
  return [...levels].map(([language, known]) => `${language}:${known}`).join(', ')
}

/** Skills as they are compared, from the form that is kept. */
export function readSkills(written: string | null): readonly LanguageSkill[] {
  if (written === null) return []
  const skills = parseLanguageSkills(written)
  if (!skills.ok) throw new Error(`Not language skills: ${written}`)
  return skills.value
}

/** The first of the languages asked for that is spoken well enough, or undefined. */
export function commonLanguage(
  asked: readonly LanguageSkill[],
  spoken: readonly LanguageSkill[],
): LanguageSkill['language'] | undefined {
  return asked.find(({ language, level: least = 'A1' }) =>
    spoken.some((skill) => skill.language === language && meetsCefr(skill.level ?? 'A1', least)),
  )?.language
}

/** One language of mobility by the country of a workplace: English, but where French is spoken. */
export function workLanguage(country: string | null): string {
  return country === 'SN' || country === 'LU' ? 'fr' : 'en'
}
