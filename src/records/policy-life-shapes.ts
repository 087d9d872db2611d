import { z } from 'zod'
import type { StatusKind } from '#core/cases/statuses.ts'
import { ASKED_KINDS, HELD_BACK, KEPT_FROM, RELATIONS } from '#core/cases/life.ts'
import { STAGES } from '#core/cases/stages.ts'
import { TERM_UNITS } from '#core/deadlines/terms.ts'
import { MEANINGS } from '#core/policy/meanings.ts'
import { code, codes, count, grounded, officeWords, words } from '#records/policy-parts.ts'

/** The shape of the life of a case, and of a kind of status. */
export const test = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('age-at-least'), years: count.max(120) }),
  z.strictObject({ test: z.literal('younger-than'), years: count.min(1).max(120) }),
  z.strictObject({ test: z.literal('answers'), meaning: z.enum(MEANINGS), is: codes }),
  z.strictObject({ test: z.literal('scored') }),
  z.strictObject({ test: z.literal('points-reach-pass-mark') }),
  z.strictObject({ test: z.literal('nobody-objects') }),
  z.strictObject({ test: z.literal('registers-answered') }),
  z.strictObject({ test: z.literal('heard') }),
  z.strictObject({ test: z.literal('recorded'), step: code, option: code }),
  z.strictObject({ test: z.literal('voted'), for: code }),
  z.strictObject({ test: z.literal('status-in-force') }),
  z.strictObject({ test: z.literal('status-not-expired') }),
  z.strictObject({ test: z.literal('proposed'), outcome: code }),
  z.strictObject({ test: z.literal('no-hearing-asked') }),
  z.strictObject({ test: z.literal('decision-in-force') }),
  z.strictObject({ test: z.literal('decision-gone') }),
  z.strictObject({ test: z.literal('decision-took-status') }),
  z.strictObject({ test: z.literal('decision-unfavourable') }),
  z.strictObject({ test: z.literal('nothing-decided') }),
  z.strictObject({ test: z.literal('overdue') }),
  z.strictObject({ test: z.literal('nothing-given') }),
  z.strictObject({ test: z.literal('in-role'), role: code }),
  z.strictObject({ test: z.literal('nothing-against-erasing') }),
  z.strictObject({ test: z.literal('concerns-own-case') }),
  z.strictObject({ test: z.literal('same-type-open') }),
  z.strictObject({ test: z.literal('type-open'), type: code }),
  z.strictObject({ test: z.literal('holds'), status: code, role: code.exactOptional() }),
  z.strictObject({
    test: z.literal('holds-any'),
    of: z
      .array(z.strictObject({ status: code, role: code.exactOptional() }).readonly())
      .min(2)
      .max(20)
      .readonly(),
  }),
  z.strictObject({
    test: z.literal('held-for'),
    statuses: codes,
    years: count.min(1).max(20),
  }),
])

/** There is one of them at least. */
const some = <Each extends z.ZodType>(each: Each) => z.array(each).min(1).max(20).readonly()

const tests = some(test)

const common = {
  code,
  from: codes,
  by: z.array(code).min(1).max(20).readonly(),
  notBy: code.exactOptional(),
  after: z.strictObject({ term: code, unless: test.exactOptional() }).readonly().exactOptional(),
  needs: tests.exactOptional(),
  shown: z.enum(['person', 'office']).exactOptional(),
  name: words.exactOptional(),
  happened: words.exactOptional(),
  done: words.exactOptional(),
}

const step = <const Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  grounded({ ...common, kind: z.literal(kind), ...shape }, {})

const lapse = <const Does extends string, Shape extends z.ZodRawShape>(does: Does, shape: Shape) =>
  step('lapse', { does: z.literal(does), ...shape })

/** Kinds of status, or types, of which there is one at least. */
const kinds = some(code)

const shows = z.strictObject({ blocks: codes, documents: codes }).readonly()

const visit = z
  .strictObject({
    for: code,
    title: words,
    bring: words,
    came: code,
    ageFrom: z.int().min(1).max(150).exactOptional(),
    once: code.exactOptional(),
    afterDays: z.int().min(1).max(60).exactOptional(),
    outcomes: z.array(code).min(1).max(20).readonly().exactOptional(),
    when: z
      .strictObject({ block: code, field: code, is: z.array(code).min(1).max(20).readonly() })
      .readonly()
      .exactOptional(),
    moves: z.int().min(0).max(20),
    remindDays: z.int().min(1).max(20),
  })
  .readonly()

