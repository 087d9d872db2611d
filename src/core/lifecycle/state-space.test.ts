import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, type IsoDate } from '#core/dated.ts'
import { fold, type Actor, type Application, type Recorded } from '#core/lifecycle/application.ts'
import { discard, resubmit, submit, withdraw } from '#core/lifecycle/apply.ts'
import { criteriaOf, giveOpinion, noteSilence, score } from '#core/lifecycle/assess.ts'
import { draftDecision, sendBack, sign } from '#core/lifecycle/decide.ts'
import { idleStep } from '#core/lifecycle/idle.ts'
import {
  accept,
  closeUnexamined,
  extend,
  proposeClosing,
  returnForCorrection,
} from '#core/lifecycle/examine.ts'
import { clockOf, stopsIn } from '#core/lifecycle/dues.ts'
import { ROLES, type Action, type State } from '#core/lifecycle/lifecycle.ts'
import { actionsFor } from '#core/lifecycle/may.ts'
import {
  annul,
  confirmDeath,
  dismissDeathReport,
  dropAnnulment,
  expire,
  proposeAnnulment,
  reportDeath,
} from '#core/lifecycle/status.ts'
import type { Context, Step } from '#core/lifecycle/step.ts'
import type { Outcome } from '#core/outcome.ts'
import { termOf } from '#core/policy/rule-set.ts'
import { comfortRules, toyRules } from '#test/toy-rules.ts'
import { comfortType, toyType } from '#test/toy-types.ts'
import {
  ANA,
  begin,
  calendars,
  contextOf,
  fullAnswers,
  fullDocuments,
  recognised,
  recorded,
  recordOf,
  submission,
  SYSTEM,
  type Case,
  type Law,
} from '#test/toy-case.ts'

/** A decision with all that it needs, whoever takes it. */
type Attempt = (application: Application, context: Context) => Outcome<Step, unknown> | undefined
type Node = Case & { readonly next: ReadonlySet<string> }
type Space = { readonly nodes: ReadonlyMap<string, Node>; readonly taken: ReadonlySet<Action> }

const OFFICE_ROLES = ROLES.filter((role) => role !== 'applicant' && role !== 'system')
const BODIES = ['works', 'learning', 'guard', 'watch'] as const

/** One person with every role of the office and a seat in every body. */
const everything = (id: string): readonly Actor[] =>
  BODIES.map((body) => ({ id, roles: OFFICE_ROLES, body }))

const GROUNDS = [[], ['R1'], ['R2'], ['R1', 'R2'], ['R3'], ['R4'], ['C1']] as const

const mark = { kind: 'document', document: 'passport', note: 'not readable' } as const
const scan = { id: 'd9', kind: 'passport' }
const mended = [...fullDocuments.filter(({ kind }) => kind !== 'passport'), scan]

function attemptsOf({ type, rules }: Law): readonly Attempt[] {
  const before = { answers: fullAnswers, documents: fullDocuments }
  const after = { answers: fullAnswers, documents: mended }
  const fields = rules.fields.map(({ code }) => code)
  const answers =
    type === toyType
      ? fullAnswers
      : {
          person: [{ id: 'p1', values: { surname: 'Ferreira' } }],
          purpose: [{ id: 'u1', values: { purpose: 'To be at ease.' } }],
        }
  return [
    discard,
    (now, context) => idleStep(now, context, now.stateSince),
    withdraw,
    accept,
    proposeClosing,
    closeUnexamined,
    noteSilence,
    annul,
    confirmDeath,
    expire,
    (now, context) => submit(now, context, submission({ type, answers })),
    (now, context) => returnForCorrection(now, context, { marks: [mark], explanation: 'Scan it.' }),
    (now, context) => resubmit(now, context, { type, before, after, fields, confirmed: [] }),
    ...[0, 1].map(
      (share): Attempt =>
        (now, context) =>
          score(now, context, pointsOfBody(now, context, share)),
    ),
    ...[true, false].map(
      (objects): Attempt =>
        (now, context) =>
          giveOpinion(now, context, { objects, reason: 'Looked at.' }),
    ),
    (now, context) => extend(now, context, 'A register has not answered.'),
    ...(['recognised', 'refused'] as const).flatMap((outcome) =>
      GROUNDS.map(
        (grounds): Attempt =>
          (now, context) =>
            draftDecision(now, context, { outcome, grounds, reasoning: 'Weighed.' }),
      ),
    ),
    (now, context) => sendBack(now, context, 'The reasons are thin.'),
    (now, context) => sign(now, context, { record: 'f'.repeat(64), adopted: true }),
    ...['A1', 'A2'].map(
      (ground): Attempt =>
        (now, context) =>
          proposeAnnulment(now, context, { ground, reason: 'Found later.' }),
    ),
    (now, context) => dropAnnulment(now, context, 'It was not so.'),
    (now, context) => reportDeath(now, context, 'A message of the register.'),
    (now, context) => dismissDeathReport(now, context, 'Somebody else.'),
  ]
}

