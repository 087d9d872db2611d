import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { json, type Tx } from '#platform/database.ts'
import {
  blindIndex,
  newToken,
  openText,
  seal,
  tokenHash,
  type HouseSecret,
} from '#platform/sealing.ts'
import { accessLeaves, accountHolder } from '#records/access.ts'
import { emailPlace, languageIn } from '#records/accounts.ts'
import type { House } from '#records/house.ts'
import type { Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'

/**
 * Who asks a mission something has a link instead of an account. Behind it is a party of its own
 * each time, never joined to an account with the same address: nobody begins for others.
 */
export type Asker = {
  readonly accountId: string
  readonly partyId: string
  readonly language: Language
  readonly link: AskingLink
}

/** The link as the database takes it: the hash of its token, and the token sealed for mails. */
export type AskingLink = { readonly token_hash: string; readonly token_sealed: string }

/** Who asks, and whether their invented house is a demonstration. */
type Coming = {
  readonly caseId: string
  readonly email: string
  readonly language: Language
  readonly at: IsoMoment
  readonly isDemonstration: boolean
}

/** Acts from here on as somebody new, unless this form has begun its case, which may be gone. */
export async function comeToAsk(
  tx: Tx,
  keys: Keys,
  { caseId, email, language, at, isDemonstration }: Coming,
): Promise<Asker | 'asked' | 'gone'> {
  const [accountId, partyId, credential] = [randomUUID(), randomUUID(), randomUUID()]
  const key = heldKey(await keys.make([{ party: partyId }]), { party: partyId })
  const by = accountHolder(partyId)
  const acts = [{ type: 'credential-changed', row: credential, said: { kind: 'e-mail' } }] as const
  const [leaf] = accessLeaves(key, { partyId, by, at, acts })
  const person = {
    account: accountId,
    party: partyId,
    language,
    is_demonstration: isDemonstration,
    credential,
    leaf: leaf && {
      leaf: leaf.leaf.toString('base64'),
      leaf_hash: leaf.leafHash.toString('base64'),
      opening: leaf.opening.toString('base64'),
    },
  }
  const address = seal(key, { place: emailPlace(accountId), plain: email.trim() })
  const { rows } = await sql<{ readonly came: boolean | null }>`
    select come_to_ask(${caseId}::uuid, ${json(person)}, ${address}, ${at}::timestamptz) as came
  `.execute(tx)
  const came = rows[0]?.came
  if (came !== true) return came === false ? 'asked' : 'gone'
  return { accountId, partyId, language, link: newLink(key, accountId) }
}

function newLink(key: KeyObject, accountId: string): AskingLink {
  const token = newToken()
  const sealed = seal(key, { place: linkPlace(accountId), plain: token })
  return {
    token_hash: tokenHash(token).toString('base64'),
    token_sealed: sealed.toString('base64'),
  }
}

/** Of whoever is written to by mail alone, what stands in their link. */
export const openAskingLink = (
  key: KeyObject,
  { account, sealed }: { readonly account: string; readonly sealed: Buffer },
): string => openText(key, { place: linkPlace(account), sealed })

const linkPlace = (account: string): string => `asking.token_sealed:${account}`

/**
 * Which case a form begins: whoever sends it twice as it is begins one, and nobody chooses which.
 * Where the address was mistyped and is mended, that is another.
 */
export function caseOfForm(secret: HouseSecret, form: string): string {
  const hex = blindIndex(secret, 'asking.case', form).toString('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-')
}

/** Whoever has the link acts in what follows as who asked; nobody where it opens nothing. */
export async function comeAsking(tx: Tx, token: string): Promise<CameBack | undefined> {
  const { rows } = await sql<Came>`
    select account, party, language, case_id, mission
    from come_asking(${tokenHash(token)})`.execute(tx)
  const [row] = rows
  return (
    row && {
      accountId: row.account,
      partyId: row.party,
      language: languageIn(row),
      caseId: row.caseId,
      mission: row.mission,
    }
  )
}

/** Who asked, in which case, and which mission. */
export type CameBack = Omit<Asker, 'link'> & Readonly<Record<'caseId' | 'mission', string>>

type Came = Readonly<Record<'account' | 'party' | 'language' | 'caseId' | 'mission', string>>

/** Whether something asks for it to be kept for now. */
export async function isAskingHeld(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ readonly held: boolean | null }>`
    select asking_is_held() as held`.execute(tx)
  return rows[0]?.held !== false
}

/**
 * All that is kept of who acts by a link: their key first, so that what is interrupted is ended by
 * what finishes erasing.
 */
export async function eraseAsking(
  tx: Tx,
  { keys }: Pick<House, 'keys'>,
  { partyId, at }: { readonly partyId: string; readonly at: IsoMoment },
): Promise<void> {
  await keys.erase({ party: partyId }, at)
  await sql`select erase_asking()`.execute(tx)
}

/** Which mission a case was begun to, by its code, for whoever may see it. */
export async function missionOfCase(tx: Tx, caseId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('asking')
    .select('mission')
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  return row?.mission
}
