import { mechanisms } from '#shared/domain/allocation/types.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import type { Command, CommandContext, CommandResult, CommandValues } from './command-types.ts'
import { readInput } from './read-input.ts'
import { finish } from './jobs.ts'
import { UsageError } from './usage-error.ts'

/** `campaign run` allocates, and keeps nothing unless a name is given; `campaign import` makes a campaign of a whole instance. */
export const campaignCommand: Command = {
  usage:
    'campaign run [--mechanism priority|stable|max] [--fair] [--campaign ID] [--seed N] [--keep NAME] | campaign import FILE',
  operands: [1, 2],
  options: {
    mechanism: { type: 'string', default: 'stable' },
    /** Maximum placement without justified envy. */
    fair: { type: 'boolean', default: false },
    campaign: { type: 'string' },
    seed: { type: 'string' },
    /** The name of a scenario under which the result is kept. */
    keep: { type: 'string' },
  },
  needsOffice: true,
  async run(context, values, [what, path]) {
    if (what === 'run' && path === undefined) return await runCampaign(context, values)
    if (what === 'import' && path !== undefined) return await importCampaign(context, path)
    throw new UsageError('cli.error.campaign')
  },
}

async function runCampaign({ client, words }: CommandContext, values: CommandValues): Promise<CommandResult> {
  const mechanism = mechanisms.find((name) => name === values['mechanism'])
  if (mechanism === undefined)
    throw new UsageError('cli.error.mechanism', { mechanism: String(values['mechanism']) })
  const result = await finish(client, {
    kind: 'allocate',
    campaignId: await campaignIdOf(client, values['campaign']),
    rule: { mechanism, isFair: values['fair'] === true, keepsPresent: false, seed: seedOf(values['seed']) },
    baseId: null,
    keepAs: typeof values['keep'] === 'string' && values['keep'] !== '' ? values['keep'] : null,
    trial: [],
  })
  if (result.kind !== 'allocate') throw new Error(`Allocating gave ${result.kind}`)
  const { measure, certificate, assignments, seed } = result
  const { students, placed, unplaced, byRank, atRisk, atRiskPlaced, rankTotal } = measure
  const data = {
    mechanism,
    seed,
    students,
    placed,
    unplaced,
    byRank,
    objective: { atRisk, atRiskPlaced, placed, rankTotal },
    certificate: { ok: certificate.isValid, violations: certificate.violations },
    assignments: assignments.map(({ student, place, rank }) => ({ student, place, rank })),
  }
  const { t } = words
  const ranks = Object.entries(byRank).map(([rank, count]) => `${rank}: ${count}`)
  const lines = [
    t('cli.campaign.run', {
      mechanism: t(choiceLabel('scenario', 'mechanism', mechanism)),
      seed: String(seed),
      students,
      placed,
      unplaced,
      ranks: ranks.join(', '),
    }),
    certificate.isValid
      ? t('cli.campaign.certified')
      : t('cli.campaign.not-certified', { count: certificate.violations.length }),
    ...assignments.map(({ student, place, rank }) => `${student}\t${place ?? '–'}\t${rank ?? ''}`),
  ]
  return { data, text: lines.map((line) => `${line}\n`).join('') }
}

/** A campaign by its id or its name; null when none is named. */
async function campaignIdOf(
  client: CommandContext['client'],
  given: CommandValues[string],
): Promise<string | null> {
  if (typeof given !== 'string') return null
  const known = await client.campaigns.list()
  return known.find(({ id, name }) => id === given || name === given)?.id ?? given
}

function seedOf(given: CommandValues[string]): number | null {
  if (given === undefined) return null
  const seed = Number(given)
  if (!Number.isInteger(seed) || seed < 0 || seed > 4_294_967_295)
    throw new UsageError('cli.error.seed', { seed: String(given) })
  return seed
}

async function importCampaign({ client, words }: CommandContext, path: string): Promise<CommandResult> {
  const made = await client.campaigns.importInstance({ file: readInput(path) })
  return { data: made, text: `${words.t('cli.campaign.import', { ...made, id: made.campaignId })}\n` }
}
