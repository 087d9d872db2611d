import type { Answers } from '#core/answers/answers.ts'
import { chosenField } from '#core/answers/asked.ts'
import { openMarks, unmarkedChanges, type Correction } from '#core/answers/correction.ts'
import { gapsIn, type Gap } from '#core/answers/gaps.ts'
import { assert } from '#core/assert.ts'
import { stepTo, type Allowed, type Context, type Step } from '#core/cases/context.ts'
import type { StepCode, StepOf } from '#core/cases/life.ts'
import { mayAs, type StepRefusal } from '#core/cases/may.ts'
import type { Role } from '#core/cases/roles.ts'
import type { CaseEvent, Contested, Mark, PartyIn, Standing } from '#core/cases/standing.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { fieldsOf } from '#core/policy/scoring.ts'

/** A document of a case, as far as the law cares: what kind it is. */
export type Uploaded = { readonly id: string; readonly kind: string }

/** Whom a case is begun with, and about what. */
export type Beginning = {
  readonly parties: readonly PartyIn[]
  readonly number?: string
  readonly about?: string
  readonly contests?: Contested
}

/** How a case of this type begins; whether one may is asked first, by `mayBegin`. */
export function begin(
  context: Pick<Context, 'type' | 'by'>,
  { parties, number, about, contests }: Beginning,
): Step {
  const { type } = context
  const rule = firstStep(type)
  const role = roleBeginning(context, parties)
  const event: CaseEvent = {
    kind: 'begin',
    type: type.code,
    parties,
    ...(number === undefined ? {} : { number }),
    ...(about === undefined ? {} : { about }),
    ...(contests === undefined ? {} : { contests }),
  }
  return { code: rule.code, role, to: rule.to, event }
}

/** In which role it is begun: a party's in the case, or else an official's. */
export function roleBeginning(
  { type, by }: Pick<Context, 'type' | 'by'>,
  parties: readonly PartyIn[],
): Role {
  const own = parties.filter(({ id }) => id === by.id).map(({ role }) => role)
  const role = firstStep(type).by.find((each) => own.includes(each) || by.roles.includes(each))
  assert(role !== undefined, `whoever begins a case of ${type.code} may`)
  return role
}

function firstStep({ code, steps }: CaseType): StepOf<'begin'> {
  const rule = steps.find(({ kind }) => kind === 'begin')
  assert(rule?.kind === 'begin', `the loader saw to it that ${code} begins`)
  return rule
}

/** What is handed in for the first time, and the law it is handed in under. */
export type Submission = {
  readonly step: StepCode
  readonly answers: Answers
  readonly documents: readonly Uploaded[]
  readonly number: string
  readonly law: Pinned
  /** Where the law was taken over by two named people of the Service, or need not be. */
  readonly adopted: boolean
}

/** The law that a case rests on from then on, by the hashes of the canonical bytes. */
export type Pinned = {
  readonly typeHash: string
  readonly procedure: string
  readonly scoring?: string
}

/** Why a case cannot be sent in. */
export type SubmitRefusal =
  | StepRefusal
  | { readonly reason: 'answers-missing'; readonly gaps: readonly Gap[] }
  | { readonly reason: 'policy-not-adopted' }

/** Answers and documents freeze, the law is pinned and the clock starts, or none of it. */
export function submit(
  standing: Standing,
  context: Context,
  submission: Submission,
): Outcome<Step, SubmitRefusal> {
  const { step, adopted, answers, documents, number, law } = submission
  const allowed = mayFile(standing, context, { step, times: 'first' })
  if (!allowed.ok) return allowed
  if (!adopted) return refuse({ reason: 'policy-not-adopted' })
  const gaps = gapsOf(context, { answers, documents })
  if (gaps.length > 0) return refuse({ reason: 'answers-missing', gaps })
  const field = chosenField(context.type, answers)
  return agree(
    stepTo(allowed.value, {
      kind: 'file',
      answers,
      documents: documents.map(({ id }) => id),
      confirmed: [],
      number,
      ...law,
      ...(field === undefined ? {} : { field }),
    }),
  )
}

/** Why a correction cannot be sent back. */
export type ResubmitRefusal =
  | StepRefusal
  | { readonly reason: 'marks-open'; readonly marks: readonly Mark[] }
  | { readonly reason: 'not-marked'; readonly places: readonly string[] }
  | { readonly reason: 'answers-missing'; readonly gaps: readonly Gap[] }

/** Only what was marked may change, and every mark is answered: mended, or confirmed as right. */
export function resubmit(
  standing: Standing,
  context: Context,
  { step, ...correction }: Correction & { readonly step: StepCode },
): Outcome<Step, ResubmitRefusal> {
  const allowed = mayFile(standing, context, { step, times: 'again' })
  if (!allowed.ok) return allowed
  const places = unmarkedChanges(standing.marks, correction)
  if (places.length > 0) return refuse({ reason: 'not-marked', places })
  const marks = openMarks(standing.marks, correction)
  if (marks.length > 0) return refuse({ reason: 'marks-open', marks })
  const { after, confirmed } = correction
  const gaps = gapsOf(context, after)
  if (gaps.length > 0) return refuse({ reason: 'answers-missing', gaps })
  const documents = after.documents.map(({ id }) => id)
  return agree(
    stepTo(allowed.value, { kind: 'file', answers: after.answers, documents, confirmed }),
  )
}

/** One kind of step sends in for the first time and again, and only the first time pins the law. */
function mayFile(
  standing: Standing,
  context: Context,
  { step, times }: { readonly step: StepCode; readonly times: 'first' | 'again' },
): Outcome<Allowed<StepOf<'file'>>, StepRefusal> {
  const isFirst = standing.filings.length === 0
  if (isFirst === (times === 'first')) return mayAs(context, 'file', { step, standing })
  return refuse({ reason: 'not-in-this-state', state: standing.state })
}

function gapsOf(
  { type, scoring, on }: Context,
  sent: { readonly answers: Answers; readonly documents: readonly Uploaded[] },
): readonly Gap[] {
  return gapsIn(type, { ...sent, on, fields: fieldsOf({ scoring }).map(({ code }) => code) })
}

/** Why a case is not ended. */
export type EndRefusal = StepRefusal | { readonly reason: 'reason-missing' }

/**
 * Taken back, thrown away or dropped: nothing is decided, and where the type asks why, it is said.
 */
export function end(
  standing: Standing,
  context: Context,
  { step, reason = '' }: { readonly step: StepCode; readonly reason?: string },
): Outcome<Step, EndRefusal> {
  const allowed = mayAs(context, 'end', { step, standing })
  if (!allowed.ok) return allowed
  const said = reason.trim()
  if (said === '' && allowed.value.rule.reasoned === true)
    return refuse({ reason: 'reason-missing' })
  return agree(stepTo(allowed.value, { kind: 'end', ...(said === '' ? {} : { reason: said }) }))
}

/** Whether this is a case that nobody has sent in yet. */
export const isDraft = ({ filings, state }: Standing, type: Pick<CaseType, 'states'>): boolean =>
  filings.length === 0 && type.states.some(({ code, stage }) => code === state && stage === 'draft')
