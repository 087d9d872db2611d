import { asked, answered, givenTime, passedOver } from '#core/cases/asked.ts'
import { askedThere, sentAway } from '#core/cases/away.ts'
import {
  ofRegisters,
  opinionsAsked,
  registersAsked,
  registersAskedAnew,
  registersFound,
  registersWanted,
} from '#core/cases/consulted.ts'
import {
  entered,
  reopened,
  reopening,
  withoutLapsed,
  withoutProposal,
  withoutSentBack,
} from '#core/cases/folding-anew.ts'
import { calledBack, reportHeard } from '#core/cases/folding-away.ts'
import type {
  ActorId,
  CaseEvent,
  CaseId,
  Filed,
  Proposed,
  Recorded,
} from '#core/cases/happenings.ts'
import type { StateCode } from '#core/cases/life.ts'
import { type Made, type Said, type SentBack, type Standing } from '#core/cases/standing.ts'
import type { Telling } from '#core/cases/told.ts'
import type { IsoDate } from '#core/dated.ts'

/** What all its events, in order, add up to; undefined before the first. */
export function fold(id: CaseId, events: readonly Recorded[]): Standing | undefined {
  let standing: Standing | undefined
  for (const recorded of events) standing = applied(id, standing, recorded)
  return standing
}

/** The case after one more event. */
export function applied(id: CaseId, before: Standing | undefined, recorded: Recorded): Standing {
  const current = before ?? blank(id, recorded)
  const { step, by, to, on, event } = recorded
  if (event.kind === 'move') return movedTo(current, event, to)
  const moved = {
    ...toldIn(PASSES_BY.includes(event.kind) ? current : withoutLapsed(current), recorded),
    state: to,
    stateSince: to === current.state ? current.stateSince : on,
    lastBy: { ...current.lastBy, [step]: by },
    moves: BESIDE.includes(event.kind) ? current.moves : current.moves + 1,
  }
  return changed(moved, { ...recorded, event }, current.state)
}

/**
 * The same case under another name: where it stands, whence what is proposed came and what time did
 * are told by the newer version's words for states, and all its days go on.
 */
function movedTo(now: Standing, { typeHash, states, told }: Of<'move'>, to: StateCode): Standing {
  const named = (state: StateCode) => states[state] ?? state
  const { proposed: last, sentBack: back, lapsed } = now
  const from = (was: Proposed): Proposed => ({ ...was, from: named(was.from) })
  return {
    ...now,
    typeHash,
    state: to,
    moves: now.moves + 1,
    ...(told && { told }),
    ...(last && { proposed: from(last) }),
    ...(back && { sentBack: { ...back, proposed: from(back.proposed) } }),
    ...(lapsed && { lapsed: { ...lapsed, from: named(lapsed.from) } }),
  }
}

/** What was told is of the state in which it was, until another day is. */
function toldIn({ told, ...now }: Standing, { event, to }: Recorded): Standing {
  const kept = event.told ?? (to === now.state ? told : undefined)
  return kept === undefined ? now : { ...now, told: kept }
}

/** What may happen after a step of time, and leaves it to be taken back. */
const PASSES_BY: readonly CaseEvent['kind'][] = [
  'answer',
  'extend',
  'lapse',
  'reopen',
  'assign',
  'say',
  'confirm',
  'consult',
  'report',
]

/** What happens beside other work, and is counted where it is told. */
const BESIDE: readonly CaseEvent['kind'][] = [
  'answer',
  'assign',
  'say',
  'confirm',
  'consult',
  'report',
]

const blank = (id: CaseId, { to, on }: Recorded): Standing => ({
  id,
  type: '',
  state: to,
  stateSince: on,
  parties: [],
  filings: [],
  marks: [],
  marked: [],
  pauses: [],
  returns: 0,
  extended: [],
  tasks: [],
  tellings: [],
  barred: [],
  said: [],
  assigned: [],
  registers: [],
  away: [],
  lastBy: {},
  moves: 0,
})

/** What a step did, and what no step of the type did. */
type Stepped = Recorded & { readonly event: Exclude<CaseEvent, { readonly kind: 'move' }> }

