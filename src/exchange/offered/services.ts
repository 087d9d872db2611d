import { z } from 'zod'
import { concessionsTold, type ConcessionLaw } from '#core/concessions/told.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import type { OfferedCode, Standing } from '#core/policy/offered.ts'
import type { Content } from '#exchange/content.ts'
import type { Contract } from '#exchange/contract.ts'
import {
  documentAsked,
  documentSaid,
  partOfDocument,
  type Files,
} from '#exchange/offered/documents.ts'
import { country, day, partialDate, reference } from '#exchange/person.ts'
import { change } from '#exchange/services/status-changed/contract.ts'
import type { Signed } from '#exchange/asked-service.ts'
import type { Database } from '#platform/database.ts'
import {
  answerByDocument,
  answerByNumber,
  answerWorkRight,
  heldByDocument,
  heldByNumber,
  type HeldSaid,
  type OfferedAsking,
  type SaidOfKind,
} from '#records/offered.ts'
import {
  CHANGES_PAGE,
  changesAfter,
  subscribeByDocument,
  subscribeByNumber,
  unsubscribe,
  type Subscribed,
} from '#records/subscriptions.ts'

/** What other systems may ask of us, by the same contracts as those by which we ask (see 0040). */
export type OfferedService = {
  readonly contract: OfferedContract
  /** What it does, for whoever reads its description. */
  readonly title: string
  /** Undefined where it is not as the contract says, with the field. */
  readonly read: (content: Content) => Understood
}

type OfferedContract = Contract & { readonly code: OfferedCode }

type Understood =
  | { readonly ok: true; readonly question: OfferedQuestion }
  | { readonly ok: false; readonly where: string }

/** A question that was understood. */
type OfferedQuestion = {
  /** What whoever guesses would hold on to; undefined where nothing can be guessed. */
  readonly about?: string
  /** Of which occupation it is asked, where it is. */
  readonly occupation?: string
  readonly answer: (db: Database, asking: Asking) => Promise<OfferedAnswer>
}

/** With what policy says of the occupation and of the client. */
type Asking = OfferedAsking & {
  readonly said: readonly SaidOfKind[]
  /** What the law allows that day beyond others; nothing, where no document says. */
  readonly law: ConcessionLaw | undefined
  /** For how long whoever names a status is told of it. */
  readonly days: number
  /** What opens documents, and the services by which cases are forwarded to the client. */
  readonly files: Files
  readonly services: readonly string[]
  readonly signed: Signed
}

type OfferedAnswer = {
  readonly content: Content & { readonly result: string }
  /** Whether the question was a right guess, at least. */
  readonly isKnown: boolean
}

const NAMESPACE = 'urn:kecid:offered:v1'

const birthDate = partialDate.refine(isPartialDate)
const number = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9 -]+$/)

const standing = z.strictObject({
  result: z.enum(['valid', 'ended', 'none']),
  kind: reference.exactOptional(),
  from: day.exactOptional(),
  until: day.exactOptional(),
})

/** The parts that all contracts of ours have alike. */
const post = (code: OfferedCode, operation: string) =>
  ({
    code,
    version: 'v1',
    operation,
    namespace: NAMESPACE,
    rest: { method: 'POST', path: code },
    isWrite: false,
    lists: [],
  }) as const

const byNumber = {
  ...post('status-by-number', 'statusByNumber'),
  question: z.strictObject({ number, birthDate }),
  answer: standing,
} as const satisfies OfferedContract

const byDocument = {
  ...post('status-by-document', 'statusByDocument'),
  question: z.strictObject({
    documentNumber: reference,
    documentIssuer: country.exactOptional(),
    birthDate,
  }),
  answer: standing,
} as const satisfies OfferedContract

const workRight = {
  ...post('work-right', 'workRight'),
  question: z.strictObject({ number, birthDate, occupation: z.string().regex(/^\d{1,4}$/) }),
  answer: z.strictObject({ result: z.enum(['yes', 'no', 'the-service-must-say']) }),
} as const satisfies OfferedContract

const concessions = z.strictObject({
  result: z.enum(['concessions', 'none']),
  concession: z
    .array(
      z.strictObject({
        code: reference,
        /** They have what it gives, or can have it now. */
        stands: z.enum(['held', 'now']),
        until: day.exactOptional(),
      }),
    )
    .exactOptional(),
})

const concessionsByNumber = {
  ...post('concessions-by-number', 'concessionsByNumber'),
  question: byNumber.question,
  answer: concessions,
  lists: ['concession'],
} as const satisfies OfferedContract

const concessionsByDocument = {
  ...post('concessions-by-document', 'concessionsByDocument'),
  question: byDocument.question,
  answer: concessions,
  lists: ['concession'],
} as const satisfies OfferedContract

const subscribed = z.strictObject({
  result: z.enum(['subscribed', 'ended', 'none']),
  subscription: z.uuid().exactOptional(),
  until: day.exactOptional(),
})

const subscribingByNumber = {
  ...post('subscribe-by-number', 'subscribeByNumber'),
  isWrite: true,
  question: byNumber.question,
  answer: subscribed,
} as const satisfies OfferedContract

