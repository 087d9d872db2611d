import { randomUUID } from 'node:crypto'
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
  type KeyedHash,
  type HouseSecret,
} from '#platform/sealing.ts'
import { accountHolder } from '#records/access.ts'
import type { House } from '#records/house.ts'
import { comeAsNew, comeWith } from '#records/come.ts'
import type { KeyRing, Keys } from '#records/keys.ts'
import { addParty, heldKey, putCredential } from '#records/parties.ts'

/** Accounts of people who apply, and the links by which they confirm and recover them. */
export type Account = {
  readonly id: string
  readonly partyId: string
  readonly language: Language
  readonly confirmedAt?: IsoMoment
}

/** The one form of an address by which accounts are told apart. */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase()

export async function accountByEmail(
  tx: Tx,
  secret: HouseSecret,
  email: string,
): Promise<Account | undefined> {
  const [, row] = await Promise.all([
    comeByAddress(tx, secret, email),
    foundBy(tx, secret, email).executeTakeFirst(),
  ])
  return row && accountOf(row)
}

/** Whoever has this address acts at the door from now on. */
export const comeByAddress = (tx: Tx, secret: HouseSecret, email: string): Promise<void> =>
  comeWith(tx, 'e-mail', emailIndex(secret, email))

/** Somebody who signs in, with what the password is held against; for the door alone. */
export async function accountSigningIn(
  tx: Tx,
  secret: HouseSecret,
  email: string,
): Promise<(Account & { readonly passwordHash?: string }) | undefined> {
  const asked = foundBy(tx, secret, email)
    .leftJoin('credential as password', (join) =>
      join
        .onRef('password.account', '=', 'account.id')
        .on('password.kind', '=', 'password')
        .on('password.endedAt', 'is', null),
    )
    .select('password.hash')
  const [, row] = await Promise.all([comeByAddress(tx, secret, email), asked.executeTakeFirst()])
  return row && { ...accountOf(row), ...(row.hash === null ? {} : { passwordHash: row.hash }) }
}

const foundBy = (tx: Tx, secret: HouseSecret, email: string) =>
  accountQuery(tx)
    .innerJoin('credential as address', 'address.account', 'account.id')
    .where('address.kind', '=', 'e-mail')
    .where('address.index', '=', emailIndex(secret, email))
    .where('address.endedAt', 'is', null)

export async function accountById(tx: Tx, id: string): Promise<Account | undefined> {
  const row = await accountQuery(tx).where('account.id', '=', id).executeTakeFirst()
  return row && accountOf(row)
}

/** Where they are written to; nothing where they were erased, or never gave an address. */
export async function mailboxOf(
  tx: Tx,
  keys: Keys,
  { id, partyId }: Pick<Account, 'id' | 'partyId'>,
): Promise<string | undefined> {
  const [row, ring] = await Promise.all([
    tx
      .selectFrom('credential')
      .select('sealed')
      .where('account', '=', id)
      .where('kind', '=', 'e-mail')
      .where('endedAt', 'is', null)
      .executeTakeFirst(),
    keys.read({ parties: [partyId] }),
  ])
  return openMailbox(ring, { account: id, party: partyId, address: row?.sealed ?? null })
}

/** Of an account, where it is written to, as it was sealed. */
export type Mailbox = {
  readonly account: string
  readonly party: string
  readonly address: Buffer | null
}

export function openMailbox(
  ring: KeyRing,
  { account, party, address }: Mailbox,
): string | undefined {
  const key = ring.of({ party })
  if (address === null || key === 'erased') return undefined
  return openText(key, { place: emailPlace(account), sealed: address })
}

/** Until the transaction ends nobody else registers this address: one address, one account. */
export async function holdAddress(tx: Tx, secret: HouseSecret, email: string): Promise<void> {
  const lock = emailIndex(secret, email).readBigInt64BE().toString()
  await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(tx)
}

/** A new person with an account that is not confirmed yet; an invented one is marked as such. */
export async function addAccount(
  tx: Tx,
  { secret, keys }: Pick<House, 'secret' | 'keys'>,
  {
    email,
    language,
    at,
    isDemonstration = false,
  }: {
    readonly email: string
    readonly language: Language
    readonly at: IsoMoment
    readonly isDemonstration?: boolean
  },
): Promise<Account> {
  const [id, partyId] = [randomUUID(), randomUUID()]
  await comeAsNew(tx, { accountId: id, partyId })
  const { key } = await addParty(tx, keys, partyId)
  const row = { id, party: partyId, face: 'portal', language, isDemonstration }
  await tx.insertInto('account').values(row).execute()
  const sealed = seal(key, { place: emailPlace(id), plain: email.trim() })
  await putCredential(tx, key, {
    accountId: id,
    partyId,
    by: accountHolder(partyId),
    at,
    credential: { kind: 'e-mail', index: emailIndex(secret, email), sealed },
  })
  return { id, partyId, language }
}