/** All points of a body's criteria, or none. */
function pointsOfBody(now: Application, { by, rules }: Context, share: number) {
  return criteriaOf(now, by.body ?? '').map((criterion) => ({
    criterion,
    points: share * (rules.criteria.find(({ code }) => code === criterion)?.pointsMax ?? 0),
    reason: 'Weighed.',
  }))
}

/** What can make a difference to what may happen next; days and words cannot. */
function keyOf(now: Application): string {
  const { state, scores, opinions, draft, annulment, lastBy } = now
  const isEarly = state === 'submitted' || state === 'returned' || state === 'closing-proposed'
  const isDrafted = state === 'decision-drafted'
  return JSON.stringify({
    state,
    returns: isEarly ? now.returns : 0,
    extensions: now.extensions,
    announced: state === 'draft' && now.discardAnnounced !== undefined,
    points: Object.entries(scores)
      .map(([code, { points }]) => `${code} ${points}`)
      .sort(),
    opinions: Object.entries(opinions).flat(),
    draft: isDrafted && draft ? [draft.outcome, ...draft.grounds, draft.by, draft.from] : [],
    hearing: state === 'annulment-proposed' && annulment?.hearing === true,
    by: [lastBy['draft-decision'], lastBy['propose-annulment'], lastBy['report-death']].map(
      (each, index) => (isDrafted === (index === 0) ? (each ?? '') : ''),
    ),
  })
}

/** Everything that these people can bring about, from a case as it stands. */
function explore(start: Case, actors: readonly Actor[], law: Law): Space {
  const attempts = attemptsOf(law)
  const nodes = new Map<string, Case & { readonly next: Set<string> }>()
  const taken = new Set<Action>(start.history.map(({ action }) => action))
  const waiting: Case[] = [start]
  nodes.set(keyOf(start.now), { ...start, next: new Set() })
  for (let here = waiting.shift(); here !== undefined; here = waiting.shift()) {
    const from = nodes.get(keyOf(here.now))
    for (const context of contexts(here, actors, law)) {
      for (const attempt of attempts) {
        const outcome = attempt(here.now, context)
        if (!outcome?.ok) continue
        const there = recorded(here, recordOf(outcome.value, context))
        const key = keyOf(there.now)
        taken.add(outcome.value.action)
        from?.next.add(key)
        if (nodes.has(key)) continue
        nodes.set(key, { ...there, next: new Set() })
        waiting.push(there)
      }
    }
  }
  return { nodes, taken }
}

/** Each person on the day itself, after every working term, and after every year of validity. */
function contexts(here: Case, actors: readonly Actor[], law: Law): readonly Context[] {
  const last = here.history.at(-1)?.on ?? here.now.stateSince
  const days: readonly IsoDate[] = [last, addDays(last, 40), addDays(last, 2000)]
  return actors.flatMap((by) => days.map((on) => contextOf(by, on, law)))
}

const statesOf = ({ nodes }: Space): ReadonlySet<State> =>
  new Set(Array.from(nodes.values(), ({ now }) => now.state))

const TOY: Law = { type: toyType, rules: toyRules }
const COMFORT: Law = { type: comfortType, rules: comfortRules }
const PEOPLE = [ANA, SYSTEM, ...everything('adil'), ...everything('banu')]
const LAWS = [TOY, COMFORT] as const

const spaces = LAWS.map((law) => ({ law, space: explore(begin(law.type), PEOPLE, law) }))

test('every state and every action of a type is reached by what people can do', () => {
  for (const { law, space } of spaces) {
    const { states, actions } = law.type.lifecycle
    deepEqual([...statesOf(space)].sort(), states.map(({ state }) => state).sort())
    deepEqual([...space.taken].sort(), actions.map(({ action }) => action).sort())
  }
})

