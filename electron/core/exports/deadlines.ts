import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ical, { ICalAlarmType } from 'ical-generator'
import { DomainError } from '#shared/domain/errors.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import { deadlinesOf, type DeadlineEntry } from '#core/features/partner-nominations/deadlines.service.ts'
import { writeRefusal } from '#core/workbooks/write-refusal.ts'
import { defineExport, type ExportContext } from './define-export.ts'

/** A reminder two weeks before: long enough to ask a student for what is missing. */
const reminderSeconds = 14 * 24 * 3600

/**
 * The deadlines of all partners as a calendar for Outlook and others (RFC 5545): one day-long event for each partner and
 * wave, under a name that stays the same, so that a later file moves events instead of doubling them.
 */
export const deadlinesCalendar = defineExport({
  id: 'deadlines',
  titleKey: 'export.title.deadlines',
  extension: 'ics',
  params: [],
  async run(context) {
    const { read, today, words, outFolder } = context
    const entries = await deadlinesOf(read, today, words.formats.compare)
    if (entries.length === 0) throw new DomainError('nothing-to-export', { reason: 'no-deadlines' })
    const name = `${words.t('export.file.deadlines', { day: today })}.ics`
    const path = join(outFolder, name)
    try {
      await writeFile(path, calendarOf(context, entries))
    } catch (error) {
      throw writeRefusal(error, path)
    }
    return { files: [{ name, path, rows: entries.length }], packageName: name, leftOut: 0 }
  },
})

function calendarOf({ today, words }: ExportContext, entries: readonly DeadlineEntry[]): string {
  const { t } = words
  const calendar = ical({
    name: t('export.title.deadlines'),
    prodId: { company: 'Escale', product: 'Escale', language: words.language.toUpperCase() },
  })
  const uidOf = createUids()
  for (const entry of entries) {
    const wave = t(`deadlines.wave.${entry.wave}`)
    const lines = [
      t('deadlines.event.students', { count: entry.toNominate }),
      t('deadlines.event.channel', {
        channel: t(choiceLabel('nominationProfile', 'channel', entry.channel)),
      }),
      ...(entry.contactEmail === null ? [] : [entry.contactEmail]),
    ]
    const event = calendar.createEvent({
      id: uidOf(entry),
      stamp: utcDay(today),
      start: utcDay(entry.day),
      end: utcDay(addDays(entry.day, 1)),
      allDay: true,
      summary: t('deadlines.event', { partner: entry.institution, wave, year: entry.academicYear }),
      description: lines.join('\n'),
    })
    event.createAlarm({ type: ICalAlarmType.display, trigger: reminderSeconds })
  }
  return calendar.toString()
}

/**
 * Names that stay when a deadline moves. A partner may have several deadlines for one wave, one by agreement: the later
 * ones are numbered.
 */
function createUids(): (entry: DeadlineEntry) => string {
  const used = new Map<string, number>()
  return ({ institutionId, wave, academicYear }) => {
    const name = ['nomination', institutionId, wave, academicYear.replace('/', '-')].join('-')
    const number = (used.get(name) ?? 0) + 1
    used.set(name, number)
    return number === 1 ? `${name}@escale` : `${name}-${number}@escale`
  }
}

function utcDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
