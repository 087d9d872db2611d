import { isFor as isAskedOf } from '#core/cases/asked.ts'
import { stepOf } from '#core/cases/life.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { isOfficeRole, rolesOf, type Actor, type OfficeRole } from '#core/cases/roles.ts'
import {
  opinionsOf,
  scorersOf,
  scoresOf,
  type Opinion,
  type Score,
} from '#core/cases/answers-given.ts'
import { allAnswered, type AskedTask, type Standing } from '#core/cases/standing.ts'
import { votesBefore } from '#core/cases/votes-before.ts'
import type { CaseEvent, Recorded } from '#core/cases/happenings.ts'
import { askOf } from '#core/cases/life.ts'
import type { CaseType, FormField } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import type { Description } from '#core/policy/policy.ts'
import { showsOf } from '#core/cases/tasks.ts'
import type { IsoDate } from '#core/dated.ts'

/**
 * What an official may see of a case. Whoever has nothing to do with it sees that it is not there.
 */
export type Sight = {
  /** The role in which they look: the person reads it among who looked. */
  readonly as: OfficeRole
  /** Of those who deal with it or watch over that, and not of those who were only asked. */
  readonly whole: boolean
  /** They take steps in cases of this type. */
  readonly deals?: true
  /** They and their body, whose own answers they may read at any time. */
  readonly id: string
  readonly body?: string
  readonly standing: Standing
  /** What of the answers and documents may be read; all where nothing is said. */
  readonly shows?: Shown
}

type Shown = {
  readonly blocks: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
  /** Blocks that the type shows by name, and whole. */
  readonly named: ReadonlySet<string>
}

const [SERVICE, WATCH, COUNCIL] = [rolesOf('service'), rolesOf('watch'), rolesOf('council')]
/** Of cases that were begun to other missions they have no row. */
const DEALING = [...COUNCIL, ...rolesOf('mission')]
const ASKED = [...rolesOf('body'), ...COUNCIL]

export function sightOf(
  by: Actor,
  standing: Standing,
  description: Description,
): Sight | undefined {
  if (standing.number === undefined) return undefined // it was never sent in
  const { type } = description
  const { id, body, roles } = by
  const has = (role: OfficeRole) => roles.includes(role)
  const whose = { id, ...(body === undefined ? {} : { body }) }
  const watcher = [...SERVICE, ...WATCH, ...DEALING.filter((role) => deals(type, role))].find(has)
  if (watcher) {
    const acts = deals(type, watcher) ? { deals: true as const } : {}
    return { as: watcher, whole: true, ...acts, ...whose, standing }
  }
  // While what it was asked is still with the others: what is decided is nothing of theirs.
  const tasks = standing.tasks.filter(
    (task) =>
      isNamed(task) &&
      isAskedOf(task, by) &&
      stepOf(type, task.step)?.from.includes(standing.state) === true,
  )
  const as = tasks
    .flatMap(({ step }) => stepOf(type, step)?.by ?? [])
    .find((role) => isOfficeRole(role) && ASKED.includes(role) && has(role))
  if (as === undefined || !isOfficeRole(as)) return undefined
  const own = tasks.filter(({ step }) => stepOf(type, step)?.by.includes(as))
  return { as, whole: false, ...whose, standing, ...showsIn(own, description) }
}

/** Somebody deals with what they do more in than vote: a council, or who watches over data. */
const deals = ({ steps }: CaseType, role: OfficeRole): boolean =>
  steps.some(({ kind, by }) => kind !== 'answer' && by.includes(role))

const isNamed = ({ body, party }: AskedTask): boolean => body !== undefined || party !== undefined

/** What the tasks of a body need: what their type says, or else what its criteria are read from. */
function showsIn(tasks: readonly AskedTask[], description: Description): Pick<Sight, 'shows'> {
  const blocks = new Set<string>()
  const documents = new Set<string>()
  const named = new Set<string>()
  for (const task of tasks) {
    const said = askOf(description.type, task.step)?.shows
    const shows = showsOf(task, description)
    if (shows === undefined) return {}
    for (const block of shows.blocks) blocks.add(block)
    for (const document of shows.documents) documents.add(document)
    for (const block of said?.blocks ?? []) named.add(block)
  }
  return { shows: { blocks, documents, named } }
}

/**
 * The questions whose answers may be read: without those that no criterion needs to be weighed by.
 */
export function readable({ shows }: Sight, type: CaseType): CaseType {
  if (shows === undefined) return type
  const blocks = type.blocks
    .filter(({ code }) => shows.blocks.has(code))
    .map((block) =>
      shows.named.has(block.code)
        ? block
        : { ...block, fields: block.fields.filter((field) => !isPrivate(field)) },
    )
  return { ...type, blocks }
}

/** Where somebody can be found, and by what they are known elsewhere. */
const isPrivate = ({ kind, means }: FormField): boolean =>
  kind === 'document-number' ||
  kind === 'phone' ||
  kind === 'email' ||
  (means !== undefined && PRIVATE.includes(means))