/** Sets the password; whoever could open the link has confirmed the address. */
export async function setPassword(
  tx: Tx,
  keys: Keys,
  {
    account: { id: accountId, partyId },
    passwordHash,
    at,
  }: {
    readonly account: Pick<Account, 'id' | 'partyId'>
    readonly passwordHash: string
    readonly at: IsoMoment
  },
): Promise<void> {
  const confirming = tx
    .updateTable('account')
    .set({ confirmedAt: at })
    .where('id', '=', accountId)
    .where('confirmedAt', 'is', null)
  const [ring] = await Promise.all([keys.read({ parties: [partyId] }), confirming.execute()])
  await putCredential(tx, heldKey(ring, { party: partyId }), {
    accountId,
    partyId,
    by: accountHolder(partyId),
    at,
    credential: { kind: 'password', hash: passwordHash },
  })
}

/** The same password at the costs of today; left alone where another was set meanwhile. */
export async function strengthenPassword(
  tx: Tx,
  {
    accountId,
    from,
    to,
  }: { readonly accountId: string; readonly from: string; readonly to: string },
): Promise<void> {
  await tx
    .updateTable('credential')
    .set({ hash: to })
    .where('account', '=', accountId)
    .where('kind', '=', 'password')
    .where('endedAt', 'is', null)
    .where('hash', '=', from)
    .execute()
}

export async function setLanguage(tx: Tx, accountId: string, language: Language): Promise<void> {
  await tx.updateTable('account').set({ language }).where('id', '=', accountId).execute()
}

/** The same by whoever acts, of themselves. */
export async function setOwnLanguage(tx: Tx, language: Language): Promise<void> {
  await sql`select set_language(${language})`.execute(tx)
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
    .columns(['tokenHash', 'account', 'purpose', 'expiresAt'])
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
  secret: HouseSecret,
  { accountId, token }: { readonly accountId: string; readonly token: string },
): string =>
  seal(installationKey(secret, 'account-link'), {
    place: linkPlace(accountId),
    plain: token,
  }).toString('base64url')

export const openLinkToken = (
  secret: HouseSecret,
  { accountId, sealedToken }: { readonly accountId: string; readonly sealedToken: string },
): string =>
  openText(installationKey(secret, 'account-link'), {
    place: linkPlace(accountId),
    sealed: Buffer.from(sealedToken, 'base64url'),
  })

/** The account behind a link that still works. */
export async function accountOfLink(
  tx: Tx,
  { token, at }: { readonly token: string; readonly at: IsoMoment },
): Promise<{ readonly accountId: string; readonly purpose: LinkPurpose } | undefined> {
  await comeWith(tx, 'link', tokenHash(token))
  const row = await tx
    .selectFrom('accountLink')
    .select(['account', 'purpose'])
    .where('tokenHash', '=', tokenHash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .executeTakeFirst()
  return row && { accountId: row.account, purpose: row.purpose === 'reset' ? 'reset' : 'confirm' }
}

/** For the mail with a link that still works: whom it goes to. */
export async function linkToSend(
  tx: Tx,
  keys: Keys,
  { token, at }: { readonly token: string; readonly at: IsoMoment },
): Promise<{ readonly to: string; readonly language: Language } | undefined> {
  const { rows } = await sql<Mailbox & { readonly language: string }>`
    select account, party, language, address
    from link_to_send(${tokenHash(token)}, ${at}::timestamptz)`.execute(tx)
  const [row] = rows
  const to = row && openMailbox(await keys.read({ parties: [row.party] }), row)
  return row && to !== undefined ? { to, language: languageIn(row) } : undefined
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
  await comeWith(tx, 'link', tokenHash(token))
  const used = await tx
    .updateTable('accountLink')
    .set({ usedAt: at })
    .where('tokenHash', '=', tokenHash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .returning('account')
    .executeTakeFirst()
  await tx
    .updateTable('accountLink')
    .set({ usedAt: at })
    .where('account', '=', accountId)
    .where('usedAt', 'is', null)
    .execute()
  return used !== undefined
}

export const emailIndex = (secret: HouseSecret, email: string): KeyedHash =>
  blindIndex(secret, 'account.email', emailKey(email))

/** Where the address of an account is sealed for, an official's too. */
export const emailPlace = (account: string): string => `credential.sealed:${account}/e-mail`

const linkPlace = (accountId: string): string => `job.send_account_link:${accountId}`

/** Who has an account at the portal, for whoever knows by what to find it. */
function accountQuery(from: Pick<Tx, 'selectFrom'>) {
  return from
    .selectFrom('account')
    .select(['account.id', 'account.party', 'account.language', 'account.confirmedAt'])
    .where('account.face', '=', 'portal')
    .where('account.closedAt', 'is', null)
}

type AccountRow = {
  readonly id: string
  readonly party: string
  readonly language: string
  readonly confirmedAt: string | null
}

export function accountOf({ id, party, language, confirmedAt }: AccountRow): Account {
  return {
    id,
    partyId: party,
    language: languageIn({ language }),
    ...(confirmedAt === null ? {} : { confirmedAt: isoMoment(confirmedAt) }),
  }
}

/** The language of an account, as its row has it. */
export const languageIn = ({ language }: { readonly language: string }): Language =>
  isLanguage(language) ? language : 'en'
