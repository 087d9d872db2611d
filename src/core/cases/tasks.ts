import { assert } from '#core/assert.ts'
import { isAway, liesThere, type Away } from '#core/cases/away.ts'
import type { Law } from '#core/cases/context.ts'
import { timesWanted } from '#core/cases/consulted.ts'
import { awaitedHere, termCounted } from '#core/cases/counting.ts'
import { countsOf } from '#core/cases/dues.ts'
import {
  askOf,
  roleAsked,
  stateOf,
  stepOf,
  type AskedKind,
  type Shows,
  type StepCode,
  type StepOf,
} from '#core/cases/life.ts'
import { taskOf } from '#core/cases/answering.ts'
import { SYSTEM, type Actor, type Role } from '#core/cases/roles.ts'
import { repliesIn, unanswered } from '#core/cases/saying.ts'
import { assignedTo, subjectsOf, type AskedTask, type Standing } from '#core/cases/standing.ts'
import { plainTerm } from '#core/deadlines/clock.ts'
import type { Counted } from '#core/deadlines/counted.ts'
import { termOf, type BodyCode, type TermCode } from '#core/policy/procedure.ts'
import { scoringOf, type EstimateRule, type Scoring } from '#core/policy/scoring.ts'

/** Who must do what by when: what a case asks for as it stands. */
export type Task = {
  readonly kind: 'next-move' | 'elsewhere' | 'telling' | 'message' | AskedKind
  /**
   * What is owed: a step; for a next move, the state that it leads out of; where another system
   * examines the case, the service by which that is asked.
   */
  readonly step: string
  readonly ownerRole: Role
  readonly ownerBody?: BodyCode
  /** A party or an official by name, where it is theirs alone. */
  readonly ownerParty?: string
  /** What the last day for it is counted from. */
  readonly counted?: Counted
  /** What time does when nobody has. */
  readonly silence?: StepCode
  /** Blocks and documents that whoever has it may see; all where nothing is said. */
  readonly shows?: Shows
}

/** The term that a task runs in: that of its state, or of what was asked. */
export const termOfTask = (
  type: Pick<Law['type'], 'states' | 'steps' | 'clock'>,
  { kind, step }: { readonly kind: string; readonly step: string },
): TermCode | undefined => {
  if (kind === 'telling') return 'delivery'
  if (kind === 'elsewhere') return type.clock?.term
  if (kind === 'message') return repliesIn(type).find((rule) => rule.step === step)?.clock
  return (kind === 'next-move' ? stateOf(type, step) : askOf(type, step))?.clock
}

/** What others still owe, else the next move; what nobody was told of yet, or answered. */
export function openTasks(standing: Standing, law: Omit<Law, 'calendars'>): readonly Task[] {
  const owed = owedTasks(standing, law)
  return [
    ...(owed.length > 0 ? owed : nextMove(standing, law)),
    ...tellingTask(standing, law),
    ...messageTasks(standing, law),
  ]
}

/** What parties wrote and an official has still to answer, from the day of the oldest. */
function messageTasks(standing: Standing, { type, procedure }: Omit<Law, 'calendars'>) {
  return repliesIn(type).flatMap((rule): readonly Task[] => {
    const reply = stepOf(type, rule.step)
    const [oldest] = unanswered(standing, type, rule)
    const [ownerRole] = reply?.by ?? []
    const term = termOf(procedure, rule.clock)
    if (!oldest || ownerRole === undefined || !reply?.from.includes(standing.state)) return []
    assert(term !== undefined, `the loader saw to it that there is a term ${rule.clock}`)
    return [
      {
        kind: 'message',
        step: rule.step,
        ownerRole,
        ...byName(standing, ownerRole),
        counted: { from: oldest.on, terms: [plainTerm(term)], pauses: [] },
      },
    ]
  })
}

/** Whose alone it is, where it was given to somebody of the role. */
function byName(standing: Standing, role: Role): Pick<Task, 'ownerParty'> {
  const ownerParty = assignedTo(standing, role)
  return ownerParty === undefined ? {} : { ownerParty }
}

/**
 * What was decided and nobody was told of waits for the day on which the procedure deems it told:
 * time sees to that.
 */
function tellingTask(
  standing: Standing,
  { type, procedure }: Omit<Law, 'calendars'>,
): readonly Task[] {
  const { decided, state } = standing
  const rule = type.steps.find(
    ({ kind, from, by }) => kind === 'tell' && from.includes(state) && by.includes(SYSTEM),
  )
  const term = termOf(procedure, 'delivery')
  if (!rule || !term || !decided || isAllTold(standing)) return []
  const counted = { from: decided.on, terms: [plainTerm(term)], pauses: [] }
  return [{ kind: 'telling', step: rule.code, ownerRole: SYSTEM, counted, silence: rule.code }]
}

