import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import type { Formats } from './formats.ts'
import type { TextParams, Translate } from './text.ts'

/** The sentences of a grant in one language; each is made once, for many stays have the same. */
export interface GrantWords {
  readonly problem: (code: string, params: TextParams) => string
}

export function createGrantWords(t: Translate, formats: Pick<Formats, 'decimal' | 'country'>): GrantWords {
  const known = new Map<string, string>()
  return {
    problem: (code, params) => {
      const id = `${code}${JSON.stringify(params)}`
      const sentence = known.get(id) ?? t(textKey(`grant.problem.${code}`), paramsOf(params, t, formats))
      known.set(id, sentence)
      return sentence
    },
  }
}

/** Amounts and choices become words; which figure is meant is said with its group and band. */
function paramsOf(
  params: TextParams,
  t: Translate,
  formats: Pick<Formats, 'decimal' | 'country'>,
): TextParams {
  const { kind, group, band, country } = params
  const words = [
    typeof kind === 'string' ? t(choiceLabel('grantRate', 'kind', kind)) : '',
    typeof group === 'string' && group !== '' ? t(choiceLabel('grantRate', 'countryGroup', group)) : '',
    typeof band === 'string' && band !== '' ? t(choiceLabel('grantRate', 'distanceBand', band)) : '',
  ]
  const amounts = Object.entries(params).flatMap(([key, value]) =>
    typeof value === 'number' && key !== 'year' && key !== 'count' ? [[key, formats.decimal(value)]] : [],
  )
  return {
    ...params,
    ...Object.fromEntries(amounts),
    figure: words.filter((word) => word !== '').join(' · '),
    ...(typeof country === 'string' ? { country: formats.country(country) } : {}),
    ...(typeof params['year'] === 'number' ? { year: String(params['year']) } : {}),
  }
}
