import type { Ahead } from '#core/answers/ahead.ts'
import type { Answers } from '#core/answers/answers.ts'
import { answerMeaning, chosenField } from '#core/answers/asked.ts'
import { openMarks, unmarkedChanges, type Correction } from '#core/answers/correction.ts'
import { askedOf, whoIs } from '#core/answers/asked-of.ts'
import type { Who } from '#core/answers/check.ts'
import { gapsIn, type Gap } from '#core/answers/gaps.ts'
import { fitted } from '#core/answers/known.ts'
import { assert } from '#core/assert.ts'
import { stepTo, type Allowed, type Context, type Step } from '#core/cases/context.ts'
import { isOneAtATime } from '#core/cases/begins.ts'
import { endsCase, type StepCode, type StepOf } from '#core/cases/life.ts'
import { consentsAwaited } from '#core/cases/joining.ts'
import { mayAs, type StepRefusal } from '#core/cases/may.ts'
import type { Role } from '#core/cases/roles.ts'
import { partOf, subjectsActedFor, subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { ActorId, CaseEvent, Contested, Mark, PartyIn } from '#core/cases/happenings.ts'
import { forwardedBy, withdrawnFrom } from '#core/cases/forwarding.ts'
import { consultedBy } from '#core/cases/registers.ts'
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
    ...consulting(type, { parties }, rule.code),
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
  const rule = steps.find(({ kind, from }) => kind === 'begin' && from.length === 0)
  assert(rule?.kind === 'begin', `the loader saw to it that ${code} begins`)
  return rule
}

/** What is handed in of one subject. */
type Part = {
  readonly subject: ActorId
  readonly answers: Answers
  readonly documents: readonly Uploaded[]
  /** What registers were asked of them while it was written. */
  readonly ahead?: readonly Ahead[]
}

/** What is handed in for the first time, and the law it is handed in under. */
export type Submission = {
  readonly step: StepCode
  readonly parts: readonly Part[]
  readonly number: string
  readonly law: Pinned
  /** Another of whoever it is first of all about, by whatever entry. */
  readonly beside?: SentBeside | undefined
  /** Where the law was taken over by two named people of the Service, or need not be. */
  readonly adopted: boolean
}

/** One of the kind that was sent in and is not over, where whoever asks has it too. */
export type SentBeside = { readonly theirs?: { readonly id: string; readonly number: string } }

/** The law that a case rests on from then on, by the hashes of the canonical bytes. */
export type Pinned = {
  readonly typeHash: string
  readonly procedure: string
  readonly scoring?: string
}

/** What is missing of whom. */
type GapOf = Gap & { readonly subject: ActorId }

/** Why a case cannot be sent in. */
export type SubmitRefusal =
  | StepRefusal
  | { readonly reason: 'not-theirs'; readonly subjects: readonly ActorId[] }
  | { readonly reason: 'part-missing'; readonly subjects: readonly ActorId[] }
  /** Somebody has to consent as each of these, and nobody has. */
  | { readonly reason: 'consent-missing'; readonly roles: readonly Role[] }
  | { readonly reason: 'answers-missing'; readonly gaps: readonly GapOf[] }
  | { readonly reason: 'policy-not-adopted' }
  /** There is one at a time of this kind, and another was sent in. */
  | ({ readonly reason: 'sent-beside' } & SentBeside)

/**
 * Answers and documents freeze, the law is pinned and the clock starts, or none of it. Each sends
 * in what is of those for whom they act: what is of others has to be there already.
 */
export function submit(
  standing: Standing,
  context: Context,
  submission: Submission,
): Outcome<Step, SubmitRefusal> {
  const { step, adopted, parts, number, law, beside } = submission
  const allowed = mayFile(standing, context, { step, times: 'first' })
  if (!allowed.ok) return allowed
  if (!adopted) return refuse({ reason: 'policy-not-adopted' })
  const isPart = allowed.value.rule.part === true
  if (!isPart && beside !== undefined && isOneAtATime(context.type)) {
    return refuse({ reason: 'sent-beside', ...beside })
  }
  const whose = whoseParts(standing, context, { parts, isPart })
  if (!whose.ok) return whose
  const asked = askedParts(standing, context, parts)
  const gaps = gapsOf(context, asked)
  if (gaps.length > 0) return refuse({ reason: 'answers-missing', gaps })
  const filed = asked.map((part) => filedOf(part))
  if (isPart) return agree(stepTo(allowed.value, { kind: 'file', part: true, filed }))
  const [first] = subjectsOf(standing)
  const answers = asked.find((each) => each.subject === first)?.answers
  const field = chosenField(context.type, answers)
  const tier = tierIn(context.type, answers)
  return agree(
    stepTo(allowed.value, {
      kind: 'file',
      filed,
      number,
      ...law,
      ...(field === undefined ? {} : { field }),
      ...(tier === undefined ? {} : { tier }),
      ...consulting(context.type, standing, step),
    }),
  )
}