test('a case that has not ended has an owner, a day, and somebody who can move it', () => {
  for (const { law, space } of spaces) {
    for (const { now } of space.nodes.values()) {
      const rule = law.type.lifecycle.states.find(({ state }) => state === now.state)
      ok(rule)
      const open = PEOPLE.flatMap((by) => actionsFor(contextOf(by, undefined, law), now))
      equal(open.length > 0, !rule.ends, now.state)
      equal(rule.owner !== undefined, !rule.ends, now.state)
      const term = rule.term && termOf(law.rules, rule.term)
      equal(term !== undefined, !rule.ends, now.state)
    }
  }
})

test('from wherever a case stands it can come to an end, and once ended it stays', () => {
  for (const { law, space } of spaces) {
    const ends = new Set(law.type.lifecycle.states.filter(({ ends }) => ends).map((r) => r.state))
    const ending = new Set<string>()
    for (const [key, node] of space.nodes) {
      if (!ends.has(node.now.state)) continue
      equal(node.next.size, 0, node.now.state)
      ending.add(key)
    }
    for (let size = -1; size !== ending.size;) {
      size = ending.size
      for (const [key, { next }] of space.nodes) {
        if ([...next].some((each) => ending.has(each))) ending.add(key)
      }
    }
    equal(ending.size, space.nodes.size)
  }
})

test('every step leads where the table says, and the whole record adds up to the same case', () => {
  for (const { law, space } of spaces) {
    for (const { now, history } of space.nodes.values()) {
      deepEqual(fold(now.id, history), now)
      for (const { action, to } of history) {
        const rule = law.type.lifecycle.actions.find((each) => each.action === action)
        ok(rule?.to.includes(to), `${action} to ${to}`)
      }
    }
  }
})

test('the clock of a case stands still in just the states that the lifecycle says', () => {
  const seen = new Set<boolean>()
  for (const { law, space } of spaces) {
    for (const { now } of space.nodes.values()) {
      const clock = clockOf(now, { rules: law.rules, calendars }, now.stateSince)
      if (!clock) continue
      const stops = stopsIn(law.type.lifecycle, law.rules).includes(now.state)
      equal(clock.stopped, stops, now.state)
      seen.add(stops)
    }
  }
  equal(seen.size, 2)
})

test('nobody decides alone, not even with every role and a seat in every body', () => {
  const alone = [ANA, SYSTEM, ...everything('adil')]
  for (const law of LAWS) {
    const states = statesOf(explore(begin(law.type), alone, law))
    for (const state of ['recognised', 'refused', 'annulled', 'holder-deceased'] as const) {
      equal(states.has(state), false, state)
    }
    equal(states.has('decision-drafted'), true)
  }
  const afterwards = statesOf(explore(recognised(), alone, TOY))
  equal(afterwards.has('annulled'), false)
  equal(afterwards.has('holder-deceased'), false)
  equal(afterwards.has('annulment-proposed'), true)
  equal(afterwards.has('death-reported'), true)
})

test('the second person is another one however often a case went back and forth', () => {
  const pairs = [
    ['sign', 'draft-decision'],
    ['annul', 'propose-annulment'],
    ['confirm-death', 'report-death'],
  ] as const
  const lastBefore = (history: readonly Recorded[], action: Action, index: number) =>
    history.slice(0, index).findLast((each) => each.action === action)
  let seconds = 0
  for (const { space } of spaces) {
    for (const { history } of space.nodes.values()) {
      for (const [index, { action, by }] of history.entries()) {
        const pair = pairs.find(([second]) => second === action)
        if (!pair) continue
        seconds += 1
        ok(lastBefore(history, pair[1], index))
        equal(lastBefore(history, pair[1], index)?.by === by, false)
      }
    }
  }
  ok(seconds > 0)
})

test('an objection is never recognised away, and too few points are never enough', () => {
  for (const { law, space } of spaces) {
    for (const { now } of space.nodes.values()) {
      if (now.decided?.outcome !== 'recognised') continue
      equal(Object.values(now.opinions).includes('objection'), false)
      const points = Object.values(now.scores).reduce((sum, score) => sum + score.points, 0)
      ok(points >= law.rules.passMark)
    }
  }
})
