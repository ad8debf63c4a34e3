import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readByOurs, readBySaxes } from '#tests/fixtures/sheets/xml-events.ts'

const names = fc.constantFrom('a', 'b', 'c', 'row', 'x:v', 'é', '_t-1.2')
const attributeNames = fc.constantFrom('r', 's', 't', 'a', 'b', 'x:id', 'id')
const characterPieces = [
  'x',
  '1',
  ' ',
  '\n',
  '\r',
  '\t',
  '>',
  'é',
  '😀',
  '&amp;',
  '&#10;',
  '&#xE9;',
  ']',
  ']]',
  "'",
]
const characters = fc.constantFrom(...characterPieces)
const texts = fc.array(characters, { maxLength: 6 }).map((pieces) => pieces.join(''))
const comments = fc.constantFrom('', '<!---->', '<!-- - > -->', '<?pi x?>', '<![CDATA[<&]]>', '<![CDATA[]]>')

const elements = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name: names,
      attributes: fc.uniqueArray(fc.tuple(attributeNames, texts), {
        selector: ([name]) => name,
        maxLength: 3,
      }),
      content: fc.array(fc.oneof({ depthSize: 'small' }, texts, comments, tie('element')), { maxLength: 4 }),
      space: fc.constantFrom('', ' ', '\n'),
    })
    .map(({ name, attributes, content, space }) => {
      const shown = attributes.map(([attribute, value]) => ` ${attribute}="${value}"`).join('')
      return content.length === 0
        ? `<${name}${shown}${space}/>`
        : `<${name}${shown}${space}>${content.join('')}</${name}${space}>`
    }),
})).element
const documents = fc
  .tuple(fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>', '\n'), elements, comments)
  .map((pieces) => pieces.join(''))

const insertions = [
  '',
  '<',
  '>',
  '&',
  '"',
  '/',
  '=',
  ' ',
  ']]>',
  '--',
  '<!',
  '?',
  '\u0001',
  'z',
  ':',
  '\r',
  '</a>',
  '<a>',
]
/** Changes that make some documents ill-formed, in the ways that files are. */
const damages = fc.array(
  fc.record({
    at: fc.nat(),
    remove: fc.nat(3),
    insert: fc.constantFrom(...insertions),
  }),
  { maxLength: 2 },
)

function damage(
  xml: string,
  changes: readonly { readonly at: number; readonly remove: number; readonly insert: string }[],
): string {
  let damaged = xml
  for (const { at, remove, insert } of changes) {
    const position = at % (damaged.length + 1)
    damaged = damaged.slice(0, position) + insert + damaged.slice(position + remove)
  }
  return Buffer.from(damaged).toString() // no halves of surrogate pairs
}

/** The bytes cut where the numbers say, never within a character. */
function cut(xml: string, cuts: readonly number[]): readonly Buffer[] {
  const points = [...Array.from(xml).keys()]
  const chosen = cuts.map((at) => points[at % points.length] ?? 0).toSorted((a, b) => a - b)
  const letters = Array.from(xml)
  return [0, ...chosen].map((from, index) => Buffer.from(letters.slice(from, chosen[index]).join('')))
}

describe('the XML reader', () => {
  it('accepts the documents that saxes accepts, with the same events, however they are cut', () => {
    fc.assert(
      fc.property(documents, damages, fc.array(fc.nat(), { maxLength: 5 }), (whole, changes, cuts) => {
        const xml = damage(whole, changes)
        const ours = readByOurs(cut(xml, cuts))
        expect(ours).toEqual(readBySaxes(xml))
      }),
      { numRuns: 3_000 },
    )
  })
})
