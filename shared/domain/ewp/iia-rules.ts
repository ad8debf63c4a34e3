import { contactRule } from './contact-rules.ts'
import { namespaces } from './namespaces.ts'
import { element, type ElementOptions, type ElementRule, type Part } from './schema.ts'

/** The four kinds of cooperation conditions, as their elements are called, in the order of the document. */
export const specNames = [
  'student-studies-mobility-spec',
  'student-traineeship-mobility-spec',
  'staff-teacher-mobility-spec',
  'staff-training-mobility-spec',
] as const
export type SpecName = (typeof specNames)[number]

const notYetDefined = { 'not-yet-defined': { type: 'boolean' } } as const

/**
 * The document of agreements, version 7. Source: ewp-specs-api-iias, branch stable-v7, endpoints/get-response.xsd.
 * A skill in a language is compulsory for studies and teaching.
 */
export const iiaRule: ElementRule = iiasOf(7)

/**
 * Version 6, which is read only: years one by one, fields of one to four digits, and much that may be absent.
 * Source: the official example of version 6 and the changes that version 7 lists against it.
 */
export const iiaRule6: ElementRule = iiasOf(6)

function iiasOf(version: 6 | 7): ElementRule {
  const ns = version === 7 ? namespaces.iia7 : namespaces.iia6
  const own = (name: string, content: ElementRule['content'], options: ElementOptions = {}) =>
    element(ns, name, content, options)
  const partner = own(
    'partner',
    [
      own('hei-id', 'string'),
      own('ounit-id', 'identifier', { occurs: '?' }),
      own('iia-id', 'identifier', { occurs: '?' }),
      own('iia-code', 'string', { occurs: '?' }),
      contactRule(ns, 'signing-contact', { occurs: '?' }),
      own('signing-date', 'date', { occurs: '?' }),
      contactRule(namespaces.contact, 'contact', { occurs: '*' }),
    ],
    { occurs: [2, 2] },
  )
  const specs = specNames.map((name) => own(name, partsOfSpec(ns, name, version), { occurs: '*' }))
  const end: readonly Part[] =
    version === 7
      ? [own('iia-hash', 'sha256'), own('pdf-file', 'string', { occurs: '?' })]
      : [own('conditions-hash', 'sha256', { occurs: '?' }), own('pdf', 'string', { occurs: '?' })]
  const iia = own(
    'iia',
    [
      partner,
      own('in-effect', 'boolean'),
      own('cooperation-conditions', specs, {
        attributes: { 'terminated-as-a-whole': { type: 'boolean' } },
      }),
      ...end,
    ],
    { occurs: '*' },
  )
  return own('iias-get-response', [iia])
}

function partsOfSpec(ns: string, name: SpecName, version: 6 | 7): readonly Part[] {
  const own = (part: string, content: ElementRule['content'], options: ElementOptions = {}) =>
    element(ns, part, content, options)
  const isNew = version === 7
  const isStudent = name.startsWith('student')
  const needsLanguage = name === 'student-studies-mobility-spec' || name === 'staff-teacher-mobility-spec'
  const subjectArea = (occurs: '?' | '*') =>
    own(
      'subject-area',
      [
        own('isced-f-code', isNew ? 'isced-4' : 'isced-old', {
          attributes: isNew ? { 'v6-value': { type: 'isced-v6' } } : {},
        }),
        own('isced-clarification', 'string', { occurs: '?' }),
      ],
      { occurs },
    )
  const years = isNew
    ? [
        own('receiving-first-academic-year-id', 'academic-year'),
        own('receiving-last-academic-year-id', 'academic-year'),
      ]
    : [own('receiving-academic-year-id', 'academic-year', { occurs: '+' })]
  return [
    own('sending-hei-id', 'string'),
    own('sending-ounit-id', 'identifier', { occurs: '?' }),
    contactRule(ns, 'sending-contact', { occurs: '*' }),
    own('receiving-hei-id', 'string'),
    own('receiving-ounit-id', 'identifier', { occurs: '?' }),
    contactRule(ns, 'receiving-contact', { occurs: '*' }),
    ...years,
    own('mobilities-per-year', 'positive-integer', {
      occurs: isNew ? '1' : '?',
      attributes: isNew ? notYetDefined : {},
    }),
    own(
      'recommended-language-skill',
      [own('language', 'language'), own('cefr-level', 'cefr', { occurs: '?' }), subjectArea('?')],
      { occurs: isNew && needsLanguage ? '+' : '*', attributes: isNew ? notYetDefined : {} },
    ),
    subjectArea('*'),
    own('other-info-terms', 'string', { occurs: '?' }),
    ...(isStudent
      ? [
          own('total-months-per-year', 'positive-decimal-2', { occurs: '?' }),
          own('blended', 'boolean'),
          own('eqf-level', 'eqf', { occurs: '*' }),
        ]
      : [own('total-days-per-year', 'positive-decimal-2', { occurs: '?' })]),
  ]
}
