import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'

const shown = { shown: true }

/** How partners want their nominations. */
export const nominationProfiles = defineList({
  name: 'nominationProfiles',
  title: 'list.nominationProfiles',
  entity: 'nominationProfile',
  columns: [
    foreignColumn('institution', 'institution', 'name', {
      shown: true,
      widthPx: 280,
      label: 'field.nominationProfile.institutionId',
    }),
    foreignColumn('country', 'institution', 'country', shown),
    fieldColumn('nominationProfile', 'channel', shown),
    computedColumn('nominationProfiles', 'template', 'text', { widthPx: 220 }),
    fieldColumn('nominationProfile', 'contactName', shown),
    fieldColumn('nominationProfile', 'contactEmail', { shown: true, widthPx: 220 }),
    foreignColumn('nominationLanguage', 'institution', 'nominationLanguage', shown),
    foreignColumn('autumnDeadline', 'agreement', 'autumnDeadline', shown),
    foreignColumn('springDeadline', 'agreement', 'springDeadline', shown),
    fieldColumn('nominationProfile', 'formUrl', { widthPx: 240 }),
    foreignColumn('erasmusCode', 'institution', 'erasmusCode'),
    ...['extraColumns', 'notes'].map((field) => fieldColumn('nominationProfile', field)),
  ],
  sort: [{ key: 'institution', descending: false }],
})
