import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, wherever the command was typed. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Where results of earlier runs are remembered; may be deleted at any time. */
export const cacheFolder = join(root, '.cache')
