import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { preferencesSchema, type Preferences } from '#shared/contract/office.ts'

/** What this computer's user chose and opened, kept outside the office file. */
export interface UserState {
  readonly preferences: () => Preferences
  readonly setPreferences: (patch: Partial<Preferences>) => void
  /** Office files opened, the latest first. */
  readonly recentFiles: () => readonly string[]
  readonly addRecentFile: (path: string) => void
}

const stateSchema = z.object({ preferences: preferencesSchema, recentFiles: z.array(z.string()) })
type State = z.infer<typeof stateSchema>

const firstState: State = { preferences: { language: null, theme: 'auto', views: {} }, recentFiles: [] }
const keptFiles = 10

/** The state kept in a folder; without one, the state of a single run, such as a command. */
export function openUserState(folder: string | null): UserState {
  if (folder !== null) mkdirSync(folder, { recursive: true })
  const path = folder === null ? null : join(folder, 'preferences.json')
  let state = path === null ? firstState : readState(path)
  const save = (next: State) => {
    state = next
    if (path === null) return
    // a whole file or none: the computer may stop at any time
    writeFileSync(`${path}.new`, JSON.stringify(state, null, 2))
    renameSync(`${path}.new`, path)
  }
  return {
    preferences: () => state.preferences,
    setPreferences: (patch) => save({ ...state, preferences: { ...state.preferences, ...patch } }),
    recentFiles: () => state.recentFiles.filter((file) => existsSync(file)),
    addRecentFile: (file) =>
      save({
        ...state,
        recentFiles: [file, ...state.recentFiles.filter((other) => other !== file)].slice(0, keptFiles),
      }),
  }
}

/** Preferences hold no work: when the file cannot be understood, the user starts from the first ones. */
function readState(path: string): State {
  if (!existsSync(path)) return firstState
  try {
    const read = stateSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return read.success ? read.data : firstState
  } catch (error) {
    if (error instanceof SyntaxError) return firstState
    throw error
  }
}
