import type { School } from '#shared/contract/settings.ts'
import type { MailText } from '#shared/contract/nomination-mail.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import type { ErasmusNominee } from '#core/features/nominations/erasmus-candidates.ts'
import type { DeadlineEntry } from '#core/features/partner-nominations/deadlines.service.ts'
import { fillMail } from '#core/features/partner-nominations/mail.service.ts'
import type { ProfileRow } from '#core/features/partner-nominations/partner-nominations.repo.ts'
import type { Words } from './define-export.ts'

/** The e-mail that names some students to a partner, in the partner's language. */
export function nominationMail(
  text: MailText,
  {
    profile,
    school,
    nominees,
    academicYear,
    deadlines,
  }: {
    readonly profile: Pick<ProfileRow, 'name' | 'contactName'>
    readonly school: School
    readonly nominees: readonly ErasmusNominee[]
    readonly academicYear: string
    /** Those of this partner. */
    readonly deadlines: readonly Pick<DeadlineEntry, 'day' | 'academicYear'>[]
  },
  { t, formats }: Words,
): MailText {
  const next = deadlines.find((deadline) => deadline.academicYear === academicYear)
  return fillMail(text, {
    contact: profile.contactName ?? t('nominationMail.colleagues'),
    partner: profile.name,
    year: academicYear,
    count: String(nominees.length),
    students: nominees
      .map(({ familyName, givenNames, semester }) => {
        const period = semester === null ? '' : `, ${t(choiceLabel('mobility', 'semester', semester))}`
        return `- ${familyName} ${givenNames}${period}`
      })
      .join('\n'),
    deadline: next === undefined ? '' : formats.date(next.day),
    school: school.name,
    coordinator: school.coordinatorName,
    coordinatorEmail: school.coordinatorEmail,
  })
}
