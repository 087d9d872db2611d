import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { addDays, dayInBaku, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { isOfficeLanguage, type OfficeLanguage } from '#core/language.ts'
import { isOfficeRole, OFFICE_ROLES, type Actor, type Role } from '#core/cases/roles.ts'
import { inTransaction, type Database, type Tx } from '#platform/database.ts'
import { blindIndex, installationKey, openText, seal, type HouseSecret } from '#platform/sealing.ts'
import { recordAccess, type Doer } from '#records/access.ts'
import { emailKey, emailPlace } from '#records/accounts.ts'
import { comeAsNew, comeWith } from '#records/come.ts'
import type { House } from '#records/house.ts'
import type { Keys } from '#records/keys.ts'
import { addParty, heldKey, putCredential, type Credential } from '#records/parties.ts'

/**
 * The people of the office: parties with memberships, whose roles are asked for each day anew.
 * Their names are sealed under the key of the installation, since many pages name them.
 */
export type Official = {
  /** The party, as which they act. */
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly body?: string
  readonly language: OfficeLanguage
  readonly isDemonstration: boolean
}
type OfficialSigningIn = Official & { readonly passwordHash: string }

export const actorOf = ({ id, roles, body }: Official): Actor =>
  body === undefined ? { id, roles } : { id, roles, body }

type Finding = { readonly email: string; readonly on: IsoDate }

export async function officialByEmail(
  tx: Tx,
  secret: HouseSecret,
  finding: Finding,
): Promise<Official | undefined> {
  const [, row] = await Promise.all([
    officialComes(tx, secret, finding.email),
    foundBy(tx, secret, finding).executeTakeFirst(),
  ])
  return row && officialOf(row, secret)
}

/** Whichever official has this address acts at the door from now on. */
export const officialComes = (tx: Tx, secret: HouseSecret, email: string): Promise<void> =>
  comeWith(tx, 'e-mail', emailIndex(secret, email))

/** Somebody who signs in, with what the password is held against; for the door alone. */
export async function officialSigningIn(
  tx: Tx,
  secret: HouseSecret,
  finding: Finding,
): Promise<OfficialSigningIn | undefined> {
  const asked = foundBy(tx, secret, finding)
    .innerJoin('credential as password', 'password.account', 'account.id')
    .where('password.kind', '=', 'password')
    .where('password.endedAt', 'is', null)
    .select('password.hash')
  const [, row] = await Promise.all([
    officialComes(tx, secret, finding.email),
    asked.executeTakeFirst(),
  ])
  return row?.hash ? { ...officialOf(row, secret), passwordHash: row.hash } : undefined
}

const foundBy = (tx: Tx, secret: HouseSecret, { email, on }: Finding) =>
  officialQuery(tx, on)
    .innerJoin('credential as address', 'address.account', 'account.id')
    .where('address.kind', '=', 'e-mail')
    .where('address.index', '=', emailIndex(secret, email))
    .where('address.endedAt', 'is', null)

/** Those who work here on that day, in whichever role, with what a page tells of them. */
const officialQuery = (from: Pick<Tx, 'selectFrom'>, on: IsoDate) =>
  from
    .selectFrom('account')
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('membership')
          .select((each) => [
            sql<readonly string[]>`array_agg(role order by role)`.as('roles'),
            each.fn.max('body').as('body'),
          ])
          .whereRef('membership.party', '=', 'account.party')
          .where('membership.fromOn', '<=', on)
          .where((each) =>
            each.or([each('membership.untilOn', 'is', null), each('membership.untilOn', '>=', on)]),
          )
          .as('work'),
      (join) => join.onTrue(),
    )
    .select([
      'account.id as accountId',
      'account.party',
      'account.language',
      'account.nameSealed',
      'account.isDemonstration',
      'work.roles',
      'work.body',
    ])
    .where('account.face', '=', 'office')
    .where('account.closedAt', 'is', null)
    .where('work.roles', 'is not', null)

/** Where they are written to, as it was sealed. */
export const openOfficialsMailbox = (
  secret: HouseSecret,
  { account, address }: { readonly account: string; readonly address: Buffer },
): string =>
  openText(installationKey(secret, 'officials'), { place: emailPlace(account), sealed: address })

/** The names behind the ids that a page shows; former officials included. */
export async function namesOfOfficials(
  tx: Tx,
  secret: HouseSecret,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'party', 'nameSealed'])
    .where('party', 'in', [...new Set(ids)])
    .where('face', '=', 'office')
    .execute()
  return new Map(rows.map((row) => [row.party, nameIn(row, secret)]))
}

export type Hiring = Omit<OfficialSigningIn, 'id' | 'accountId'> & {
  readonly email: string
  readonly at: IsoMoment
  /** Their first day in these roles; today where it is not said. */
  readonly fromOn?: IsoDate
  /** Nobody where the house itself brings its people along. */
  readonly by?: Doer
}

/**
 * Adds officials, or brings those with these addresses up to date; gives the parties. The door
 * makes accounts, and the jobs say who has which role: no login that a stranger can reach makes
 * anybody an official.
 */
export async function putOfficials(
  {
    door,
    jobs,
    secret,
    keys,
  }: Pick<House, 'door' | 'secret' | 'keys'> & { readonly jobs: Database },
  hirings: readonly Hiring[],
): Promise<readonly string[]> {
  const put = await inTransaction(door, async (tx) => {
    const accounts: (Hiring & Holder)[] = []
    for (const hiring of hirings) {
      accounts.push({ ...hiring, ...(await putAccount(tx, { secret, keys }, hiring)) })
    }
    return accounts
  })
  await inTransaction(jobs, async (tx) => {
    for (const hiring of put) await putRoles(tx, hiring)
  })
  return put.map(({ partyId }) => partyId)
}

