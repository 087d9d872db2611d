import { z } from 'zod'
import { TERM_UNITS } from '#core/deadlines/terms.ts'
import { DOCUMENT_NUMBER_PLACES } from '#core/facts/document-number.ts'
import { FIELD_KINDS, MEDIA, type CaseType } from '#core/policy/case-type.ts'
import type { Laws } from '#core/policy/laws.ts'
import { MEANINGS, PAPERS } from '#core/policy/meanings.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { EstimateRule, Scoring } from '#core/policy/scoring.ts'
import { lifeShape, test } from '#records/policy-life-shapes.ts'
import {
  code,
  codes,
  count,
  day,
  enacted,
  grounded,
  officeWords,
  text,
  words,
} from '#records/policy-parts.ts'

/**
 * The shapes of policy documents, for reading them from files and from the database. What a
 * document must mean beyond its shape is checked in core/policy/check.ts.
 */
const option = z
  .strictObject({
    code,
    label: words,
    of: codes.exactOptional(),
    holding: codes.exactOptional(),
    holdingNone: codes.exactOptional(),
    ageFrom: count.min(1).max(120).exactOptional(),
    ageBelow: count.min(1).max(120).exactOptional(),
  })
  .readonly()
const where = z
  .strictObject({ field: code, is: codes.exactOptional(), isNot: codes.exactOptional() })
  .readonly()

const estimateRule: z.ZodType<EstimateRule> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('bands'),
      fact: code,
      table: z
        .array(z.strictObject({ from: count, points: count }))
        .min(1)
        .max(50),
    }),
    z.strictObject({
      kind: z.literal('lookup'),
      fact: code,
      table: z.record(code, count),
      otherwise: count,
    }),
    z.strictObject({
      kind: z.literal('counted'),
      fact: code,
      pointsEach: count,
      pointsMax: count,
    }),
    z.strictObject({
      kind: z.literal('sum'),
      of: z.array(estimateRule).min(1).max(20),
      pointsMax: count,
    }),
  ]),
)

const factSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), block: code, field: code }),
  z.strictObject({
    kind: z.literal('months'),
    block: code,
    start: code,
    end: code,
    where: where.exactOptional(),
    years: z.int().min(1).max(60),
  }),
  z.strictObject({
    kind: z.literal('best'),
    block: code,
    field: code,
    order: codes,
    where: where.exactOptional(),
    otherwise: code,
  }),
  z.strictObject({ kind: z.literal('count'), block: code, where: where.exactOptional() }),
])

const improvementSteps = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ladder'),
    order: codes,
    monthsEach: z.array(count).max(20).readonly(),
  }),
  z.strictObject({ kind: z.literal('add'), by: count, most: count, monthsEach: count }),
])

const prices = z.record(code, count)
const tariff = grounded(
  { code, title: words, currency: z.string().regex(/^[A-Z]{3}$/) },
  {
    tiers: z
      .array(z.strictObject({ code, term: code }).readonly())
      .min(1)
      .max(10),
    rows: z
      .array(
        z
          .strictObject({
            upTo: z.strictObject({ length: count, unit: z.enum(TERM_UNITS) }).readonly(),
            adult: prices,
            minor: prices,
          })
          .readonly(),
      )
      .min(1)
      .max(50),
  },
)

export const procedureShape: z.ZodType<Procedure> = grounded(
  {
    ...enacted,
    clockStopsWhileReturned: z.boolean(),
    extensionTimes: count.max(10),
    returnsMax: count.max(20),
    warnAtPercent: z.array(z.int().min(1).max(100)).max(5).readonly(),
    objectionBodies: codes.exactOptional(),
    silenceOfObjectionBody: z.enum(['no-objection', 'undecided']).exactOptional(),
    quorum: z.int().min(1).max(100).exactOptional(),
    decisionBody: code.exactOptional(),
  },
  {
    terms: z
      .array(grounded({ code, title: words, length: count, unit: z.enum(TERM_UNITS) }, {}))
      .max(100),
    bodies: z
      .array(
        grounded(
          {
            code,
            name: words,
            abbreviation: text,
            named: z.boolean().exactOptional(),
            answersBy: code.exactOptional(),
          },
          {},
        ),
      )
      .max(100),
    grounds: z
      .array(
        grounded(
          {
            code,
            kind: code,
            title: words,
            remedy: words,
            holds: z.enum(['points-below-pass-mark', 'objection', 'chosen']),
            beforeScoring: z.boolean(),
            hearing: z.boolean(),
            unless: z.union([test, z.array(test).min(2).max(10).readonly()]).exactOptional(),
          },
          {},
        ),
      )
      .max(50),
    recourse: z.array(grounded({ code, words }, {})).max(20).exactOptional(),
    tariffs: z.array(tariff).max(50).exactOptional(),
  },
)

