import type { Consulted } from '#core/cases/consulted.ts'
import { stepTo, type Context, type Member, type Step } from '#core/cases/context.ts'
import { holds } from '#core/cases/holds.ts'
import type { AskRule, StepCode, StepOf, StepRule } from '#core/cases/life.ts'
import { knownOf, mayAs, type StepRefusal } from '#core/cases/may.ts'
import { subjectsOf, type Asked, type Standing } from '#core/cases/standing.ts'
import type { ActorId, PartyIn } from '#core/cases/happenings.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { scorerOf, scoringOf, type Scoring } from '#core/policy/scoring.ts'

/** Why nobody can be asked. */
export type NobodyAsked =
  | { readonly reason: 'no-scorer'; readonly criterion: string }
  | { readonly reason: 'nobody-to-ask' }
  /** Fewer than have to vote. */
  | { readonly reason: 'too-few-to-vote'; readonly needed: number }

/** Why others are not asked. */
export type AskRefusal = StepRefusal | NobodyAsked

/** From now on everybody whom the type names owes an answer. */
export function ask(
  standing: Standing,
  context: Context,
  { step }: { readonly step: StepCode },
): Outcome<Step, AskRefusal> {
  const allowed = mayAs(context, 'ask', { step, standing })
  if (!allowed.ok) return allowed
  const asked = askedBy(allowed.value.rule.asks, standing, context)
  if (!asked.ok) return asked
  if (asked.value.length === 0) return refuse({ reason: 'nobody-to-ask' })
  const consults = consultedIn(asked.value, standing)
  const event = { kind: 'ask', asked: asked.value } as const
  return agree(stepTo(allowed.value, consults.length === 0 ? event : { ...event, consults }))
}

/** Of whom the bodies that answer by a system of their own are asked there. */
const consultedIn = (asked: readonly Asked[], standing: Standing): readonly Consulted[] =>
  asked.flatMap(({ answersBy: service, body }) =>
    service === undefined || body === undefined
      ? []
      : subjectsOf(standing).map((subject) => ({ subject, service, body })),
  )

/** What is asked of whom by these rules, in a case as it stands. */
export function askedBy(
  rules: readonly AskRule[],
  standing: Standing,
  context: Context,
): Outcome<readonly Asked[], NobodyAsked> {
  const known = knownOf(standing, context)
  const asked: Asked[] = []
  for (const rule of rules) {
    if (rule.unless && holds(rule.unless, known)) continue
    const found = askedOf(rule, standing, context)
    if (!found.ok) return found
    asked.push(...found.value)
  }
  return agree(asked)
}

function askedOf(
  rule: AskRule,
  standing: Standing,
  context: Context,
): Outcome<readonly Asked[], NobodyAsked> {
  const { kind, step, of = '' } = rule
  switch (kind) {
    case 'points':
      return scorers(rule, standing, scoringOf(context))
    case 'opinion': {
      const { objectionBodies = [], bodies } = context.procedure
      return agree(
        objectionBodies.map((body) => {
          const answersBy = bodies.find(({ code }) => code === body)?.answersBy
          const how = answersBy === undefined ? {} : { answersBy }
          return { id: taskId(step, body), kind, step, body, ...how }
        }),
      )
    }
    case 'reply': {
      const parties = standing.parties.filter(({ role }) => role === of)
      const whose = new Set(parties.map((each) => whoAnswersFor(each, standing)))
      return agree(Array.from(whose, (id) => ({ id: taskId(step, id), kind, step, party: id })))
    }
    case 'record':
    case 'payment':
    case 'appearance':
      return agree([{ id: step, kind, step }])
    case 'vote':
      return voters(rule, standing, context)
  }
}

/** Whoever acts for them in the case, where somebody does. */
const whoAnswersFor = ({ id, by }: PartyIn, { parties }: Standing): ActorId =>
  by !== undefined && parties.some((each) => each.id === by && each.left !== true) ? by : id

function scorers(
  { kind, step }: AskRule,
  { field = '' }: Standing,
  scoring: Scoring,
): Outcome<readonly Asked[], NobodyAsked> {
  const criteria = new Map<string, string[]>()
  for (const criterion of scoring.criteria) {
    const body = scorerOf(scoring, criterion, field)
    if (body === undefined) return refuse({ reason: 'no-scorer', criterion: criterion.code })
    criteria.set(body, [...(criteria.get(body) ?? []), criterion.code])
  }
  return agree(
    Array.from(criteria, ([body, codes]) => ({
      id: taskId(step, body),
      kind,
      step,
      body,
      criteria: codes,
    })),
  )
}

/** Nobody has a vote in a case of their own, nor, where the type says so, about what they did. */
function voters(
  { kind, step, of = '', notBy }: AskRule,
  { parties }: Standing,
  { people = {}, procedure: { quorum = 1 } }: Context,
): Outcome<readonly Asked[], NobodyAsked> {
  const isFree = ({ id, tookPart }: Member) =>
    !(tookPart && notBy === 'about') && !parties.some((party) => party.id === id)
  const free = (people[of] ?? []).filter(isFree)
  if (free.length < quorum) return refuse({ reason: 'too-few-to-vote', needed: quorum })
  return agree(free.map(({ id }) => ({ id: taskId(step, id), kind, step, party: id })))
}

/** How a task is called within its case. */
const taskId = (step: StepCode, whose: string): string => `${step}/${whose}`

/** Whether somebody has answered what this step would ask anew. */
export const isAskedAgain = (rule: StepRule, { tasks }: Pick<Standing, 'tasks'>): boolean =>
  rule.kind === 'ask' && answeredBefore(rule, { tasks }) > 0

/** How many answers stop counting once it is asked again. */
export const answeredBefore = (
  { asks }: StepOf<'ask'>,
  { tasks }: Pick<Standing, 'tasks'>,
): number =>
  tasks.filter((task) => task.answer && asks.some(({ step }) => step === task.step)).length
