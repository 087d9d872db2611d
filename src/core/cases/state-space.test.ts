import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { begin as beginStep } from '#core/cases/filing.ts'
import { clockOf, stopsIn } from '#core/cases/dues.ts'
import { failing } from '#core/cases/holds.ts'
import { hasEnded, leadsTo, outcomeOf, stepOf } from '#core/cases/life.ts'
import { knownOf, lastDayBefore } from '#core/cases/may.ts'
import { isOfficeRole, OFFICE_ROLES, SYSTEM, type Actor } from '#core/cases/roles.ts'
import { opinionsOf, pointsOf } from '#core/cases/answers-given.ts'
import { fold } from '#core/cases/folding.ts'
import { outcomeIn, type Standing } from '#core/cases/standing.ts'
import type { PartyIn, Recorded } from '#core/cases/happenings.ts'
import { openTasks } from '#core/cases/tasks.ts'
import { explore, type Node, type Sent, type Space } from '#test/explored.ts'
import { generatedProcedure, generatedScoring, generatedType } from '#test/generated-lives.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import {
  ANA,
  ANNULMENT,
  calendars,
  contextOf,
  fullAnswers,
  fullDocuments,
  HELD,
  official,
  recorded,
  recordOf,
  TIME,
  TOY,
  type Case,
  type Law,
} from '#test/toy-case.ts'
import { besideType } from '#test/toy-beside.ts'
import { comfortElsewhere } from '#test/toy-forwarding.ts'
import { councilType } from '#test/toy-council.ts'
import { comfortType } from '#test/toy-types.ts'

/** What is explored: cases of a type, whom they are about, and what is sent in. */
type Played = {
  readonly law: Law
  readonly parties: readonly PartyIn[]
  readonly sent: Sent
  readonly bodies: readonly string[]
}

const ALL_ROLES = Object.keys(OFFICE_ROLES).filter(isOfficeRole)

/** One person with every role of the office and a seat in every body. */
const everything = (id: string, { bodies }: Played): readonly Actor[] =>
  bodies.map((body) => official(id, ALL_ROLES, body))

const BEN = official('ben', [])

/** Parties that are officials as well, time, and so many others of the office. */
const people = (played: Played, ...others: readonly string[]): readonly Actor[] => [
  ...everything(ANA.id, played).slice(0, 1),
  BEN,
  TIME,
  ...others.flatMap((id) => everything(id, played)),
]

const subject = (id: string, role: string): PartyIn => ({ id, role, isSubject: true })
/** Whom Ana brought along. */
const brought = (role: string): PartyIn => ({ ...subject(BEN.id, role), by: ANA.id })

const NOTHING: Sent = { answers: {}, documents: [] }
const AT_EASE: Sent = {
  answers: {
    person: [{ id: 'p1', values: { surname: 'Ferreira' } }],
    purpose: [{ id: 'u1', values: { purpose: 'To be at ease.' } }],
  },
  documents: [],
}
const OFFICERS = { 'case-officer': ['banu'].map((id) => ({ id, tookPart: false })) }
const TOYS: readonly Played[] = [
  {
    // Once is as good as twice here, and makes half as many cases.
    law: { ...TOY, procedure: { ...TOY.procedure, returnsMax: 1 } },
    parties: [subject(ANA.id, 'applicant')],
    sent: { answers: fullAnswers, documents: fullDocuments },
    bodies: ['works', 'learning', 'guard', 'watch'],
  },
  {
    law: { type: comfortType, procedure: comfortProcedure },
    parties: [subject(ANA.id, 'applicant'), brought('applicant')],
    sent: AT_EASE,
    bodies: ['works'],
  },
  {
    law: ANNULMENT,
    parties: [subject(ANA.id, 'holder')],
    sent: NOTHING,
    bodies: ['works'],
  },
  {
    law: {
      type: councilType,
      procedure: { ...comfortProcedure, quorum: 2 },
      people: { 'council-member': ['adil', 'banu'].map((id) => ({ id, tookPart: false })) },
    },
    parties: [subject(ANA.id, 'applicant')],
    sent: AT_EASE,
    bodies: ['works'],
  },
  {
    law: { type: besideType, procedure: comfortProcedure, people: OFFICERS },
    parties: [subject(ANA.id, 'applicant')],
    sent: AT_EASE,
    bodies: ['works'],
  },
  {
    law: { type: comfortElsewhere, procedure: comfortProcedure },
    parties: [subject(ANA.id, 'applicant')],
    sent: AT_EASE,
    bodies: ['works'],
  },
]

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1)

