import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver } from '#core/allocation/linear-solver.ts'
import { cellText } from '#core/imports/cell-text.ts'
import { defaultLimits } from '#core/sheets/limits.ts'
import { openReader, readSheetData } from '#core/sheets/open-reader.ts'
import { allocate } from '#shared/domain/allocation/allocate.ts'
import { certify } from '#shared/domain/allocation/certificate.ts'
import type { LinearSolver } from '#shared/domain/allocation/linear-program.ts'
import { measureAssignment } from '#shared/domain/allocation/measure.ts'
import { prepareInstance } from '#shared/domain/allocation/prepare.ts'
import type { AllocationInstance, AllocationRule, Assignment } from '#shared/domain/allocation/types.ts'

/*
 * The published result of a real selection: who was placed (asil) at which of their wishes, who waits (yedek), with
 * everybody's score. Other wishes and quotas are not published: a place has as many seats as it was given for.
 */
const file = join(import.meta.dirname, '../../../../shared/data/results/bilgi-2024-placements.xlsx')

interface Published {
  readonly rank: number
  readonly isPlaced: boolean
  readonly host: string
  readonly field: string
  readonly score: number
}

async function readPublished(): Promise<{ readonly rows: number; readonly placed: readonly Published[] }> {
  const reader = await openReader(readFileSync(file), 'result.xlsx', defaultLimits)
  const texts: string[][] = []
  for (const { name } of reader.sheets)
    for (const { cells } of (await readSheetData(reader, name)).rows)
      texts.push(cells.map((cell) => cellText(cell).trim()))
  const students = texts.filter((row) => /\*{3}/.test(row[1] ?? ''))
  const placed = students.flatMap((row): Published[] => {
    const [, rank, how] = /^Aday (\d)\. tercihine (asil|yedek)/.exec(row[8] ?? '') ?? []
    if (rank === undefined) return []
    const field = (row[5] ?? '').replace(/\s*(Pr\.)?\s*(\((Tam Burslu|%\d+ Burslu|Ücretli)\))?$/, '')
    return [
      { rank: Number(rank), isPlaced: how === 'asil', host: row[9] ?? '', field, score: Number(row[12]) },
    ]
  })
  return { rows: students.length, placed }
}

function instanceOf(
  published: readonly Published[],
  placeOf: (one: Published) => string,
): { readonly instance: AllocationInstance; readonly result: Assignment } {
  const ids = [...new Set(published.map(placeOf))]
  const seats = (id: string) => published.filter((one) => one.isPlaced && placeOf(one) === id).length
  return {
    instance: {
      students: published.map((one, index) => ({
        id: `s${index}`,
        drawKey: `s${index}`,
        score: one.score,
        second: 0,
        isAtRisk: false,
        group: null,
        wishes: [{ place: placeOf(one), rank: one.rank, refusals: [] }],
        lockedPlace: null,
      })),
      places: ids.map((id) => ({ id, capacity: seats(id), isOpen: true, reserves: [] })),
      pools: [],
      bans: [],
    },
    result: published.map((one) => (one.isPlaced ? placeOf(one) : null)),
  }
}

const ruleOf = (mechanism: AllocationRule['mechanism']): AllocationRule => ({
  mechanism,
  isFair: mechanism === 'stable',
  keepsPresent: false,
  seed: 1,
})

describe.runIf(existsSync(file))('a result published by a university', () => {
  let solve: LinearSolver
  beforeAll(async () => {
    solve = await loadSolver()
  })
  const run = (instance: AllocationInstance, mechanism: AllocationRule['mechanism']) => {
    const made = prepareInstance(instance, 1)
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    const rule = ruleOf(mechanism)
    const { assignment, prices } = allocate(made.value, rule, solve)
    return { prepared: made.value, assignment, certificate: certify(made.value, rule, assignment, prices) }
  }

  it('is what the priority order and the stable matching give, when quotas are by host and field', async () => {
    const { rows, placed } = await readPublished()
    expect([rows, placed.length]).toEqual([343, 321])
    const { instance, result } = instanceOf(placed, ({ host, field }) => `${host} · ${field}`)
    for (const mechanism of ['priority', 'stable'] as const) {
      const { assignment, certificate } = run(instance, mechanism)
      expect(certificate).toMatchObject({ isValid: true, envy: [] })
      expect(assignment).toEqual(result)
    }
    const most = run(instance, 'max')
    expect(most.certificate.isValid).toBe(true)
    expect(measureAssignment(instance, most.assignment).placed).toBe(282)
  })

  it('is refused by the certificate, pair by pair, were quotas by host alone', async () => {
    const { placed } = await readPublished()
    const { instance, result } = instanceOf(placed, ({ host }) => host)
    const { prepared } = run(instance, 'stable')
    const certificate = certify(prepared, ruleOf('stable'), result, null)
    expect(certificate.isValid).toBe(false)
    const envious = new Set(certificate.envy.map(({ student }) => student))
    expect(envious.size).toBe(14)
  })
})
