import { DomainError } from '#shared/domain/errors.ts'
import { changedValues } from '#shared/domain/nomination-values.ts'
import type { NominationValues } from '#shared/domain/nomination-values.ts'
import { nominationValueKeys } from '#shared/domain/nomination-values.ts'
import type { NominationChannel } from '#shared/domain/nomination-channels.ts'
import type { PartnerDesk } from '#shared/contract/partner-nominations.ts'
import { textKey } from '#shared/entities/labels.ts'
import * as z from 'zod'
import { createWords, type OfficeServices } from '#core/features/office/office-services.ts'
import { collectErasmus, type ErasmusNominee } from '#core/features/nominations/erasmus-candidates.ts'
import { markNominatedWithoutFile } from '#core/features/nominations/nominations.service.ts'
import { cellValue } from '#core/exports/fill-template.ts'
import { nominationMail } from '#core/exports/nomination-mail.ts'
import { nominationValues, saidOf } from '#core/exports/nomination-values.ts'
import { createCountryReader, type CountryReader } from '#core/imports/country-names.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { deadlinesOf } from './deadlines.service.ts'
import { readMailTexts } from './mail.service.ts'
import {
  findTemplate,
  listLastNominations,
  listProfiles,
  type TemplateRow,
} from './partner-nominations.repo.ts'

const storedSaid = z.record(z.string(), z.string())

/** Everything needed to name students to one partner: how it wants it, who they are, what was said before. */
export async function partnerDesk(
  context: AppContext,
  input: { readonly institutionId: string; readonly academicYear: string },
): Promise<PartnerDesk> {
  const office = context.office.current()
  const { read } = office.connections
  const desk = await collectDesk(office, input)
  const { profile, school, nominees, words, template } = desk
  const deadlines = (await deadlinesOf(read, context.deps.clock.today(), words.formats.compare)).filter(
    (deadline) => deadline.institutionId === input.institutionId,
  )
  const last = await listLastNominations(
    read,
    nominees.map(({ mobilityId }) => mobilityId),
  )
  const countries = createCountryReader()
  const students = nominees.map((nominee) => {
    const values = nominationValues(nominee, school, words)
    const sent = last.find(({ mobilityId }) => mobilityId === nominee.mobilityId)
    const said =
      sent?.said === undefined || sent.said === null ? undefined : storedSaid.parse(JSON.parse(sent.said))
    return {
      mobilityId: nominee.mobilityId,
      studentId: nominee.studentId,
      student: `${nominee.familyName} ${nominee.givenNames}`.trim(),
      status: nominee.status,
      missing: [...nominee.missing],
      values: copyRows(values, template, words, countries),
      lastSentOn: sent?.sentOn ?? null,
      changes: said === undefined ? [] : changedValues(said, saidOf(values)).map((change) => ({ ...change })),
    }
  })
  const texts = await readMailTexts(read)
  const selected = nominees.filter(({ status }) => status === 'selected')
  const complete = selected.filter((nominee) => nominee.missing.length === 0)
  const toName = complete.length > 0 ? complete : selected
  const mail = nominationMail(
    texts[words.language],
    {
      profile,
      school,
      nominees: toName.length > 0 ? toName : nominees,
      academicYear: input.academicYear,
      deadlines,
    },
    words,
  )
  const { id: _id, ...shown } = profile
  return {
    profile: { ...shown, profileId: profile.id },
    template:
      template === undefined
        ? null
        : { fileName: template.fileName, sha256: template.sha256, sheet: template.sheet },
    students,
    mail: { to: profile.contactEmail, ...mail },
    deadlines: deadlines.map(({ day, wave, academicYear }) => ({ day, wave, academicYear })),
    sent: last.map(({ said: _said, ...row }) => ({
      ...row,
      student: students.find(({ mobilityId }) => mobilityId === row.mobilityId)?.student ?? '',
    })),
  }
}

async function collectDesk(
  office: OfficeServices,
  { institutionId, academicYear }: { readonly institutionId: string; readonly academicYear: string },
) {
  const { read } = office.connections
  const [profile] = await listProfiles(read, [institutionId])
  if (profile === undefined) throw new DomainError('record-missing', { entity: 'institution' })
  const { school, nominees } = await collectErasmus(read, {
    academicYear,
    institutionIds: [institutionId],
    again: true,
  })
  const words = profile.nominationLanguage === null ? office.words() : createWords(profile.nominationLanguage)
  return { profile, school, nominees, words, template: await findTemplate(read, institutionId) }
}

type Words = ReturnType<typeof createWords>

/** What to type into a form, in the order and the terms of the partner's workbook where there is one. */
function copyRows(
  values: NominationValues,
  template: TemplateRow | undefined,
  { t, formats }: Words,
  countries: CountryReader,
) {
  if (template !== undefined)
    return template.columns.flatMap((column) => {
      if (column.source === null) return []
      const { value } = cellValue(column, values, countries)
      return value === null
        ? []
        : [
            {
              label: column.header,
              text: typeof value === 'object' ? (value.text ?? formats.date(value.iso)) : String(value),
            },
          ]
    })
  return nominationValueKeys.flatMap((key) => {
    const { text, kind } = values[key]
    if (text === null) return []
    return [
      { label: t(textKey(`nomination.column.${key}`)), text: kind === 'date' ? formats.date(text) : text },
    ]
  })
}

/**
 * Records that students were named through a form or an e-mail of one's own.
 * @throws DomainError `record-missing`, `mobility-not-moved`
 */
export async function recordSending(
  context: AppContext,
  input: {
    readonly institutionId: string
    readonly academicYear: string
    readonly mobilityIds: readonly string[]
    readonly channel: NominationChannel
  },
): Promise<number> {
  const office = context.office.current()
  const { profile, school, nominees, words } = await collectDesk(office, input)
  const meant = nominees.filter(({ mobilityId }) => input.mobilityIds.includes(mobilityId))
  if (meant.length < input.mobilityIds.length) throw new DomainError('record-missing', { entity: 'mobility' })
  const sending = {
    channel: input.channel,
    recipient: input.channel === 'web-form' ? profile.formUrl : profile.contactEmail,
  }
  const said = saidByMobility(meant, (nominee) => saidOf(nominationValues(nominee, school, words)))
  const { result } = await office.door.change('nominate', { count: meant.length }, (trx) =>
    markNominatedWithoutFile(trx, context.deps, { sentOn: context.deps.clock.today(), sending, said }),
  )
  return result
}

function saidByMobility(
  nominees: readonly ErasmusNominee[],
  said: (nominee: ErasmusNominee) => Readonly<Record<string, string>>,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(nominees.map((nominee) => [nominee.mobilityId, said(nominee)]))
}
