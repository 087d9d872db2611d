import { rolesIn, stepTo, type Context, type Step } from '#core/cases/context.ts'
import type { CaseRole, Life, StateCode, StepCode, StepOf } from '#core/cases/life.ts'
import { consentsFor, isConsenting, joiningSteps } from '#core/cases/people.ts'
import { failing, type PartyKnown } from '#core/cases/holds.ts'
import {
  coming,
  may,
  mayAs,
  standingAgainst,
  type BeginRefusal,
  type StepRefusal,
} from '#core/cases/may.ts'
import type { Role } from '#core/cases/roles.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { ActorId, PartyIn } from '#core/cases/happenings.ts'
import { addDays, ageOn, birthdayOf, OF_AGE, type IsoDate } from '#core/dated.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'

/**
 * People come into a case that is there: an adult by themselves, where they were invited, and
 * whoever cannot act brought along by who acts for them. And they leave it, while it is with them.
 */

/** A role that people can come in by, and the step that does it from where the case stands. */
export type WayIn = { readonly role: CaseRole; readonly rule: StepOf<'begin'> }

/** The ways into a case from where it stands, in the order of the type's roles. */
export const waysIn = (type: Life, state: StateCode): readonly WayIn[] =>
  type.roles.flatMap((role) => {
    const rule = stepIn(type, state, role)
    return rule ? [{ role, rule }] : []
  })

const stepIn = (
  type: Life,
  state: StateCode,
  { code, comes }: CaseRole,
): StepOf<'begin'> | undefined =>
  joiningSteps(type).find(({ from, by, joins }) => {
    const takes = comes === 'represented' ? joins : joins === undefined ? by : []
    return takes?.includes(code) === true && from.includes(state)
  })

/** Whether there is room for one more: in a role, and in the case. */
export function roomFor(
  { type }: Pick<Context, 'type'>,
  standing: Standing,
  { code, max, subject }: CaseRole,
): Outcome<undefined, RoomRefusal> {
  const has = standing.parties.filter(({ role, left }) => role === code && left !== true).length
  if (max !== undefined && has >= max) return refuse({ reason: 'role-full', max })
  const most = type.subjects?.max ?? 1
  const isFull = subject === true && subjectsOf(standing).length >= most
  return isFull ? refuse({ reason: 'case-full', max: most }) : agree(undefined)
}

type RoomRefusal = { readonly reason: 'role-full' | 'case-full'; readonly max: number }

/** Why somebody does not come in. */
export type JoinRefusal =
  | StepRefusal
  | RoomRefusal
  /** They are in it already, as that. */
  | { readonly reason: 'already-here'; readonly role: Role }
  /** By what they hold, or do not hold yet. */
  | { readonly reason: 'not-for-them'; readonly why: NotForThem }

type NotForThem = Exclude<BeginRefusal, { readonly reason: 'not-your-role' }>

/** Who comes in, in which role, and what is known of whoever comes by themselves. */
export type Joining = {
  readonly party: ActorId
  readonly role: Role
  readonly known?: PartyKnown
}

/** By themselves where they were invited, and else by whoever takes the step and acts for them. */
export function join(
  standing: Standing,
  context: Context,
  { party, role: code, known }: Joining,
): Outcome<Step, JoinRefusal> {
  const way = waysIn(context.type, standing.state).find(({ role }) => role.code === code)
  if (!way) return refuse({ reason: 'not-in-this-state', state: standing.state })
  const [was] = rolesIn(standing, party)
  if (was !== undefined) return refuse({ reason: 'already-here', role: was })
  const room = roomFor(context, standing, way.role)
  if (!room.ok) return room
  const why = notForThem(way.role, { ...context, party: known })
  if (why) return refuse({ reason: 'not-for-them', why })
  const isBrought = way.role.comes === 'represented'
  const joining: PartyIn = {
    id: party,
    role: code,
    isSubject: way.role.subject === true,
    ...(isBrought ? { by: context.by.id } : {}),
  }
  // Whoever comes by themselves has the role by which they may from this step on.
  const seen = isBrought ? standing : { ...standing, parties: [...standing.parties, joining] }
  const allowed = may(context, way.rule.code, seen)
  if (!allowed.ok) return allowed
  return agree(stepTo({ ...allowed.value, rule: way.rule }, { kind: 'begin', parties: [joining] }))
}

