import type { Reminder } from '#shared/contract/stay-files.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import type { Filter, ListRow } from '#shared/lists/types.ts'
import type { OfficeServices, Words } from '#core/features/office/office-services.ts'

const wanting = ['overdue', 'missing', 'expired', 'expiring']
const rowsAtOnce = 500

/** Whom to remind: each student of what is wanting, or each office of its students', in the user's language. */
export async function remindersOf(
  services: OfficeServices,
  { by, office }: { readonly by: 'student' | 'office'; readonly office: string | null },
): Promise<{ reminders: Reminder[]; offices: string[] }> {
  const rows = await wantingRows(services, office)
  const words = services.words()
  const groups = Map.groupBy(rows, (row) =>
    by === 'student' ? cell(row, 'studentNumber') : cell(row, 'office'),
  )
  const reminders = [...groups].map(([key, group]) =>
    by === 'student' ? studentReminder(key, group, words) : officeReminder(key, group, words),
  )
  const offices = await services.lists.distinct('documents', { search: '', filters: [], sort: [] }, 'office')
  return {
    reminders: reminders.toSorted((a, b) => b.overdue - a.overdue || words.formats.compare(a.name, b.name)),
    offices: offices
      .flatMap(({ value }) => (typeof value === 'string' && value !== '' ? [value] : []))
      .toSorted(words.formats.compare),
  }
}

async function wantingRows({ lists }: OfficeServices, office: string | null): Promise<readonly ListRow[]> {
  const filters: Filter[] = [{ key: 'state', test: 'is', values: wanting }]
  if (office !== null) filters.push({ key: 'office', test: 'is', values: [office] })
  const sort = [
    { key: 'familyName', descending: false },
    { key: 'givenNames', descending: false },
    { key: 'dueOn', descending: false },
  ]
  const ids = await lists.ids('documents', { search: '', filters, sort })
  const rows: ListRow[] = []
  for (let offset = 0; offset < ids.length; offset += rowsAtOnce)
    rows.push(...(await lists.rows('documents', ids.slice(offset, offset + rowsAtOnce))))
  return rows
}

function studentReminder(key: string, rows: readonly ListRow[], words: Words): Reminder {
  const [first] = rows
  if (first === undefined) throw new Error('A group has a row')
  const { t } = words
  const name = `${cell(first, 'givenNames')} ${cell(first, 'familyName')}`
  const stays = [...Map.groupBy(rows, (row) => stayOf(row, words))].map(
    ([stay, documents]) => `${stay}\n${documents.map((row) => lineOf(row, words)).join('\n')}`,
  )
  const email = cell(first, 'email')
  return {
    ...counted(key, rows),
    name: `${cell(first, 'familyName')} ${cell(first, 'givenNames')}`,
    email: email === '' ? null : email,
    subject: t('reminders.student.subject'),
    text: [t('reminders.student.opening', { name }), ...stays, t('reminders.student.closing')].join('\n\n'),
  }
}

function officeReminder(key: string, rows: readonly ListRow[], words: Words): Reminder {
  const { t } = words
  const students = [
    ...Map.groupBy(
      rows,
      (row) => `${cell(row, 'familyName')} ${cell(row, 'givenNames')} · ${stayOf(row, words)}`,
    ),
  ].map(([student, documents]) => `${student}\n${documents.map((row) => lineOf(row, words)).join('\n')}`)
  return {
    ...counted(key, rows),
    name: key === '' ? t('reminders.noOffice') : key,
    email: null,
    subject: t('reminders.office.subject', { office: key }),
    text: [t('reminders.office.opening'), ...students].join('\n\n'),
  }
}

function counted(key: string, rows: readonly ListRow[]) {
  return { key, count: rows.length, overdue: rows.filter((row) => cell(row, 'state') === 'overdue').length }
}

function stayOf(row: ListRow, { t }: Words): string {
  const form = t(choiceLabel('mobility', 'form', cell(row, 'form')))
  return [form, cell(row, 'institution'), cell(row, 'academicYear')].filter((part) => part !== '').join(' · ')
}

function lineOf(row: ListRow, { t, formats }: Words): string {
  const kind = t(choiceLabel('document', 'kind', cell(row, 'kind')))
  const state = cell(row, 'state')
  const date = cell(row, state.startsWith('expir') ? 'expiresOn' : 'dueOn')
  const when =
    date === ''
      ? t(textKey(`document-state.${state}`))
      : t(textKey(`reminders.line.${state}`), { date: formats.date(date) })
  return `– ${kind} (${when})`
}

function cell(row: ListRow, key: string): string {
  const value = row.cells[key]
  return value === null || value === undefined ? '' : String(value)
}