/** Every third case is about two persons, and every fourth has somebody in another role. */
function generated(seed: number): Played {
  const type = generatedType(seed)
  const [first, second] = type.roles.map(({ code }) => code)
  ok(first !== undefined)
  const about = type.begins.about
  const ben = seed % 3 === 0 ? [brought(first)] : []
  const sponsor =
    seed % 4 === 0 && second !== undefined ? [{ id: BEN.id, role: second, isSubject: false }] : []
  return {
    law: {
      type,
      procedure: generatedProcedure,
      scoring: generatedScoring,
      people: OFFICERS,
      ...(about ? { status: HELD } : {}),
    },
    parties: [subject(ANA.id, first), ...ben, ...sponsor],
    sent: NOTHING,
    bodies: ['works', 'guard'],
  }
}

/** Begun by the first subject, or by an official where it is about a status. */
function begun({ law, parties }: Played): Case {
  const about = law.type.begins.about ? { number: 'ANN-2026-000001', about: HELD.number } : {}
  const by = law.type.begins.about ? official('adil', ALL_ROLES) : ANA
  const context = contextOf(by, undefined, law)
  return recorded(undefined, recordOf(beginStep(context, { parties, ...about }), context))
}

type Explored = { readonly law: Law; readonly space: Space }

/** All that they can do, with every step of it looked at. */
function explored(played: Played, ...others: readonly string[]): Explored {
  const { law, sent } = played
  const actors = people(played, ...others)
  const watch = (before: Case, after: Case) => looked(law, before, after)
  return { law, space: explore(begun(played), { law, actors, sent, watch }) }
}

/** What holds of every step, whoever takes it and wherever it leads. */
function looked(law: Law, { now, history }: Case, after: Case): void {
  const last = after.history.at(-1)
  ok(last)
  const { by, on, role, to, event } = last
  const rule = stepOf(law.type, last.step)
  const said = `${last.step} in ${now.state}`
  ok(rule?.kind === event.kind && rule.by.includes(role), said)
  ok(leadsTo(law.type, rule, now.state).includes(to), `${said} leads to ${to}`)
  equal(isOfficeRole(role) && now.parties.some(({ id }) => id === by), false, said)
  if (rule.kind === 'decide') decidedWell(law, now, after)
  if (rule.kind === 'end' && by === SYSTEM) ok(now.notice && on > now.notice.after, said)
  if (event.kind === 'reopen' && event.done) asBefore(history, after)
}

/** By another person than whoever proposed, not before all were heard, and only what holds. */
function decidedWell(law: Law, { proposed, ...now }: Standing, { history }: Case): void {
  const last = history.at(-1)
  const rule = last && stepOf(law.type, last.step)
  ok(proposed && last && rule)
  equal(last.by === proposed.by, false)
  const context = contextOf(ANA, last.on, law)
  const heardUntil = lastDayBefore(rule, { ...now, proposed, stateSince: proposed.on }, context)
  ok(heardUntil === undefined || last.on > heardUntil)
  for (const { outcome } of proposed.proposals) {
    const { needs = [] } = outcomeOf(law.type, outcome) ?? {}
    equal(failing(needs, knownOf(now, context)), undefined, outcome)
  }
}

/** Two people took it back, and but for what others answered meanwhile it is as it was. */
function asBefore(history: readonly Recorded[], { now, history: all }: Case): void {
  const index = history.findLastIndex(({ event }) => event.kind === 'lapse')
  const before = fold(now.id, history.slice(0, index))
  ok(before)
  const since = history.slice(index + 1)
  const asked = since.findLast(({ event }) => event.kind === 'reopen')
  ok(asked && asked.by !== all.at(-1)?.by)
  ok(
    since.every(({ event }) =>
      ['answer', 'extend', 'reopen', 'assign', 'say'].includes(event.kind),
    ),
  )
  const awaited = ({ tasks }: Standing) =>
    tasks.filter((task) => !task.answer).map(({ id, silent }) => [id, silent])
  const answered = now.tasks.filter((task) => task.answer).map(({ id }) => id)
  equal(now.state, before.state)
  deepEqual(
    awaited(now),
    awaited(before).filter(([id]) => id === undefined || !answered.includes(`${id}`)),
  )
}

