import type { JobResult, JobStart } from '#shared/contract/jobs.ts'
import type { ExportParams } from '#core/exports/define-export.ts'
import { exportFormat } from '#core/exports/index.ts'
import { runExport } from '#core/jobs/run-export.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'
import { athensSessions, markNominated } from '#core/features/nominations/nominations.service.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import type { AppContext } from '#core/rpc/context.ts'

type Asked = Pick<Extract<JobStart, { kind: 'export' }>, 'format' | 'params' | 'draft'>

/** Makes the file, and records the nominations that it carries as one action, unless it is only a draft. */
export async function exportAndRecord(
  context: AppContext,
  asked: Asked,
  job: JobContext,
): Promise<JobResult> {
  const office = context.office.current()
  const today = context.deps.clock.today()
  const made = await runExport(
    {
      path: office.connections.path,
      log: context.deps.log,
      language: context.language(),
      today,
      academicYear: office.academicYear(),
      gazetteer: context.gazetteer,
    },
    { format: asked.format, params: await withDefaults(office, asked, today) },
    job,
  )
  const nominated = new Set(made.files.flatMap((file) => file.mobilityIds)).size
  if (nominated > 0 && asked.draft !== true) {
    const input = { format: asked.format, files: made.files, sentOn: today }
    await office.door.change('nominate', { count: nominated }, (trx) =>
      markNominated(trx, context.deps, input),
    )
  }
  return {
    kind: 'export',
    file: new File([made.file.bytes], made.file.name),
    rows: made.rows,
    leftOut: made.leftOut,
    nominated: asked.draft === true ? 0 : nominated,
    sha256: made.sha256,
    remarks: made.remarks.map(({ code, params }) => ({ code, params: { ...params } })),
  }
}

/** A year or a session that was not given is the present one: the one the office works on. */
async function withDefaults(office: OfficeServices, asked: Asked, today: string): Promise<ExportParams> {
  const params: ExportParams = { ...asked.params }
  for (const param of exportFormat(asked.format).params) {
    if (params[param.key] !== undefined) continue
    if (param.type === 'academic-year') params[param.key] = office.academicYear()
    if (param.type === 'athens-session') {
      const session = await presentSession(office, today)
      if (session !== undefined) params[param.key] = session
    }
  }
  return params
}

/** The next session for which students have made choices; when none is to come, the latest. */
async function presentSession(office: OfficeServices, today: string): Promise<string | undefined> {
  const sessions = (await athensSessions(office.connections.read)).filter((known) => known.students > 0)
  const names = sessions.map((known) => known.session).toSorted()
  return names.find((name) => name >= today.slice(0, 7)) ?? names.at(-1)
}
