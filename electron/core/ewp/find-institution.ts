import type { Kysely } from 'kysely'
import type { Database } from '#core/db/schema.ts'

export interface KnownInstitution {
  readonly id: string
  readonly name: string
  /** Found by the address of its site: it has no SCHAC code yet. */
  readonly isBySite?: boolean
}

/** Finds the institution of a hei-id: by its SCHAC code, else the only one whose site is of that domain. */
export async function findInstitution(
  db: Kysely<Database>,
  heiId: string,
): Promise<KnownInstitution | undefined> {
  const bySchac = await db
    .selectFrom('institution')
    .select(['id', 'name'])
    .where('schac', '=', heiId)
    .executeTakeFirst()
  if (bySchac !== undefined) return bySchac
  const withSite = await db
    .selectFrom('institution')
    .select(['id', 'name', 'website'])
    .where('website', 'is not', null)
    .where('schac', 'is', null)
    .execute()
  const found = withSite.filter(({ website }) => hostOf(website ?? '') === heiId)
  const [only] = found
  return found.length === 1 && only !== undefined
    ? { id: only.id, name: only.name, isBySite: true }
    : undefined
}

/** The host of an address, `www.` left out. */
function hostOf(website: string): string | undefined {
  return /^(?:https?:\/\/)?(?:www\.)?([^/:?#]+)/i.exec(website.trim())?.[1]?.toLowerCase()
}
