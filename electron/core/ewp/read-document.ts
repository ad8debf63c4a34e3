import { createHash } from 'node:crypto'
import { DomainError } from '#shared/domain/errors.ts'
import { iiaRule, iiaRule6 } from '#shared/domain/ewp/iia-rules.ts'
import { checkIiaSense } from '#shared/domain/ewp/iia-sense.ts'
import { upgradeIias, yearGaps } from '#shared/domain/ewp/iia-upgrade.ts'
import { lasRule, omobilitiesRule } from '#shared/domain/ewp/mobility-rules.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { checkDocument, type ElementRule, type SchemaFinding } from '#shared/domain/ewp/schema.ts'
import { childrenOf, findChild, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { openXml } from '#core/sheets/open-xml.ts'
import type { OpenOptions } from '#core/sheets/open-workbook.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { EwpNote } from './ewp-plan.ts'

/** The kinds of EWP documents that can be read. */
export type EwpKind = 'iia' | 'nominations' | 'learning-agreements'

/** One agreement, nomination or learning agreement of a document, with what its schema does not allow in it. */
export interface EwpPart {
  readonly node: XmlNode
  readonly findings: readonly SchemaFinding[]
  readonly notes: readonly EwpNote[]
}

/** A document read and checked; agreements of version 6 have been turned into version 7. */
export interface EwpDocument {
  readonly kind: EwpKind
  readonly version: number
  readonly fileName: string
  readonly sha256: string
  readonly parts: readonly EwpPart[]
  /** Findings that no part holds. */
  readonly findings: readonly SchemaFinding[]
}

interface KnownDocument {
  readonly kind: EwpKind
  readonly root: string
  readonly part: string
  readonly versions: readonly {
    readonly version: number
    readonly namespace: string
    readonly rule: ElementRule
  }[]
}

const knownDocuments: readonly KnownDocument[] = [
  {
    kind: 'iia',
    root: 'iias-get-response',
    part: 'iia',
    versions: [
      { version: 7, namespace: namespaces.iia7, rule: iiaRule },
      { version: 6, namespace: namespaces.iia6, rule: iiaRule6 },
    ],
  },
  {
    kind: 'nominations',
    root: omobilitiesRule.name,
    part: 'student-mobility',
    versions: [{ version: 3, namespace: namespaces.omobilities3, rule: omobilitiesRule }],
  },
  {
    kind: 'learning-agreements',
    root: lasRule.name,
    part: 'la',
    versions: [{ version: 1, namespace: namespaces.las1, rule: lasRule }],
  },
]

/**
 * Reads an EWP document in the caged process and checks it against the rules of its schema.
 * @throws DomainError `sheet-refused`, `job-cancelled`, `ewp-unknown-root`, `ewp-unknown-version`, `ewp-other-kind`
 */
export async function readEwpDocument(
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: OpenOptions,
  asked?: EwpKind,
): Promise<EwpDocument> {
  const root = await openRoot(file, options)
  const known = knownDocuments.find((document) => document.root === root.name)
  if (known === undefined)
    throw new DomainError('ewp-unknown-root', { file: file.name, root: root.name, line: root.line ?? 1 })
  if (asked !== undefined && known.kind !== asked)
    throw new DomainError('ewp-other-kind', { file: file.name, root: root.name, found: known.kind, asked })
  const found = known.versions.find(({ namespace }) => namespace === root.namespace)
  if (found === undefined)
    throw new DomainError('ewp-unknown-version', {
      file: file.name,
      root: root.name,
      version: /stable-v(\d+)/.exec(root.namespace)?.[1] ?? root.namespace,
      supported: known.versions.map(({ version }) => version).join(', '),
    })
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const rest = { kind: known.kind, version: found.version, fileName: file.name, sha256 }
  return { ...rest, ...partsOf(root, known, found) }
}

function partsOf(
  root: XmlNode,
  known: KnownDocument,
  { version, rule }: KnownDocument['versions'][number],
): Pick<EwpDocument, 'parts' | 'findings'> {
  const isOld = known.kind === 'iia' && version === 6
  const current = isOld ? upgradeIias(root) : root
  const findings = [...checkDocument(root, rule), ...(known.kind === 'iia' ? checkIiaSense(current) : [])]
  const nodes = childrenOf(current, known.part)
  const prefixOf = (index: number) =>
    `${root.name}/${known.part}${nodes.length === 1 ? '' : `[${index + 1}]`}`
  const isWithin = ({ path }: SchemaFinding, prefix: string) =>
    path === prefix || path.startsWith(`${prefix}/`)
  const parts = nodes.map((node, index) => ({
    node,
    findings: findings.filter((finding) => isWithin(finding, prefixOf(index))),
    notes: isOld ? notesOfUpgrade(childrenOf(root, known.part)[index]) : [],
  }))
  const held = new Set(parts.flatMap((part) => part.findings))
  return { parts, findings: findings.filter((finding) => !held.has(finding)) }
}

/** What turning an agreement of version 6 into one of version 7 could not keep as it was. */
function notesOfUpgrade(old: XmlNode | undefined): readonly EwpNote[] {
  if (old === undefined) return []
  const pdf = findChild(old, 'pdf') === undefined ? [] : [{ code: 'pdf-left-out', params: {} }]
  const gaps = yearGaps(old).map((condition) => ({ code: 'years-with-gap', params: { condition } }))
  return [{ code: 'from-version-6', params: {} }, ...pdf, ...gaps]
}

async function openRoot(
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: OpenOptions,
): Promise<XmlNode> {
  try {
    return await openXml(file.bytes, options)
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    if (error.code === 'cancelled') throw new DomainError('job-cancelled')
    throw new DomainError('sheet-refused', { ...error.params, reason: error.code, file: file.name })
  }
}