const PRIVATE: readonly Meaning[] = ['document-number', 'stay-number', 'home-address', 'home-town']

/** Whether a kind of document is among what their task shows. */
export const mayOpen = ({ shows }: Sight, document: string): boolean =>
  shows === undefined || shows.documents.has(document)

/** Whether they answer for what is decided, and so read what others write towards it. */
export const isDeciding = ({ as, whole, deals: acts }: Sight): boolean =>
  SERVICE.includes(as) || acts === true || (whole && COUNCIL.includes(as))

export type SeenScore = {
  readonly criterion: string
  readonly body: string
  readonly given: boolean
  /** Where it may be read. */
  readonly score?: Score
}

/** A body reads its own points alone; the Service learns who has given, and all once all have. */
export function scoresSeen({ standing, whole, body }: Sight): readonly SeenScore[] {
  const all = whole && allAnswered(standing)
  const scores = scoresOf(standing)
  return Object.entries(scorersOf(standing))
    .filter(([, scorer]) => whole || scorer === body)
    .map(([criterion, scorer]) => {
      const score = scores[criterion]
      const given = score !== undefined
      const readable = given && (all || scorer === body)
      return { criterion, body: scorer, given, ...(readable ? { score } : {}) }
    })
}

export type SeenOpinion = {
  readonly body: string
  /** Hidden: it was given, but not everybody has given theirs. */
  readonly opinion: Opinion | 'hidden'
  readonly reason?: string
}

/** Reasons of an objection are for whoever answers for the decision, and for the body itself. */
export function opinionsSeen(sight: Sight): readonly SeenOpinion[] {
  const { standing, whole, body } = sight
  const assessed = allAnswered(standing)
  return Object.entries(opinionsOf(standing))
    .filter(([each]) => whole || each === body)
    .map(([each, opinion]) => {
      const isOwn = each === body
      if (opinion !== 'awaited' && !assessed && !isOwn) return { body: each, opinion: 'hidden' }
      const reason = reasonGiven(standing, each)
      const readable = reason !== undefined && (isOwn || isDeciding(sight))
      return { body: each, opinion, ...(readable ? { reason } : {}) }
    })
}

function reasonGiven({ tasks }: Standing, body: string): string | undefined {
  const task = tasks.find((each) => each.kind === 'opinion' && each.body === body)
  return task?.answer?.reasons[task.id]
}

/** What happened, as far as they may know: a body learns nothing of what other bodies did. */
export function eventsSeen(
  sight: Sight,
  history: readonly Recorded[],
  { type }: Pick<Description, 'type'>,
): readonly Recorded[] {
  if (sight.whole) return history
  return history.filter(({ event, step }) => {
    const rule = stepOf(type, step)
    const isOpen = rule !== undefined && audienceOf(rule, event.kind) === 'person'
    return isOpen || isOwn(sight, event)
  })
}

/** What they themselves, or their body, have answered. */
const isOwn = ({ standing, ...by }: Sight, event: CaseEvent): boolean =>
  event.kind === 'answer' &&
  standing.tasks.some((task) => task.id === event.task && isNamed(task) && isAskedOf(task, by))

export type SeenVote = { readonly id: string; readonly vote: AskedTask['answer'] | 'hidden' }

/** What was voted, by whom and why: whoever votes reads what others said once they have voted. */
export function votesSeen(sight: Sight): readonly SeenVote[] {
  const votes = votesIn(sight)
  const isOpen = readsVotes(sight)
  return votes.map(({ party = '', answer }) => ({
    id: party,
    vote: answer === undefined || isOpen ? answer : 'hidden',
  }))
}

/** The same of votes that count no more, for whoever may read those that do. */
export const votesSeenBefore = (
  sight: Sight,
  history: readonly Recorded[],
): readonly { readonly until: IsoDate; readonly votes: readonly SeenVote[] }[] =>
  readsVotes(sight)
    ? votesBefore(sight.standing.id, history).map(({ until, votes }) => ({
        until,
        votes: votes.map(({ party = '', answer }) => ({ id: party, vote: answer })),
      }))
    : []

/** Whoever was asked for a vote in a case, now or before: members know each other by name. */
export const votersSeen = (sight: Sight, history: readonly Recorded[]): readonly string[] => [
  ...new Set(
    [{ votes: votesSeen(sight) }, ...votesSeenBefore(sight, history)].flatMap(({ votes }) =>
      votes.map(({ id }) => id),
    ),
  ),
]

const votesIn = ({ standing }: Sight): readonly AskedTask[] =>
  standing.tasks.filter(({ kind }) => kind === 'vote')

function readsVotes(sight: Sight): boolean {
  const own = votesIn(sight).filter(({ party }) => party === sight.id)
  return own.length === 0 ? sight.whole : own.some(({ answer }) => answer !== undefined)
}