type Holder = { readonly partyId: string; readonly key: KeyObject }

async function putAccount(
  tx: Tx,
  { secret, keys }: Pick<House, 'secret' | 'keys'>,
  hiring: Hiring,
): Promise<Holder> {
  const { email, by, at, language, isDemonstration, passwordHash } = hiring
  const index = emailIndex(secret, email)
  await comeWith(tx, 'e-mail', index)
  const known = await tx
    .selectFrom('credential')
    .innerJoin('account', 'account.id', 'credential.account')
    .select(['account.id', 'account.party'])
    .where('credential.kind', '=', 'e-mail')
    .where('credential.index', '=', index)
    .where('credential.endedAt', 'is', null)
    .executeTakeFirst()
  const [accountId, partyId] = [known?.id ?? randomUUID(), known?.party ?? randomUUID()]
  if (!known) await comeAsNew(tx, { accountId, partyId })
  const key = known ? await keyOf(keys, partyId) : (await addParty(tx, keys, partyId)).key
  const ours = installationKey(secret, 'officials')
  const nameSealed = seal(ours, { place: namePlace(accountId), plain: hiring.name })
  const row = { nameSealed, language, isDemonstration }
  const put = (credential: Credential) =>
    putCredential(tx, key, { accountId, partyId, by, at, credential })
  if (known) {
    await tx.updateTable('account').set(row).where('id', '=', accountId).execute()
  } else {
    await tx
      .insertInto('account')
      .values({ id: accountId, party: partyId, face: 'office', confirmedAt: at, ...row })
      .execute()
    const sealed = seal(ours, { place: emailPlace(accountId), plain: email })
    await put({ kind: 'e-mail', index, sealed })
  }
  await put({ kind: 'password', hash: passwordHash })
  return { partyId, key }
}

const keyOf = async (keys: Keys, party: string): Promise<KeyObject> =>
  heldKey(await keys.read({ parties: [party] }), { party })

/** Which roles there are, as the rights of the database ask for it. */
export async function putOfficeRoles(tx: Tx): Promise<void> {
  await tx
    .insertInto('officeRole')
    .values(Object.entries(OFFICE_ROLES).map(([role, of]) => ({ role, of })))
    .onConflict((conflict) =>
      conflict.column('role').doUpdateSet((each) => ({ of: each.ref('excluded.of') })),
    )
    .execute()
}

/** Roles that they had and have no more end the day before, those of today at once. */
async function putRoles(tx: Tx, hiring: Hiring & Holder): Promise<void> {
  const { partyId, key, roles, body: given, by, at, fromOn = dayInBaku(at) } = hiring
  const [on, body] = [dayInBaku(at), given ?? null]
  const had = await tx
    .selectFrom('membership')
    .select(['id', 'role', 'body'])
    .where('party', '=', partyId)
    .where('untilOn', 'is', null)
    .execute()
  const kept = had.filter((each) => each.body === body && roles.some((role) => role === each.role))
  const gone = had.filter((each) => !kept.includes(each)).map(({ id }) => id)
  const added = roles
    .filter((role) => !kept.some((each) => each.role === role))
    .map((role) => ({ id: randomUUID(), party: partyId, role, body, fromOn }))
  const ended = await endMemberships(tx, gone, on)
  if (added.length > 0) await tx.insertInto('membership').values(added).execute()
  const acts = [
    ...ended.map(({ id: membership, role, body, untilOn }) => ({
      type: 'role-ended' as const,
      said: { membership, role, body, until_on: untilOn ?? on },
    })),
    ...added.map(({ id: row, role, body }) => ({
      type: 'role-given' as const,
      row,
      said: { role, body, from_on: fromOn },
    })),
  ]
  if (acts.length > 0) await recordAccess(tx, key, { partyId, by, at, acts })
}

async function endMemberships(tx: Tx, ids: readonly string[], on: IsoDate) {
  if (ids.length === 0) return []
  return tx
    .updateTable('membership')
    .set({ untilOn: addDays(on, -1) })
    .where('id', 'in', ids)
    .returning(['id', 'role', 'body', 'untilOn'])
    .execute()
}

const emailIndex = (secret: HouseSecret, email: string) =>
  blindIndex(secret, 'official.email', emailKey(email))

type OfficialRow = {
  readonly accountId: string
  readonly party: string
  readonly nameSealed: Buffer | null
  readonly roles: readonly string[] | null
  readonly body: string | null
  readonly language: string
  readonly isDemonstration: boolean
}

export function officialOf(row: OfficialRow, secret: HouseSecret): Official {
  const { party, accountId, body, language, isDemonstration } = row
  const all = row.roles ?? []
  const roles = all.filter(isOfficeRole)
  assert(roles.length === all.length, `the roles of official ${party} are known`)
  return {
    id: party,
    accountId,
    name: nameIn({ id: accountId, ...row }, secret),
    roles,
    ...(body === null ? {} : { body }),
    language: isOfficeLanguage(language) ? language : 'az',
    isDemonstration,
  }
}

/** Empty once they were erased. */
const nameIn = (
  { id, nameSealed }: { readonly id: string; readonly nameSealed: Buffer | null },
  secret: HouseSecret,
): string =>
  nameSealed === null
    ? ''
    : openText(installationKey(secret, 'officials'), { place: namePlace(id), sealed: nameSealed })

const namePlace = (account: string): string => `account.name_sealed:${account}`
