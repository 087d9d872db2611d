import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { askedIn } from '#core/answers/asked-of.ts'
import type { Item } from '#core/answers/answers.ts'
import { namedIn } from '#core/answers/named.ts'
import { asWritten, knownBy, lastDayAnew, type WrittenDown } from '#core/cases/taking-over.ts'
import { dayInBaku, isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { isPartialDate, type PartialDate } from '#core/facts/partial-date.ts'
import type { Language } from '#core/language.ts'
import { TAKEN_OVER } from '#core/policy/case-type.ts'
import { descriptionOf, typeOf } from '#core/policy/policy.ts'
import { json, type Tx } from '#platform/database.ts'
import { blindIndex, openText, seal, tokenHash, type HouseSecret } from '#platform/sealing.ts'
import { accessLeaves, accountHolder } from '#records/access.ts'
import { emailIndex, emailPlace, openMailbox } from '#records/accounts.ts'
import { openedItems } from '#records/answers.ts'
import type { House } from '#records/house.ts'
import { invitedPlace, linkOf, type Asked } from '#records/invitations.ts'
import type { Keys } from '#records/keys.ts'
import { leafJson } from '#records/ledger.ts'
import { letterRow } from '#records/letters.ts'
import { plainDocument } from '#records/offered.ts'
import { heldKey } from '#records/parties.ts'
import { readCase } from '#records/read-case.ts'

/**
 * Whoever was acted for as a child goes on as the same person, with an account of their own: the
 * party stays, with its key, its cases and what it holds, and another account acts for it
 * (take-over.sql).
 */

/** Somebody for whom whoever acts has or had a mandate, until they take over. */
export type Charge = { readonly partyId: string; readonly ofAgeOn: IsoDate }

/** With the open invitation by which whoever acts asks them to. */
export type OwnCharge = Charge & { readonly invitation?: string }

export async function ownCharges(tx: Tx): Promise<readonly OwnCharge[]> {
  const { rows } = await sql<{
    readonly party: string
    readonly ofAgeOn: string
    readonly invitation: string | null
  }>`select party, of_age_on, invitation from own_charges()`.execute(tx)
  return rows.map(({ party: partyId, ofAgeOn, invitation }) => ({
    partyId,
    ofAgeOn: isoDate(ofAgeOn),
    ...(invitation === null ? {} : { invitation }),
  }))
}

/** Of whom something is written anew, in which case, and when. */
type BornAnew = {
  readonly caseId: string
  readonly partyId: string
  readonly birthDate: PartialDate
  readonly at: IsoMoment
}

/** What is written anew of when somebody was born says until when whoever writes acts for them. */
export async function actUntilOfAge(
  tx: Tx,
  { caseId, partyId, birthDate, at }: BornAnew,
): Promise<void> {
  const charge = (await ownCharges(tx)).find((each) => each.partyId === partyId)
  const last = charge && lastDayAnew(birthDate, { ofAgeOn: charge.ofAgeOn, on: dayInBaku(at) })
  if (last === undefined) return
  await sql`select act_until(
    ${caseId}::uuid, ${partyId}::uuid, ${last}::date, ${at}::timestamptz)`.execute(tx)
}

/** Of these, who has yet to take over, and until when an invitation of theirs is good. */
export async function chargesAmong(
  tx: Tx,
  parties: readonly string[],
): Promise<readonly (Charge & { readonly invitedUntil?: IsoMoment })[]> {
  const { rows } = await sql<{
    readonly party: string
    readonly ofAgeOn: string
    readonly invitedUntil: string | null
  }>`select party, of_age_on, invited_until
    from charges_among(${sql.val(parties)}::uuid[])`.execute(tx)
  return rows.map(({ party: partyId, ofAgeOn, invitedUntil }) => ({
    partyId,
    ofAgeOn: isoDate(ofAgeOn),
    ...(invitedUntil === null ? {} : { invitedUntil: isoMoment(invitedUntil) }),
  }))
}

/** Whom to invite by which case, where, and in which language. */
export type HandingOver = {
  readonly caseId: string
  readonly charge: Charge
  readonly email: string
  readonly language: Language
  readonly at: IsoMoment
}

/** Unknown: nothing was written by which it could be proved that it is they. */
export async function inviteToTakeOver(
  tx: Tx,
  house: Pick<House, 'secret' | 'keys' | 'policy'>,
  { caseId, charge, email, language, at }: HandingOver,
): Promise<Asked | 'unknown'> {
  const { secret, keys } = house
  const { partyId, ofAgeOn } = charge
  const { asksDocument, by } = knownBy(await writtenOf(tx, house, partyId), ofAgeOn)
  if (by.length === 0) return 'unknown'
  const id = randomUUID()
  const row = {
    id,
    party: partyId,
    email_index: emailIndex(secret, email).toString('base64'),
    language,
    made_at: at,
    asks_document: asksDocument,
    ...linkOf(secret, id, at),
  }
  const key = heldKey(await keys.read({ cases: [caseId] }), { caseId })
  const sealed = seal(key, { place: invitedPlace(id), plain: email })
  const proofs = by.map(({ birthDate, documentNumber }) =>
    proofOf(secret, { partyId, birthDate, documentNumber }),
  )
  const { rows } = await sql<{ readonly asked: Asked }>`
    select invite_to_take_over(${caseId}::uuid, ${json(row)}, ${sealed}, ${json(proofs)}) as asked
  `.execute(tx)
  return rows[0]?.asked ?? 'invited'
}

type Proved = {
  readonly partyId: string
  readonly birthDate: string
  readonly documentNumber: string
}

const proofOf = (secret: HouseSecret, { partyId, birthDate, documentNumber }: Proved): string => {
  const text = `${partyId}|${birthDate}|${plainDocument(documentNumber)}`
  return blindIndex(secret, 'taking-over.proof', text).toString('base64')
}

type WrittenRow = {
  readonly caseId: string
  readonly type: string
  readonly typeHash: string | null
  readonly state: string
  readonly role: string
  readonly block: string
  readonly readable: unknown
  readonly sealed: Buffer
}

/** How somebody was written down in each case in which whoever acts may know it. */
async function writtenOf(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  partyId: string,
): Promise<readonly WrittenDown[]> {
  const { rows } = await sql<WrittenRow>`
    select * from written_of_charge(${partyId}::uuid)`.execute(tx)
  const cases = [...new Set(rows.map(({ caseId }) => caseId))]
  const ring = await keys.read({ cases })
  return cases.flatMap((caseId) => {
    const here = rows.filter((row) => row.caseId === caseId)
    const key = ring.of({ party: partyId, caseId })
    const [first] = here
    if (key === 'erased' || !first) return []
    const { type: code, typeHash, state } = first
    const law = { type: code, state, ...(typeHash === null ? {} : { typeHash }) }
    const type = askedIn(typeOf(policy, law), [...new Set(here.map(({ role }) => role))])
    const answers: Record<string, readonly Item[]> = {}
    for (const row of here) answers[row.block] = openedItems({ caseId, partyId, key }, row)
    const { birthDate, passportNumber: documentNumber } = namedIn(type, answers)
    return isPartialDate(birthDate) ? [{ birthDate, documentNumber }] : []
  })
}

/** What somebody finds who has come by such a link and is signed in. */
export type ComeToTakeOver = {
  readonly caseId: string
  /** They have the address that it went to; else nothing of the rest is for them. */
  readonly isForThem: boolean
  /** They have taken over by it. */
  readonly isDone: boolean
  /** They have something here already, under the account that they are signed in with. */
  readonly hasOwn: boolean
  readonly asksDocument: boolean
  readonly triesLeft: number
  /** Whose they are to be, and from which day. */
  readonly charge?: Charge
  /** Where it went, as whoever invited them wrote it. */
  readonly email?: string
  /** The address of whoever invites them; nothing of an official. */
  readonly inviter?: string
  readonly invitation: string
  /** Who acted for them in that case. */
  readonly actedBy?: string
}

type ComeRow = {
  readonly caseId: string
  readonly invitation: string
  readonly isForThem: boolean
  readonly isDone: boolean
  readonly hasOwn: boolean
  readonly party: string | null
  readonly ofAgeOn: string | null
  readonly asksDocument: boolean
  readonly triesLeft: number
  readonly email: Buffer | null
  readonly invitedBy: string | null
  readonly inviter: string | null
  readonly address: Buffer | null
  readonly actedBy: string | null
}

export async function comeToTakeOver(
  tx: Tx,
  keys: Keys,
  { token, at }: { readonly token: string; readonly at: IsoMoment },
): Promise<ComeToTakeOver | undefined> {
  const { rows } = await sql<ComeRow>`
    select * from come_to_take_over(${tokenHash(token)}, ${at}::timestamptz)`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { caseId, invitation, party, ofAgeOn, email: sealed, invitedBy, inviter, address } = row
  const { isForThem, isDone, hasOwn, asksDocument, triesLeft, actedBy } = row
  const found = { caseId, invitation, isForThem, isDone, hasOwn, asksDocument, triesLeft }
  if (party === null || ofAgeOn === null || sealed === null) return found
  const parties = invitedBy === null ? [] : [invitedBy]
  const ring = await keys.read({ cases: [caseId], parties })
  const email = openText(heldKey(ring, { caseId }), { place: invitedPlace(invitation), sealed })
  const mailbox =
    inviter === null || invitedBy === null
      ? undefined
      : openMailbox(ring, { account: inviter, party: invitedBy, address })
  return {
    ...found,
    charge: { partyId: party, ofAgeOn: isoDate(ofAgeOn) },
    email,
    ...(mailbox === undefined ? {} : { inviter: mailbox }),
    ...(actedBy === null ? {} : { actedBy }),
  }
}

/** What somebody says of themselves, to be let in as who they are. */
export type Said = { readonly born: IsoDate; readonly documentNumber: string }

export type TakenOver =
  | { readonly is: 'taken'; readonly accountId: string }
  /** It does not fit; once too often, and the link has ended. */
  | { readonly is: 'wrong' | 'over' }

export async function takeOver(
  tx: Tx,
  { secret, keys }: Pick<House, 'secret' | 'keys'>,
  {
    token,
    said,
    come: { partyId, email },
    at,
  }: {
    readonly token: string
    readonly said: Said
    readonly come: { readonly partyId: string; readonly email: string }
    readonly at: IsoMoment
  },
): Promise<TakenOver> {
  const [accountId, address, password] = [randomUUID(), randomUUID(), randomUUID()]
  // Of whom others acted for there are keys in cases alone.
  const key = heldKey(await keys.make([{ party: partyId }]), { party: partyId })
  const indexes = asWritten(said.born).map((birthDate) =>
    proofOf(secret, { partyId, birthDate, documentNumber: said.documentNumber }),
  )
  const leaves = accessLeaves(key, {
    partyId,
    by: accountHolder(partyId),
    at,
    acts: [
      { type: 'taken-over', row: accountId },
      { type: 'credential-changed', row: address, said: { kind: 'e-mail' } },
      { type: 'credential-changed', row: password, said: { kind: 'password' } },
    ],
  })
  const taking = {
    at,
    account: accountId,
    address,
    password,
    email: seal(key, { place: emailPlace(accountId), plain: email.trim() }).toString('base64'),
    leaves: leaves.map(leafJson),
  }
  const { rows } = await sql<{ readonly is: TakenOver['is'] }>`
    select take_over(${tokenHash(token)}, ${json(indexes)}, ${json(taking)}) as is`.execute(tx)
  const is = rows[0]?.is ?? 'wrong'
  return is === 'taken' ? { is, accountId } : { is }
}

/**
 * Whoever has taken over, and who acted for them, are written to; in the transaction in which they
 * did, and where the type of that case writes of it.
 */
export async function tellTakenOver(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { come: { caseId, invitation, actedBy }, charge: { partyId: subject }, at }: Told,
): Promise<void> {
  const found = await readCase(tx, keys, caseId)
  if (!found) return
  const { standing } = found.whole ?? found
  const { type, typeHash } = descriptionOf(policy, standing, dayInBaku(at))
  const rule = type.letters.find(({ on }) => on === TAKEN_OVER)
  const concerned = found.parties.map(({ partyId }) => partyId)
  const wanted = [subject, actedBy ?? subject].filter((id) => concerned.includes(id))
  if (!rule || wanted.length === 0) return
  const readers = await tx
    .selectFrom('account')
    .select(['party', 'language'])
    .where('party', 'in', wanted)
    .where('closedAt', 'is', null)
    .execute()
  const key = heldKey(await keys.read({ cases: [caseId] }), { party: subject, caseId })
  const values = {
    number: standing.number ?? '',
    dueOn: '',
    stepDueOn: '',
    application: caseId,
    typeHash,
    provisional: [],
  }
  const { calendars } = policy
  // A person did it, who is there; and who acted for them learns of it at once.
  const letters = readers.map(({ party, language }) => ({
    ...letterRow({ party, subject, language }, { code: rule.code, values, key, at, calendars }),
    send_from: null,
  }))
  await sql`select tell_taken_over(${invitation}::uuid, ${json(letters)})`.execute(tx)
}

type Told = {
  readonly come: Pick<ComeToTakeOver, 'caseId' | 'invitation' | 'actedBy'>
  readonly charge: Charge
  readonly at: IsoMoment
}