const nodesOf = ({ space }: Explored): readonly Node[] => [...space.nodes.values()]

const toys = TOYS.map((played) => explored(played, 'adil', 'banu'))
const others = SEEDS.map((seed) => explored(generated(seed), 'adil', 'banu', 'cem'))
const all = [...toys, ...others]

test('every state and every step of a type is reached by what people can do', () => {
  for (const { law, space } of toys) {
    const { states, steps } = law.type
    const reached = new Set(Array.from(space.nodes.values(), ({ now }) => now.state))
    deepEqual([...reached].sort(), states.map(({ code }) => code).sort())
    deepEqual([...space.taken].sort(), steps.map(({ code }) => code).sort())
  }
})

const KINDS = [
  'answer',
  'ask',
  'assign',
  'begin',
  'decide',
  'end',
  'extend',
  'file',
  'give-notice',
  'move',
  'note-silence',
  'propose',
  'reopen',
  'return',
  'say',
  'send-back',
  'tell',
]

test('lives put together by chance have every kind of step, and people get to take it', () => {
  const kinds = new Set<string>()
  for (const { law, space } of others) {
    for (const code of space.taken) {
      const rule = stepOf(law.type, code)
      ok(rule)
      kinds.add(rule.kind === 'lapse' ? rule.does : rule.kind)
    }
  }
  deepEqual([...kinds].sort(), KINDS)
})

test('the whole record adds up to the same case', () => {
  for (const each of all) {
    for (const { now, history } of nodesOf(each)) deepEqual(fold(now.id, history), now)
  }
})

test('a case that has not ended asks something of somebody by a day; of one that has time may tell', () => {
  for (const each of all) {
    const law = { ...each.law, calendars }
    for (const { now } of nodesOf(each)) {
      const tasks = openTasks(now, law)
      const moves = tasks.filter(({ kind }) => kind !== 'telling' && kind !== 'message')
      equal(moves.length > 0, !hasEnded(law.type, now.state), now.state)
      for (const { counted } of tasks) ok(counted !== undefined, now.state)
    }
  }
})

test('from wherever a case stands it can come to an end, and once ended it stays', () => {
  for (const { law, space } of all) {
    const ending = new Set<string>()
    for (const [key, { now, next }] of space.nodes) {
      const isOver = hasEnded(law.type, now.state)
      ok(isOver || next.size > 0, `${law.type.code} ${key}`)
      if (!isOver) continue
      ending.add(key)
      for (const each of next) equal(space.nodes.get(each)?.now.state, now.state, key)
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

test('the clock of a case stands still in just the states that the type says', () => {
  const seen = new Set<boolean>()
  for (const each of all) {
    const law = { ...each.law, calendars }
    const { type, procedure } = law
    for (const { now } of nodesOf(each)) {
      const clock = clockOf(now, law, now.stateSince)
      if (!clock || hasEnded(type, now.state)) continue
      const stops = stopsIn(type, procedure).includes(now.state)
      equal(clock.stopped, stops, now.state)
      seen.add(stops)
    }
  }
  equal(seen.size, 2)
})

test('nobody decides alone, not even with every role and a seat in every body', () => {
  const alone = [...TOYS, ...SEEDS.map(generated)].map((played) => explored(played, 'adil'))
  let proposed = 0
  for (const each of alone) {
    for (const { now } of nodesOf(each)) {
      if (now.proposed && now.proposed.by !== SYSTEM) proposed += 1
      for (const { outcome } of now.decided?.decisions ?? []) {
        equal(now.proposed?.by, SYSTEM, outcome)
        deepEqual(outcomeOf(each.law.type, outcome)?.effects, [], outcome)
      }
    }
  }
  ok(proposed > 0)
})

test('an objection is never recognised away, and too few points are never enough', () => {
  const [toy] = toys
  ok(toy)
  const recognised = nodesOf(toy).filter(({ now }) => outcomeIn(now) === 'recognised')
  ok(recognised.length > 0)
  for (const { now } of recognised) {
    equal(Object.values(opinionsOf(now)).includes('objection'), false)
    ok(pointsOf(now).points >= TOY.scoring.passMark)
  }
})
