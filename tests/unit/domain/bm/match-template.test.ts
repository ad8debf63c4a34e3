import { describe, expect, it } from 'vitest'
import { compareReleases, fieldsWithoutColumn, matchTemplate } from '#shared/domain/bm/match-template.ts'
import { scoreLabel } from '#core/features/bm/bm-headers.ts'

const fieldsOf = (labels: readonly string[]) =>
  matchTemplate(labels, scoreLabel).map(({ label, field, confidence }) => [label, field, confidence])

describe('matching labels', () => {
  // labels of Mobility Tool+ (RRCGN/OnGea-System), as typed there
  it.each([
    ['Grant Agreement No.', 'agreementNumber'],
    ['Activity Type', 'activityType'],
    ['Long-term Activity', 'longTerm'],
    ['Participant Id', 'studentNumber'],
    ['First Name', 'givenNames'],
    ['Last Name', 'familyName'],
    ['Participant Date of Birth', 'birthDate'],
    ['Participant Gender', 'gender'],
    ['Participant Email', 'email'],
    ['Nationality', 'nationality'],
    ['Participant With Fewer Opportunities', 'fewerOpportunities'],
    ['Mobility ID', 'mobilityId'],
    ['Sending Organisation ID', 'sendingOid'],
    ['Sending Organisation PIC', 'sendingPic'],
    ['Sending Organisation Legal Name', 'sendingName'],
    ['Receiving Organisation Legal Name', 'receivingName'],
    ['Receiving Organisation OID', 'receivingOid'],
    ['Receiving Organisation Country', 'receivingOrganisationCountry'],
    ['Sending Country', 'sendingCountry'],
    ['Receiving Country', 'receivingCountry'],
    ['Receiving City', 'receivingCity'],
    ['Distance Band', 'distanceBand'],
    ['EU Travel Grant', 'travelSupport'],
    ['Start Date', 'startDate'],
    ['End Date', 'endDate'],
    ['Duration Calculated (days)', 'calculatedDays'],
    ['Interruption Duration (days)', 'interruptionDays'],
    ['Duration of Mobility Period (days)', 'mobilityDays'],
    ['Travel Days (max. 2)', 'travelDays'],
    ['Non-Funded Duration (days)', 'nonFundedDays'],
    ['Funded Duration (days)', 'fundedDays'],
    ['EU Individual Support', 'individualSupport'],
    ['Main Instruction/Work/Volunteering Language', 'language'],
    ['EU Mobility Total Grant Calculated', 'totalGrant'],
    ['Participant Report Received On', 'reportReceived'],
    ['Draft Mobility', 'draft'],
    ['Main means of transport', 'transport'],
    ['Green travel', 'greenTravel'],
    ['Field of Education (ISCED-F)', 'iscedCode'],
    ['Recent Graduate', 'recentGraduate'],
    ['Grant Not Required', 'zeroGrant'],
    ['Date de début', 'startDate'],
    ['Prénom', 'givenNames'],
  ])('%s', (label, field) => {
    expect(matchTemplate([label], scoreLabel)[0]?.field).toBe(field)
  })

  it.each([
    'Force Majeure Explanations',
    'Racial or ethnic origin',
    'Accompanying Person',
    'EU Special Needs Support',
    'Linguistic Preparation',
    'Cedex',
    'Real distance travelled',
    'Receiving Organisation VAT Number',
    'Virtual description',
    'Group Leader First Name',
  ])('leaves %s alone', (label) => {
    expect(matchTemplate([label], scoreLabel)[0]?.field).toBe(null)
  })

  it('gives each field to one column, the one that names it best', () => {
    expect(fieldsOf(['Start Date', 'Activity Start Date', 'Virtual Start Date'])).toEqual([
      ['Start Date', 'startDate', 'sure'],
      ['Activity Start Date', null, 'none'],
      ['Virtual Start Date', 'virtualStart', 'sure'],
    ])
  })

  it('keeps what the user chose, and does not give its field to another', () => {
    const chosen = new Map([
      [1, { field: 'endDate', confidence: 'chosen' }],
      [2, { field: null, confidence: 'chosen' }],
    ] as const)
    expect(matchTemplate(['Begin', 'Start Date', 'End Date'], scoreLabel, chosen)).toEqual([
      { column: 1, label: 'Begin', field: 'endDate', confidence: 'chosen' },
      { column: 2, label: 'Start Date', field: null, confidence: 'chosen' },
      { column: 3, label: 'End Date', field: null, confidence: 'none' },
    ])
  })

  it('says which fields no column asks for', () => {
    const missing = fieldsWithoutColumn(matchTemplate(['Start Date', 'Mobility ID'], scoreLabel))
    expect(missing).toContain('endDate')
    expect(missing).not.toContain('startDate')
  })
})

describe('comparing releases', () => {
  it('tells what appeared, what vanished and what stands elsewhere', () => {
    expect(
      compareReleases(['Id', 'Start', 'End', 'Old', 'City'], ['Id', 'New one', 'City', 'Start', 'End']),
    ).toEqual({
      appeared: ['New one'],
      vanished: ['Old'],
      moved: [{ label: 'City', from: 5, to: 3 }],
    })
  })

  it('does not call moved what a new column before it has pushed', () => {
    expect(compareReleases(['A', 'B', 'C'], ['New', 'A', 'B', 'C'])).toEqual({
      appeared: ['New'],
      vanished: [],
      moved: [],
    })
  })

  it('takes labels in other letters or accents for the same, and counts a label that stands twice', () => {
    expect(compareReleases(['Pays', 'Pays'], ['PAYS', 'pays', 'Pays'])).toEqual({
      appeared: ['Pays'],
      vanished: [],
      moved: [],
    })
  })
})
