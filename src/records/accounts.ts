import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { isLanguage, type Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { later } from '#platform/calendar.ts'
import {
  blindIndex,
  installationKey,
  newToken,
  openText,
  seal,
  tokenHash,
  type MasterKey,
} from '#platform/sealing.ts'
import { addPerson, personKey } from '#records/person-keys.ts'

/** Accounts of people who apply, and the links by which they confirm and recover them. */
export type Account = {
  readonly id: string
  readonly personId: string
  readonly key: KeyObject
  readonly email: string
  readonly language: Language
  readonly confirmedAt?: IsoMoment
}

/** The one form of an address by which accounts are told apart. */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase()

export async function accountByEmail(
  tx: Tx,
  master: MasterKey,
  email: string,
): Promise<Account | undefined> {
  const row = await accountQuery(tx)
    .where('account.emailIndex', '=', emailIndex(master, email))
    .executeTakeFirst()
  return row && accountOf(row, master)
}

/** Somebody who signs in, with what the password is held against; for the door alone. */
export async function accountSigningIn(
  tx: Tx,
  master: MasterKey,
  email: string,
): Promise<(Account & { readonly passwordHash?: string }) | undefined> {
  const row = await accountQuery(tx)
    .select('account.passwordHash')
    .where('account.emailIndex', '=', emailIndex(master, email))
    .executeTakeFirst()
  if (!row) return undefined
  const { passwordHash } = row
  return { ...accountOf(row, master), ...(passwordHash === null ? {} : { passwordHash }) }
}

export async function accountById(
  tx: Tx,
  master: MasterKey,
  id: string,
): Promise<Account | undefined> {
  const row = await accountQuery(tx).where('account.id', '=', id).executeTakeFirst()
  return row && accountOf(row, master)
}

export async function accountOfPerson(
  tx: Tx,
  master: MasterKey,
  personId: string,
): Promise<Account | undefined> {
  const row = await accountQuery(tx).where('account.personId', '=', personId).executeTakeFirst()
  return row && accountOf(row, master)
}

/** Until the transaction ends nobody else registers this address: one address, one account. */
export async function holdAddress(tx: Tx, master: MasterKey, email: string): Promise<void> {
  const lock = emailIndex(master, email).readBigInt64BE().toString()
  await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(tx)
}

/** A new person with an account that is not confirmed yet. */
export async function addAccount(
  tx: Tx,
  master: MasterKey,
  { email, language }: { readonly email: string; readonly language: Language },
): Promise<Account> {
  const person = await addPerson(tx, master, randomUUID())
  const id = randomUUID()
  await tx
    .insertInto('account')
    .values({
      id,
      personId: person.id,
      emailIndex: emailIndex(master, email),
      emailSealed: seal(person.key, { place: emailPlace(id), plain: email.trim() }),
      language,
    })
    .execute()
  return { id, personId: person.id, key: person.key, email: email.trim(), language }
}

/** Sets the password; whoever could open the link has confirmed the address. */
export async function setPassword(
  tx: Tx,
  {
    accountId,
    passwordHash,
    at,
  }: {
    readonly accountId: string
    readonly passwordHash: string
    readonly at: IsoMoment
  },
): Promise<void> {
  await tx
    .updateTable('account')
    .set((each) => ({ passwordHash, confirmedAt: each.fn.coalesce('confirmedAt', each.val(at)) }))
    .where('id', '=', accountId)
    .execute()
}

export async function setLanguage(tx: Tx, accountId: string, language: Language): Promise<void> {
  await tx.updateTable('account').set({ language }).where('id', '=', accountId).execute()
}

export type LinkPurpose = 'confirm' | 'reset'

const LINK_HOURS = 48
const HOUR_MS = 3_600_000

type Asking = { readonly accountId: string; readonly at: IsoMoment }

/**
 * A link that works once, for two days; the database keeps only its hash. For an account that does
 * not exist the work is the same and the link opens nothing, so time tells nobody who has one.
 */
export async function addLink(
  tx: Tx,
  { accountId, purpose, at }: Asking & { readonly purpose: LinkPurpose },
): Promise<string> {
  const token = newToken()
  const expiresAt = later(at, LINK_HOURS * HOUR_MS)
  await tx
    .insertInto('accountLink')
    .columns(['tokenHash', 'accountId', 'purpose', 'expiresAt'])
    .expression((from) =>
      from
        .selectFrom('account')
        .select((each) => [
          each.val(tokenHash(token)).as('tokenHash'),
          'account.id',
          each.val(purpose).as('purpose'),
          sql<string>`${expiresAt}::timestamptz`.as('expiresAt'),
        ])
        .where('account.id', '=', accountId),
    )
    .execute()
  return token
}

/** For the mail alone: the queue of jobs holds no token that anybody could use. */
export const sealLinkToken = (
  master: MasterKey,
  { accountId, token }: { readonly accountId: string; readonly token: string },
): string =>
  seal(installationKey(master, 'account-link'), {
    place: linkPlace(accountId),
    plain: token,
  }).toString('base64url')

export const openLinkToken = (
  master: MasterKey,
  { accountId, sealedToken }: { readonly accountId: string; readonly sealedToken: string },
): string =>
  openText(installationKey(master, 'account-link'), {
    place: linkPlace(accountId),
    sealed: Buffer.from(sealedToken, 'base64url'),
  })

/** The account behind a link that still works. */
export async function accountOfLink(
  tx: Tx,
  { token, at }: { readonly token: string; readonly at: IsoMoment },
): Promise<{ readonly accountId: string; readonly purpose: LinkPurpose } | undefined> {
  const row = await tx
    .selectFrom('accountLink')
    .select(['accountId', 'purpose'])
    .where('tokenHash', '=', tokenHash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .executeTakeFirst()
  return row && { accountId: row.accountId, purpose: row.purpose === 'reset' ? 'reset' : 'confirm' }
}

/** Uses a link up, and with it every other link of the account; false where it was used before. */
export async function useLink(
  tx: Tx,
  {
    token,
    accountId,
    at,
  }: {
    readonly token: string
    readonly accountId: string
    readonly at: IsoMoment
  },
): Promise<boolean> {
  const used = await tx
    .updateTable('accountLink')
    .set({ usedAt: at })
    .where('tokenHash', '=', tokenHash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .returning('accountId')
    .executeTakeFirst()
  await tx
    .updateTable('accountLink')
    .set({ usedAt: at })
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .execute()
  return used !== undefined
}

const emailIndex = (master: MasterKey, email: string): Buffer =>
  blindIndex(master, 'account.email', emailKey(email))

const emailPlace = (id: string): string => `account.email_sealed:${id}`

const linkPlace = (accountId: string): string => `job.send_account_link:${accountId}`

/** Who has an account, for whoever knows by what to find it. */
export function accountQuery(from: Pick<Tx, 'selectFrom'>) {
  return from
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .select([
      'account.id',
      'account.personId',
      'account.emailSealed',
      'account.language',
      'account.confirmedAt',
      'person.wrappedKey',
    ])
}

type AccountRow = {
  readonly id: string
  readonly personId: string
  readonly emailSealed: Buffer
  readonly language: string
  readonly confirmedAt: string | null
  readonly wrappedKey: Buffer | null
}

export function accountOf(row: AccountRow, master: MasterKey): Account {
  const { id, personId, language, confirmedAt } = row
  const key = personKey(master, { id: personId, wrappedKey: row.wrappedKey })
  return {
    id,
    personId,
    key,
    email: openText(key, { place: emailPlace(id), sealed: row.emailSealed }),
    language: isLanguage(language) ? language : 'en',
    ...(confirmedAt === null ? {} : { confirmedAt: isoMoment(confirmedAt) }),
  }
}
