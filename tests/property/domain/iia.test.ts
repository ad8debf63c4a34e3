import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iiaRule } from '#shared/domain/ewp/iia-rules.ts'
import { readIia, writeIia } from '#shared/domain/ewp/iia.ts'
import { prefixes } from '#shared/domain/ewp/namespaces.ts'
import { checkDocument } from '#shared/domain/ewp/schema.ts'
import { writeXml } from '#shared/domain/ewp/xml-writer.ts'
import { branch, withoutLines, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { readXmlTree } from '#core/sheets/xml/read-xml-tree.ts'
import { iiaDocuments } from '#tests/fixtures/ewp/iia-documents.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const documents = iiaDocuments('ours.example', ['theirs.example'])

/** The document with the hashes that its contents have. */
function rehashed(root: XmlNode): XmlNode {
  return branch(
    root.namespace,
    root.name,
    root.children.map((iia) => writeIia(readIia(iia), sha256)),
  )
}

function withoutHash(node: XmlNode): XmlNode {
  return { ...node, children: node.children.filter(({ name }) => name !== 'iia-hash').map(withoutHash) }
}

describe('an agreement of version 7', () => {
  it('is what its schema allows, and is written as it was read, hash aside', () => {
    fc.assert(
      fc.property(documents, (root) => {
        expect(checkDocument(root, iiaRule)).toEqual([])
        expect(withoutHash(rehashed(root))).toEqual(withoutHash(root))
      }),
      { numRuns: 300 },
    )
  })

  it('survives being written as text and read back', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (root) => {
        const read = await readXmlTree(Buffer.from(writeXml(root, prefixes)))
        expect(withoutLines(read)).toEqual(root)
      }),
      { numRuns: 200 },
    )
  })

  it('shows a change of any value kept, and nothing else changes', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 99 }), (root, people) => {
        const [node] = root.children
        if (node === undefined) throw new Error('no agreement')
        const iia = readIia(node)
        const changed = writeIia(
          { ...iia, conditions: iia.conditions.map((one) => ({ ...one, peoplePerYear: people })) },
          sha256,
        )
        const again = readIia(changed)
        expect(again.conditions.map(({ peoplePerYear }) => peoplePerYear)).toEqual(
          iia.conditions.map(() => people),
        )
        expect(again.conditions.map(({ languages }) => languages)).toEqual(
          iia.conditions.map(({ languages }) => languages),
        )
        expect(again.partners).toEqual(iia.partners)
      }),
      { numRuns: 100 },
    )
  })
})
