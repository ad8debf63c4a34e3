import type { Client } from '#shared/contract/index.ts'
import { parseErasmusCode } from '#shared/domain/erasmus-code.ts'
import { DomainError } from '#shared/domain/errors.ts'

/** Partners by Erasmus code, PIC, or name. */
export async function partnerIds(
  client: Client,
  partners: string | boolean | readonly string[] | undefined,
): Promise<string[]> {
  const ids: string[] = []
  for (const partner of Array.isArray(partners) ? partners : []) {
    const code = parseErasmusCode(partner)
    const tries = [
      ...(code.ok ? [{ key: 'erasmusCode', value: code.value }] : []),
      { key: 'pic', value: partner },
      { key: 'localCode', value: partner },
      { key: 'name', value: partner },
    ]
    const found = await firstFound(client, tries)
    if (found === undefined) throw new DomainError('partner-unknown', { partner })
    ids.push(found)
  }
  return ids
}

async function firstFound(
  client: Client,
  tries: readonly { key: string; value: string }[],
): Promise<string | undefined> {
  for (const { key, value } of tries) {
    const filters = [{ key, test: 'is' as const, values: [value] }]
    const [id] = await client.lists.ids({ list: 'partners', query: { search: '', filters, sort: [] } })
    if (id !== undefined) return id
  }
  return undefined
}
