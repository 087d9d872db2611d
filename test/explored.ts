import { isOut, REPORTED } from '#core/cases/away.ts'
import { recall, report } from '#core/cases/forwarding.ts'
import { isRecorded } from '#core/cases/asked.ts'
import { keyOfMark } from '#core/answers/correction.ts'
import type { Answers } from '#core/answers/answers.ts'
import { assign, assignable } from '#core/cases/assigning.ts'
import { answer, taskOf } from '#core/cases/answering.ts'
import { ask } from '#core/cases/asking.ts'
import type { Context, Step } from '#core/cases/context.ts'
import { decide, groundsOffered, propose, sendBack } from '#core/cases/deciding.ts'
import { extend, giveBack, lapse, reopen, stepOfTime } from '#core/cases/examining.ts'
import { confirm, consult } from '#core/cases/registers.ts'
import { say } from '#core/cases/saying.ts'
import { tell } from '#core/cases/telling.ts'
import { end, resubmit, submit, type Uploaded } from '#core/cases/filing.ts'
import {
  askOf,
  entersBy,
  leadsTo,
  outcomeOf,
  type StateCode,
  type StepOf,
  type StepRule,
} from '#core/cases/life.ts'
import { reachedFrom } from '#core/reached.ts'
import { isFor } from '#core/cases/may.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import { assignedTo, subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { Proposal } from '#core/cases/happenings.ts'
import { addDays, isoMoment } from '#core/dated.ts'
import type { Outcome } from '#core/outcome.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { scoringOf } from '#core/policy/scoring.ts'
import {
  contextOf,
  PASSPORT,
  recorded,
  recordOf,
  type Case,
  type Law,
  PINNED,
} from '#test/toy-case.ts'

/** What is sent in, whole enough for the type. */
export type Sent = { readonly answers: Answers; readonly documents: readonly Uploaded[] }

/** Everything that people can bring about in cases of a type. */
export type Space = {
  readonly nodes: ReadonlyMap<string, Node>
  readonly taken: ReadonlySet<string>
}
export type Node = Case & { readonly next: ReadonlySet<string> }

/** Told of every step that can be taken, also where it leads to what was seen before. */
type Watch = (before: Case, after: Case) => void

type Exploring = {
  readonly law: Law
  readonly actors: readonly Actor[]
  readonly sent: Sent
  readonly watch?: Watch
}

/** Everything that these people can bring about, from a case as it stands. */
export function explore(start: Case, { law, actors, sent, watch }: Exploring): Space {
  const keyOf = keysOf(law.type)
  const nodes = new Map<string, Case & { readonly next: Set<string> }>()
  const taken = new Set(start.history.map(({ step }) => step))
  const waiting = [start]
  nodes.set(keyOf(start.now), { ...start, next: new Set() })
  for (let here = waiting.shift(); here !== undefined; here = waiting.shift()) {
    const from = nodes.get(keyOf(here.now))
    for (const { context, step } of stepsFrom(here, { law, actors, sent })) {
      const there = recorded(here, recordOf(step, context))
      watch?.(here, there)
      const key = keyOf(there.now)
      taken.add(step.code)
      from?.next.add(key)
      if (nodes.has(key)) continue
      nodes.set(key, { ...there, next: new Set() })
      waiting.push(there)
    }
  }
  return { nodes, taken }
}

type Taken = { readonly context: Context; readonly step: Step }

/**
 * Whoever may, on the day itself and after every working term; time after months of silence, too.
 * In which body somebody sits makes a difference to answers alone.
 */
function* stepsFrom(here: Case, { law, actors, sent }: Exploring): Generator<Taken> {
  const { state, stateSince } = here.now
  const last = here.history.at(-1)?.on ?? stateSince
  const rules = law.type.steps.filter(({ from }) => from.includes(state))
  for (const by of actors) {
    const isFirst = actors.find(({ id }) => id === by.id) === by
    const own = rules.filter(
      (rule) => (isFirst || rule.kind === 'answer') && isFor(rule, by, here.now),
    )
    if (own.length === 0) continue
    for (const days of by.id === SYSTEM ? [0, 40, 200] : [0, 40]) {
      const context = contextOf(by, addDays(last, days), law)
      for (const outcome of outcomesOf(own, here.now, { context, sent })) {
        if (outcome?.ok) yield { context, step: outcome.value }
      }
    }
  }
}

type Attempted = Outcome<Step, unknown> | undefined
type Trying = { readonly context: Context; readonly sent: Sent }

