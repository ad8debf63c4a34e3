import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The program of the Electron runtime among the packages of `projectFolder`, when it is there: it is a download of its
 * own, that many offices and build machines cannot make.
 */
export function findElectron(projectFolder: string): string | undefined {
  const folder = join(projectFolder, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : undefined
}
