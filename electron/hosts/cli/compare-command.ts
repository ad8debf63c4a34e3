import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Client } from '#shared/contract/index.ts'
import type { CopySource } from '#shared/contract/comparison.ts'
import { conditionText, countDifferences, differenceText, loneText } from '#shared/text/comparison-text.ts'
import type { Command } from './command-types.ts'
import { partnerIds } from './partner-ids.ts'
import { readInput } from './read-input.ts'

export const compareCommand: Command = {
  usage: 'compare-iia A B',
  operands: 2,
  options: {},
  needsOffice: true,
  async run({ client, words: { t } }, _values, [a = '', b = '']) {
    const compared = await client.ewp.compare({ a: await sourceOf(client, a), b: await sourceOf(client, b) })
    const { ours, theirs, pairs } = compared
    const count = countDifferences(pairs)
    const lines = pairs.flatMap((pair) => {
      const condition = pair.ours === null ? theirs.conditions[pair.theirs ?? 0] : ours.conditions[pair.ours]
      const said =
        pair.ours === null || pair.theirs === null
          ? [loneText(t, pair)]
          : pair.differences.map((difference) => differenceText(t, difference))
      return said.length === 0 ? [] : [conditionText(t, condition), ...said.map((line) => `  ${line}`)]
    })
    const text = [
      t('comparison.of', { ours: ours.label, theirs: theirs.label }),
      count === 0 ? t('comparison.same') : t('comparison.count', { count }),
      ...lines,
    ]
    return {
      data: {
        isSame: count === 0,
        count,
        ...compared,
        pairs: pairs.map((pair) => ({
          ...pair,
          differences: pair.differences.map((one) => ({ ...one, message: differenceText(t, one) })),
        })),
      },
      text: text.map((line) => `${line}\n`).join(''),
    }
  },
}

/** A file that is there, else a partner of the office by code or name. */
async function sourceOf(client: Client, written: string): Promise<CopySource> {
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), written)
  const isFile = existsSync(path) && statSync(path).isFile()
  if (isFile || /\.(?:xml|xlsx|csv)$/i.test(written)) return { file: readInput(written) }
  const [institutionId = ''] = await partnerIds(client, [written])
  return { institutionId }
}