const outcomesOf = (
  rules: readonly StepRule[],
  now: Standing,
  trying: Trying,
): readonly Attempted[] => {
  const { context } = trying
  const attempts = rules.flatMap((rule) => attemptsOf(rule, now, trying))
  return context.by.id === SYSTEM
    ? [...attempts, stepOfTime(now, context, now.stateSince)]
    : attempts
}

/** A step with all that it needs, in every way that can make a difference. */
function attemptsOf(
  rule: StepRule,
  now: Standing,
  { context, sent }: Trying,
): readonly Attempted[] {
  const { code: step } = rule
  const reason = 'Looked at.'
  switch (rule.kind) {
    case 'begin':
      return []
    case 'tell':
      return [tell(now, context, { step, handed: { means: 'post', on: context.on } })]
    case 'file':
      return [filed(step, now, { context, sent })]
    case 'return':
      return [giveBack(now, context, { step, marks: [PASSPORT], explanation: 'Scan it.' })]
    case 'ask':
      return [ask(now, context, { step })]
    case 'answer':
      return answers(step, now, context)
    case 'extend':
      return [extend(now, context, { step, reason })]
    case 'propose':
      return proposalsOf(rule, now, context).map((proposals) =>
        propose(now, context, { step, proposals }),
      )
    case 'send-back':
      return [sendBack(now, context, { step, reason })]
    case 'decide': {
      const records = Object.fromEntries(subjectsOf(now).map((id) => [id, 'f'.repeat(64)]))
      return [decide(now, context, { step, records, adopted: true })]
    }
    case 'end':
      return context.by.id === SYSTEM ? [] : [end(now, context, { step, reason })]
    case 'lapse':
      return [lapse(now, context, { step, touchedOn: now.stateSince })]
    case 'reopen':
      return [reopen(now, context, { step, reason })]
    case 'assign':
      return [
        assign(now, context, { step }),
        ...assignable(now, context, rule.of).map((to) => assign(now, context, { step, to })),
      ]
    case 'report':
      return now.away.flatMap(({ subject, service, n }) =>
        REPORTED.map((as) => {
          const said = { subject, as, n: n + 1, note: reason, from: foundOf(subject).from }
          return report(now, context, { step, service, said })
        }),
      )
    case 'recall':
      return [recall(now, context, { step, reason })]
    case 'confirm':
      return now.registers.map(({ service, subject }) =>
        confirm(now, context, { step, service, found: foundOf(subject) }),
      )
    case 'consult':
      return subjectsOf(now).flatMap((subject) =>
        rule.registers.map((service) =>
          consult(now, context, { step, service, subject, purpose: reason }),
        ),
      )
    case 'say':
      return [say(now, context, { step, text: reason })]
  }
}

const foundOf = (subject: string) => ({
  subject,
  result: 'clear',
  says: [],
  from: { system: 'toy', at: isoMoment('2026-09-01T08:00:00.000Z'), message: 'm', sha256: 'h' },
})

/** For the first time, or again with every mark said to be right as it is. */
function filed(step: string, now: Standing, { context, sent }: Trying): Attempted {
  if (now.filings.length > 0) {
    const confirmed = now.marks.map(keyOfMark)
    const corrections = subjectsOf(now).map((subject) => ({
      subject,
      before: sent,
      after: sent,
      confirmed,
    }))
    return resubmit(now, context, { step, corrections })
  }
  const number = 'TOY-2026-000001'
  const parts = subjectsOf(now).map((subject) => ({ subject, ...sent }))
  return submit(now, context, { step, parts, number, law: PINNED, adopted: true })
}

/** All points or none of them; an objection or none. */
function answers(step: string, now: Standing, context: Context): readonly Attempted[] {
  const task = taskOf(now, step, context.by)
  const reason = 'So.'
  if (task?.kind === 'reply') {
    const replies = [{ text: 'No.' }, 'nothing'] as const
    return replies.map((reply) => answer(now, context, { step, reply }))
  }
  if (task?.kind === 'vote' || isRecorded(task?.kind)) {
    const { outcomes = [], options = [] } = askOf(context.type, step) ?? {}
    return [
      ...outcomes.map((vote) => answer(now, context, { step, vote, reason })),
      ...options.map(({ code: option }) =>
        answer(now, context, { step, recorded: { option, on: context.on } }),
      ),
    ]
  }
  if (task?.kind !== 'points') {
    return [true, false].map((objects) => answer(now, context, { step, objects, reason }))
  }
  return [0, 1].map((share) =>
    answer(now, context, {
      step,
      points: (task.criteria ?? []).map((criterion) => {
        const rule = scoringOf(context).criteria.find(({ code }) => code === criterion)
        return { criterion, points: share * (rule?.pointsMax ?? 0), reason: 'Weighed.' }
      }),
    }),
  )
}

