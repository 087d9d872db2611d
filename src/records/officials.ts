import { randomUUID } from 'node:crypto'
import { assert } from '#core/assert.ts'
import { isOfficeLanguage, type OfficeLanguage } from '#core/language.ts'
import type { Actor } from '#core/lifecycle/application.ts'
import { isRole, type Role } from '#core/lifecycle/lifecycle.ts'
import type { Tx } from '#platform/database.ts'
import { blindIndex, installationKey, openText, seal, type MasterKey } from '#platform/sealing.ts'
import { emailKey } from '#records/accounts.ts'

/** The people of the office. Their names are sealed too: a dump of the database names nobody. */
export type Official = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly body?: string
  readonly language: OfficeLanguage
  readonly isDemonstration: boolean
}
export type OfficialSigningIn = Official & { readonly passwordHash: string }

export const actorOf = ({ id, roles, body }: Official): Actor =>
  body === undefined ? { id, roles } : { id, roles, body }

export async function officialByEmail(
  tx: Tx,
  master: MasterKey,
  email: string,
): Promise<Official | undefined> {
  const row = await officialQuery(tx)
    .where('official.emailIndex', '=', emailIndex(master, email))
    .executeTakeFirst()
  return row && officialOf(row, master)
}

/** Somebody who signs in, with what the password is held against; for the door alone. */
export async function officialSigningIn(
  tx: Tx,
  master: MasterKey,
  email: string,
): Promise<OfficialSigningIn | undefined> {
  const row = await officialQuery(tx)
    .select('official.passwordHash')
    .where('official.emailIndex', '=', emailIndex(master, email))
    .executeTakeFirst()
  return row && { ...officialOf(row, master), passwordHash: row.passwordHash }
}

const SEEN = [
  'official.id',
  'official.emailSealed',
  'official.nameSealed',
  'official.roles',
  'official.body',
  'official.language',
  'official.isDemonstration',
] as const

/** Those who still work here. */
export const officialQuery = (from: Pick<Tx, 'selectFrom'>) =>
  from.selectFrom('official').select(SEEN).where('official.active', '=', true)

/** The names behind the ids that a page shows; former officials included. */
export async function namesOfOfficials(
  tx: Tx,
  master: MasterKey,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('official')
    .select(SEEN)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, officialOf(row, master).name]))
}

/** Adds an official, or brings one with that address up to date. */
export async function putOfficial(
  tx: Tx,
  master: MasterKey,
  official: Omit<OfficialSigningIn, 'id'>,
): Promise<string> {
  const index = emailIndex(master, official.email)
  const known = await tx
    .selectFrom('official')
    .select('id')
    .where('emailIndex', '=', index)
    .executeTakeFirst()
  const id = known?.id ?? randomUUID()
  const key = installationKey(master, 'officials')
  const row = {
    emailIndex: index,
    emailSealed: seal(key, { place: `official.email_sealed:${id}`, plain: official.email }),
    nameSealed: seal(key, { place: `official.name_sealed:${id}`, plain: official.name }),
    passwordHash: official.passwordHash,
    roles: [...official.roles],
    body: official.body ?? null,
    language: official.language,
    isDemonstration: official.isDemonstration,
  }
  await tx
    .insertInto('official')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  return id
}

const emailIndex = (master: MasterKey, email: string): Buffer =>
  blindIndex(master, 'official.email', emailKey(email))

type OfficialRow = {
  readonly id: string
  readonly emailSealed: Buffer
  readonly nameSealed: Buffer
  readonly roles: readonly string[]
  readonly body: string | null
  readonly language: string
  readonly isDemonstration: boolean
}

export function officialOf(row: OfficialRow, master: MasterKey): Official {
  const { id, body, language, isDemonstration } = row
  const key = installationKey(master, 'officials')
  const roles = row.roles.filter(isRole)
  assert(roles.length === row.roles.length, `the roles of official ${id} are known`)
  return {
    id,
    name: openText(key, { place: `official.name_sealed:${id}`, sealed: row.nameSealed }),
    email: openText(key, { place: `official.email_sealed:${id}`, sealed: row.emailSealed }),
    roles,
    ...(body === null ? {} : { body }),
    language: isOfficeLanguage(language) ? language : 'az',
    isDemonstration,
  }
}