/** Nobody whom it still is about waits to be told; whoever reads this may not read of all. */
function isAllTold(standing: Standing): boolean {
  const { whose = [], told = [] } = standing.decided ?? {}
  const there = subjectsOf(standing)
  return whose.every((id) => told.includes(id) || !there.includes(id))
}

function nextMove(standing: Standing, law: Omit<Law, 'calendars'>): readonly Task[] {
  const rule = stateOf(law.type, standing.state)
  if (rule?.owner === undefined) return []
  const there = liesThere(standing)
  if (there !== undefined) return [watching(there, rule.owner, { standing, law })]
  const { step: counted } = countsOf(standing, law)
  const silence = lapsesFrom(standing, law).find(({ does }) => does !== 'note-silence')
  return [
    {
      kind: 'next-move',
      step: standing.state,
      ownerRole: rule.owner,
      ...byName(standing, rule.owner),
      ...(counted === undefined ? {} : { counted }),
      ...(silence === undefined ? {} : { silence: silence.code }),
    },
  ]
}

/**
 * Nobody here can move while it lies with another system: whoever would sees to it that an answer
 * comes within the time that was promised for the whole case, where one was.
 */
function watching(
  { service }: Pick<Away, 'service'>,
  ownerRole: Role,
  { standing, law }: { readonly standing: Standing; readonly law: Omit<Law, 'calendars'> },
): Task {
  const { clock: counted } = countsOf(standing, law)
  return {
    kind: 'elsewhere',
    step: service,
    ownerRole,
    ...byName(standing, ownerRole),
    ...(counted === undefined ? {} : { counted }),
  }
}

/** What others were asked in this state and have not answered. */
function owedTasks(standing: Standing, law: Omit<Law, 'calendars'>): readonly Task[] {
  const lapses = lapsesFrom(standing, law)
  return awaitedHere(standing, law.type).map((task) => {
    const { kind, step, body, party, answersBy } = task
    const asked = askOf(law.type, step)
    const ownerRole = roleAsked(law.type, step)
    assert(
      asked !== undefined && ownerRole !== undefined,
      `the loader saw to it that ${step} is asked of somebody`,
    )
    const silence = lapses.find(
      (rule) => rule.does === 'note-silence' && rule.answers === step && answersBy === undefined,
    )
    const shows = showsOf(task, law)
    return {
      kind,
      step,
      // Nobody in the office has what a body answers by its own system.
      ownerRole: answersBy === undefined ? ownerRole : SYSTEM,
      ...(body === undefined ? {} : { ownerBody: body }),
      ...(party === undefined ? {} : { ownerParty: party }),
      counted: termCounted(asked.clock, standing, law),
      ...(silence === undefined ? {} : { silence: silence.code }),
      ...(shows === undefined ? {} : { shows }),
    }
  })
}

/** What a task shows: what its type says, or else what its criteria are read from. */
export function showsOf(
  { step, criteria }: Pick<AskedTask, 'step' | 'criteria'>,
  law: Pick<Law, 'type' | 'scoring'>,
): Shows | undefined {
  const said = askOf(law.type, step)?.shows
  if (said !== undefined || criteria === undefined) return said
  const scoring = scoringOf(law)
  const scored = scoring.criteria.filter(({ code }) => criteria.includes(code))
  return {
    blocks: scored.flatMap(({ estimate }) => blocksOf(estimate, scoring)),
    documents: scored.flatMap(({ evidence }) => evidence),
  }
}

/** The blocks of answers that a criterion's facts are read from. */
function blocksOf(rule: EstimateRule, scoring: Pick<Scoring, 'facts'>): readonly string[] {
  if (rule.kind === 'sum') return rule.of.flatMap((each) => blocksOf(each, scoring))
  const fact = scoring.facts.find(({ code }) => code === rule.fact)
  return fact ? [fact.from.block] : []
}

/** While others examine it time does nothing here. */
const lapsesFrom = (standing: Standing, { type }: Pick<Law, 'type'>): readonly StepOf<'lapse'>[] =>
  isAway(standing)
    ? []
    : type.steps
        .filter((rule) => rule.kind === 'lapse')
        .filter(({ from }) => from.includes(standing.state))

/**
 * What a form about a step was made from: of an answer, how often something happened to its task;
 * what is written, how much was; of registers, how often officials had one asked; of any other,
 * how often anything but that happened. So work on different tasks never collides.
 */
export function versionFor(
  standing: Standing,
  {
    type,
    step,
    by,
  }: {
    readonly type: Law['type']
    readonly step: StepCode
    readonly by: Pick<Actor, 'id' | 'body'>
  },
): number {
  const kind = stepOf(type, step)?.kind
  if (kind === 'say') return standing.said.length
  if (kind === 'assign') return standing.assigned.length
  if (kind === 'consult') return timesWanted(standing)
  if (kind !== 'answer') return standing.moves
  return taskOf(standing, step, by)?.version ?? 0
}
