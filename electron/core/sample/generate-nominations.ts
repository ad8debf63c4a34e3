import { createHash } from 'node:crypto'
import type { RecordRow } from '#core/db/schema.ts'
import { isAcademicYear } from '#shared/domain/academic-year.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, earlierDate, isCivilDate } from '#shared/domain/civil-date.ts'
import type { Offer } from './generate-agreements.ts'
import type { MobilityRow, MobilityStatus, SampleContext } from './generate-context.ts'
import { nominationDeadline } from './generate-deadlines.ts'
import { institutionSlug } from './generate-institutions.ts'

type NominationRow = RecordRow<'nomination'>

const nominatedStatuses: ReadonlySet<MobilityStatus> = new Set([
  'nominated',
  'accepted',
  'agreed',
  'departed',
  'arrived',
  'returned',
  'recognised',
  'interrupted',
])

/** The message by which each student was named to the host: one file for all students of a partner and semester. */
export function generateNominations(
  context: SampleContext,
  mobilities: readonly MobilityRow[],
  offers: readonly Offer[],
): readonly NominationRow[] {
  const offerByCondition = new Map(offers.map((offer) => [offer.condition.id, offer]))
  const files = new Map<string, SentFile>()
  return mobilities.flatMap((mobility) => {
    const offer = offerByCondition.get(mobility.conditionId ?? '')
    if (offer === undefined || !nominatedStatuses.has(mobility.status)) return []
    const fileName = nominationFileName(mobility, offer)
    const file = files.get(fileName) ?? sendFile(context, fileName, mobility, offer)
    files.set(fileName, file)
    return [{ id: context.nextId(), mobilityId: mobility.id, ...file }]
  })
}

type SentFile = Omit<NominationRow, 'id' | 'mobilityId'>

function nominationFileName({ academicYear, semester }: MobilityRow, { agreement, partner }: Offer): string {
  const period = `${academicYear.replace('/', '-')}-${semester === 'spring' ? 'spring' : 'autumn'}`
  // The network is told once for all its members.
  return agreement.kind === 'athens'
    ? `athens-${period}.xlsx`
    : `nominations-${period}-${institutionSlug(partner)}.xlsx`
}

function sendFile(context: SampleContext, fileName: string, mobility: MobilityRow, offer: Offer): SentFile {
  const sentOn = sendingDay(context, mobility, offer)
  return {
    sentOn,
    channel: 'file',
    recipient: null,
    format: offer.agreement.kind === 'athens' ? 'athens-nominations' : 'erasmus-nominations',
    fileName,
    sha256: createHash('sha256').update(`${fileName} ${sentOn}`).digest('hex'),
    sizeBytes: null,
  }
}

/** Some days before the host's deadline, and before today. */
function sendingDay(
  { random, today }: SampleContext,
  { academicYear, semester, plannedStart }: MobilityRow,
  { agreement }: Offer,
): CivilDate {
  if (
    !isAcademicYear(academicYear) ||
    semester === null ||
    plannedStart === null ||
    !isCivilDate(plannedStart)
  )
    throw new Error('A stay of which a host was told has its days')
  const deadline = nominationDeadline(agreement, academicYear, semester) ?? addDays(plannedStart, -90)
  return earlierDate(addDays(deadline, -random.int(1, 14)), addDays(today, -random.int(1, 12)))
}