const ask = z
  .strictObject({
    kind: z.enum(ASKED_KINDS),
    step: code,
    clock: code,
    after: z.literal('answer').exactOptional(),
    shows: shows.exactOptional(),
    unless: test.exactOptional(),
    of: code.exactOptional(),
    options: z
      .array(
        z
          .strictObject({
            code,
            title: words,
            late: z.literal(true).exactOptional(),
            needs: z.array(test).min(1).max(20).readonly().exactOptional(),
          })
          .readonly(),
      )
      .min(1)
      .max(20)
      .readonly()
      .exactOptional(),
    paid: code.exactOptional(),
    visit: visit.exactOptional(),
    outcomes: codes.exactOptional(),
    notBy: z.literal('about').exactOptional(),
  })
  .readonly()

const asks = some(ask)

const to = code
const reply = z.strictObject({ step: code, clock: code }).readonly()
const steps = z.discriminatedUnion('kind', [
  step('begin', { to, joins: codes.exactOptional() }),
  step('file', {
    to,
    part: z.boolean().exactOptional(),
    says: z
      .strictObject({
        button: words,
        before: words,
        received: words,
        next: z.array(words).max(10).readonly(),
      })
      .readonly()
      .exactOptional(),
  }),
  step('return', { to }),
  step('ask', { to, asks }),
  step('answer', { to, corrects: codes.exactOptional() }),
  step('extend', {}),
  step('propose', { to, outcomes: codes, asks: asks.exactOptional() }),
  step('send-back', {}),
  step('decide', { to, asks: asks.exactOptional() }),
  step('tell', {}),
  step('end', {
    to,
    reasoned: z.boolean().exactOptional(),
    leaves: z.literal('subject').exactOptional(),
  }),
  step('assign', { of: code }),
  step('confirm', {}),
  step('consult', { registers: codes, there: z.literal(true).exactOptional() }),
  step('report', { to }),
  step('recall', { confirms: code.exactOptional() }),
  step('say', { to: to.exactOptional(), reply: reply.exactOptional() }),
  z.discriminatedUnion('does', [
    step('reopen', {
      does: z.literal('take-back').exactOptional(),
      of: code,
      confirms: code.exactOptional(),
    }),
    step('reopen', { does: z.literal('enter-again'), to, grounds: codes.exactOptional() }),
  ]),
  z.discriminatedUnion('does', [
    lapse('move', { to }),
    lapse('propose', { to, outcome: code }),
    lapse('note-silence', { to, answers: code }),
    lapse('give-notice', { notice: code, whole: code, of: code }),
  ]),
])

const effect = z.discriminatedUnion('effect', [
  z
    .strictObject({
      effect: z.literal('issue'),
      status: code,
      of: codes.exactOptional(),
      for: z
        .union([
          z
            .strictObject({
              answer: z.enum(MEANINGS),
              unit: z.enum(TERM_UNITS),
              after: z.enum(MEANINGS).exactOptional(),
              first: code.exactOptional(),
            })
            .readonly(),
          z.strictObject({ after: z.enum(MEANINGS) }).readonly(),
        ])
        .exactOptional(),
      rests: z
        .strictObject({ role: code, status: code, or: codes.exactOptional() })
        .readonly()
        .exactOptional(),
      inPlaceOf: z.strictObject({ statuses: codes, as: code }).readonly().exactOptional(),
    })
    .readonly(),
  z.strictObject({ effect: z.literal('end'), as: code }).readonly(),
  z.strictObject({ effect: z.literal('replace') }).readonly(),
  z.strictObject({ effect: z.literal('set-aside') }).readonly(),
  z
    .strictObject({ effect: z.literal('reopen'), binding: z.literal(true).exactOptional() })
    .readonly(),
  z.strictObject({ effect: z.literal('notify'), within: code }).readonly(),
  z.strictObject({ effect: z.literal('erase'), after: code }).readonly(),
  z.strictObject({ effect: z.literal('hold'), back: z.enum(HELD_BACK) }).readonly(),
  z.strictObject({ effect: z.literal('disclose'), for: code }).readonly(),
  z.strictObject({ effect: z.literal('change') }).readonly(),
])

