import {
  opinionsAreIn,
  pointsOf,
  type Actor,
  type Application,
  type CaseEvent,
  type Opinion,
  type Recorded,
  type Score,
} from '#core/lifecycle/application.ts'
import { rolesOf, type Role } from '#core/lifecycle/lifecycle.ts'
import { EVENT_PRIVACY } from '#core/lifecycle/privacy.ts'

/**
 * What an official may see of a case. Whoever has nothing to do with it sees that it is not there.
 */
export type Sight = {
  /** The role in which they look: the person reads it among who looked. */
  readonly as: Role
  /** Of the Service or of those who watch over it, and not of a body that scores or objects. */
  readonly whole: boolean
  /** The body whose own points and opinions they may read at any time. */
  readonly body?: string
  readonly application: Application
}

const [SERVICE, WATCH] = [rolesOf('service'), rolesOf('watch')]
const SCORING: readonly Role[] = ['expert', 'body-supervisor']

export function sightOf(by: Actor, application: Application): Sight | undefined {
  if (application.submittedOn === undefined) return undefined
  const has = (role: Role) => by.roles.includes(role)
  const body = by.body === undefined ? {} : { body: by.body }
  const watcher = [...SERVICE, ...WATCH].find(has)
  if (watcher) return { as: watcher, whole: true, ...body, application }

  const scorer = SCORING.find(has)
  const scores = Object.values(application.scorers).includes(by.body ?? '')
  if (scorer && scores) return { as: scorer, whole: false, ...body, application }
  const objects = Object.hasOwn(application.opinions, by.body ?? '')
  if (has('objection-officer') && objects) {
    return { as: 'objection-officer', whole: false, ...body, application }
  }
  return undefined
}

export const isOfService = ({ as }: Sight): boolean => SERVICE.includes(as)

/** Every body has given what it owed; from then on the Service may read it. */
const isAssessed = (application: Application): boolean =>
  pointsOf(application).complete && opinionsAreIn(application)

export type SeenScore = {
  readonly criterion: string
  readonly body: string
  readonly given: boolean
  /** Where it may be read. */
  readonly score?: Score
}

/** A body reads its own points alone; the Service learns who has given, and all once all have. */
export function scoresSeen({ application, whole, body, as }: Sight): readonly SeenScore[] {
  const all = whole && isAssessed(application)
  const isScorer = SCORING.includes(as)
  return Object.entries(application.scorers)
    .filter(([, scorer]) => whole || (isScorer && scorer === body))
    .map(([criterion, scorer]) => {
      const score = application.scores[criterion]
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
export function opinionsSeen(sight: Sight, history: readonly Recorded[]): readonly SeenOpinion[] {
  const { application, whole, body, as } = sight
  const assessed = isAssessed(application)
  const reasons = reasonsGiven(history)
  return Object.entries(application.opinions)
    .filter(([each]) => whole || (as === 'objection-officer' && each === body))
    .map(([each, opinion]) => {
      const isOwn = each === body
      if (opinion !== 'awaited' && !assessed && !isOwn) return { body: each, opinion: 'hidden' }
      const reason = reasons.get(each)
      const readable = reason !== undefined && (isOwn || isOfService(sight))
      return { body: each, opinion, ...(readable ? { reason } : {}) }
    })
}

function reasonsGiven(history: readonly Recorded[]): ReadonlyMap<string, string> {
  return new Map(
    history.flatMap(({ event }) =>
      event.type === 'opinion-given' && event.reason !== '' ? [[event.body, event.reason]] : [],
    ),
  )
}

/** What happened, as far as they may know: a body learns nothing of what other bodies did. */
export function eventsSeen(sight: Sight, history: readonly Recorded[]): readonly Recorded[] {
  if (sight.whole) return history
  return history.filter(
    ({ event }) =>
      EVENT_PRIVACY[event.type].audience === 'applicant' ||
      (sight.body !== undefined && bodyOf(event) === sight.body),
  )
}

function bodyOf(event: CaseEvent): string | undefined {
  return 'body' in event ? event.body : undefined
}
