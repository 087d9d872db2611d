import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { nextWorkingMorning, type Calendars } from '#core/deadlines/working-days.ts'
import { isLanguage, type Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { openText, seal } from '#platform/sealing.ts'
import { openMailbox, type Mailbox } from '#records/accounts.ts'
import { openAskingLink } from '#records/asking.ts'
import type { KeyOf, KeyRing, Keys } from '#records/keys.ts'

/** What a letter speaks of; its words are the type's, in the language of the reader. */
const letterValues = z.strictObject({
  number: z.string(),
  dueOn: z.string(),
  stepDueOn: z.string(),
  application: z.string(),
  typeHash: z.string(),
  /** Which of its days were counted by a calendar that could still change; old letters lack it. */
  provisional: z.array(z.enum(['dueOn', 'stepDueOn'])).default([]),
  /** Where it tells of money: how much, and by when that is to be paid. */
  sum: z.strictObject({ hundredths: z.number(), currency: z.string() }).exactOptional(),
  payBy: z.string().exactOptional(),
})
export type LetterValues = z.infer<typeof letterValues>

export type Letter = {
  readonly id: string
  readonly code: string
  readonly language: Language
  readonly values: LetterValues
  readonly writtenAt: IsoMoment
  /** When its e-mail is asked for, while that is still to come. */
  readonly sendFrom?: IsoMoment
  readonly sentAt?: IsoMoment
  /** When the mail server of the reader's address refused it for good. */
  readonly refusedAt?: IsoMoment
}

/** Who reads, of whom; the words are in the language that they chose. */
export type Reading = {
  readonly party: string
  readonly subject: string
  readonly language: string
}

/** A letter that no step sends, as the database takes it; it goes out when people can be asked. */
export function letterRow(
  { party, subject, language }: Reading,
  {
    code,
    values,
    key,
    at,
    calendars,
  }: {
    readonly code: string
    readonly values: LetterValues
    readonly key: KeyObject
    readonly at: IsoMoment
    readonly calendars: Calendars
  },
) {
  const id = randomUUID()
  const sealed = seal(key, { place: letterPlace(id), plain: JSON.stringify(values) })
  return {
    id,
    party,
    subject,
    code,
    language: isLanguage(language) ? language : 'en',
    content_sealed: sealed.toString('base64'),
    written_at: at,
    send_from: nextWorkingMorning(at, calendars),
  }
}

/** A letter of the house itself, in no case: all that it says follows from its code. */
export function houseLetterRow(
  party: string,
  { key, at, calendars }: { key: KeyObject; at: IsoMoment; calendars: Calendars },
) {
  const id = randomUUID()
  const sealed = seal(key, { place: letterPlace(id), plain: '{}' })
  return {
    id,
    party,
    content_sealed: sealed.toString('base64'),
    send_from: nextWorkingMorning(at, calendars),
  }
}

export const letterPlace = (id: string): string => `letter.content_sealed:${id}`

/**
 * A letter that is still to be sent, and to which address; nothing where it was sent or refused
 * already, or where whoever it was for is not there any more.
 */
export async function letterToSend(tx: Tx, keys: Keys, id: string): Promise<Sending | undefined> {
  const { rows } = await sql<SendingRow>`select * from letter_to_send(${id}::uuid)`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  if (row.caseId === null) {
    const to = openMailbox(await keys.read({ parties: [row.party] }), row)
    return to === undefined ? undefined : { id, code: row.code, language: languageOf(row), to }
  }
  const unsent = { ...row, sendFrom: null, sentAt: null, refusedAt: null }
  const [ring, theirs] = await Promise.all([
    keys.read(askedFor(unsent)),
    keys.read({ parties: [row.party] }),
  ])
  const [letter, to] = [letterOf(unsent, ring), openMailbox(theirs, row)]
  if (!letter || to === undefined) return undefined
  return { ...letter, to, ...linkIn(row, theirs.of({ party: row.party })) }
}

/** Without values where the house itself writes; of whoever has no account, with their link. */
export type Sending = Pick<Letter, 'id' | 'code' | 'language'> & {
  readonly values?: LetterValues
  readonly to: string
  readonly askedBy?: string
}

function linkIn(
  { account, link }: SendingRow,
  key: KeyObject | 'erased',
): Pick<Sending, 'askedBy'> | undefined {
  if (link === null || key === 'erased') return undefined
  return { askedBy: openAskingLink(key, { account, sealed: link }) }
}

type SendingRow = Omit<LetterRow, 'sendFrom' | 'sentAt' | 'refusedAt'> &
  Mailbox & { readonly link: Buffer | null }

const LETTERS_MAX = 200

/** The letters of a case, newest first. */
export async function lettersOfCase(
  tx: Tx,
  keys: Keys,
  caseId: string,
): Promise<readonly Letter[]> {
  const [rows, ring] = await Promise.all([
    letterQuery(tx)
      .where('caseId', '=', caseId)
      .orderBy('writtenAt', 'desc')
      .limit(LETTERS_MAX)
      .execute(),
    keys.read({ cases: [caseId] }),
  ])
  return rows.flatMap((row) => letterOf(row, ring) ?? [])
}

/**
 * The letters of a case that tell of one person, the oldest first, and so many at most; of whoever
 * it is not about, what was written to them.
 */
export async function lettersAbout(
  tx: Tx,
  keys: Keys,
  {
    caseId,
    partyId,
    isAbout,
    max,
  }: Record<'caseId' | 'partyId', string> & { readonly isAbout: boolean; readonly max: number },
): Promise<readonly Letter[]> {
  const about = letterQuery(tx)
    .where('caseId', '=', caseId)
    .where((each) =>
      isAbout
        ? each.or([
            each('subject', '=', partyId),
            each.and([each('subject', 'is', null), each('party', '=', partyId)]),
          ])
        : each('party', '=', partyId),
    )
  const [rows, ring] = await Promise.all([
    about.orderBy('writtenAt').limit(max).execute(),
    keys.read({ cases: [caseId] }),
  ])
  return rows.flatMap((row) => letterOf(row, ring) ?? [])
}

/** Asks for the e-mails whose time has come, the earliest first and so many at a time; how many. */
export async function releaseDueLetters(tx: Tx, at: IsoMoment): Promise<number> {
  const { rows } = await sql<{ released: number }>`
    select release_letters(${at}::timestamptz) as released`.execute(tx)
  return rows[0]?.released ?? 0
}

/** It was sent, or the mail server of the reader's address refused it for good. */
export async function markSent(
  tx: Tx,
  id: string,
  { at, refused = false }: { readonly at: IsoMoment; readonly refused?: boolean },
): Promise<void> {
  await sql`select note_sending(${id}::uuid, ${at}::timestamptz, ${!refused})`.execute(tx)
}

const letterQuery = (tx: Tx) =>
  tx
    .selectFrom('letter')
    .select(['id', 'party', 'subject', 'caseId', 'code', 'language', 'contentSealed'])
    .select(['writtenAt', 'sendFrom', 'sentAt', 'refusedAt'])

type LetterRow = {
  readonly id: string
  readonly party: string
  readonly subject: string | null
  readonly caseId: string | null
  readonly code: string
  readonly language: string
  readonly contentSealed: Buffer
  readonly writtenAt: string
  readonly sendFrom: string | null
  readonly sentAt: string | null
  readonly refusedAt: string | null
}

/** Sealed for whom it is about, in the case that it speaks of. */
const keyOf = ({ party, subject, caseId }: LetterRow): KeyOf => ({
  party: subject ?? party,
  ...(caseId === null ? {} : { caseId }),
})

const askedFor = (row: LetterRow) => {
  const { party, caseId } = keyOf(row)
  return caseId === undefined ? { parties: [party ?? ''] } : { cases: [caseId] }
}

const languageOf = ({ language }: Pick<LetterRow, 'language'>): Language =>
  isLanguage(language) ? language : 'en'

/** Nothing where those whom it is about were erased. */
function letterOf(row: LetterRow, ring: KeyRing): Letter | undefined {
  const { id, code, contentSealed } = row
  const key = ring.of(keyOf(row))
  if (key === 'erased') return undefined
  const text = openText(key, { place: letterPlace(id), sealed: contentSealed })
  return {
    id,
    code,
    language: languageOf(row),
    values: letterValues.parse(JSON.parse(text)),
    writtenAt: isoMoment(row.writtenAt),
    ...(row.sendFrom === null ? {} : { sendFrom: isoMoment(row.sendFrom) }),
    ...(row.sentAt === null ? {} : { sentAt: isoMoment(row.sentAt) }),
    ...(row.refusedAt === null ? {} : { refusedAt: isoMoment(row.refusedAt) }),
  }
}
