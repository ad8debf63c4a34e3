import type { LedgerCode, LineCode, Params, ProblemCode, Said } from '#shared/domain/obligation-types.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Formats } from './formats.ts'
import type { TextKey, Translate } from './text.ts'

/** The sentences of a ledger in one language; each is made once, for many students have the same. */
export interface ObligationWords {
  readonly reason: (said: Said<LedgerCode>) => string
  readonly line: (said: Said<LineCode>) => string
  readonly problem: (code: ProblemCode) => string
}

export function createObligationWords(t: Translate, formats: Formats): ObligationWords {
  const known = new Map<string, string>()
  const say = (key: TextKey, params: Params): string => {
    const id = `${key}${JSON.stringify(params)}`
    const sentence = known.get(id) ?? t(key, paramsOf(params, t, formats))
    known.set(id, sentence)
    return sentence
  }
  return {
    reason: ({ code, params }) =>
      say(
        code === 'exempt' && params['proof'] === ''
          ? 'obligation.reason.exempt-plain'
          : `obligation.reason.${code}`,
        params,
      ),
    line: ({ code, params }) => say(`obligation.line.${code}`, params),
    problem: (code) => say(`obligation.problem.${code}`, {}),
  }
}

/** Days and choices become words; the number that decides between singular and plural is `count`. */
function paramsOf(params: Params, t: Translate, formats: Formats): Params {
  const { day, exemption, missing, days } = params
  const count = missing ?? days
  return {
    ...params,
    ...(typeof day === 'string' ? { day: formats.date(day) } : {}),
    ...(typeof exemption === 'string' && exemption !== ''
      ? { exemption: t(textKey(`choice.student.exemptionReason.${exemption}`)) }
      : {}),
    ...(typeof count === 'number' ? { count } : {}),
  }
}