/** What each kind of step adds, and nothing beyond it. */
function changed(now: Standing, recorded: Stepped, from: StateCode): Standing {
  const { event, by, on, at, step, role } = recorded
  switch (event.kind) {
    case 'begin': {
      const { type = now.type, parties, number, about, contests, consults = [] } = event
      return {
        ...now,
        type,
        parties: [...now.parties, ...parties],
        ...(number === undefined ? {} : { number }),
        ...(about === undefined ? {} : { about }),
        ...(contests === undefined ? {} : { contests }),
        registers: [...now.registers, ...registersAsked(consults, on)],
      }
    }
    case 'file':
      return event.part === true ? partFiled(now, event, on) : filed(now, event, on)
    case 'return':
      return {
        ...now,
        marks: event.marks,
        marked: event.tells ?? subjectsIn(event.marks),
        returns: now.returns + 1,
        pauses: [...now.pauses, { from: on }],
      }
    case 'ask':
      return othersAsked(now, event, on)
    case 'answer': {
      const { kind: _kind, told: _told, tells: _tells, task, body: _body, ...given } = event
      const answer = { ...given, by, on }
      return {
        ...now,
        tasks: now.tasks.map((each) => (each.id === task ? answered(each, answer) : each)),
      }
    }
    case 'extend':
      return { ...now, extended: [...now.extended, on], tasks: givenTime(now.tasks, on) }
    case 'propose':
      return {
        ...proposed(now, { proposals: event.proposals, step, by, on, from }),
        tasks: asked(now.tasks, event.asked ?? []),
      }
    case 'send-back':
      return sentBack(now, { role, on, reason: event.reason })
    case 'decide':
      return decided(now, event, on)
    case 'tell':
      return told(now, event)
    case 'end':
      return event.leaves === undefined ? ended(now, on) : leaving(now, event.leaves)
    case 'lapse':
      return afterTime(now, event, { step, from, at, by, on })
    case 'assign':
      return assignedAnew(now, event)
    case 'say':
      return { ...now, said: [...now.said, saidIn(event, { step, by, role, at, on })] }
    case 'confirm':
      return { ...now, registers: registersFound(now.registers, event, on) }
    case 'consult':
      return wanted(now, event, { by, role, at, on })
    case 'report':
      return reportHeard(now, event, { on, isOver: now.state !== from })
    case 'recall':
      return event.done ? calledBack(now, on) : { ...now, recalling: by }
    case 'reopen':
      if (event.decision !== undefined) return entered(now, event, on)
      return event.done ? reopened(now, on) : reopening(now, by)
  }
}

const assignedAnew = (now: Standing, { of, to }: Of<'assign'>): Standing => ({
  ...now,
  assigned: [...now.assigned, to === undefined ? { of } : { of, to }],
})

type Of<Kind extends CaseEvent['kind']> = Extract<CaseEvent, { readonly kind: Kind }>

/** Of registers by what an official wants, and of the system that examines the case. */
const wanted = (
  now: Standing,
  { consults, purpose }: Of<'consult'>,
  taken: Parameters<typeof registersWanted>[2],
): Standing => ({
  ...now,
  registers: registersWanted(now.registers, { consults: ofRegisters(consults), purpose }, taken),
  away: askedThere(now.away, { consults, purpose }, taken),
})

/** What bodies are asked at their systems is awaited of registers as well. */
const othersAsked = (
  now: Standing,
  { asked: others, consults = [] }: Of<'ask'>,
  on: IsoDate,
): Standing => ({
  ...now,
  tasks: asked(now.tasks, others),
  registers: opinionsAsked(now.registers, consults, on),
})

