import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertRows } from '#core/db/bulk.ts'
import { createChangeDoor } from '#core/db/change.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { createOfficeFile, type Connections } from '#core/db/open.ts'
import { createTurns } from '#core/db/turns.ts'
import { createJsonLog } from '#core/ports/system.ts'
import { profileSeed } from '#core/profiles/index.ts'
import { generateSample } from '#core/sample/generate.ts'
import { profileNames } from '#shared/contract/office.ts'
import { schoolRulesSchema } from '#shared/contract/school-rules.ts'
import { schoolSchema } from '#shared/contract/settings.ts'
import { entityNames } from '#shared/entities/index.ts'

const today = '2026-11-22'
const clock = { now: () => `${today}T09:00:00.000Z`, today: () => today }

let folder: string
let connections: Connections

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'escale-sample-'))
  connections = createOfficeFile({
    path: join(folder, 'sample.escale'),
    migrations,
    log: createJsonLog(() => {}),
  })
})

afterEach(async () => {
  await connections.close()
  rmSync(folder, { recursive: true })
})

function countRows(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    entityNames.map((name) => [
      name,
      Number(connections.rawReader.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()),
    ]),
  )
}

describe.each(profileNames)('the sample office of %s', (profile) => {
  it('goes into a real office file whole, as one action that can be undone', async () => {
    const door = createChangeDoor({ connections, clock, actor: 'test', turns: createTurns() })
    // the figures of Erasmus+ grants are in every office from the first
    const shipped = countRows()
    const startedAt = performance.now()
    const sample = generateSample({ seed: 20_260_901, profile, today, academicYear: '2026/2027' })
    const generatedAt = performance.now()
    await door.change('office.create', {}, (trx) => {
      for (const [table, rows] of Object.entries(sample)) insertRows(connections.raw, table, rows)
      return trx.selectFrom('institution').select('id').execute()
    })
    const insertedAt = performance.now()
    console.info(
      `${profile}: generated in ${Math.round(generatedAt - startedAt)} ms, inserted in ${Math.round(insertedAt - generatedAt)} ms`,
    )

    expect(countRows()).toEqual(
      Object.fromEntries(entityNames.map((name) => [name, (shipped[name] ?? 0) + sample[name].length])),
    )
    expect(connections.raw.pragma('foreign_key_check')).toEqual([])
    expect(connections.raw.pragma('integrity_check', { simple: true })).toBe('ok')

    await door.undo()
    expect(countRows()).toEqual(shipped)
  })

  it('has settings that are kept as JSON and come back the same', async () => {
    const { school, settings } = profileSeed(profile, { sample: true })
    const door = createChangeDoor({ connections, clock, actor: 'test', turns: createTurns() })
    const kept: Readonly<Record<string, unknown>> = { ...settings, school }
    await door.change('office.create', {}, async (trx) => {
      for (const [id, value] of Object.entries(kept))
        await trx
          .insertInto('setting')
          .values({ id, value: JSON.stringify(value) })
          .execute()
    })
    const rows = await connections.read.selectFrom('setting').selectAll().execute()
    expect(Object.fromEntries(rows.map(({ id, value }) => [id, JSON.parse(value)]))).toEqual(kept)
  })
})

describe('the identity of the school', () => {
  it.each([
    [
      'telecom-paris',
      { name: 'Télécom Paris', erasmusCode: 'F  PARIS083', pic: '945908014', oid: 'E10072890' },
    ],
    ['enit', { erasmusCode: 'F  TARBES03', pic: '999887156', oid: 'E10209038', city: 'Tarbes' }],
  ] as const)('is known for %s, its coordinators are not', (profile, identity) => {
    const { school } = profileSeed(profile)
    expect(schoolSchema.parse(school)).toMatchObject({
      ...identity,
      coordinatorName: '',
      coordinatorEmail: '',
      athensCoordinatorName: '',
      athensCoordinatorEmail: '',
    })
  })

  it('is left to fill in by a blank profile', () => {
    expect(new Set(Object.values(profileSeed('blank').school))).toEqual(new Set(['']))
  })

  it('has invented coordinators in a sample office only', () => {
    const { school } = profileSeed('enit', { sample: true })
    expect(school.coordinatorEmail).toMatch(/@example\.org$/)
    expect(school.athensCoordinatorEmail).toMatch(/@example\.org$/)
  })

  it('carries the obligation of each school', () => {
    expect(profileSeed('telecom-paris').settings['obligations']).toMatchObject([
      { requiredWeeks: 11, owedBy: 'every-student', stays: 'several', fromCohort: null },
    ])
    expect(profileSeed('enit').settings['obligations']).toMatchObject([
      { requiredWeeks: 16, owedBy: 'schooled-entirely-in-france', stays: 'several', aimPercent: 100 },
    ])
  })

  it.each(profileNames)('keeps rules that the settings accept, for %s', (profile) => {
    const { settings } = profileSeed(profile)
    expect(schoolRulesSchema.parse(settings)).toEqual(settings)
  })
})
