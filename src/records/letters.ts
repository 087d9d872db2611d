import { z } from 'zod'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { isLanguage, type Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { openText, type MasterKey } from '#platform/sealing.ts'
import { enqueue } from '#records/jobs.ts'
import { personKey } from '#records/person-keys.ts'

/** What a letter speaks of; its words are the type's, in the language of the reader. */
const letterValues = z.strictObject({
  number: z.string(),
  dueOn: z.string(),
  stepDueOn: z.string(),
  application: z.string(),
  typeHash: z.string(),
  /** Which of its days were counted by a calendar that could still change; old letters lack it. */
  provisional: z.array(z.enum(['dueOn', 'stepDueOn'])).default([]),
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

export const letterPlace = (id: string): string => `letter.content_sealed:${id}`

export async function readLetter(
  tx: Tx,
  master: MasterKey,
  id: string,
): Promise<(Letter & { readonly personId: string }) | undefined> {
  const row = await letterQuery(tx).where('letter.id', '=', id).executeTakeFirst()
  return row && { ...letterOf(row, master), personId: row.personId }
}

const LETTERS_MAX = 200

/** The letters of a case, newest first. */
export async function lettersOfCase(
  tx: Tx,
  master: MasterKey,
  applicationId: string,
): Promise<readonly Letter[]> {
  const rows = await letterQuery(tx)
    .where('letter.applicationId', '=', applicationId)
    .orderBy('letter.writtenAt', 'desc')
    .limit(LETTERS_MAX)
    .execute()
  return rows.map((row) => letterOf(row, master))
}

const RELEASED_MAX = 200

/** Asks for the e-mails whose time has come, the earliest first; how many. */
export async function releaseDueLetters(tx: Tx, at: IsoMoment): Promise<number> {
  const released = await tx
    .updateTable('letter')
    .set({ sendFrom: null })
    .where('id', 'in', (each) =>
      each
        .selectFrom('letter')
        .select('id')
        .where('sendFrom', '<=', at)
        .orderBy('sendFrom')
        .limit(RELEASED_MAX)
        .forUpdate(),
    )
    .returning('id')
    .execute()
  await Promise.all(
    released.map(({ id: letter }) => enqueue(tx, { task: 'send-letter', payload: { letter } })),
  )
  return released.length
}

export async function markSent(tx: Tx, id: string, at: IsoMoment): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ sentAt: at, sendFrom: null })
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .execute()
}

export async function markRefused(tx: Tx, id: string, at: IsoMoment): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ refusedAt: at })
    .where('id', '=', id)
    .where('refusedAt', 'is', null)
    .execute()
}

function letterQuery(tx: Tx) {
  return tx
    .selectFrom('letter')
    .innerJoin('person', 'person.id', 'letter.personId')
    .select([
      'letter.id',
      'letter.personId',
      'letter.code',
      'letter.language',
      'letter.contentSealed',
      'letter.writtenAt',
      'letter.sendFrom',
      'letter.sentAt',
      'letter.refusedAt',
      'person.wrappedKey',
    ])
}

type LetterRow = {
  readonly id: string
  readonly personId: string
  readonly code: string
  readonly language: string
  readonly contentSealed: Buffer
  readonly writtenAt: string
  readonly sendFrom: string | null
  readonly sentAt: string | null
  readonly refusedAt: string | null
  readonly wrappedKey: Buffer | null
}

function letterOf(row: LetterRow, master: MasterKey): Letter {
  const { id, code, language, contentSealed, wrappedKey, personId } = row
  const key = personKey(master, { id: personId, wrappedKey })
  const text = openText(key, { place: letterPlace(id), sealed: contentSealed })
  return {
    id,
    code,
    language: isLanguage(language) ? language : 'en',
    values: letterValues.parse(JSON.parse(text)),
    writtenAt: isoMoment(row.writtenAt),
    ...(row.sendFrom === null ? {} : { sendFrom: isoMoment(row.sendFrom) }),
    ...(row.sentAt === null ? {} : { sentAt: isoMoment(row.sentAt) }),
    ...(row.refusedAt === null ? {} : { refusedAt: isoMoment(row.refusedAt) }),
  }
}
