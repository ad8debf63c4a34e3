import { parseAcademicYear } from '#shared/domain/academic-year.ts'
import { parseAthensSession } from '#shared/domain/athens.ts'
import { DomainError } from '#shared/domain/errors.ts'
import type { ExportParam } from '#shared/contract/exports.ts'
import type { ExportFormat, ExportParams } from './define-export.ts'

type Value = ExportParams[string]

/**
 * Checks the values given for a format's parameters and brings them to the form that is kept: `2026-27` becomes
 * `2026/2027`.
 * @throws DomainError `export-invalid` with `param`, `value` and `problem`, whose sentence is `export.invalid.<problem>`
 */
export function checkParams(format: ExportFormat, given: ExportParams): ExportParams {
  for (const key of Object.keys(given))
    if (!format.params.some((param) => param.key === key))
      throw invalid(format, key, given[key], 'unknown-param')
  const checked: Record<string, Value> = {}
  for (const param of format.params) {
    const value = given[param.key]
    if (value === undefined || value === '') {
      if (param.required) throw invalid(format, param.key, value, 'missing')
    } else checked[param.key] = checkValue(format, param, value)
  }
  return checked
}

function checkValue(format: ExportFormat, param: ExportParam, value: Value): Value {
  const refuse = (problem: string) => invalid(format, param.key, value, problem)
  if (param.type === 'boolean') {
    if (typeof value !== 'boolean') throw refuse('not-yes-no')
    return value
  }
  if (param.type === 'partners') {
    if (!Array.isArray(value)) throw refuse('not-a-list')
    return value
  }
  if (param.type === 'text') {
    if (typeof value !== 'string') throw refuse('not-a-text')
    return value
  }
  if (param.type === 'choice') {
    if (typeof value === 'string' && param.choices.includes(value)) return value
    throw invalid(format, param.key, value, 'not-a-choice', { choices: param.choices.join(', ') })
  }
  const isYear = param.type === 'academic-year'
  const problem = isYear ? 'not-a-year' : 'not-a-session'
  if (typeof value !== 'string') throw refuse(problem)
  const read = isYear ? parseAcademicYear(value) : parseAthensSession(value)
  if (!read.ok) throw refuse(problem)
  return read.value
}

function invalid(
  format: ExportFormat,
  param: string,
  value: Value | undefined,
  problem: string,
  more: Readonly<Record<string, string>> = {},
): DomainError {
  return new DomainError('export-invalid', {
    format: format.id,
    param,
    value: String(value ?? ''),
    problem,
    ...more,
  })
}

/** A text parameter; declared as required, so always there once checked. */
export function textParam(params: ExportParams, key: string): string {
  const value = params[key]
  if (typeof value !== 'string') throw new Error(`Parameter ${key} was not checked`)
  return value
}

/** A parameter that may be left out. */
export function optionalText(params: ExportParams, key: string): string | undefined {
  const value = params[key]
  return typeof value === 'string' ? value : undefined
}

export function booleanParam(params: ExportParams, key: string): boolean {
  return params[key] === true
}

export function listParam(params: ExportParams, key: string): readonly string[] {
  const value = params[key]
  return Array.isArray(value) ? value : []
}
