import { z } from 'zod'
import { REPORTED } from '#core/cases/away.ts'
import type { Contract } from '#exchange/contract.ts'
import { day, person, reference, words } from '#exchange/person.ts'

/** The place of what is said of somebody in a case, counted from 1 by whoever examines it. */
const place = z.string().regex(/^[0-9]{1,9}$/)

/** One answer as it was given; what was chosen in the words of the question as well. */
const answer = z.strictObject({
  block: reference,
  item: reference,
  field: reference,
  question: words,
  value: z.array(z.string().min(1).max(20_000)).min(1).max(100),
})

/**
 * A document by its name here: its bytes stay sealed where they are, and are fetched by that name
 * (docs/decisions/0059).
 */
const document = z.strictObject({
  id: reference,
  kind: reference,
  title: words,
  media: z.enum(['pdf', 'jpeg', 'png']),
  bytes: z.string().regex(/^[0-9]{1,12}$/),
})

/** A status of theirs as it stands here: nothing of how it was given, nor of anybody else. */
const held = z.strictObject({
  kind: reference,
  title: words,
  number: reference,
  from: day,
  until: day,
  state: z.enum(['in-force', 'suspended', 'ended']),
})

const filed = z.strictObject({
  type: reference,
  title: words,
  on: day,
  answer: z.array(answer).max(2000),
  document: z.array(document).max(500).exactOptional(),
  held: z.array(held).max(50).exactOptional(),
})

/** What has to be mended: an answer, or a document, by the names under which it was sent. */
const mark = z.strictObject({
  block: reference.exactOptional(),
  item: reference.exactOptional(),
  field: reference.exactOptional(),
  document: reference.exactOptional(),
  note: words,
})

const said = z.strictObject({
  case: reference,
  result: z.enum(['waits', ...REPORTED]),
  place: place.exactOptional(),
  number: reference.exactOptional(),
  on: day.exactOptional(),
  note: words.exactOptional(),
  gives: z.strictObject({ number: reference, until: day.exactOptional() }).exactOptional(),
  complaint: words.exactOptional(),
  mark: z.array(mark).max(200).exactOptional(),
})

/**
 * A case that another system examines, one of those whom it is about at a time: it is sent, asked
 * about, or not to be examined there any more. People over there decide, days later.
 */
export const forwardCase = {
  code: 'forward-case',
  version: 'v1',
  operation: 'forwardCase',
  namespace: 'urn:kecid:exchange:forward-case:v1',
  rest: { method: 'POST', path: 'cases' },
  isWrite: true,
  question: z.strictObject({
    case: reference,
    does: z.enum(['send', 'ask', 'withdraw', 'recall']),
    /** The place of what was heard last; 0, where nothing was. */
    heard: place,
    person,
    filed: filed.exactOptional(),
  }),
  answer: said
    .refine(({ result, place: at }) => result === 'waits' || at !== undefined)
    // Nobody can do anything about a refusal without grounds, nor mend what is not named.
    .refine(
      ({ result, note }) => !['refuses', 'come', 'mend'].includes(result) || note !== undefined,
    )
    .refine(({ result, mark: marks = [] }) => result !== 'mend' || marks.length > 0)
    .refine(({ result, number }) => result !== 'arrived' || number !== undefined)
    .refine(({ result, on }) => !['grants', 'refuses'].includes(result) || on !== undefined),
  lists: ['answer', 'value', 'document', 'held', 'mark'],
} as const satisfies Contract
