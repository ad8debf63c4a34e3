import type { Migration } from '../migrate.ts'
import { createOffice } from './0010-create-office.ts'

/** In order; a released migration is never changed. */
export const migrations: readonly Migration[] = [createOffice]
