import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { isLanguage, type Language } from '#core/language.ts'
import { later } from '#platform/calendar.ts'
import { json, type Tx } from '#platform/database.ts'
import {
  installationKey,
  newToken,
  openText,
  seal,
  tokenHash,
  type HouseSecret,
} from '#platform/sealing.ts'
import { emailIndex, openMailbox } from '#records/accounts.ts'
import type { House } from '#records/house.ts'
import type { Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'

/**
 * An adult joins a case by a link that is mailed to them, and by an account of their own with the
 * address that it went to: what was mailed is proof of that mailbox, and of nothing else. Of the
 * token the table keeps the hash alone, and the queue of jobs the token sealed.
 */
type Sealing = Pick<House, 'secret' | 'keys'>

/** So many days somebody has to join; provisional. */
const INVITATION_DAYS = 14

const DAY_MS = 86_400_000

/** Whom to ask in, as what, and in which language. */
export type Inviting = {
  readonly caseId: string
  readonly role: string
  readonly email: string
  readonly language: Language
  readonly at: IsoMoment
}

/** One address is asked once, and nobody asks themselves. */
export type Asked = 'invited' | 'own-address' | 'asked-already'

export async function invite(
  tx: Tx,
  { secret, keys }: Sealing,
  { caseId, email, at, ...said }: Inviting,
): Promise<Asked> {
  const key = heldKey(await keys.read({ cases: [caseId] }), { caseId })
  const id = randomUUID()
  const row = {
    id,
    ...said,
    email_index: emailIndex(secret, email).toString('base64'),
    made_at: at,
    ...linkOf(secret, id, at),
  }
  const sealed = seal(key, { place: invitedPlace(id), plain: email })
  const { rows } = await sql<{ readonly asked: Asked }>`
    select invite(${caseId}::uuid, ${json(row)}, ${sealed}) as asked`.execute(tx)
  return rows[0]?.asked ?? 'invited'
}

/** A new link, good for as long again; the one before opens nothing any more. */
export async function inviteAgain(
  tx: Tx,
  secret: HouseSecret,
  { id, at }: { readonly id: string; readonly at: IsoMoment },
): Promise<boolean> {
  const anew = { sent_at: at, ...linkOf(secret, id, at) }
  const { rows } = await sql<{ done: boolean }>`
    select invite_again(${id}::uuid, ${json(anew)}) as done`.execute(tx)
  return rows[0]?.done === true
}

export async function withdrawInvitation(
  tx: Tx,
  { id, at }: { readonly id: string; readonly at: IsoMoment },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select withdraw_invitation(${id}::uuid, ${at}::timestamptz) as done`.execute(tx)
  return rows[0]?.done === true
}

/** A new link of an invitation, as the database and the job that mails it take it. */
export function linkOf(secret: HouseSecret, invitation: string, at: IsoMoment) {
  const token = newToken()
  return {
    token_hash: tokenHash(token).toString('base64'),
    sealed_token: seal(installationKey(secret, 'invitation'), {
      place: linkPlace(invitation),
      plain: token,
    }).toString('base64url'),
    expires_at: later(at, INVITATION_DAYS * DAY_MS),
  }
}

/** An invitation as whoever made it is shown it. */
export type Invitation = {
  readonly id: string
  readonly role: string
  readonly email: string
  readonly sentAt: IsoMoment
  readonly expiresAt: IsoMoment
}

/** Those that nobody has used or taken back, of whoever acts; also the ones that have run out. */
export async function openInvitations(
  tx: Tx,
  keys: Keys,
  caseId: string,
): Promise<readonly Invitation[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'role', 'emailSealed', 'sentAt', 'expiresAt'])
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .orderBy('sentAt')
    .limit(SHOWN_MAX)
    .execute()
  if (rows.length === 0) return []
  const key = heldKey(await keys.read({ cases: [caseId] }), { caseId })
  return rows.map(({ id, role, emailSealed: sealed, sentAt, expiresAt }) => ({
    id,
    role,
    email: openText(key, { place: invitedPlace(id), sealed }),
    sentAt: isoMoment(sentAt),
    expiresAt: isoMoment(expiresAt),
  }))
}

const SHOWN_MAX = 50

/** To what a link leads, for anybody who has it: never by whom it was sent, nor to whom. */
export type ToldByLink = {
  readonly law: CaseLaw
  readonly role: string
  readonly stands: 'open' | 'used' | 'withdrawn' | 'expired'
  /** It asks somebody to go on as who they always were, and not to join. */
  readonly takesOver: boolean
}

export async function invitationOf(
  tx: Tx,
  { token, at }: { readonly token: string; readonly at: IsoMoment },
): Promise<ToldByLink | undefined> {
  const { rows } = await sql<{
    readonly type: string
    readonly typeHash: string | null
    readonly state: string
    readonly role: string
    readonly stands: ToldByLink['stands']
    readonly takesOver: boolean
  }>`select * from invitation_of(${tokenHash(token)}, ${at}::timestamptz)`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { role, stands, takesOver } = row
  return { law: lawIn(row), role, stands, takesOver }
}

/** The law that a case is described by, as far as its row names it. */
type CaseLaw = { readonly type: string; readonly state: string; readonly typeHash?: string }

const lawIn = ({
  type,
  state,
  typeHash,
}: Omit<CaseLaw, 'typeHash'> & { readonly typeHash: string | null }): CaseLaw => ({
  type,
  state,
  ...(typeHash === null ? {} : { typeHash }),
})

/** What somebody finds who has come by a link and is signed in. */
export type Invited = {
  readonly caseId: string
  readonly role: string
  /** They have the address that it went to; else the rest is not for them. */
  readonly isForThem: boolean
  readonly isOpen: boolean
  readonly invitedBy: string
  /** Who joined by it. */
  readonly joined?: string
  /** The address of whoever invites them. */
  readonly inviter?: string
}

/** From here on, in this transaction, they see the case that they are invited to. */
export async function comeInvited(
  tx: Tx,
  keys: Keys,
  { token, at }: { readonly token: string; readonly at: IsoMoment },
): Promise<Invited | undefined> {
  const { rows } = await sql<{
    readonly caseId: string
    readonly role: string
    readonly joined: string | null
    readonly isForThem: boolean
    readonly isOpen: boolean
    readonly invitedBy: string
    readonly inviter: string | null
    readonly address: Buffer | null
  }>`select * from come_invited(${tokenHash(token)}, ${at}::timestamptz)`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { caseId, role, joined, isForThem, isOpen, invitedBy: party, inviter: account } = row
  const found = { caseId, role, isForThem, isOpen, invitedBy: party }
  const mailbox = account === null ? undefined : { account, party, address: row.address }
  const inviter = mailbox && openMailbox(await keys.read({ parties: [party] }), mailbox)
  return {
    ...found,
    ...(joined === null ? {} : { joined }),
    ...(inviter === undefined ? {} : { inviter }),
  }
}

/** For the mail with a link that still works: where it goes, and what it is about. */
export type MailedInvitation = {
  readonly to: string
  readonly language: Language
  readonly law: CaseLaw
  readonly role: string
  readonly token: string
  readonly takesOver: boolean
}

export async function invitationToSend(
  tx: Tx,
  { secret, keys }: Sealing,
  { id, sealedToken, at }: { id: string; sealedToken: string; at: IsoMoment },
): Promise<MailedInvitation | undefined> {
  const token = openText(installationKey(secret, 'invitation'), {
    place: linkPlace(id),
    sealed: Buffer.from(sealedToken, 'base64url'),
  })
  const { rows } = await sql<{
    readonly caseId: string
    readonly type: string
    readonly typeHash: string | null
    readonly state: string
    readonly role: string
    readonly language: string
    readonly address: Buffer
    readonly takesOver: boolean
  }>`select * from invitation_to_send(
    ${id}::uuid, ${tokenHash(token)}, ${at}::timestamptz
  )`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { caseId, role, language, address: sealed, takesOver } = row
  const key = (await keys.read({ cases: [caseId] })).of({ caseId })
  if (key === 'erased') return undefined
  const to = openText(key, { place: invitedPlace(id), sealed })
  const read = isLanguage(language) ? language : 'en'
  return { to, language: read, law: lawIn(row), role, token, takesOver }
}

/** Where the address that an invitation went to is sealed for. */
export const invitedPlace = (invitation: string): string => `invitation.email_sealed:${invitation}`

const linkPlace = (invitation: string): string => `job.send_invitation:${invitation}`
