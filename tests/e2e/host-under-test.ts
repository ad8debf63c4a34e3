import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Language } from '#shared/text/define-texts.ts'
import type { ProfileName } from '#shared/contract/office.ts'

export const root = join(import.meta.dirname, '../..')

/** The Node that runs the sources: the one of the project where the tests were started with an older one. */
export function nodeProgram(): string {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** Folders of one test alone: nothing of this computer's user is read or written. */
export interface TestFolders {
  readonly folder: string
  readonly state: string
  readonly offices: string
  readonly remove: () => void
}

export function makeFolders(testId: string): TestFolders {
  const folder = mkdtempSync(join(tmpdir(), `escale-${testId}-`))
  return {
    folder,
    state: join(folder, 'state'),
    offices: join(folder, 'offices'),
    // A browser that is ending may still write to its profile.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  }
}

/** What a program of ours gets to know: our folders, a language, and no display unless asked for. */
export function environment(folders: TestFolders, language: Language): NodeJS.ProcessEnv {
  const locale = language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8'
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, INIT_CWD: _folder, ...env } = process.env
  return {
    ...env,
    ESCALE_STATE: folders.state,
    ESCALE_OFFICES: folders.offices,
    LC_ALL: locale,
    LANG: locale,
    LANGUAGE: language,
    NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
  }
}

interface OfficeWish {
  readonly name?: string
  readonly profile: ProfileName
  readonly sample: boolean
}

/** A new office file in the folders of a test. @returns its path */
export function createOffice(folders: TestFolders, { name = 'Office', ...wish }: OfficeWish): string {
  mkdirSync(folders.offices, { recursive: true })
  const file = join(folders.offices, `${name}.escale`)
  copyFileSync(officeLike(wish), file)
  return file
}

const made = new Map<string, string>()

/** An office of that kind, made with the command line as a user would; the next ones are copies of it. */
function officeLike({ profile, sample }: Omit<OfficeWish, 'name'>): string {
  const kind = sample ? `${profile}-sample` : profile
  const known = made.get(kind)
  if (known !== undefined) return known
  const folders = makeFolders(kind)
  process.once('exit', folders.remove)
  mkdirSync(folders.offices, { recursive: true })
  const file = join(folders.offices, 'Office.escale')
  const args = ['--file', file, 'create', '--profile', profile, ...(sample ? ['--sample'] : [])]
  const { status, stderr } = spawnSync(nodeProgram(), ['electron/hosts/cli.ts', ...args], {
    cwd: root,
    env: environment(folders, 'en'),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The office could not be made: ${stderr}`)
  made.set(kind, file)
  return file
}

/** A host that was started by the test. */
export interface Host {
  readonly pid: number
  /** Everything that it has written. */
  readonly output: () => string
  /** Resolves with the address once it is printed. Rejects when the host ends before. */
  readonly url: Promise<string>
  /** Resolves with the exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>
  readonly signal: (signal: NodeJS.Signals) => void
  /** Ends it in the way that every system has: by going away. */
  readonly end: () => Promise<number | string>
}

/** Starts a program of ours; `program` is a path in the project. */
export function startHost(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Host {
  const child = spawn(nodeProgram(), [join(root, program), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const ended = endOf(child)
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}(?=\s)/.exec(output)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    void ended.then((end) => reject(new Error(`The host ended (${end}) without an address:\n${output}`)))
  })
  url.catch(() => {}) // a test may only look at how the host ended
  return {
    pid: child.pid ?? 0,
    output: () => output,
    url,
    ended,
    signal: (signal) => child.kill(signal),
    end: () => {
      if (child.connected) child.disconnect()
      return ended
    },
  }
}

/** Waits for what was written too. Not for `close`, which Node leaves out after the channel was cut from this side. */
async function endOf(child: ChildProcess): Promise<number | string> {
  const written = [child.stdout, child.stderr].flatMap((stream) =>
    stream === null ? [] : [finished(stream)],
  )
  const [code, signal]: unknown[] = await once(child, 'exit')
  await Promise.all(written)
  return typeof code === 'number' ? code : String(signal)
}
