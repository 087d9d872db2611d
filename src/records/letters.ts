import { z } from 'zod'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { isLanguage, type Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { openText } from '#platform/sealing.ts'
import { enqueue } from '#records/jobs.ts'
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
  keys: Keys,
  id: string,
): Promise<(Letter & { readonly partyId: string }) | undefined> {
  const row = await letterQuery(tx).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const letter = letterOf(row, await keys.read(askedFor(row)))
  return letter && { ...letter, partyId: row.party }
}

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

/** Nothing where those whom it is about were erased. */
function letterOf(row: LetterRow, ring: KeyRing): Letter | undefined {
  const { id, code, language, contentSealed } = row
  const key = ring.of(keyOf(row))
  if (key === 'erased') return undefined
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