/** Every outcome on what follows from the case, alone and with each ground that may be chosen. */
function proposalsOf(
  { outcomes }: StepOf<'propose'>,
  now: Standing,
  context: Context,
): readonly (readonly Proposal[])[] {
  const said = outcomes.flatMap((outcome) => {
    const kind = outcomeOf(context.type, outcome)?.grounds ?? ''
    const offered = groundsOffered(now, context, kind)
    const following = offered.filter(({ follows }) => follows).map(({ ground }) => ground.code)
    const chosen = offered.filter(({ follows }) => !follows).map(({ ground }) => [ground.code])
    return [[], ...chosen].map((more) => ({
      outcome,
      grounds: [...following, ...more],
      reasoning: 'Weighed.',
    }))
  })
  const subjects = subjectsOf(now)
  const alike = said.map((each) => subjects.map((subject) => ({ subject, ...each })))
  const [first] = said
  if (subjects.length < 2 || first === undefined) return alike
  const unlike = said.map((each) =>
    subjects.map((subject, index) => ({ subject, ...(index === 0 ? first : each) })),
  )
  return [...alike, ...unlike]
}

/** What can make a difference to what may happen next; days and words cannot. */
function keysOf(type: CaseType): (now: Standing) => string {
  const ahead = new Map(type.states.map(({ code }) => [code, stepsAhead(type, code)]))
  return (now) => {
    const { state, filings, marks, proposed, lapsed, lastBy, pauses } = now
    const steps = ahead.get(state) ?? []
    const isAhead = (kind: StepRule['kind']) => steps.some((rule) => rule.kind === kind)
    const isHere = ({ from }: StepRule) => from.includes(state)
    const seconds = steps.filter((rule) => isHere(rule) || !isAlwaysAfter(type, rule))
    const stands = steps.some(
      (rule) => (rule.kind === 'decide' || rule.kind === 'send-back') && isHere(rule),
    )
    return JSON.stringify({
      state,
      filed: filings.length > 0,
      marks: marks.length > 0,
      returns: isAhead('return') ? now.returns : 0,
      extensions: isAhead('extend') ? now.extended.length : 0,
      paused: pauses.some(({ until }) => until === undefined),
      noticed: now.notice !== undefined && isAhead('lapse'),
      tasks: isAhead('propose') || isAhead('answer') || isAhead('reopen') ? tasksOf(now) : [],
      proposed: stands && proposed ? told(proposed) : [],
      decided: now.decided?.decisions.map(({ outcome }) => outcome),
      told: isAhead('tell') ? now.tellings.map(({ record, party }) => [record, party]) : [],
      assigned: ownersAhead(type).map((role) => assignedTo(now, role)),
      lapsed: isAhead('reopen') && lapsed ? [lapsed.step, lapsed.from, lapsed.reopening] : [],
      away: [now.away.map(isOut), now.recalling],
      by: seconds.map(({ notBy = '' }) => lastBy[notBy]),
    })
  }
}

const ownersAhead = ({ steps }: CaseType): readonly string[] =>
  steps.flatMap((rule) => (rule.kind === 'assign' ? [rule.of] : []))

const tasksOf = ({ tasks }: Standing) =>
  tasks.map(({ id, answer: said, silent }) => {
    const { points, objects, vote, recorded } = said ?? {}
    return [id, points, objects, vote, recorded?.option, silent]
  })

const told = ({ proposals, by, from, step }: NonNullable<Standing['proposed']>) => [
  ...proposals.flatMap(({ outcome, grounds }) => [outcome, ...grounds]),
  by,
  from,
  step,
]

/** The step that somebody may not have taken is the only way to where this one is taken. */
const isAlwaysAfter = (type: CaseType, { from, notBy }: StepRule): boolean =>
  type.steps.every(
    (rule) => rule.code === notBy || !from.some((state) => entersBy(type, rule, state)),
  )

/** Every step that may still be taken, from a state on. */
function stepsAhead(type: CaseType, start: StateCode): readonly StepRule[] {
  const reached = reachedFrom([start], (state) =>
    type.steps
      .filter(({ from }) => from.includes(state))
      .flatMap((rule) => leadsTo(type, rule, state)),
  )
  return type.steps.filter(({ from }) => from.some((state) => reached.has(state)))
}
