import type { App } from '#core/app.ts'
import type { Refusal, Result } from '#shared/domain/result.ts'
import { defaultKey, officeKey, type RunningHosts, type Taken } from './running.ts'
import type { RunningRecord } from './running-record.ts'

/** The places that one host holds among the running ones: its office file's, and the one of starts without a file. */
export interface Places {
  readonly take: () => Promise<Result<Taken, Refusal<'silent'>>>
  /** Lets later starts reach us. */
  readonly announce: (reach: Omit<RunningRecord, 'pid'>) => void
  /** Holds the place of whatever office is open, from now on. Returns how to stop. */
  readonly follow: (app: Pick<App, 'officePath' | 'onOfficeChange'>) => () => void
  /** Takes a profile folder's name for our window. */
  readonly takeProfile: () => string
  readonly leave: () => void
}

/** `officeFile` is the file that the start asks for; the last one used when undefined. */
export function holdPlaces(hosts: RunningHosts, officeFile: string | undefined): Places {
  const asked = officeFile === undefined ? defaultKey : officeKey(officeFile)
  const held = new Set<string>()
  let own: RunningRecord = { pid: process.pid }
  const hold = (key: string) => {
    held.add(key)
    hosts.put(key, own)
  }
  const leave = (key: string) => {
    held.delete(key)
    hosts.leave(key, own)
  }
  const follow = (path: string | undefined) => {
    const open = path === undefined ? [] : [officeKey(path)]
    // Whoever opened an office last is where a start without a file goes: that file is the last one used.
    const wanted = [defaultKey, ...open]
    for (const key of held) if (!wanted.includes(key) && !key.startsWith('profile-')) leave(key)
    for (const key of wanted) hold(key)
  }
  return {
    take: async () => {
      const taken = await hosts.take(asked, own)
      if (taken.ok && taken.value.kind === 'taken') held.add(asked)
      return taken
    },
    announce: (reach) => {
      own = { ...own, ...reach }
      for (const key of held) hosts.put(key, own)
    },
    follow: (app) => {
      follow(app.officePath())
      return app.onOfficeChange(() => follow(app.officePath()))
    },
    takeProfile: () => {
      const key = hosts.takeProfile(own)
      held.add(key)
      return key
    },
    leave: () => {
      for (const key of held) leave(key)
    },
  }
}
