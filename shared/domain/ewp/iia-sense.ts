import type { SchemaFinding } from './schema.ts'
import { childText, childrenOf, findChild, type XmlNode } from './xml-tree.ts'

/**
 * What the schema of agreements says in words only: the last year is not before the first, each condition is between
 * the two partners, and the partners are two institutions. Source: annotations of ewp-specs-api-iias v7.
 */
export function checkIiaSense(root: XmlNode): readonly SchemaFinding[] {
  const iias = childrenOf(root, 'iia')
  return iias.flatMap((iia, index) =>
    findingsOf(iia, `${root.name}/iia${iias.length === 1 ? '' : `[${index + 1}]`}`),
  )
}

function findingsOf(iia: XmlNode, path: string): readonly SchemaFinding[] {
  const heis = childrenOf(iia, 'partner').map((partner) => childText(partner, 'hei-id')?.toLowerCase() ?? '')
  const findings: SchemaFinding[] = []
  if (heis.length === 2 && heis[0] !== '' && heis[0] === heis[1])
    findings.push({ code: 'same-partner', path, line: iia.line, params: { hei: heis[0] ?? '' } })
  const specs = findChild(iia, 'cooperation-conditions')?.children ?? []
  for (const spec of specs) {
    const total = specs.filter(({ name }) => name === spec.name).length
    const number = specs.filter(({ name }) => name === spec.name).indexOf(spec) + 1
    const place = `${path}/cooperation-conditions/${spec.name}${total === 1 ? '' : `[${number}]`}`
    findings.push(...findingsOfSpec(spec, place, heis))
  }
  return findings
}

function findingsOfSpec(spec: XmlNode, path: string, heis: readonly string[]): readonly SchemaFinding[] {
  const findings: SchemaFinding[] = []
  const first = childText(spec, 'receiving-first-academic-year-id') ?? ''
  const last = childText(spec, 'receiving-last-academic-year-id') ?? ''
  if (first !== '' && last !== '' && last < first)
    findings.push({ code: 'years-reversed', path, line: spec.line, params: { first, last } })
  const sending = childText(spec, 'sending-hei-id')?.toLowerCase() ?? ''
  const receiving = childText(spec, 'receiving-hei-id')?.toLowerCase() ?? ''
  for (const hei of [sending, receiving])
    if (hei !== '' && !heis.includes(hei))
      findings.push({ code: 'not-a-partner', path, line: spec.line, params: { hei } })
  if (sending !== '' && sending === receiving)
    findings.push({ code: 'same-partner', path, line: spec.line, params: { hei: sending } })
  return findings
}