function filed(now: Standing, event: Of<'file'>, on: IsoDate): Standing {
  const { number, field, tier, typeHash, procedure, scoring } = event
  return {
    ...withoutProposal(withoutSentBack(partFiled(now, event, on))),
    ...(number === undefined ? {} : { number }),
    ...(field === undefined ? {} : { field }),
    ...(tier === undefined ? {} : { tier }),
    ...(typeHash === undefined ? {} : { typeHash }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(scoring === undefined ? {} : { scoring }),
    filedOn: now.filedOn ?? on,
    marks: [],
    marked: [],
    pauses: closed(now.pauses, on),
    registers: registersAskedAnew(now.registers, ofRegisters(event.consults ?? []), on),
    away: sentAway(now.away, event.consults ?? [], on),
  }
}

function decided(
  { settled, ...now }: Standing,
  { decisions, tells, asked: more }: Of<'decide'>,
  on: IsoDate,
): Standing {
  const groundsOf = (subject: ActorId) =>
    now.proposed?.proposals.find((each) => each.subject === subject)?.grounds ?? []
  const anew = {
    decisions: decisions.map((each) => ({ ...each, grounds: groundsOf(each.subject) })),
    on,
    whose: tells ?? subjectsIn(decisions),
    told: [],
  }
  return {
    ...now,
    decided: settled === undefined ? anew : together(settled, anew),
    pauses: closed(now.pauses, on),
    tasks: asked(now.tasks, more ?? []),
  }
}

const together = (one: Made, other: Made): Made => ({
  decisions: [...one.decisions, ...other.decisions],
  on: other.on,
  whose: [...one.whose, ...other.whose],
  told: [...one.told, ...other.told],
})

/** Who was told; that somebody was is known to all, and on which day to them. */
function told(now: Standing, { tellings, tells }: Of<'tell'>): Standing {
  const { decided } = now
  const then = { ...now, tellings: [...now.tellings, ...tellings] }
  if (decided === undefined) return then
  const subjectOf = ({ subject, record }: Telling) =>
    subject ?? decided.decisions.find((each) => each.record === record)?.subject ?? []
  const whose = tells ?? tellings.flatMap(subjectOf)
  return { ...then, decided: { ...decided, told: [...decided.told, ...whose] } }
}

function saidIn(
  { said: messages = [], note, tells }: Of<'say'>,
  taken: Pick<Said, 'step' | 'by' | 'role' | 'at' | 'on'>,
): Said {
  const whose = tells ?? subjectsIn(messages)
  return { ...taken, whose, messages, ...(note === undefined ? {} : { note }) }
}

/** What was asked to be mended of whom is sent in with it. */
function partFiled(now: Standing, { filed, tells }: Of<'file'>, on: IsoDate): Standing {
  const of = (id: ActorId) => now.marks.filter(({ subject }) => subject === id)
  const whose = tells ?? subjectsIn(filed)
  const parts = whose.map((id) => filed.find(({ subject }) => subject === id) ?? unread(id))
  return {
    ...now,
    filings: [...now.filings, ...parts.map((part) => ({ ...part, on, marks: of(part.subject) }))],
    marks: now.marks.filter(({ subject }) => !whose.includes(subject)),
    marked: now.marked.filter((id) => !whose.includes(id)),
  }
}

const subjectsIn = (told: readonly { readonly subject: ActorId }[]): readonly ActorId[] => [
  ...new Set(told.map(({ subject }) => subject)),
]

/** What was sent in of somebody, to whoever may know of it no more than that. */
const unread = (subject: ActorId): Filed => ({
  subject,
  answers: {},
  documents: [],
  confirmed: [],
})

const ended = (now: Standing, on: IsoDate): Standing => ({
  ...now,
  pauses: closed(now.pauses, on),
})

/** Whoever was in a case is known to have been; nothing is asked of them any more. */
const leaving = (now: Standing, id: ActorId): Standing => ({
  ...now,
  parties: now.parties.map((party) => (party.id === id ? { ...party, left: true } : party)),
  marks: now.marks.filter(({ subject }) => subject !== id),
  marked: now.marked.filter((each) => each !== id),
})

type Taken = Pick<Recorded, 'step' | 'at' | 'by' | 'on'> & { readonly from: StateCode }

function afterTime(
  now: Standing,
  { silent = [], notice, proposals }: Of<'lapse'>,
  { step, from, at, by, on }: Taken,
): Standing {
  const then = proposals === undefined ? now : proposed(now, { proposals, step, by, on, from })
  return {
    ...then,
    lapsed: { step, from, at, silent },
    tasks: passedOver(now.tasks, silent),
    ...(notice === undefined ? {} : { notice: { on, after: notice } }),
  }
}

const proposed = (now: Standing, anew: Proposed): Standing => ({
  ...withoutSentBack(now),
  proposed: anew,
})

function sentBack(now: Standing, back: Omit<SentBack, 'proposed'>): Standing {
  const { proposed: last, ...then } = now
  return last === undefined ? now : { ...then, sentBack: { proposed: last, ...back } }
}

function closed(pauses: Standing['pauses'], until: IsoDate): Standing['pauses'] {
  return pauses.map((pause) => (pause.until === undefined ? { ...pause, until } : pause))
}
