import { z } from 'zod'
import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { TERM_UNITS } from '#core/deadlines/terms.ts'
import type { CaseEventType } from '#core/lifecycle/application.ts'
import { ACTIONS, ROLES, STAGES, STATES, STEP_KINDS } from '#core/lifecycle/lifecycle.ts'
import { isCaseEventType } from '#core/lifecycle/privacy.ts'
import { DOCUMENT_NUMBER_PLACES } from '#core/facts/document-number.ts'
import { FIELD_KINDS, MEDIA, type ApplicationType } from '#core/policy/application-type.ts'
import { EVERY_OTHER, PROVISIONAL } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import { MEANINGS, PAPERS } from '#core/policy/meanings.ts'
import { TERM_CODES, type EstimateRule, type RuleSet } from '#core/policy/rule-set.ts'

/**
 * The shapes of policy documents, for reading them from files and from the database. What a
 * document must mean beyond its shape is checked in core/policy/check.ts.
 */
const text = z.string().min(1).max(4000)
const words = z.strictObject({ az: text, tr: text, en: text, ru: text }).readonly()
const officeWords = z.strictObject({ az: text, en: text }).readonly()
const code = z.string().regex(/^[A-Za-z0-9]+([-.][A-Za-z0-9]+)*$/, 'a code is letters and digits')
const codes = z.array(code).max(100).readonly()
const count = z.int().min(0).max(1_000_000_000)
const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && isIsoDate(value),
  'a day is written YYYY-MM-DD',
)
const basis = z
  .string()
  .regex(/^(provisional|[a-z0-9-]+(\/[A-Za-z0-9.-]+)?)$/, 'provisional, or an act and its clause')

/** Every property of an entry has a basis, by name or, if provisional, through `*`. */
function grounded<Shape extends z.ZodRawShape, Parts extends z.ZodRawShape>(
  shape: Shape,
  parts: Parts,
) {
  return z
    .strictObject({ ...shape, ...parts, basis: z.record(z.string(), basis).readonly() })
    .superRefine((entry: Record<string, unknown>, context) => {
      const bases = z.record(z.string(), z.string()).parse(entry['basis'])
      const other = bases[EVERY_OTHER]
      if (other !== undefined && other !== PROVISIONAL) {
        context.addIssue({ code: 'custom', path: ['basis', '*'], message: 'only provisional' })
      }
      for (const property of Object.keys(shape)) {
        if (property in entry && bases[property] === undefined && other === undefined) {
          context.addIssue({ code: 'custom', path: ['basis'], message: `${property} has no basis` })
        }
      }
      for (const property of Object.keys(bases)) {
        if (property !== EVERY_OTHER && !(property in shape && property in entry)) {
          const message = `${property} is not a property here`
          context.addIssue({ code: 'custom', path: ['basis', property], message })
        }
      }
    })
}

const option = z.strictObject({ code, label: words }).readonly()
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

export const ruleSetShape: z.ZodType<RuleSet> = grounded(
  {
    id: code,
    family: code,
    title: words,
    inForceFrom: day,
    inForceUntil: day.exactOptional(),
    passMark: count,
    pointsTotal: count,
    clockStopsWhileReturned: z.boolean(),
    extensionTimes: count.max(10),
    returnsMax: count.max(20),
    silenceOfObjectionBody: z.enum(['no-objection', 'undecided']),
    warnAtPercent: z.array(z.int().min(1).max(100)).max(5).readonly(),
    objectionBodies: codes,
    decisionBody: code,
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
    terms: z
      .array(
        grounded(
          { code: z.enum(TERM_CODES), title: words, length: count, unit: z.enum(TERM_UNITS) },
          {},
        ),
      )
      .max(TERM_CODES.length),
    bodies: z
      .array(
        grounded({ code, name: words, abbreviation: text, named: z.boolean().exactOptional() }, {}),
      )
      .max(100),
    fields: z.array(grounded({ code, title: words, body: code }, {})).max(100),
    grounds: z
      .array(
        grounded(
          {
            code,
            kind: z.enum(['refusal', 'annulment']),
            title: words,
            remedy: words,
            holds: z.enum(['points-below-pass-mark', 'objection', 'chosen']),
            beforeScoring: z.boolean(),
            hearing: z.boolean(),
          },
          {},
        ),
      )
      .max(50),
    recourse: z.array(grounded({ code, words }, {})).max(20).exactOptional(),
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

export const applicationTypeShape: z.ZodType<ApplicationType> = grounded(
  {
    code,
    version: count,
    title: words,
    numberPrefix: z.string().regex(/^[A-Z]{2,6}$/),
    ruleFamily: code,
    fileBytesMax: count,
    pagesMax: count.min(1).exactOptional(),
    caseBytesMax: count,
    filesMax: count.max(200),
  },
  {
    blocks: z
      .array(
        grounded(
          {
            code,
            title: words,
            officeTitle: officeWords.exactOptional(),
            intro: words.exactOptional(),
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
            required: z.boolean(),
            requiredWhen: condition.exactOptional(),
            whenAny: code.exactOptional(),
            accepts: z.array(z.enum(MEDIA)).min(1).readonly(),
            filesMax: count.min(1).max(40),
          },
          {},
        ),
      )
      .max(40),
    lifecycle: z.strictObject({
      states: z.array(
        grounded(
          {
            state: z.enum(STATES),
            stage: z.enum(STAGES),
            owner: z.enum(ROLES).exactOptional(),
            term: z.enum(TERM_CODES).exactOptional(),
            ends: z.boolean(),
          },
          {},
        ),
      ),
      actions: z.array(
        grounded(
          {
            action: z.enum(ACTIONS),
            kind: z.enum(STEP_KINDS),
            from: z.array(z.enum(STATES)),
            by: z.array(z.enum(ROLES)).min(1),
            to: z.array(z.enum(STATES)).min(1),
            notBy: z.enum(ACTIONS).exactOptional(),
          },
          {},
        ),
      ),
    }),
    letters: z
      .array(
        grounded(
          {
            code,
            on: z.custom<CaseEventType>(
              (value) => typeof value === 'string' && isCaseEventType(value),
              'the name of an event',
            ),
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
