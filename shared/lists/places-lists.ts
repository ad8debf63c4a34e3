import { textKey } from '#shared/entities/labels.ts'
import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'
import type { ColumnType, ListColumn } from './types.ts'

const shown = { shown: true }
const partner = foreignColumn('institution', 'institution', 'name', {
  shown: true,
  widthPx: 260,
  label: 'field.agreement.institutionId',
})
const country = foreignColumn('country', 'institution', 'country', shown)
const agreementKind = (isShown: boolean) =>
  foreignColumn('agreementKind', 'agreement', 'kind', { shown: isShown, label: 'kind.agreement' })

/** A figure of the ledger that is the same thing in two lists. */
function figure(
  list: 'placesLedger' | 'partnerBalance' | 'quotaPools',
  key: string,
  isShown = true,
): ListColumn {
  return computedColumn(list, key, 'integer', { shown: isShown, total: 'sum', widthPx: 88 })
}

const months = (key: string, type: ColumnType = 'decimal') =>
  computedColumn('placesLedger', key, type, { shown: false, total: 'sum' })

const states = ['free', 'full', 'over', 'justified', 'unknown'].map((value) => ({
  value,
  label: textKey(`places.state.${value}`),
}))

/** Who may go where, how many, and what is left: condition × year × semester × programme. */
export const placesLedger = defineList({
  name: 'placesLedger',
  title: 'list.placesLedger',
  entity: 'place',
  columns: [
    partner,
    foreignColumn('country', 'institution', 'country'),
    agreementKind(false),
    foreignColumn('direction', 'condition', 'direction', { shown: true, widthPx: 100 }),
    foreignColumn('kind', 'condition', 'kind'),
    foreignColumn('academicYear', 'place', 'academicYear', shown),
    foreignColumn('semester', 'place', 'semester', { shown: true, widthPx: 100 }),
    foreignColumn('programme', 'place', 'programme', { shown: true, widthPx: 150 }),
    figure('placesLedger', 'agreed'),
    figure('placesLedger', 'carried'),
    figure('placesLedger', 'left'),
    {
      ...computedColumn('placesLedger', 'state', 'choice', { widthPx: 150 }),
      choices: states,
    },
    figure('placesLedger', 'opened'),
    figure('placesLedger', 'wished'),
    figure('placesLedger', 'allocated'),
    figure('placesLedger', 'nominated'),
    figure('placesLedger', 'confirmed'),
    figure('placesLedger', 'taken', false),
    computedColumn('placesLedger', 'pool', 'text', { widthPx: 150 }),
    computedColumn('placesLedger', 'poolLeft', 'integer', { shown: false }),
    months('agreedMonths'),
    months('takenMonths'),
    months('leftMonths'),
    computedColumn('placesLedger', 'withoutMonths', 'integer', { shown: false, total: 'sum' }),
    foreignColumn('erasmusCode', 'institution', 'erasmusCode'),
  ],
  sort: [
    { key: 'academicYear', descending: true },
    { key: 'institution', descending: false },
    { key: 'semester', descending: false },
  ],
})

/** What goes out and what comes in, partner by partner. */
export const partnerBalance = defineList({
  name: 'partnerBalance',
  title: 'list.partnerBalance',
  entity: 'institution',
  columns: [
    partner,
    country,
    foreignColumn('academicYear', 'place', 'academicYear', shown),
    figure('partnerBalance', 'agreedOut'),
    figure('partnerBalance', 'sent'),
    figure('partnerBalance', 'agreedIn'),
    figure('partnerBalance', 'received'),
    figure('partnerBalance', 'balance'),
    computedColumn('partnerBalance', 'cumulative', 'integer'),
    computedColumn('partnerBalance', 'sentMonths', 'decimal', { shown: false, total: 'sum' }),
    computedColumn('partnerBalance', 'receivedMonths', 'decimal', { shown: false, total: 'sum' }),
  ],
  sort: [
    { key: 'academicYear', descending: true },
    { key: 'institution', descending: false },
  ],
})

export const quotaPools = defineList({
  name: 'quotaPools',
  title: 'list.quotaPools',
  entity: 'quotaPool',
  columns: [
    fieldColumn('quotaPool', 'name', { shown: true, widthPx: 260 }),
    fieldColumn('quotaPool', 'academicYear', shown),
    fieldColumn('quotaPool', 'total', { shown: true, total: 'sum' }),
    computedColumn('quotaPools', 'members', 'integer', { total: 'sum' }),
    computedColumn('quotaPools', 'reserved', 'integer', { total: 'sum' }),
    figure('quotaPools', 'taken'),
    figure('quotaPools', 'left'),
    fieldColumn('quotaPool', 'notes'),
  ],
  sort: [{ key: 'name', descending: false }],
})

export const quotaPoolMembers = defineList({
  name: 'quotaPoolMembers',
  title: 'list.quotaPoolMembers',
  entity: 'quotaPoolMember',
  columns: [
    foreignColumn('pool', 'quotaPool', 'name', { shown: true, label: 'kind.quotaPool', widthPx: 220 }),
    partner,
    agreementKind(true),
    fieldColumn('quotaPoolMember', 'programme', shown),
    fieldColumn('quotaPoolMember', 'reserved', { shown: true, total: 'sum' }),
    fieldColumn('quotaPoolMember', 'notes'),
  ],
  sort: [
    { key: 'pool', descending: false },
    { key: 'institution', descending: false },
  ],
})

export const incomingCounts = defineList({
  name: 'incomingCounts',
  title: 'list.incomingCounts',
  entity: 'incomingCount',
  columns: [
    partner,
    country,
    agreementKind(true),
    fieldColumn('incomingCount', 'academicYear', shown),
    fieldColumn('incomingCount', 'semester', shown),
    fieldColumn('incomingCount', 'people', { shown: true, total: 'sum' }),
    fieldColumn('incomingCount', 'months', { shown: true, total: 'sum' }),
    fieldColumn('incomingCount', 'notes'),
  ],
  sort: [
    { key: 'academicYear', descending: true },
    { key: 'institution', descending: false },
  ],
})