export const scoringShape: z.ZodType<Scoring> = grounded(
  {
    ...enacted,
    passMark: count,
    pointsTotal: count,
  },
  {
    criteria: z
      .array(
        grounded(
          {
            code,
            title: words,
            considers: words,
            pointsMin: count,
            pointsMax: count,
            scoredBy: code,
            evidence: codes,
            estimate: estimateRule,
          },
          {},
        ),
      )
      .max(50),
    facts: z
      .array(
        grounded(
          {
            code,
            question: words,
            hint: words.exactOptional(),
            label: words,
            kind: z.enum(['months', 'count', 'code']),
            max: count.exactOptional(),
            options: z.array(option).max(50).readonly().exactOptional(),
            list: z.enum(['fields', 'occupations', 'education', 'cefr']).exactOptional(),
            from: factSource,
          },
          {},
        ),
      )
      .max(50),
    improvements: z
      .array(grounded({ code, fact: code, advice: words, steps: improvementSteps }, {}))
      .max(20),
    fields: z.array(grounded({ code, title: words, body: code }, {})).max(100),
  },
)

const condition = z.strictObject({ block: code.exactOptional(), field: code, is: codes })

const place = z.strictObject({ block: code.exactOptional(), field: code })

const formField = grounded(
  {
    code,
    label: words,
    name: words.exactOptional(),
    officeLabel: officeWords.exactOptional(),
    hint: words.exactOptional(),
    kind: z.enum(FIELD_KINDS),
    means: z.enum(MEANINGS).exactOptional(),
    required: z.boolean(),
    missing: words.exactOptional(),
    shownWhen: condition.exactOptional(),
    privacy: z.enum(['sealed', 'readable']),
    max: count.exactOptional(),
    anew: z.literal(true).exactOptional(),
    known: z.strictObject({ kinds: codes, as: z.enum(['number', 'last-day']) }).exactOptional(),
    maxWhen: z.strictObject({ field: code, is: codes, max: count }).readonly().exactOptional(),
    length: count.min(1).max(DOCUMENT_NUMBER_PLACES).exactOptional(),
    options: z.array(option).max(50).readonly().exactOptional(),
    when: z.enum(['past', 'future']).exactOptional(),
    notBefore: z.array(place).min(1).max(5).readonly().exactOptional(),
    without: words.exactOptional(),
    machineNameOf: code.exactOptional(),
    autocomplete: z.string().max(60).exactOptional(),
  },
  {},
)

export const caseTypeShape: z.ZodType<CaseType> = grounded(
  {
    code,
    version: count,
    title: words,
    numberPrefix: z.string().regex(/^[A-Z]{2,6}$/),
    procedure: code,
    scoring: code.exactOptional(),
    tariff: code.exactOptional(),
    fileBytesMax: count,
    pagesMax: count.min(1).exactOptional(),
    caseBytesMax: count,
    filesMax: count.max(200),
  },
  {
    programme: z.literal(true).exactOptional(),
    blocks: z
      .array(
        grounded(
          {
            code,
            title: words,
            officeTitle: officeWords.exactOptional(),
            intro: words.exactOptional(),
            of: codes.exactOptional(),
            repeats: z.boolean(),
            itemsMin: count.max(50),
            itemsMax: count.min(1).max(50),
            differIn: code.exactOptional(),
            itemName: words.exactOptional(),
          },
          { fields: z.array(formField).min(1).max(40) },
        ),
      )
      .max(30),
    applicants: z
      .array(
        grounded(
          {
            code,
            when: z.union([
              z.strictObject({ block: code, field: code, is: codes }),
              z.strictObject({ block: code, field: code, youngerThan: count.max(120) }),
              z.strictObject({ block: code, field: code, monthsLeftLessThan: count.max(120) }),
            ]),
            stops: z.boolean(),
            of: codes.exactOptional(),
            words,
          },
          {},
        ),
      )
      .max(20),
    checklist: z
      .array(
        grounded(
          {
            code,
            means: z.enum(PAPERS).exactOptional(),
            title: words,
            officeTitle: officeWords.exactOptional(),
            hint: words.exactOptional(),
            of: codes.exactOptional(),
            brings: z.enum(['person', 'reply', 'register', 'held']).exactOptional(),
            required: z.boolean(),
            requiredWhen: condition.exactOptional(),
            whenAny: code.exactOptional(),
            confirmedBy: code.exactOptional(),
            accepts: z.array(z.enum(MEDIA)).min(1).readonly(),
            filesMax: count.min(1).max(40),
          },
          {},
        ),
      )
      .max(40),
    ...lifeShape,
    for: z
      .strictObject({
        running: z
          .strictObject({
            versions: z.array(count).min(1).max(100).readonly(),
            states: z.record(code, code).readonly(),
          })
          .readonly(),
      })
      .readonly()
      .exactOptional(),
    letters: z
      .array(
        grounded(
          {
            code,
            on: code,
            when: z.strictObject({ outcome: code }).readonly().exactOptional(),
            to: z.literal('leaver').exactOptional(),
            subject: words,
            body: words,
          },
          {},
        ),
      )
      .max(40),
  },
)

export const lawsShape: z.ZodType<Laws> = z.strictObject({
  laws: z
    .array(
      z.strictObject({
        id: code,
        title: words,
        short: words,
        date: day.exactOptional(),
        kind: text,
        clauses: z
          .array(z.strictObject({ id: code, what: text, seen: text.exactOptional() }))
          .max(200),
        source: text,
      }),
    )
    .min(1),
})

const titled = grounded({ code: z.string().regex(/^\d{1,2}$/), title: words }, {})

export const educationShape = z.strictObject({ levels: z.array(titled).min(1) })
export const occupationsShape = z.strictObject({
  majorGroups: z.array(titled).min(1),
  subMajorGroups: z.array(titled).min(1),
})
