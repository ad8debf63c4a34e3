import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { os } from '#core/rpc/implement.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { readProfile } from '#core/features/settings/settings.service.ts'
import { academicYearToday } from './office-services.ts'
import { checkOffice } from './check.service.ts'
import { todayOf } from './today.service.ts'
import { createBroadcast } from '#core/jobs/broadcast.ts'

export const officeRouter = {
  status: os.office.status.handler(({ context }) => statusOf(context)),
  known: os.office.known.handler(({ context }) => ({
    folder: context.deps.officeFolder,
    files: [...context.office.known()],
  })),
  create: os.office.create.handler(({ input, context }) =>
    context.office.create(context.office.pathFor(input.name), input.profile, input.sample),
  ),
  open: os.office.open.handler(({ input, context }) =>
    context.office.open(input.path.trim().replace(/^"(.*)"$/, '$1')),
  ),
  openCopy: os.office.openCopy.handler(async ({ input, context }) =>
    context.office.openCopy(input.file.name, new Uint8Array(await input.file.arrayBuffer())),
  ),
  close: os.office.close.handler(({ context }) => context.office.close()),
  setPreferences: os.office.setPreferences.handler(({ input, context }) => {
    const patch = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    context.userState.setPreferences(patch)
  }),
  check: os.office.check.handler(({ context }) => checkOffice(context.office.current().connections)),
  changes: os.office.changes.handler(async function* ({ context, signal }) {
    yield* followChanges(context, signal)
  }),
  today: os.office.today.handler(({ input, context }) =>
    todayOf(context.office.current(), context.deps.clock.today(), input?.office),
  ),
}

async function statusOf(context: AppContext) {
  const { deps, office, userState } = context
  const path = office.path()
  const today = deps.clock.today()
  return {
    version: deps.version,
    office:
      path === undefined
        ? null
        : { ...(await openOfficeStatus(context)), path, name: basename(path, '.escale') },
    preferences: { ...userState.preferences() },
    actor: deps.actor,
    today,
    academicYear: academicYearToday(today),
    suggestedLanguage: deps.suggestedLanguage,
  }
}

async function openOfficeStatus({ office }: AppContext) {
  const { connections } = office.current()
  const profile = await readProfile(connections.read)
  return { sizeBytes: statSync(connections.path).size, profile: profile.name, isSample: profile.isSample }
}

const watchOthersEveryMs = 2000

/** Tells of each change of the open file: at once when it is ours, within two seconds when another program's. */
async function* followChanges({ office }: AppContext, signal: AbortSignal | undefined) {
  const versions = createBroadcast<{ version: number }>()
  const versionOf = () =>
    office.path() === undefined
      ? -1
      : Number(office.current().connections.rawReader.pragma('data_version', { simple: true }))
  let seen = versionOf()
  const tell = () => {
    seen = versionOf()
    versions.send({ version: seen })
  }
  let stopDoor = office.path() === undefined ? () => undefined : office.current().door.onChange(tell)
  const stopOffice = office.onChange(() => {
    stopDoor()
    stopDoor = office.current().door.onChange(tell)
    tell()
  })
  const timer = setInterval(() => {
    if (versionOf() !== seen) tell()
  }, watchOthersEveryMs)
  try {
    const following = versions.follow(signal)
    yield { version: seen }
    yield* following
  } finally {
    clearInterval(timer)
    stopDoor()
    stopOffice()
  }
}
