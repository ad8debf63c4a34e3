import { fieldColumn, foreignColumn, defineList } from './define.ts'

const shown = { shown: true }

/** The lists of holders of an Erasmus charter, and what they hold. */
export const registerLists = {
  registers: defineList({
    name: 'registers',
    title: 'list.registers',
    entity: 'register',
    columns: [
      fieldColumn('register', 'listDate', shown),
      fieldColumn('register', 'entries', shown),
      fieldColumn('register', 'fileName', { shown: true, widthPx: 320 }),
      fieldColumn('register', 'sha256', { widthPx: 260 }),
    ],
    sort: [{ key: 'listDate', descending: true }],
  }),
  registerEntries: defineList({
    name: 'registerEntries',
    title: 'list.registerEntries',
    entity: 'registerEntry',
    columns: [
      foreignColumn('listDate', 'register', 'listDate', shown),
      fieldColumn('registerEntry', 'name', { shown: true, widthPx: 340 }),
      fieldColumn('registerEntry', 'erasmusCode', shown),
      fieldColumn('registerEntry', 'country', shown),
      fieldColumn('registerEntry', 'city', shown),
      fieldColumn('registerEntry', 'pic', shown),
      fieldColumn('registerEntry', 'oid', shown),
      ...['street', 'postCode', 'website', 'startsOn', 'endsOn', 'proposal', 'row'].map((field) =>
        fieldColumn('registerEntry', field),
      ),
    ],
    sort: [
      { key: 'listDate', descending: true },
      { key: 'name', descending: false },
    ],
  }),
}