const subscribingByDocument = {
  ...post('subscribe-by-document', 'subscribeByDocument'),
  isWrite: true,
  question: byDocument.question,
  answer: subscribed,
} as const satisfies OfferedContract

const unsubscribing = {
  ...post('unsubscribe', 'unsubscribe'),
  isWrite: true,
  question: z.strictObject({ subscription: z.uuid() }),
  answer: z.strictObject({ result: z.enum(['unsubscribed', 'none']) }),
} as const satisfies OfferedContract

const changes = {
  ...post('status-changes', 'statusChanges'),
  question: z.strictObject({
    after: z
      .string()
      .regex(/^\d{1,18}$/)
      .exactOptional(),
  }),
  answer: z.strictObject({
    result: z.enum(['changes', 'none']),
    more: z.enum(['yes', 'no']),
    change: z.array(change).exactOptional(),
  }),
  lists: ['change'],
} as const satisfies OfferedContract

const forwardedDocument = {
  ...post('forwarded-document', 'forwardedDocument'),
  question: documentAsked,
  answer: documentSaid,
} as const satisfies OfferedContract

/** Every service that is offered. */
export const OFFERED_SERVICES: readonly OfferedService[] = [
  offered(byNumber, 'Whether a status with this number is valid', (asked) => ({
    about: asked.number,
    answer: async (db, asking) => told(await answerByNumber(db, asked, asking)),
  })),
  offered(byDocument, 'Whether the holder of a travel document has a status', (asked) => ({
    about: asked.documentNumber,
    answer: async (db, asking) => told(await answerByDocument(db, asked, asking)),
  })),
  offered(workRight, 'Whether the holder of a status may work in an occupation', (asked) => ({
    about: asked.number,
    occupation: asked.occupation,
    answer: async (db, asking) => {
      const { result, isKnown } = await answerWorkRight(db, { ...asked, ...asking }, asking)
      return { content: { result: result ?? 'the-service-must-say' }, isKnown }
    },
  })),
  offered(
    concessionsByNumber,
    'What the law allows the holder of a status beyond others',
    (asked) => ({
      about: asked.number,
      answer: async (db, asking) => allowed(await heldByNumber(db, asked, asking), asking),
    }),
  ),
  offered(concessionsByDocument, 'The same of the holder of a travel document', (asked) => ({
    about: asked.documentNumber,
    answer: async (db, asking) => allowed(await heldByDocument(db, asked, asking), asking),
  })),
  offered(subscribingByNumber, 'To be told what becomes of a status with this number', (asked) => ({
    about: asked.number,
    answer: async (db, asking) => kept(await subscribeByNumber(db, asked, asking)),
  })),
  offered(subscribingByDocument, 'The same of the holder of a travel document', (asked) => ({
    about: asked.documentNumber,
    answer: async (db, asking) => kept(await subscribeByDocument(db, asked, asking)),
  })),
  offered(unsubscribing, 'To be told of it no more', (asked) => ({
    about: asked.subscription,
    answer: async (db, asking) => {
      const isKnown = await unsubscribe(db, asked.subscription, asking)
      return { content: { result: isKnown ? 'unsubscribed' : 'none' }, isKnown }
    },
  })),
  offered(changes, 'What was to be told after that place, once more', ({ after = '0' }) => ({
    answer: async (db, asking) => {
      const page = await changesAfter(db, after, asking)
      const signed = await Promise.all(page.map(asking.signed))
      const change = signed.filter((each) => each !== undefined)
      const more = page.length === CHANGES_PAGE ? 'yes' : 'no'
      if (change.length === 0) return { content: { result: 'none', more }, isKnown: true }
      return { content: { result: 'changes', more, change }, isKnown: true }
    },
  })),
  offered(forwardedDocument, 'A part of a document of a case that was forwarded', (asked) => ({
    answer: async (db, asking) => {
      const content = await partOfDocument(db, asked, asking)
      return { content, isKnown: content.result !== 'none' }
    },
  })),
]

function allowed({ holds, isKnown }: HeldSaid, { law, on }: Asking): OfferedAnswer {
  const concession = law === undefined ? [] : concessionsTold(holds, law, on)
  if (concession.length === 0) return { content: { result: 'none' }, isKnown }
  return { content: { result: 'concessions', concession }, isKnown }
}

const kept = (content: Subscribed): OfferedAnswer => ({
  content,
  isKnown: content.result !== 'none',
})

const told = (content: Standing): OfferedAnswer => ({
  content,
  isKnown: content.result !== 'none',
})

function offered<Asks extends Content>(
  contract: OfferedContract & { readonly question: z.ZodType<Asks> },
  title: string,
  question: (asked: Asks) => OfferedQuestion,
): OfferedService {
  return {
    contract,
    title,
    read: (content) => {
      const read = contract.question.safeParse(content)
      if (read.success) return { ok: true, question: question(read.data) }
      // The name of a field that nobody asked for is the caller's, and is not said back.
      return { ok: false, where: String(read.error.issues[0]?.path[0] ?? 'body') }
    },
  }
}
