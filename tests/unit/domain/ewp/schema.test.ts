import { describe, expect, it } from 'vitest'
import { textToHash, isReadyForApproval } from '#shared/domain/ewp/iia-hash.ts'
import { iiaRule } from '#shared/domain/ewp/iia-rules.ts'
import { checkIiaSense } from '#shared/domain/ewp/iia-sense.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { checkDocument } from '#shared/domain/ewp/schema.ts'
import { isOfType, type TextType } from '#shared/domain/ewp/text-types.ts'
import { branch, leaf, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'

const ns = namespaces.iia7

function spec(children: Readonly<Record<string, string | undefined>> = {}): XmlNode {
  const values: Readonly<Record<string, string | undefined>> = {
    'sending-hei-id': 'a.fr',
    'receiving-hei-id': 'b.pl',
    'receiving-first-academic-year-id': '2024/2025',
    'receiving-last-academic-year-id': '2028/2029',
    'mobilities-per-year': '2',
    ...children,
  }
  return branch(
    ns,
    'staff-training-mobility-spec',
    Object.entries(values).map(([name, value]) => (value === undefined ? undefined : leaf(ns, name, value))),
  )
}

function document(one: XmlNode, hei = 'b.pl'): XmlNode {
  return branch(ns, 'iias-get-response', [
    branch(ns, 'iia', [
      branch(ns, 'partner', [leaf(ns, 'hei-id', 'a.fr')]),
      branch(ns, 'partner', [leaf(ns, 'hei-id', hei)]),
      leaf(ns, 'in-effect', 'true'),
      branch(ns, 'cooperation-conditions', [one]),
      leaf(ns, 'iia-hash', 'a'.repeat(64)),
    ]),
  ])
}

const codes = (root: XmlNode) => checkDocument(root, iiaRule).map(({ code, path }) => `${code} ${path}`)
const at = 'iias-get-response/iia/cooperation-conditions/staff-training-mobility-spec'

describe('the schema of agreements', () => {
  it('accepts what it should', () => {
    expect(codes(document(spec()))).toEqual([])
  })

  it.each([
    ['what is missing', spec({ 'mobilities-per-year': undefined }), [`missing ${at}`]],
    [
      'a number that is none',
      spec({ 'mobilities-per-year': '0' }),
      [`wrong-value ${at}/mobilities-per-year`],
    ],
    [
      'a year of another writing',
      spec({ 'receiving-last-academic-year-id': '2028-29' }),
      [`wrong-value ${at}/receiving-last-academic-year-id`],
    ],
    ['an element that it does not know', spec({ blended: 'true' }), [`unknown ${at}/blended`]],
  ])('says %s, with its place', (_, one, expected) => {
    expect(codes(document(one))).toEqual(expected)
  })

  it('says what stands in the wrong order, once', () => {
    const good = spec()
    const turned = { ...good, children: good.children.toReversed() }
    expect(checkDocument(document(turned), iiaRule).every(({ code }) => code === 'misplaced')).toBe(true)
  })

  it('refuses a third partner, another namespace, an unknown attribute and text between elements', () => {
    const [iia] = document(spec()).children
    if (iia === undefined) throw new Error('no agreement')
    const third = { ...iia, children: [...iia.children.slice(0, 2), ...iia.children.slice(1)] }
    expect(codes(branch(ns, 'iias-get-response', [third]))).toEqual([
      'too-many iias-get-response/iia/partner[3]',
    ])
    const foreign = branch(ns, 'iias-get-response', [{ ...iia, namespace: 'urn:other' }])
    expect(codes(foreign)).toEqual(['wrong-namespace iias-get-response/iia'])
    expect(codes({ ...document(spec()), attributes: { hidden: 'x' } })).toEqual([
      'unknown-attribute iias-get-response',
    ])
    expect(codes({ ...document(spec()), text: 'note' })).toEqual(['text-outside iias-get-response'])
  })

  it('asks studies and teaching for a language, and nobody else', () => {
    const studies = { ...spec(), name: 'staff-teacher-mobility-spec' }
    expect(codes(document(studies))).toEqual([
      'missing iias-get-response/iia/cooperation-conditions/staff-teacher-mobility-spec',
    ])
  })

  it('says what its annotations ask: years in order, conditions between the partners', () => {
    const reversed = document(spec({ 'receiving-last-academic-year-id': '2020/2021' }))
    expect(checkIiaSense(reversed).map(({ code }) => code)).toEqual(['years-reversed'])
    expect(checkIiaSense(document(spec(), 'c.es')).map(({ code, params }) => [code, params])).toEqual([
      ['not-a-partner', { hei: 'b.pl' }],
    ])
    expect(checkIiaSense(document(spec(), 'a.fr')).map(({ code }) => code)).toContain('same-partner')
  })
})

describe('the text that the hash is made of', () => {
  it('holds identifiers, values in order and years at the end; not what waits to be defined', () => {
    const waiting = {
      ...spec(),
      children: [
        ...spec().children.slice(0, 4),
        leaf(ns, 'mobilities-per-year', '2', { 'not-yet-defined': 'true' }),
      ],
    }
    const [iia] = document(waiting).children
    if (iia === undefined) throw new Error('no agreement')
    expect(textToHash(iia)).toBe(
      '_iia-id_1=__iia-id_2=__cooperation-conditions.staff-training-mobility-spec.sending-hei-id=a.fr_' +
        '_cooperation-conditions.staff-training-mobility-spec.receiving-hei-id=b.pl_' +
        '_receiving-first-academic-year-id=2024/2025__receiving-last-academic-year-id=2028/2029_',
    )
    expect(isReadyForApproval(iia)).toBe(false)
  })
})

describe('values', () => {
  const cases: readonly (readonly [TextType, readonly string[], readonly string[]])[] = [
    ['date', ['2024-02-29', '2024-02-29Z', ' 2024-01-01 '], ['2023-02-29', '2024-13-01', '24-01-01', '']],
    [
      'date-time',
      ['2018-11-12T13:13:45+02:00', '2018-11-12T13:13:45.5Z'],
      ['2018-11-12', '2018-11-12T25:00:00Z'],
    ],
    ['year-month', ['2019-02'], ['2019-13', '2019']],
    ['positive-decimal-2', ['5', '0.25', '40.00', '12.5'], ['0', '0.00', '1.234', '-1', '']],
    ['positive-integer', ['1', '+3', '007'], ['0', '-1', '1.0', '']],
    ['boolean', ['true', '0'], ['yes', 'TRUE', '']],
    ['identifier', ['a-b/c'], ['', 'a b', 'é', 'x'.repeat(65)]],
    ['email', ['a@b.fr'], ['a@b', '@b.fr', 'a']],
    ['academic-term', ['2022/2023-2/2'], ['2022/2023', '2022/2023-0/2']],
    ['cefr', ['B2'], ['NS', 'b2']],
    ['cefr-or-native', ['NS'], ['B3']],
    ['isced-4', ['0613'], ['613', '06130']],
  ]
  it.each(cases)('%s', (type, right, wrong) => {
    expect(right.filter((text) => !isOfType(type, text))).toEqual([])
    expect(wrong.filter((text) => isOfType(type, text))).toEqual([])
  })
})
