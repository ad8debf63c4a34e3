import type { ProfileName } from '#shared/contract/office.ts'
import { createBulkWriter, insertRows } from '#core/db/bulk.ts'
import { createChangeDoor } from '#core/db/change.ts'
import { journalShipped } from '#core/db/journal.ts'
import type { Connections } from '#core/db/open.ts'
import { createTurns } from '#core/db/turns.ts'
import { aidSchemesOf } from '#core/profiles/aid-schemes.ts'
import { profileSeed } from '#core/profiles/index.ts'
import { sampleRateAmounts } from '#core/sample/generate-grants.ts'
import { generateSample } from '#core/sample/generate.ts'
import { createSearchIndex } from '#core/search/search-index.ts'
import type { OfficeDeps } from './office-manager.ts'
import { academicYearToday } from './office-services.ts'

const sampleSeed = 20_260_901

/** Puts a profile's settings, and the sample records if asked, into a new office file; that step cannot be undone. */
export async function fillOffice(
  deps: Pick<OfficeDeps, 'clock' | 'actor' | 'ids'>,
  connections: Connections,
  profile: ProfileName,
  sample: boolean,
): Promise<void> {
  const turns = createTurns()
  const door = createChangeDoor({ connections, clock: deps.clock, actor: deps.actor, turns })
  const seed = profileSeed(profile, { sample })
  await door.change('office.create', {}, async (trx) => {
    journalShipped(connections.raw)
    const settings = { ...seed.settings, school: seed.school, profile: { name: profile, isSample: sample } }
    for (const [id, value] of Object.entries(settings))
      await trx
        .insertInto('setting')
        .values({ id, value: JSON.stringify(value) })
        .execute()
    if (!sample) {
      insertRows(
        connections.raw,
        'aidScheme',
        aidSchemesOf(profile).map((scheme) => ({ id: deps.ids.next(), ...scheme })),
      )
      return
    }
    const today = deps.clock.today()
    const rows = generateSample({ seed: sampleSeed, profile, today, academicYear: academicYearToday(today) })
    for (const [table, records] of Object.entries(rows)) insertRows(connections.raw, table, records)
    const rates = createBulkWriter(connections.raw, 'grantRate')
    for (const { id, amount } of sampleRateAmounts(academicYearToday(today))) rates.update(id, { amount })
  })
  await door.seal()
  await createSearchIndex(connections, turns).catchUp()
}
