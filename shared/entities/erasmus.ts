import {
  distanceBands,
  erasmusActions,
  grantCertainties,
  grantGroups,
  grantRateKinds,
  travelRules,
} from '#shared/domain/grant-types.ts'
import { defineEntity } from './fields.ts'

const groups = ['group-1', 'group-2', 'group-3', 'region-13', 'region-14'] as const

/** One Erasmus+ project of the school: the grant agreement of a call, and what the school decided to pay under it. */
export const erasmusCall = defineEntity({
  name: 'erasmusCall',
  searched: ['name', 'agreementNumber', 'notes'],
  fields: {
    name: { type: 'text', required: true, group: 'identity' },
    callYear: { type: 'integer', min: 2014, max: 2100, required: true, group: 'identity' },
    action: { type: 'choice', choices: erasmusActions, required: true, group: 'identity' },
    agreementNumber: { type: 'text', unique: true, group: 'identity' },
    startsOn: { type: 'date', group: 'identity' },
    endsOn: { type: 'date', group: 'identity' },
    /** Euros of the grant agreement for students. */
    envelope: { type: 'decimal', min: 0, max: 100_000_000, group: 'money' },
    dayCount: { type: 'choice', choices: ['calendar', 'commercial'], required: true, group: 'days' },
    longMinDays: { type: 'integer', min: 0, max: 2000, required: true, group: 'days' },
    longMaxDays: { type: 'integer', min: 0, max: 2000, required: true, group: 'days' },
    shortMinDays: { type: 'integer', min: 0, max: 2000, required: true, group: 'days' },
    shortMaxDays: { type: 'integer', min: 0, max: 2000, required: true, group: 'days' },
    fundedDaysMost: { type: 'integer', min: 0, max: 2000, group: 'days' },
    cycleMonths: { type: 'integer', min: 0, max: 99, required: true, group: 'days' },
    singleCycleMonths: { type: 'integer', min: 0, max: 99, required: true, group: 'days' },
    travelFor: { type: 'choice', choices: travelRules, required: true, group: 'travel' },
    travelDaysMost: { type: 'integer', min: 0, max: 30, required: true, group: 'travel' },
    greenTravelDaysMost: { type: 'integer', min: 0, max: 30, required: true, group: 'travel' },
    /** The school lies in an outermost region: its own monthly rate holds, whatever the host's country. */
    isOutermost: { type: 'boolean', required: true, group: 'money' },
    /** The most that a stay is given, in euros. */
    ceiling: { type: 'decimal', min: 0, max: 1_000_000, group: 'money' },
    firstPercent: { type: 'integer', min: 0, max: 100, required: true, group: 'payments' },
    /** Days from the first day of the stay to the first payment; below zero: before it. */
    firstDueDays: { type: 'integer', min: -400, max: 400, required: true, group: 'payments' },
    /** Days from the last day of the stay to the last payment. */
    lastDueDays: { type: 'integer', min: -400, max: 400, required: true, group: 'payments' },
    source: { type: 'text', group: 'source' },
    certainty: { type: 'choice', choices: grantCertainties, group: 'source' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** One figure of a call year. Without an amount it only says between which figures the school may choose. */
export const grantRate = defineEntity({
  name: 'grantRate',
  searched: ['source', 'notes'],
  fields: {
    callYear: { type: 'integer', min: 2014, max: 2100, required: true, group: 'identity' },
    kind: { type: 'choice', choices: grantRateKinds, required: true, group: 'identity' },
    countryGroup: { type: 'choice', choices: grantGroups, group: 'rules' },
    distanceBand: { type: 'choice', choices: distanceBands, group: 'rules' },
    /** For which days of a short stay, or for stays of how many days. */
    fromDay: { type: 'integer', min: 1, max: 2000, group: 'rules' },
    toDay: { type: 'integer', min: 1, max: 2000, group: 'rules' },
    /** Euros per month, per day or once, as the kind says. */
    amount: { type: 'decimal', min: 0, max: 100_000, group: 'money' },
    /** Between which euros the country lets schools choose. */
    least: { type: 'decimal', min: 0, max: 100_000, group: 'money' },
    most: { type: 'decimal', min: 0, max: 100_000, group: 'money' },
    source: { type: 'text', group: 'source' },
    certainty: { type: 'choice', choices: grantCertainties, group: 'source' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** Countries of one group of the grant tables, from one call to another. */
export const countryGroup = defineEntity({
  name: 'countryGroup',
  searched: ['source', 'notes'],
  fields: {
    name: { type: 'choice', choices: groups, required: true, group: 'identity' },
    countries: { type: 'code', code: 'country-list', required: true, group: 'identity' },
    firstCall: { type: 'integer', min: 2014, max: 2100, required: true, group: 'validity' },
    lastCall: { type: 'integer', min: 2014, max: 2100, group: 'validity' },
    source: { type: 'text', group: 'source' },
    certainty: { type: 'choice', choices: ['certain', 'inferred', 'unsourced'], group: 'source' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
