import { isoDate } from '#core/dated.ts'
import type { Words } from '#core/language.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Systems } from '#core/policy/systems.ts'
import type { Procedure, Tariff } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'

/**
 * Policy as small as it can be and still have one of everything: tests of core read it, so that no
 * test of the machinery changes when the law does.
 */
export const PROVISIONAL = { '*': 'provisional' } as const

export const say = (text: string): Words => ({ az: text, tr: text, en: text, ru: text })

/** One system with one service: whether somebody may not enter. */
export const toySystems: Systems = {
  client: { instance: 'TOY', memberClass: 'GOV', memberCode: '1', subsystem: 'TOY' },
  systems: [
    {
      code: 'toy-registers',
      name: say('Toy registers'),
      owner: say('Nobody'),
      purpose: say('For tests'),
      state: 'connected',
      driver: 'xroad-rest',
      address: { instance: 'TOY', memberClass: 'GOV', memberCode: '2', subsystem: 'REGISTERS' },
      limits: {
        atOnceMax: 2,
        perMinuteMax: 600,
        timeoutSeconds: 5,
        failuresMax: 3,
        restSeconds: 30,
      },
      basis: { '*': 'provisional' },
      services: [
        {
          code: 'entry-restrictions',
          title: say('Restrictions'),
          purpose: say('For tests'),
          tells: ['surname', 'birth-date', 'document-number'],
          confirms: ['surname', 'birth-date'],
          results: [
            { code: 'clear', title: say('None'), finding: 'fits' },
            { code: 'restricted', title: say('Restricted'), finding: 'look' },
          ],
          validDays: 0,
          basis: { '*': 'provisional' },
        },
      ],
    },
  ],
}

export const toyLaws: Laws = {
  laws: [
    {
      id: 'toy-act',
      title: say('The Toy Act'),
      short: say('Toy Act'),
      kind: 'act',
      clauses: [{ id: '1', what: 'the pass mark' }],
      source: 'made up',
    },
  ],
}

const term = (
  code: string,
  length: number,
  unit: Procedure['terms'][number]['unit'] = 'working-days',
): Procedure['terms'][number] => ({ code, title: say(code), length, unit, basis: PROVISIONAL })

const terms: Procedure['terms'] = [
  term('decision', 20),
  term('extension', 10),
  term('completeness', 3),
  term('correction', 10),
  term('closing', 5),
  term('scoring', 7),
  term('objection', 7),
  term('hearing', 10),
  term('death-report', 5),
  term('status-validity', 5, 'years'),
  term('draft-idle', 6, 'months'),
  term('draft-notice', 5, 'months'),
  term('delivery', 5),
  term('appeal', 30, 'calendar-days'),
  term('court', 30, 'calendar-days'),
  term('court-annulment', 30, 'calendar-days'),
]

const bodies: Procedure['bodies'] = ['service', 'works', 'learning', 'guard', 'watch'].map(
  (code) => ({ code, name: say(code), abbreviation: code.toUpperCase(), basis: PROVISIONAL }),
)

type GroundOf = Procedure['grounds'][number]
const ground = (code: string, said: Partial<GroundOf>): GroundOf => ({
  code,
  kind: 'refusal',
  title: say(code),
  remedy: say('Apply again.'),
  holds: 'chosen',
  beforeScoring: false,
  hearing: false,
  basis: PROVISIONAL,
  ...said,
})

const annulments: readonly GroundOf[] = [
  ground('A1', { kind: 'annulment', hearing: true }),
  ground('A2', { kind: 'annulment' }),
  ground('A3', { kind: 'annulment', unless: { test: 'status-not-expired' } }),
]

const months: Scoring['facts'][number] = {
  code: 'months',
  question: say('How long have you worked in your field?'),
  label: say('Months of work'),
  kind: 'months',
  max: 180,
  from: {
    kind: 'months',
    block: 'experience',
    start: 'from',
    end: 'to',
    where: { field: 'in-field', is: ['yes'] },
    years: 15,
  },
  basis: PROVISIONAL,
}

const facts: Scoring['facts'] = [
  months,
  {
    code: 'level',
    question: say('What is your highest degree?'),
    label: say('Degree'),
    kind: 'code',
    options: ['none', '6', '7', '8'].map((code) => ({ code, label: say(code) })),
    from: {
      kind: 'best',
      block: 'education',
      field: 'level',
      order: ['6', '7', '8'],
      otherwise: 'none',
    },
    basis: PROVISIONAL,
  },
  {
    code: 'patents',
    question: say('How many patents have you?'),
    label: say('Patents'),
    kind: 'count',
    max: 50,
    from: { kind: 'count', block: 'achievements', where: { field: 'kind', is: ['patent'] } },
    basis: PROVISIONAL,
  },
  {
    code: 'language',
    question: say('How well do you know Azerbaijani?'),
    label: say('Azerbaijani'),
    kind: 'code',
    list: 'cefr',
    from: {
      kind: 'best',
      block: 'languages',
      field: 'level',
      order: ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'],
      where: { field: 'language', is: ['az'] },
      otherwise: 'none',
    },
    basis: PROVISIONAL,
  },
]

