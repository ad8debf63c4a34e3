// Each mechanism on made campaigns of three sizes: time, memory, exactness, and how long
// the process that serves the window was held up at most; and how long cancelling takes.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { printResult } from './lib.mjs'
import { runAllocation } from '#core/allocation/run-allocation.ts'
import { createRandom } from '#core/sample/random.ts'
import { measureAssignment } from '#shared/domain/allocation/measure.ts'

const sizes = [
  { students: 500, wishes: 10, places: 450, targetMs: 1000 },
  { students: 2000, wishes: 10, places: 1500, targetMs: 5000 },
  { students: 10_000, wishes: 10, places: 5000, targetMs: 60_000 },
]
const seed = 7
const rules = {
  priority: { mechanism: 'priority', isFair: false, keepsPresent: false, seed },
  stable: { mechanism: 'stable', isFair: true, keepsPresent: false, seed },
  'max, no envy': { mechanism: 'max', isFair: true, keepsPresent: false, seed },
  max: { mechanism: 'max', isFair: false, keepsPresent: false, seed },
  'max, fewest moves': { mechanism: 'max', isFair: false, keepsPresent: true, seed },
}

/** Seats nearly as many as students, a few places wanted much more than others, pools, reserves, students at risk. */
function makeInstance({ students, wishes, places }, random) {
  const seats = students * 0.95
  const placeRows = Array.from({ length: places }, (_, index) => {
    const capacity = Math.max(1, Math.round((seats / places) * (0.5 + random.next())))
    const reserved = random.chance(0.1)
    return {
      id: `p${index}`,
      capacity,
      isOpen: random.chance(0.99),
      reserves: reserved ? [{ group: 'B', seats: 1, isKept: random.chance(0.3) }] : [],
    }
  })
  const pools = Array.from({ length: Math.floor(places / 20) }, (_, index) => {
    const members = placeRows.slice(index * 3, index * 3 + 3)
    const total = members.reduce((sum, place) => sum + place.capacity, 0)
    const own = members[0]?.id ?? ''
    return {
      id: `q${index}`,
      total: Math.max(1, total - 1),
      places: members.map((place) => place.id),
      reserves: [{ places: [own], seats: 1, isKept: false }],
    }
  })
  const popularity = placeRows.map((place, index) => ({
    id: place.id,
    weight: 1 / (1 + (index * 20) / places),
  }))
  const cumulated = []
  popularity.reduce((sum, { weight }) => {
    cumulated.push(sum + weight)
    return sum + weight
  }, 0)
  const pick = () => {
    const at = random.next() * (cumulated.at(-1) ?? 0)
    let [low, high] = [0, cumulated.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulated[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return placeRows[low]?.id ?? ''
  }
  const studentRows = Array.from({ length: students }, (_, index) => {
    const chosen = new Set()
    while (chosen.size < Math.min(wishes, places)) chosen.add(pick())
    return {
      id: `s${index}`,
      drawKey: `s${index}`,
      score: Math.round(random.next() * 400) / 20,
      second: random.int(0, 10),
      isAtRisk: random.chance(0.2),
      group: random.chance(0.1) ? 'B' : 'A',
      lockedPlace: null,
      presentPlace: null,
      wishes: [...chosen].map((place, rank) => ({
        place,
        rank: rank + 1,
        refusals: random.chance(0.03) ? [{ code: 'too-young', params: {} }] : [],
      })),
    }
  })
  return { students: studentRows, places: placeRows, pools, bans: [] }
}

const quiet = () => ({ signal: new AbortController().signal, onProgress: () => undefined })
const results = []
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
for (const { targetMs, ...size } of sizes) {
  const instance = makeInstance(size, createRandom(size.students))
  let before
  for (const [name, rule] of Object.entries(rules)) {
    // the fewest moves after one student in a hundred has withdrawn from the result of `max`
    const asked = rule.keepsPresent ? withdrawn(instance, before) : instance
    delay.reset()
    const start = performance.now()
    const { assignment, certificate } = await runAllocation({ instance: asked, rule }, quiet())
    const ms = Math.round(performance.now() - start)
    const { placed, atRiskPlaced, rankTotal, moved } = measureAssignment(asked, assignment)
    if (name === 'max') before = assignment
    results.push({
      size: `${size.students} × ${size.wishes} × ${size.places}`,
      mechanism: name,
      ms,
      withinTarget: ms < targetMs,
      longestBlockMs: Math.round(delay.max / 1e6),
      exact: certificate.isValid,
      placed,
      atRiskPlaced,
      rankTotal,
      moved,
      processMb: Math.round(process.memoryUsage().rss / 1e6),
    })
  }
}

function withdrawn(instance, assignment) {
  const students = instance.students
    .map((student, index) => ({ ...student, presentPlace: assignment[index] }))
    .filter((_student, index) => index % 100 !== 0)
  return { ...instance, students }
}

const largest = makeInstance(sizes.at(-1), createRandom(10_000))
const abort = new AbortController()
const running = runAllocation({ instance: largest, rule: rules.max }, { ...quiet(), signal: abort.signal })
await setTimeout(4000)
const cancelledAt = performance.now()
abort.abort()
const refusal = await running.catch((error) => error.code)
const cancel = { refusal, ms: Math.round(performance.now() - cancelledAt) }
printResult('Allocation', { results, cancel })
