import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Holding } from '#core/concessions/classes.ts'
import { plainDashes, plainDigits } from '#core/facts/digits.ts'
import { isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { Standing } from '#core/policy/offered.ts'
import { json, type Database, type Tx } from '#platform/database.ts'
import { blindIndex, type HouseSecret, type KeyedHash } from '#platform/sealing.ts'
import { readStatusNumber } from '#records/status-numbers.ts'

/**
 * What other systems of the state are answered about a status. It is found by what its holder and
 * whoever has their papers before them can say, each under a key; the function that answers writes
 * down that it did.
 */

/** Somebody who holds a status, as far as they are asked about by its number. */
export type Born = { readonly number: string; readonly birthDate: string }

/** As they are asked about by their travel document; of its issuer it may be nothing. */
type Issued = {
  readonly documentNumber: string
  readonly documentIssuer: string
  readonly birthDate: string
}

/** As another system names it. */
export type Documented = Omit<Issued, 'documentIssuer'> & { readonly documentIssuer?: string }

const birthIndex = (secret: HouseSecret, { number, birthDate }: Born): KeyedHash =>
  blindIndex(secret, 'status.birth', `${number}|${birthDate}`)

const documentIndex = (secret: HouseSecret, { documentNumber, birthDate }: Documented): KeyedHash =>
  blindIndex(secret, 'status.document', `${plainDocument(documentNumber)}|${birthDate}`)

function issuedIndex(secret: HouseSecret, documented: Issued): KeyedHash {
  const { documentNumber, documentIssuer, birthDate } = documented
  const text = `${plainDocument(documentNumber)}|${documentIssuer}|${birthDate}`
  return blindIndex(secret, 'status.issued', text)
}

/** The number of a document as it is told from others, however it was typed. */
export const plainDocument = (typed: string): string =>
  plainDashes(plainDigits(typed))
    .replace(/[\s\-<]/g, '')
    .toUpperCase()

/** By what a status is found whose number and birth date are said. */
export function numberFound(secret: HouseSecret, { number: typed, birthDate }: Born) {
  const number = readStatusNumber(typed)
  return { number, birth: birthIndex(secret, { number, birthDate }) }
}

/** The same by a document; where its issuer is said, those given without one count too. */
export function documentFound(secret: HouseSecret, asked: Documented) {
  const { documentIssuer } = asked
  const unknown = { ...asked, documentIssuer: '' }
  const issued =
    documentIssuer === undefined
      ? null
      : [issuedIndex(secret, { ...asked, documentIssuer }), issuedIndex(secret, unknown)]
  return { document: documentIndex(secret, asked), issued }
}

/** By what a status is found, as it is given. */
export const offeredIndexes = (secret: HouseSecret, holder: Born & Issued) => ({
  birth_index: birthIndex(secret, holder),
  document_index: documentIndex(secret, holder),
  issued_index: issuedIndex(secret, holder),
})

/** Who asks, what for, and as what it is written down. */
type OfferedCall = {
  readonly client: string
  readonly service: string
  readonly purpose: string
  readonly ground: string
  readonly at: IsoMoment
  readonly messageId: string
}

/** What every question is asked with: about which kinds, for which day, by whom. */
export type OfferedAsking = {
  readonly secret: HouseSecret
  readonly kinds: readonly string[]
  readonly on: IsoDate
  readonly call: OfferedCall
}

export async function answerByNumber(
  db: Database,
  born: Born,
  { secret, kinds, on, call }: OfferedAsking,
): Promise<Standing> {
  const { number, birth } = numberFound(secret, born)
  const { rows } = await sql<StandingRow>`
    select * from answer_by_number(
      ${number}, ${birth}, ${[...kinds]}::text[], ${on}::date, ${json(rowOf(call))}
    )`.execute(db)
  return standingIn(rows)
}

export async function answerByDocument(
  db: Database,
  asked: Documented,
  { secret, kinds, on, call }: OfferedAsking,
): Promise<Standing> {
  const { document, issued } = documentFound(secret, asked)
  const { rows } = await sql<StandingRow>`
    select * from answer_by_document(
      ${document}, ${issued}::bytea[], ${[...kinds]}::text[], ${on}::date,
      ${json(rowOf(call))}
    )`.execute(db)
  return standingIn(rows)
}

/** What policy says of an occupation, by the kind of a status that is valid. */
export type SaidOfKind = { readonly kind: string; readonly result: 'yes' | 'no' }

/** Also whether there is such a status, for counting wrong guesses and for nothing else. */
export async function answerWorkRight(
  db: Database,
  asked: Born & { readonly said: readonly SaidOfKind[] },
  { secret, kinds, on, call }: OfferedAsking,
): Promise<{ readonly result: SaidOfKind['result'] | undefined; readonly isKnown: boolean }> {
  const { number, birth } = numberFound(secret, asked)
  const rights = { kinds, said: asked.said }
  const { rows } = await sql<{ result: string; isKnown: boolean }>`
    select * from answer_work_right(
      ${number}, ${birth}, ${json(rights)}, ${on}::date, ${json(rowOf(call))}
    )`.execute(db)
  const [row] = rows
  const result = row?.result === 'yes' || row?.result === 'no' ? row.result : undefined
  return { result, isKnown: row?.isKnown === true }
}

/** What the holder of a status holds, and whether there is one, for counting wrong guesses. */
export type HeldSaid = { readonly holds: readonly Holding[]; readonly isKnown: boolean }

export async function heldByNumber(
  db: Database,
  born: Born,
  { secret, kinds, on, call }: OfferedAsking,
): Promise<HeldSaid> {
  const { number, birth } = numberFound(secret, born)
  const { rows } = await sql<HeldRow>`
    select * from held_by_number(
      ${number}, ${birth}, ${[...kinds]}::text[], ${on}::date, ${json(rowOf(call))}
    )`.execute(db)
  return heldIn(rows)
}

export async function heldByDocument(
  db: Database,
  asked: Documented,
  { secret, kinds, on, call }: OfferedAsking,
): Promise<HeldSaid> {
  const { document, issued } = documentFound(secret, asked)
  const { rows } = await sql<HeldRow>`
    select * from held_by_document(
      ${document}, ${issued}::bytea[], ${[...kinds]}::text[], ${on}::date,
      ${json(rowOf(call))}
    )`.execute(db)
  return heldIn(rows)
}

type HeldRow = { readonly isKnown: boolean | null; readonly held: unknown }

const heldShape = z.array(z.object({ kind: z.string(), from: z.string(), until: z.string() }))

const heldIn = ([row]: readonly HeldRow[]): HeldSaid => ({
  isKnown: row?.isKnown === true,
  holds: heldShape
    .parse(row?.held ?? [])
    .map(({ kind, from, until }) => ({ kind, from: isoDate(from), until: isoDate(until) })),
})

type StandingRow = {
  readonly result: string
  readonly kind: string | null
  readonly fromOn: string | null
  readonly untilOn: string | null
}

function standingIn([row]: readonly StandingRow[]): Standing {
  const { result, kind = null, fromOn = null, untilOn = null } = row ?? {}
  if (kind === null || fromOn === null || untilOn === null) return { result: 'none' }
  const held = { kind, from: isoDate(fromOn), until: isoDate(untilOn) }
  return { result: result === 'valid' ? 'valid' : 'ended', ...held }
}

/** A call as the function that answers it writes it down. */
export const rowOf = ({ messageId, ...call }: OfferedCall) => ({
  id: randomUUID(),
  ...call,
  message_id: messageId,
})

/** That another system was answered about somebody: who, what, what for, and by which clause. */
export type AnsweredAbout = {
  readonly id: string
  readonly at: IsoMoment
  readonly client: string
  readonly service: string
  readonly purpose: string
  readonly ground: string
}

/** How many of these one page shows. */
export const ANSWERED_PAGE = 50

/** Which systems were answered about somebody, the newest first, a page at a time. */
export async function answeredAbout(
  tx: Tx,
  party: string,
  before?: string,
): Promise<readonly AnsweredAbout[]> {
  const rows = await tx
    .selectFrom('offeredAnswer')
    .select(['id', 'at', 'client', 'service', 'purpose', 'ground'])
    .where('party', '=', party)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(at, id) < (
          select at, id from offered_answer where id = ${before ?? ''}::uuid and party = ${party}
        )`,
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(ANSWERED_PAGE)
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: isoMoment(at) }))
}

/** How often a system was answered that by a service: today, and in thirty days with it. */
export type OfferedFigure = {
  readonly client: string
  readonly service: string
  readonly outcome: string
  readonly today: number
  readonly lately: number
}

export async function offeredFigures(
  tx: Tx,
  clients: readonly string[],
  at: IsoMoment,
): Promise<readonly OfferedFigure[]> {
  const { rows } = await sql<OfferedFigure>`
    select * from offered_figures(${[...clients]}::text[], ${at})
    order by client, service, outcome`.execute(tx)
  return rows
}