/** How soon whoever it is about first asked to be answered, where that makes its term. */
function tierIn(type: CaseType, answers: Answers = {}): string | undefined {
  const tier = type.clock?.tiered ? answerMeaning(type, answers, 'requested-tier') : undefined
  return typeof tier === 'string' && tier !== '' ? tier : undefined
}

const filedOf = ({ subject, answers, documents }: Part, confirmed: readonly string[] = []) => ({
  subject,
  answers,
  documents: documents.map(({ id }) => id),
  confirmed,
})

type PartRefusal = Extract<
  SubmitRefusal,
  { readonly reason: 'not-theirs' | 'part-missing' | 'consent-missing' }
>

/**
 * Everybody sends in what is of those for whom they act, and of nobody else. Where that sends in
 * the case, it is all of theirs, and what is of others is there already, and so is their consent.
 */
function whoseParts(
  standing: Standing,
  { by, type }: Pick<Context, 'by' | 'type'>,
  sent: { readonly parts: readonly { readonly subject: ActorId }[]; readonly isPart: boolean },
): Outcome<true, PartRefusal> {
  const handed = sent.parts.map(({ subject }) => subject)
  const theirs = subjectsActedFor(standing, by.id)
  const others = handed.filter((each) => !theirs.includes(each))
  if (others.length > 0) return refuse({ reason: 'not-theirs', subjects: others })
  const isConfirmed = (id: ActorId) =>
    partOf(standing, id).filings.length > 0 && !standing.marked.includes(id)
  const isThere = (id: ActorId) => handed.includes(id) || (!theirs.includes(id) && isConfirmed(id))
  const missing = sent.isPart
    ? theirs.filter(() => handed.length === 0)
    : subjectsOf(standing).filter((id) => !isThere(id))
  if (missing.length > 0) return refuse({ reason: 'part-missing', subjects: missing })
  const roles = sent.isPart ? [] : consentsAwaited(type, standing).map(({ code }) => code)
  return roles.length > 0 ? refuse({ reason: 'consent-missing', roles }) : agree(true)
}

/** What is sent back of one subject. */
export type CorrectionOf = Correction & Pick<Part, 'subject' | 'ahead'>

/** Why a correction cannot be sent back. */
export type ResubmitRefusal =
  | Exclude<SubmitRefusal, { readonly reason: 'policy-not-adopted' | 'sent-beside' }>
  | { readonly reason: 'marks-open'; readonly marks: readonly Mark[] }
  | { readonly reason: 'not-marked'; readonly places: readonly string[] }

/** Only what was marked may change, and every mark is answered: mended, or confirmed as right. */
export function resubmit(
  standing: Standing,
  context: Context,
  { step, corrections }: { readonly step: StepCode; readonly corrections: readonly CorrectionOf[] },
): Outcome<Step, ResubmitRefusal> {
  const allowed = mayFile(standing, context, { step, times: 'again' })
  if (!allowed.ok) return allowed
  const isPart = allowed.value.rule.part === true
  const whose = whoseParts(standing, context, { parts: corrections, isPart })
  if (!whose.ok) return whose
  const places = corrections.flatMap((each) => unmarkedChanges(marksOf(standing, each), each))
  if (places.length > 0) return refuse({ reason: 'not-marked', places })
  const marks = marksLeft(standing, corrections, isPart)
  if (marks.length > 0) return refuse({ reason: 'marks-open', marks })
  const parts = corrections.map((each) => ({
    subject: each.subject,
    ...each.after,
    ahead: stillSparing(context.type, each, marksOf(standing, each)),
  }))
  const gaps = gapsOf(context, askedParts(standing, context, parts))
  if (gaps.length > 0) return refuse({ reason: 'answers-missing', gaps })
  const filed = corrections.map(({ subject, after, confirmed }) =>
    filedOf({ subject, ...after }, confirmed),
  )
  const part = isPart ? { part: true as const } : {}
  const asking = isPart ? {} : consulting(context.type, standing, step)
  return agree(stepTo(allowed.value, { kind: 'file', ...part, filed, ...asking }))
}

