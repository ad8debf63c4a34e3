import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '#core/ports/ports.ts'
import { createJsonLog } from '#core/ports/system.ts'

const rotateAtBytes = 5 * 1024 * 1024

/**
 * The log of one user: JSON lines in `<stateFolder>/logs/<program>.log`, the file before kept as `<program>.old.log`.
 * Written at once: what precedes a crash is what one wants to read.
 */
export function openLogFile(stateFolder: string, program: string): Log {
  const folder = join(stateFolder, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${program}.log`)
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rotateAtBytes) {
    renameSync(file, join(folder, `${program}.old.log`))
  }
  return createJsonLog((line) => appendFileSync(file, `${line}\n`, { mode: 0o600 }))
}
