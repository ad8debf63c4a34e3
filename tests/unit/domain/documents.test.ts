import { describe, expect, it } from 'vitest'
import {
  documentState,
  dueDate,
  expiryDate,
  settleReceipt,
  type DocumentFacts,
} from '#shared/domain/documents.ts'

const today = '2026-11-24'
const facts: DocumentFacts = {
  status: 'missing',
  dueOn: null,
  expiresOn: null,
  neededFor: 'arrived',
  mobilityStatus: 'departed',
  stayEnd: '2027-01-31',
}
const stateOf = (given: Partial<DocumentFacts>) => documentState({ ...facts, ...given }, today)

describe('a document of a stay', () => {
  it.each([
    ['is asked for at the step before the one that needs it', {}, 'missing'],
    ['is late once the stay is at the step that needs it', { mobilityStatus: 'arrived' }, 'overdue'],
    ['is late after its day, whatever the step', { mobilityStatus: 'draft', dueOn: '2026-11-23' }, 'overdue'],
    ['is not late on its day', { mobilityStatus: 'draft', dueOn: today }, 'missing'],
    ['is asked for thirty days before its day', { mobilityStatus: 'draft', dueOn: '2026-12-24' }, 'missing'],
    ['is for later before that', { mobilityStatus: 'draft', dueOn: '2026-12-25' }, 'later'],
    ['that no rule asks for is simply missing', { neededFor: null, mobilityStatus: 'draft' }, 'missing'],
    [
      'is no longer awaited of a recognised stay',
      { mobilityStatus: 'recognised', dueOn: '2026-01-01' },
      'closed',
    ],
    ['is no longer awaited of a refused stay', { mobilityStatus: 'refused' }, 'closed'],
    ['is asked of an interrupted stay as of one that is over', { mobilityStatus: 'interrupted' }, 'overdue'],
    ['that was waived is never late', { status: 'waived', dueOn: '2020-01-01' }, 'waived'],
    ['that expired is not good enough', { status: 'received', expiresOn: '2026-11-23' }, 'expired'],
    ['that expires during the stay is told', { status: 'received', expiresOn: '2027-01-30' }, 'expiring'],
    ['that lasts to the end is received', { status: 'received', expiresOn: '2027-01-31' }, 'received'],
    [
      'may have expired since the stay is over',
      { status: 'received', expiresOn: '2026-11-23', mobilityStatus: 'returned' },
      'received',
    ],
  ] as const)('%s', (_name, given, state) => {
    expect(stateOf(given)).toBe(state)
  })
})

describe('the day a document is due', () => {
  const stay = {
    plannedStart: '2026-09-01',
    plannedEnd: '2027-01-31',
    actualStart: '2026-09-03',
    actualEnd: null,
  }

  it('counts from the real day where it is known, from the planned one else', () => {
    expect(dueDate({ dueFrom: 'start', dueDays: -30 }, stay)).toBe('2026-08-04')
    expect(dueDate({ dueFrom: 'end', dueDays: 15 }, stay)).toBe('2027-02-15')
  })

  it('is none while the stay has no days', () => {
    expect(dueDate({ dueFrom: 'end', dueDays: 15 }, { ...stay, plannedEnd: null })).toBe(null)
  })
})

it('a document holds good for some months from its issue, or else from its receipt', () => {
  expect(expiryDate(12, '2026-02-28', '2026-03-15')).toBe('2027-02-28')
  expect(expiryDate(1, null, '2026-01-31')).toBe('2026-02-28')
  expect(expiryDate(null, '2026-02-28', null)).toBe(null)
  expect(expiryDate(12, null, null)).toBe(null)
})

describe('receiving a document', () => {
  const awaited = { status: 'missing', receivedOn: null, certifiedDate: null, sha256: null } as const

  it.each([
    ['today when it is only said to be received', { status: 'received' }, today],
    ['on the day given', { receivedOn: '2026-11-20' }, '2026-11-20'],
    ['today with a file', { sha256: 'a'.repeat(64) }, today],
    ['today with the date it certifies', { certifiedDate: '2026-09-03' }, today],
  ] as const)('happened %s', (_name, given, receivedOn) => {
    expect(settleReceipt(awaited, given, today)).toEqual({ status: 'received', receivedOn })
  })

  it('is undone by setting it back to missing', () => {
    const received = { ...awaited, status: 'received', receivedOn: '2026-11-20' } as const
    expect(settleReceipt(received, { status: 'missing' }, today)).toEqual({
      status: 'missing',
      receivedOn: null,
    })
  })

  it('changes nothing when only notes are given', () => {
    expect(settleReceipt(awaited, {}, today)).toEqual({ status: 'missing', receivedOn: null })
  })
})