/**
 * Only what is marked is mended: a document that was spared when it was first sent in stays spared,
 * unless it was brought or is asked for by now.
 */
const stillSparing = (
  { checklist }: CaseType,
  { before, ahead = [] }: Pick<CorrectionOf, 'before' | 'ahead'>,
  marks: readonly Mark[],
): readonly Ahead[] =>
  ahead
    .filter(({ service }) =>
      checklist
        .filter(({ confirmedBy }) => confirmedBy === service)
        .every(
          ({ code }) =>
            !before.documents.some(({ kind }) => kind === code) &&
            !marks.some((mark) => mark.kind === 'document' && mark.document === code),
        ),
    )
    .map(({ answer: _said, outcome: _last, ...asked }) => asked)

/** The registers that are asked once it is sent in, and the system that it is forwarded to. */
function consulting(type: CaseType, standing: Consulting, step: StepCode) {
  const consults = [...consultedBy(type, standing, step), ...forwardedBy(type, standing, step)]
  return consults.length === 0 ? {} : { consults }
}

type Consulting = Pick<Standing, 'parties'> & Partial<Pick<Standing, 'away'>>

const marksOf = ({ marks }: Standing, { subject }: Pick<CorrectionOf, 'subject'>) =>
  marks.filter((mark) => mark.subject === subject)

/** Of those who are sent back; and of all, where the case is. */
function marksLeft(
  standing: Standing,
  corrections: readonly CorrectionOf[],
  isPart: boolean,
): readonly Mark[] {
  const own = corrections.flatMap((each) => openMarks(marksOf(standing, each), each))
  const others = standing.marks.filter(
    (mark) => !corrections.some(({ subject }) => subject === mark.subject),
  )
  return isPart ? own : [...own, ...others]
}

/** One kind of step sends in for the first time and again, and only the first time pins the law. */
function mayFile(
  standing: Standing,
  context: Context,
  { step, times }: { readonly step: StepCode; readonly times: 'first' | 'again' },
): Outcome<Allowed<StepOf<'file'>>, StepRefusal> {
  const isFirst = standing.filedOn === undefined
  if (isFirst === (times === 'first')) return mayAs(context, 'file', { step, standing })
  return refuse({ reason: 'not-in-this-state', state: standing.state })
}

/** What is handed in of somebody, as it is asked of them. */
type AskedPart = Part & { readonly type: CaseType; readonly who: Who }

/** With what they need not write; where that is not what it was, their answer no longer fits. */
function askedParts(
  standing: Standing,
  { type, on, ownCases, held }: Context,
  parts: readonly Part[],
): readonly AskedPart[] {
  const around = { standing, ...(ownCases && { ownCases }), ...(held && { held }) }
  return parts.map((part) => {
    const { subject, answers } = part
    const who = whoIs(type, around, subject)
    return { ...part, ...fitted(askedOf(type, standing, subject), { answers, who, on }), who }
  })
}

function gapsOf({ scoring, on }: Context, parts: readonly AskedPart[]): readonly GapOf[] {
  const fields = fieldsOf({ scoring }).map(({ code }) => code)
  return parts.flatMap(({ subject, type, ...sent }) =>
    gapsIn(type, { ...sent, on, fields }).map((gap) => ({ ...gap, subject })),
  )
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
  if (!endsCase(allowed.value.rule)) {
    return refuse({ reason: 'not-in-this-state', state: standing.state })
  }
  const said = reason.trim()
  if (said === '' && allowed.value.rule.reasoned === true)
    return refuse({ reason: 'reason-missing' })
  const why = said === '' ? {} : { reason: said }
  return agree(stepTo(allowed.value, { kind: 'end', ...why, ...withdrawnFrom(standing) }))
}

/** Whether this is a case that nobody has sent in yet. */
export const isDraft = ({ filedOn, state }: Standing, type: Pick<CaseType, 'states'>): boolean =>
  filedOn === undefined &&
  type.states.some(({ code, stage }) => code === state && stage === 'draft')
