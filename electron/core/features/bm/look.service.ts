import type { BmChoice, BmTemplate } from '#shared/contract/bm.ts'
import { createCountryReader } from '#core/imports/country-names.ts'
import { quietJob } from '#core/imports/import-job.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { describeFile, matchFile } from './match-file.ts'
import { readBmFile } from './read-bm-file.ts'
import { findRemembered } from './template-memory.ts'

/** Reads a template and says what its columns are, as the user says or as the last time. Nothing is kept. */
export async function lookAtBmTemplate(
  context: AppContext,
  input: { readonly file: File; readonly choices: readonly BmChoice[] },
): Promise<BmTemplate> {
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const file = await readBmFile({ name: input.file.name, bytes }, quietJob, context.deps.sheets ?? {})
  const { connections } = context.office.current()
  const memory = await findRemembered(connections.read, 'beneficiary-module', file.labels)
  return describeFile(file, matchFile(file, memory, input.choices, createCountryReader()), memory)
}
