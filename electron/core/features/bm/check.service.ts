import type { Database as RawDatabase } from 'better-sqlite3'
import { countBm, checkBm } from '#shared/domain/bm/bm-rules.ts'
import type { BmOrganisation, BmStay } from '#shared/domain/bm/bm-facts.ts'
import type { BmCode, BmFinding } from '#shared/domain/bm/bm-finding.ts'
import { proposeIds } from '#shared/domain/bm/propose-ids.ts'
import { parseCivilDate } from '#shared/domain/civil-date.ts'
import type { BmCheck, BmFindingView, BmScope } from '#shared/contract/bm.ts'
import { createBulkWriter } from '#core/db/bulk.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { readSchoolRules } from '#core/features/settings/school-rules.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { readBmIds, readCalls, readOwnSchool, readYears } from './bm.repo.ts'
import { gatherStays, schoolOrganisation, type GatheredStays } from './gather-stays.ts'

/** Mobilities with findings that are shown at once; the counts tell of all. */
const shownStays = 500

/** All that a year or a project reports, as the office is now. */
export interface BmYearFacts extends GatheredStays {
  readonly school: BmOrganisation
}

export function factsOf({ connections }: OfficeServices, scope: BmScope): BmYearFacts {
  return factsOfRaw(connections.rawReader, scope)
}

export function factsOfRaw(raw: RawDatabase, scope: BmScope): BmYearFacts {
  const { country } = readSchoolRules(raw).curriculum
  return { school: schoolOrganisation(readOwnSchool(raw), country), ...gatherStays(raw, scope) }
}

/** What can be reported: academic years and projects, and the one that is meant when none is named. */
export function scopesOf(office: OfficeServices) {
  const raw = office.connections.rawReader
  const years = readYears(raw)
  const present = office.academicYear()
  return {
    years: years.includes(present) ? [...years] : [present, ...years],
    calls: readCalls(raw)
      .filter(({ action }) => action === 'KA131')
      .map(({ id, name, agreementNumber }) => ({ id, name, agreementNumber })),
    current: years.includes(present) ? present : (years[0] ?? present),
  }
}

/** Checks the mobilities of a year or a project by every rule; with a code, shows those only that it is found in. */
export function checkScope(context: AppContext, scope: BmScope, code: BmCode | null): BmCheck {
  const facts = factsOf(context.office.current(), scope)
  return describeCheck(scope, facts, checkFacts(facts, context.deps.clock.today()), code)
}

export function checkFacts({ school, reported }: BmYearFacts, today: string): readonly BmFinding[] {
  const day = parseCivilDate(today)
  if (!day.ok) throw new Error(`Not a day: ${today}`)
  return checkBm({ today: day.value, school, stays: reported })
}

export function describeCheck(
  scope: BmScope,
  { reported }: BmYearFacts,
  findings: readonly BmFinding[],
  code: BmCode | null,
): BmCheck {
  const byStay = new Map<string, BmFinding[]>()
  for (const finding of findings) {
    if (finding.stayId === null) continue
    const own = byStay.get(finding.stayId)
    if (own === undefined) byStay.set(finding.stayId, [finding])
    else own.push(finding)
  }
  const found = reported.filter(({ id }) => {
    const own = byStay.get(id)
    return own !== undefined && (code === null || own.some((one) => one.code === code))
  })
  return {
    academicYear: scope.academicYear,
    callId: scope.callId,
    counts: countBm(reported, findings),
    withoutId: reported.filter(canBeNumbered).length,
    byCode: countCodes(findings),
    school: findings.filter(({ stayId }) => stayId === null).map(told),
    stays: found.slice(0, shownStays).map((stay) => ({
      ...describeStay(stay),
      findings: (byStay.get(stay.id) ?? []).map(told),
    })),
    found: found.length,
  }
}

function countCodes(findings: readonly BmFinding[]): BmCheck['byCode'] {
  const counts = new Map<BmCode, { code: BmCode; level: BmFinding['level']; count: number }>()
  for (const { code, level } of findings) {
    const known = counts.get(code)
    if (known === undefined) counts.set(code, { code, level, count: 1 })
    else known.count += 1
  }
  return [...counts.values()].toSorted(
    (a, b) => Number(a.level === 'warning') - Number(b.level === 'warning') || b.count - a.count,
  )
}

export function nameOf({ student }: BmStay): string {
  return `${student.familyName} ${student.givenNames}`
}

function describeStay(stay: BmStay) {
  return {
    id: stay.id,
    studentId: stay.student.id,
    name: nameOf(stay),
    host: stay.host?.name ?? null,
    bmId: stay.bmId,
    start: stay.start,
    end: stay.end,
  }
}

function told({ code, level, at, params }: BmFinding): BmFindingView {
  return { code, level, at: { ...at }, params: { ...params } }
}

/** Without an id, and of a project whose number an id is made from. */
function canBeNumbered({ bmId, project }: BmStay): boolean {
  return bmId === null && (project?.agreementNumber ?? '') !== ''
}

/** Gives an id to each mobility that has none and whose project has its number, as one action. */
export async function numberMobilities(context: AppContext, scope: BmScope): Promise<{ numbered: number }> {
  const office = context.office.current()
  const { reported } = factsOf(office, scope)
  const { raw, rawReader } = office.connections
  const taken = new Set(readBmIds(rawReader))
  const byProject = Map.groupBy(
    reported.filter(canBeNumbered),
    ({ project }) => project?.agreementNumber ?? '',
  )
  const numbered = [...byProject].flatMap(([agreementNumber, stays]) => {
    const bmIds = proposeIds(agreementNumber, taken, stays.length)
    for (const bmId of bmIds) taken.add(bmId)
    return stays.flatMap(({ id }, index) => {
      const bmId = bmIds[index]
      return bmId === undefined ? [] : [{ id, bmId }]
    })
  })
  if (numbered.length === 0) return { numbered: 0 }
  await office.door.change('bm.number', { count: numbered.length }, () => {
    const writer = createBulkWriter(raw, 'mobility')
    for (const { id, bmId } of numbered) writer.update(id, { bmId })
    return Promise.resolve()
  })
  return { numbered: numbered.length }
}
