import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, fromDayNumber } from '#shared/domain/civil-date.ts'
import { documentState, settleReceipt } from '#shared/domain/documents.ts'
import { aidAmount, fundingBalance } from '#shared/domain/funding.ts'
import {
  componentsInForce,
  isSignedByAll,
  laRoles,
  signatureProblem,
  type LaComponent,
  type LaSignature,
} from '#shared/domain/learning-agreement.ts'
import { recognitionOf } from '#shared/domain/recognition.ts'

const day = fc.integer({ min: 20_000, max: 20_400 }).map(fromDayNumber)
const status = fc.constantFrom(
  'draft',
  'applied',
  'nominated',
  'agreed',
  'departed',
  'arrived',
  'returned',
  'interrupted',
)

it('a document that is awaited never becomes less urgent as days pass', () => {
  const urgency = ['later', 'missing', 'overdue']
  fc.assert(
    fc.property(day, day, fc.nat(100), status, status, (dueOn, today, later, mobilityStatus, neededFor) => {
      const facts = {
        status: 'missing',
        dueOn,
        expiresOn: null,
        neededFor,
        mobilityStatus,
        stayEnd: null,
      } as const
      const now = urgency.indexOf(documentState(facts, today))
      expect(now).toBeGreaterThanOrEqual(0)
      expect(urgency.indexOf(documentState(facts, addDays(today, later)))).toBeGreaterThanOrEqual(now)
    }),
  )
})

it('receiving twice is receiving once', () => {
  const receipt = fc.record({
    status: fc.constantFrom('missing' as const, 'received' as const, 'waived' as const),
    receivedOn: fc.option(day),
    certifiedDate: fc.option(day),
    sha256: fc.constant(null),
  })
  fc.assert(
    fc.property(receipt, receipt, day, (before, given, today) => {
      const once = settleReceipt(before, given, today)
      expect(settleReceipt({ ...before, ...given, ...once }, { status: once.status }, today)).toEqual(once)
      expect(once.receivedOn === null).toBe(once.status !== 'received')
    }),
  )
})

const course = fc.record({
  id: fc.uuid(),
  version: fc.integer({ min: 1, max: 4 }),
  table: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
  title: fc.constantFrom('Robotics', 'Optics', 'Vision'),
  code: fc.constantFrom(null, 'X1', 'X2'),
  ects: fc.constantFrom(null, 5, 7.5),
  status: fc.constantFrom('inserted' as const, 'deleted' as const),
  reasonCode: fc.constant(null),
  reasonText: fc.constant(null),
})

it('deleting what a version inserted gives back the version before', () => {
  fc.assert(
    fc.property(fc.array(course, { maxLength: 10 }), (courses) => {
      const before = componentsInForce(courses, 4)
      const title = 'Only here'
      const added: LaComponent = {
        id: 'x',
        version: 5,
        table: 'A',
        title,
        code: null,
        ects: 5,
        status: 'inserted',
        reasonCode: null,
        reasonText: null,
      }
      const removed: LaComponent = { ...added, id: 'y', version: 6, status: 'deleted' }
      expect(componentsInForce([...courses, added], 5)).toEqual([...before, added])
      expect(componentsInForce([...courses, added, removed], 6)).toEqual(before)
    }),
  )
})

it('signatures fit exactly when the parties signed one after the other, in order', () => {
  fc.assert(
    fc.property(fc.tuple(fc.option(day), fc.option(day), fc.option(day)), (dates) => {
      const signatures = laRoles.map((role, at): LaSignature => ({
        id: role,
        version: 1,
        role,
        signedOn: dates[at] ?? null,
      }))
      const given = dates.filter((date) => date !== null)
      const isFirstOnes = dates.every((date, at) => (date === null) === at >= given.length)
      const isInOrder = given.join() === given.toSorted().join()
      const isFine = signatures.every((one) => signatureProblem(one, signatures) === undefined)
      expect(isFine).toBe(isFirstOnes && isInOrder)
      expect(isSignedByAll(signatures, 1)).toBe(given.length === laRoles.length)
    }),
  )
})

it('a longer stay never has a smaller aid, and none is above the ceiling', () => {
  const scheme = fc.record({
    amountKind: fc.constantFrom(
      'once' as const,
      'per-month' as const,
      'per-week' as const,
      'per-day' as const,
    ),
    rate: fc.integer({ min: 0, max: 2000 }),
    ceiling: fc.option(fc.integer({ min: 0, max: 5000 })),
  })
  fc.assert(
    fc.property(scheme, fc.nat(400), fc.nat(400), (rules, days, more) => {
      const amount = aidAmount(rules, days) ?? -1
      expect(aidAmount(rules, days + more) ?? -1).toBeGreaterThanOrEqual(amount)
      expect(amount).toBeLessThanOrEqual(rules.ceiling ?? Infinity)
    }),
  )
})

it('what is paid, to come and left is the grant, to the cent', () => {
  const euros = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100)
  const paid = fc.record({ amount: euros, paidOn: fc.option(day) })
  fc.assert(
    fc.property(euros, fc.array(paid, { maxLength: 12 }), (granted, instalments) => {
      const balance = fundingBalance(granted, instalments)
      const cents = (value: number) => Math.round(value * 100)
      expect(cents(balance.paid) + cents(balance.planned) + cents(balance.left)).toBe(cents(granted))
    }),
  )
})

it('one more line passed never obtains less', () => {
  const line = fc.record({
    id: fc.uuid(),
    code: fc.constant(null),
    title: fc.string(),
    ects: fc.option(fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2)),
    result: fc.constantFrom('passed' as const, 'failed' as const),
  })
  fc.assert(
    fc.property(fc.array(line), line, (lines, one) => {
      const more = recognitionOf(30, [], [...lines, one]).obtained
      expect(more).toBeGreaterThanOrEqual(recognitionOf(30, [], lines).obtained)
    }),
  )
})