export const lifeShape = {
  roles: z
    .array(
      grounded(
        {
          code,
          title: words,
          subject: z.boolean().exactOptional(),
          max: count.min(1).max(20).exactOptional(),
          comes: z.enum(['invited', 'represented']).exactOptional(),
          letInBy: codes.exactOptional(),
          when: tests.exactOptional(),
          unless: tests.exactOptional(),
          relation: z.enum(RELATIONS).exactOptional(),
        },
        {},
      ),
    )
    .min(1)
    .max(20),
  family: z.literal(true).exactOptional(),
  subjects: z
    .strictObject({ max: count.min(1).max(20) })
    .readonly()
    .exactOptional(),
  begins: grounded(
    {
      by: z.array(code).min(1).max(20).readonly(),
      about: z
        .union([
          z.strictObject({ status: z.union([code, kinds]) }).readonly(),
          z.strictObject({ decision: codes }).readonly(),
          z.strictObject({ undecided: codes }).readonly(),
          z.strictObject({ party: z.enum(['self', 'named']) }).readonly(),
          z.strictObject({ mission: z.literal('any') }).readonly(),
        ])
        .exactOptional(),
      carries: kinds.exactOptional(),
      when: tests.exactOptional(),
      unless: tests.exactOptional(),
      as: some(z.strictObject({ role: code, when: tests }).readonly()).exactOptional(),
      for: some(z.strictObject({ role: code, by: code, when: tests }).readonly()).exactOptional(),
    },
    {},
  ),
  clock: z
    .strictObject({
      term: code,
      extension: code.exactOptional(),
      tiered: z.literal(true).exactOptional(),
    })
    .readonly()
    .exactOptional(),
  keep: z
    .strictObject({ term: code, from: z.literal('ended'), notice: code })
    .readonly()
    .exactOptional(),
  examinedBy: code.exactOptional(),
  givesThere: words.exactOptional(),
  tellsHeld: z.literal(true).exactOptional(),
  registers: z
    .array(
      grounded(
        {
          service: code,
          on: codes,
          of: codes.exactOptional(),
          obligatory: z.literal(true).exactOptional(),
          ahead: z.literal(true).exactOptional(),
        },
        {},
      ),
    )
    .min(1)
    .max(50)
    .exactOptional(),
  states: z
    .array(
      grounded(
        {
          code,
          stage: z.enum(STAGES),
          owner: code.exactOptional(),
          clock: code.exactOptional(),
          tag: words.exactOptional(),
          title: words.exactOptional(),
          officeTag: officeWords.exactOptional(),
        },
        {},
      ),
    )
    .min(1)
    .max(100),
  steps: z.array(steps).min(1).max(200),
  outcomes: z
    .array(
      grounded(
        {
          code,
          favourable: z.boolean(),
          grounds: code.exactOptional(),
          needs: tests.exactOptional(),
          effects: z.array(effect).max(20).readonly(),
          keep: z
            .strictObject({ term: code, from: z.enum(KEPT_FROM) })
            .readonly()
            .exactOptional(),
          tag: words.exactOptional(),
          title: words.exactOptional(),
          lead: words.exactOptional(),
          leadPaid: words.exactOptional(),
          officeTag: officeWords.exactOptional(),
        },
        {},
      ),
    )
    .max(50),
}

export const statusKindShape: z.ZodType<StatusKind> = grounded(
  {
    code,
    title: words,
    clock: code,
    tag: words,
    officeTag: officeWords,
    verifiable: z.boolean(),
    restsOn: codes.exactOptional(),
    whenGone: z.strictObject({ open: code }).readonly().exactOptional(),
    tells: codes.exactOptional(),
  },
  {
    follows: z
      .array(
        grounded(
          {
            service: code,
            everyDays: z.int().min(1).max(366),
            forDays: z.int().min(1).max(366).exactOptional(),
            shown: z.literal(true).exactOptional(),
            opens: z
              .array(
                z
                  .strictObject({
                    type: code,
                    results: codes.exactOptional(),
                    differs: z.array(z.enum(MEANINGS)).min(1).readonly().exactOptional(),
                  })
                  .readonly(),
              )
              .max(20)
              .readonly(),
          },
          {},
        ),
      )
      .max(10)
      .exactOptional(),
    ends: z
      .array(
        grounded(
          {
            code,
            byTime: z.boolean().exactOptional(),
            tag: words,
            title: words,
            officeTag: officeWords,
          },
          {},
        ),
      )
      .min(1)
      .max(20),
  },
)
