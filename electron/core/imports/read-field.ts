import { readDateText } from '#shared/domain/date-text.ts'
import { parseIscedList } from '#shared/domain/isced-f.ts'
import { parseFieldText, type ReadingOptions } from '#shared/entities/field-values.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import type { FieldProblem } from '#shared/entities/record-rules.ts'
import { cleaned, warning, type CellIssue } from './issues.ts'

/** What a cell was read as. A value that cannot be read is left out (null), with an issue that says so. */
export interface CellRead {
  readonly value: FieldValue
  readonly issue?: CellIssue
}

export const blankRead: CellRead = { value: null }

/** A cell of invisible characters only is blank, not an error. */
export function refused(error: FieldProblem): CellRead {
  return error.code === 'record.required'
    ? blankRead
    : { value: null, issue: { ...error, severity: 'warning' } }
}

/** Whether a cell holds a sign that people put there to say that it holds nothing. */
export function isPlaceholder(text: string): boolean {
  return nothing.test(text)
}

const nothing = /^(?:[-–—/.?*_]+|n\/?a|n\.a\.?|nc|s\/o|sans objet|none|null|#n\/a)$/i

/** Reads a text as the value of a field, and says what was supposed in doing so. */
export function readField(written: string, field: Field, options: ReadingOptions): CellRead {
  const text = written.trim()
  if (isPlaceholder(text))
    return { value: null, issue: cleaned('imports.issue.placeholder', { value: text }) }
  const parsed = parseFieldText(field, written, options)
  if (!parsed.ok) return refused(parsed.error)
  if (parsed.value === null) return blankRead
  const { value } = parsed
  const supposed = suppositionIn(text, field, options)
  if (supposed !== undefined) return { value, issue: supposed }
  const isRewritten = typeof value === 'string' && rewrittenTypes.has(field.type) && value !== text
  return isRewritten
    ? { value, issue: cleaned('imports.issue.written-as', { from: text, to: value }) }
    : { value }
}

/** Types whose values are texts that a list may write otherwise than we keep them. */
const rewrittenTypes: ReadonlySet<Field['type']> = new Set<Field['type']>(['code', 'email', 'url'])

/** What had to be supposed to read a value: the order of day and month, a century, the edition of a classification. */
function suppositionIn(text: string, field: Field, options: ReadingOptions): CellIssue | undefined {
  if (field.type === 'date') return suppositionInDate(text, options)
  if (field.type !== 'code' || (field.code !== 'isced' && field.code !== 'isced-list')) return undefined
  const codes = parseIscedList(text)
  const doubtful = codes.ok ? codes.value.find(({ maybeIsced1997 }) => maybeIsced1997) : undefined
  return doubtful === undefined
    ? undefined
    : warning('domain.isced-f.maybe-isced-1997', { code: doubtful.code })
}

function suppositionInDate(text: string, options: ReadingOptions): CellIssue | undefined {
  const read = readDateText(text, options)
  if (!read.ok) return undefined
  const { date, isAmbiguous, isCenturySupplied } = read.value
  if (isAmbiguous) return warning('domain.date-text.ambiguous', { date })
  return isCenturySupplied ? cleaned('domain.date-text.century-supplied', { date }) : undefined
}

/**
 * An Erasmus code with a remark after it, or with a country code in place of its country part, is read when only one
 * code can be meant; the preview says so.
 */
export function readErasmusCode(written: string, field: Field, options: ReadingOptions): CellRead {
  const read = readField(written, field, options)
  const { issue } = read
  if (issue?.severity !== 'warning') return read
  const candidates = String(issue.params['candidates'] ?? '')
  const isOne = candidates !== '' && !candidates.includes(', ')
  const from = written.trim()
  if (isOne && issue.code === 'domain.erasmus-code.trailing-text')
    return {
      value: candidates,
      issue: cleaned('imports.issue.code-suffix', { from, to: candidates, rest: issue.params['rest'] ?? '' }),
    }
  if (isOne && issue.code === 'domain.erasmus-code.prefix-unknown')
    return { value: candidates, issue: warning('imports.issue.code-prefix', { from, to: candidates }) }
  return read
}
