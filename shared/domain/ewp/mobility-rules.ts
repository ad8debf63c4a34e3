import { phoneRule } from './contact-rules.ts'
import { namespaces } from './namespaces.ts'
import { element, type ElementOptions, type ElementRule, type Part } from './schema.ts'

const withLanguage = { 'xml:lang': { type: 'language' } } as const

/** Nominations, version 3. Source: ewp-specs-api-omobilities v3.0.0, endpoints/get-response.xsd. */
export const omobilitiesRule: ElementRule = (() => {
  const ns = namespaces.omobilities3
  const own = (name: string, content: ElementRule['content'], options: ElementOptions = {}) =>
    element(ns, name, content, options)
  const hei = (name: string) =>
    own(name, [
      own('hei-id', 'string'),
      own('ounit-id', 'identifier', { occurs: '?' }),
      own('iia-id', 'identifier', { occurs: '?' }),
    ])
  const nomination = own(
    'nomination',
    [
      hei('sending-hei'),
      hei('receiving-hei'),
      {
        oneOf: [
          own('sending-academic-term-ewp-id', 'academic-term'),
          own('non-standard-mobility-period', 'empty'),
        ],
      },
      own('receiving-academic-year-id', 'academic-year'),
      own('activity-type', { choices: ['student-studies'] }),
      own('activity-attributes', { choices: ['long-term', 'short-term-blended', 'short-term-doctoral'] }),
      own('agreement-isced-f-code', 'isced-4'),
      own('eqf-level-studied-at-departure', 'eqf'),
      own('nominee-isced-f-code', 'isced-4'),
      own('comment', 'string', { occurs: '?' }),
    ],
    { attributes: { 'proposal-id': { type: 'string', required: true } } },
  )
  const student = own('student', [
    own('given-names', 'string', { occurs: '+', attributes: withLanguage }),
    own('family-name', 'string', { occurs: '+', attributes: withLanguage }),
    own('global-id', 'string'),
    own('birth-date', 'date'),
    own('nationality', 'country'),
    own('gender', 'gender'),
    own('email', 'email'),
  ])
  const mobility = own(
    'student-mobility',
    [
      own('omobility-id', 'identifier'),
      student,
      nomination,
      own('status', { choices: ['pending', 'approved', 'rejected', 'cancelled'] }),
    ],
    { occurs: '*' },
  )
  return own('omobilities-get-response', [mobility])
})()

/** Learning agreements, version 1. Source: ewp-specs-api-omobility-las v1.2.0, endpoints/get-response.xsd. */
export const lasRule: ElementRule = (() => {
  const ns = namespaces.las1
  const own = (name: string, content: ElementRule['content'], options: ElementOptions = {}) =>
    element(ns, name, content, options)
  const maybe = (name: string, content: ElementRule['content']) => own(name, content, { occurs: '?' })
  const hei = (name: string) =>
    own(name, [
      own('hei-id', 'string'),
      maybe('ounit-name', 'string'),
      maybe('ounit-id', 'identifier'),
      own('contact-person', [
        own('given-names', 'string'),
        own('family-name', 'string'),
        own('email', 'email'),
        phoneRule('phone-number', '?'),
      ]),
    ])
  const student = (occurs: '1' | '?') =>
    own(
      'student',
      [
        maybe('given-names', 'string'),
        maybe('family-name', 'string'),
        maybe('global-id', 'string'),
        maybe('birth-date', 'date'),
        maybe('citizenship', 'country'),
        maybe('gender', 'gender'),
        maybe('email', 'email'),
      ],
      { occurs },
    )
  const component = own(
    'component',
    [
      maybe('los-id', 'los-id'),
      maybe('los-code', 'string'),
      own('title', 'string'),
      maybe('loi-id', 'loi-id'),
      maybe('term-id', [
        element(namespaces.term, 'term-number', 'integer'),
        element(namespaces.term, 'total-terms', 'integer'),
      ]),
      own('credit', [own('scheme', 'string'), own('value', 'decimal')], { occurs: '*' }),
      maybe('recognition-conditions', 'string'),
      maybe('short-description', 'string'),
    ],
    {
      occurs: '*',
      attributes: {
        status: { type: { choices: ['inserted', 'deleted'] } },
        'reason-code': {
          type: {
            choices: [
              'not-available',
              'language-mismatch',
              'timetable-conflict',
              'substituting-deleted',
              'extending-mobility',
              'adding-virtual-component',
            ],
          },
        },
        'reason-text': { type: 'string' },
      },
    },
  )
  const signature = (name: string, occurs: '1' | '?') =>
    own(
      name,
      [
        maybe('signer-name', 'string'),
        maybe('signer-position', 'string'),
        maybe('signer-email', 'string'),
        own('timestamp', 'date-time'),
        maybe('signer-app', 'string'),
      ],
      { occurs },
    )
  const components: readonly Part[] = [
    ...[
      'components-studied',
      'components-recognized',
      'virtual-components',
      'blended-mobility-components',
      'short-term-doctoral-components',
    ].map((name) => maybe(name, [component])),
    signature('student-signature', '1'),
    signature('sending-hei-signature', '1'),
    signature('receiving-hei-signature', '?'),
  ]
  const la = own(
    'la',
    [
      own('omobility-id', 'identifier'),
      hei('sending-hei'),
      hei('receiving-hei'),
      own('receiving-academic-year-id', 'academic-year'),
      student('1'),
      { oneOf: [own('start-date', 'date'), own('start-year-month', 'year-month')] },
      { oneOf: [own('end-date', 'date'), own('end-year-month', 'year-month')] },
      own('eqf-level-studied-at-departure', 'eqf'),
      own('isced-f-code', 'string'),
      maybe('isced-clarification', 'string'),
      own('student-language-skill', [own('language', 'language'), own('cefr-level', 'cefr-or-native')]),
      maybe('first-version', components),
      maybe('approved-changes', components),
      own('changes-proposal', [...components, student('?')], {
        occurs: '?',
        attributes: { id: { type: 'string', required: true } },
      }),
      maybe('learning-outcomes-url', 'http'),
      maybe('provisions-url', 'http'),
    ],
    { occurs: '*' },
  )
  return own('omobility-las-get-response', [la])
})()
