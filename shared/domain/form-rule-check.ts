import type { FormRule } from './form-rule.ts'
import type { Correspondence } from './regional-semester.ts'
import { foldText } from './text-folding.ts'

export type FormProblemCode =
  | 'no-steps'
  | 'limits-reversed'
  | 'document-twice'
  | 'document-at-no-step'
  | 'school-twice'
  | 'track-not-ours'

/** What is wrong with a form, or with the correspondence list, at the field where it is mended; `index` counts from 0. */
export interface FormProblem {
  readonly part: 'forms' | 'correspondences'
  readonly index: number
  /** For a document, `documents.` and its place from 0. */
  readonly field: string
  readonly code: FormProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Checks forms of stay: a form goes through some step, its limits agree, each document is asked for at a step it has. */
export function checkFormRules(forms: readonly FormRule[]): readonly FormProblem[] {
  return forms.flatMap((rule, index) => {
    const found = (
      field: string,
      code: FormProblemCode,
      params: FormProblem['params'] = {},
    ): FormProblem => ({
      part: 'forms',
      index,
      field,
      code,
      params: { form: rule.form, ...params },
    })
    const { limits, steps, documents } = rule
    const isReversed = (least: number | null, most: number | null) =>
      least !== null && most !== null && least > most
    const has = (step: string) => step === 'recognised' || steps.some(({ status }) => status === step)
    return [
      ...(steps.length === 0 ? [found('steps', 'no-steps')] : []),
      ...(isReversed(limits.minimumMonths, limits.maximumMonths)
        ? [found('maximumMonths', 'limits-reversed')]
        : []),
      ...(isReversed(limits.minimumSemesters, limits.maximumSemesters)
        ? [found('maximumSemesters', 'limits-reversed')]
        : []),
      ...documents.flatMap(({ code, step }, place) => {
        const field = `documents.${place}`
        if (documents.findIndex((other) => other.code === code) < place)
          return [found(field, 'document-twice', { document: code })]
        return has(step) || steps.length === 0
          ? []
          : [found(field, 'document-at-no-step', { document: code, step })]
      }),
    ]
  })
}

/** Checks the correspondence list of the regional semester: each school once, with tracks that we have. */
export function checkCorrespondences(
  list: readonly Correspondence[],
  tracks: readonly string[],
): readonly FormProblem[] {
  const ours = new Set(tracks.map(foldText))
  return list.flatMap(({ institution, tracks: named }, index) => {
    const found = (field: string, code: FormProblemCode, params: FormProblem['params']): FormProblem => ({
      part: 'correspondences',
      index,
      field,
      code,
      params,
    })
    const twin = list.findIndex((other) => foldText(other.institution) === foldText(institution))
    const unknown = named.find((track) => !ours.has(foldText(track)))
    return [
      ...(twin < index ? [found('institution', 'school-twice', { school: institution })] : []),
      ...(unknown === undefined
        ? []
        : [found('tracks', 'track-not-ours', { track: unknown, school: institution })]),
    ]
  })
}