const criteria: Scoring['criteria'] = [
  {
    code: 'EXP',
    title: say('Experience'),
    considers: say('How long'),
    pointsMin: 0,
    pointsMax: 50,
    scoredBy: 'field-body',
    evidence: ['reference'],
    estimate: {
      kind: 'bands',
      fact: 'months',
      table: [
        { from: 0, points: 0 },
        { from: 24, points: 10 },
        { from: 60, points: 30 },
        { from: 120, points: 50 },
      ],
    },
    basis: PROVISIONAL,
  },
  {
    code: 'EDU',
    title: say('Education'),
    considers: say('The degree'),
    pointsMin: 0,
    pointsMax: 30,
    scoredBy: 'learning',
    evidence: ['diploma'],
    estimate: {
      kind: 'lookup',
      fact: 'level',
      table: { '6': 15, '7': 25, '8': 30 },
      otherwise: 0,
    },
    basis: PROVISIONAL,
  },
  {
    code: 'ACH',
    title: say('Achievements'),
    considers: say('Patents and language'),
    pointsMin: 0,
    pointsMax: 20,
    scoredBy: 'learning',
    evidence: [],
    estimate: {
      kind: 'sum',
      of: [
        { kind: 'counted', fact: 'patents', pointsEach: 5, pointsMax: 15 },
        { kind: 'lookup', fact: 'language', table: { b1: 4, b2: 6, c1: 8, c2: 10 }, otherwise: 0 },
      ],
      pointsMax: 20,
    },
    basis: PROVISIONAL,
  },
]

const improvements: Scoring['improvements'] = [
  {
    code: 'more-work',
    fact: 'months',
    advice: say('Work until you have {value} months.'),
    steps: { kind: 'add', by: 12, most: 180, monthsEach: 12 },
    basis: PROVISIONAL,
  },
  {
    code: 'next-degree',
    fact: 'level',
    advice: say('Take the degree {value}.'),
    steps: { kind: 'ladder', order: ['none', '6', '7', '8'], monthsEach: [48, 24, 36] },
    basis: PROVISIONAL,
  },
  {
    code: 'patent',
    fact: 'patents',
    advice: say('Have {value} patents.'),
    steps: { kind: 'add', by: 1, most: 3, monthsEach: 18 },
    basis: PROVISIONAL,
  },
  {
    code: 'learn',
    fact: 'language',
    advice: say('Reach {value}.'),
    steps: {
      kind: 'ladder',
      order: ['none', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2'],
      monthsEach: [3, 3, 4, 5, 6, 9],
    },
    basis: PROVISIONAL,
  },
]

const dated = { inForceFrom: isoDate('2026-01-01'), basis: PROVISIONAL }

/** One decides, and two others may object. */
export const toyProcedure: Procedure = {
  ...dated,
  id: 'toy-2026',
  family: 'toy',
  title: say('Toy procedure'),
  clockStopsWhileReturned: true,
  extensionTimes: 1,
  returnsMax: 2,
  silenceOfObjectionBody: 'no-objection',
  quorum: 3,
  warnAtPercent: [60, 90],
  objectionBodies: ['guard', 'watch'],
  decisionBody: 'service',
  terms,
  bodies,
  grounds: [
    ground('R1', { holds: 'points-below-pass-mark' }),
    ground('R2', { holds: 'objection' }),
    ground('R3', { beforeScoring: true }),
    ground('R4', {}),
    ground('R5', { beforeScoring: true, unless: { test: 'age-at-least', years: 18 } }),
    ...annulments,
  ],
}

/** Two bodies score three criteria. */
export const toyScoring: Scoring = {
  ...dated,
  id: 'toy-points-2026',
  family: 'toy-points',
  title: say('Toy scoring'),
  passMark: 70,
  pointsTotal: 100,
  criteria,
  facts,
  improvements,
  fields: [
    { code: 'bridges', title: say('Bridges'), body: 'works', basis: PROVISIONAL },
    { code: 'schools', title: say('Schools'), body: 'learning', basis: PROVISIONAL },
  ],
  basis: { '*': 'provisional', passMark: 'toy-act/1', pointsTotal: 'toy-act' },
}

const { objectionBodies: _bodies, silenceOfObjectionBody: _silence, ...alone } = toyProcedure

/** Nobody objects: one officer drafts, another signs. */
/** What comfort costs, by how soon it is given and for how long. */
const comfortTariff: Tariff = {
  code: 'comfort',
  title: say('Comfort'),
  currency: 'AZN',
  tiers: [
    { code: 'normal', term: 'decision' },
    { code: 'fast', term: 'completeness' },
  ],
  rows: [
    {
      upTo: { length: 3, unit: 'months' },
      adult: { normal: 30, fast: 40 },
      minor: { normal: 15, fast: 25 },
    },
    {
      upTo: { length: 6, unit: 'months' },
      adult: { normal: 60, fast: 80 },
      minor: { normal: 30, fast: 50 },
    },
  ],
  basis: PROVISIONAL,
}

export const comfortProcedure: Procedure = {
  ...alone,
  id: 'comfort-2026',
  family: 'comfort',
  bodies: bodies.filter(({ code }) => code === 'service'),
  grounds: [ground('C1', { beforeScoring: true }), ...annulments],
  tariffs: [comfortTariff],
}