/** What their role asks of whoever is invited, and what stands against them; else nothing. */
function notForThem(
  { when = [], unless = [] }: CaseRole,
  { party, ...context }: Context & { readonly party: PartyKnown | undefined },
): NotForThem | undefined {
  const known = { ...context, ...(party === undefined ? {} : { party }) }
  const test = failing(when, known)
  if (test) return { reason: 'does-not-hold', test, ...coming([test], known) }
  return standingAgainst(unless, known)
}

/** As what somebody has still to consent: without them nothing is sent in. */
export function consentsAwaited(type: Life, standing: Standing): readonly CaseRole[] {
  const [first = ''] = subjectsOf(standing)
  return consentsFor(type, rolesIn(standing, first)).filter(
    ({ code }) => !standing.parties.some(({ role, left }) => role === code && left !== true),
  )
}

/** As what somebody has consented to a case, and has not taken that back. */
export const consentingAs = (
  { roles }: Pick<Life, 'roles'>,
  standing: Standing,
  party: ActorId,
): CaseRole | undefined =>
  roles.find((role) => isConsenting(role) && rolesIn(standing, party).includes(role.code))

/** The last day on which others act for somebody who was born on that day; none once it is over. */
export function lastDayUnderAge(born: IsoDate, on: IsoDate): IsoDate | undefined {
  if (ageOn(born, on) >= OF_AGE) return undefined
  return addDays(birthdayOf(born, OF_AGE), -1)
}

/** Why somebody does not leave. */
export type LeaveRefusal =
  | StepRefusal
  | { readonly reason: 'not-a-subject' | 'begun-by-them' | 'sent-in' | 'acts-for-others' }
  /** They left before, or were erased. */
  | { readonly reason: 'has-left' }

/** The step by which one of several leaves from where the case stands. */
export const leavingStep = (type: Life, state: StateCode): StepOf<'end'> | undefined =>
  type.steps
    .filter((rule) => rule.kind === 'end')
    .find(({ leaves, from }) => leaves !== undefined && from.includes(state))

/**
 * One of those whom a case is about leaves it: by themselves, or by whoever brought them along or
 * began it, while nothing of theirs was sent in. Whoever began it ends it instead. And whoever has
 * consented takes that back.
 */
export function leave(
  standing: Standing,
  context: Context,
  { step, subject }: { readonly step: StepCode; readonly subject: ActorId },
): Outcome<Step, LeaveRefusal> {
  const here = standing.parties.filter(({ left }) => left !== true)
  const leaver = [...here, ...standing.parties].find(
    ({ id, isSubject }) =>
      id === subject && (isSubject || consentingAs(context.type, standing, id) !== undefined),
  )
  const [first] = subjectsOf(standing)
  if (!leaver) return refuse({ reason: 'not-a-subject' })
  const { id } = context.by
  if (id !== subject && id !== leaver.by && id !== first) return refuse({ reason: 'not-your-role' })
  if (leaver.left === true) return refuse({ reason: 'has-left' })
  if (subject === first) return refuse({ reason: 'begun-by-them' })
  if (here.some(({ by }) => by === subject)) return refuse({ reason: 'acts-for-others' })
  const isSentIn = standing.filings.some((filing) => filing.subject === subject)
  if (id !== subject && id !== leaver.by && isSentIn) return refuse({ reason: 'sent-in' })
  const allowed = mayAs(context, 'end', { step, standing })
  if (!allowed.ok) return allowed
  return agree(stepTo(allowed.value, { kind: 'end', leaves: subject }))
}
