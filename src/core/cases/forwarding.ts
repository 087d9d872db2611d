import type { Answers } from '#core/answers/answers.ts'
import { isOut, outOf, settles, type Report } from '#core/cases/away.ts'
import type { Consulted, Forwards } from '#core/cases/consulted.ts'
import { stepIn, type Context, type Step } from '#core/cases/context.ts'
import { giveBack, type ReturnRefusal } from '#core/cases/examining.ts'
import type { Mark } from '#core/cases/happenings.ts'
import type { Place } from '#core/cases/marked.ts'
import { stepOf, type StepCode } from '#core/cases/life.ts'
import { mayAs, type StepRefusal } from '#core/cases/may.ts'
import { partOf, subjectsOf, type Standing } from '#core/cases/standing.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { CaseType } from '#core/policy/case-type.ts'

/**
 * What is sent in of a type that another system examines goes there, of everybody of whom that has
 * not decided; not again what the office took back.
 */
export function forwardedBy(
  type: Pick<CaseType, 'examinedBy' | 'steps'>,
  { away = [], ...standing }: Pick<Standing, 'parties'> & Partial<Pick<Standing, 'away'>>,
  step: StepCode,
): readonly Consulted[] {
  const { examinedBy: service } = type
  const isSent = stepOf(type, step)?.kind === 'file'
  if (service === undefined || !isSent) return []
  return subjectsOf(standing)
    .filter((subject) => away.every((each) => each.subject !== subject || isOut(each)))
    .map((subject) => ({ subject, service, does: 'send' }))
}

/** Whoever examines it is told that nobody waits for that any more. */
export const withdrawnFrom = (standing: Standing) => telling(standing, 'withdraw')

function telling(standing: Standing, does: Forwards): { readonly consults?: readonly Consulted[] } {
  const consults = outOf(standing).map(({ subject, service }) => ({ subject, service, does }))
  return consults.length === 0 ? {} : { consults }
}

/** Why what the system says is not taken to a case. */
export type ReportRefusal =
  | StepRefusal
  | { readonly reason: 'not-asked' }
  /** It was said before, or something later was. */
  | { readonly reason: 'heard-already' }

/**
 * The system that examines a case says something of one of those whom it is about. What it decides
 * is no decision of ours: the case is over once it has decided of everybody. Of what was taken back
 * it is noted, and changes nothing.
 */
export function report(
  standing: Standing,
  context: Context,
  {
    step,
    service,
    said,
  }: { readonly step: StepCode; readonly service: string; readonly said: Report },
): Outcome<Step, ReportRefusal> {
  const allowed = mayAs(context, 'report', { step, standing })
  if (!allowed.ok) return allowed
  const { subject, n, as } = said
  const known = standing.away.find((each) => each.subject === subject && each.service === service)
  if (known === undefined) return refuse({ reason: 'not-asked' })
  if (n <= known.n) return refuse({ reason: 'heard-already' })
  const event = { kind: 'report', service, reports: [said] } as const
  if (!isOut(known)) return agree(stepIn(allowed.value, standing.state, event))
  if (!settles(as)) {
    const consults: readonly Consulted[] = [{ subject, service, does: 'ask' }]
    const next = as === 'drops' ? {} : { consults }
    return agree(stepIn(allowed.value, standing.state, { ...event, ...next }))
  }
  const isLast = outOf(standing).every((each) => each.subject === subject)
  const to = isLast ? allowed.value.rule.to : standing.state
  return agree(stepIn(allowed.value, to, { ...event, settles: [subject] }))
}

/** What the system wants mended goes to the person as an official would have given it back. */
export function passOn(
  standing: Standing,
  context: Context,
  { step, said }: { readonly step: StepCode; readonly said: Report },
): Outcome<Step, ReturnRefusal> {
  const { subject, note = '', marks = [] } = said
  const own = partOf(standing, subject)
  const { answers = {} } = own.filings.at(-1) ?? {}
  const known = marks
    .filter((mark) => isThere(context.type, answers, mark))
    .map((mark): Mark => ({ subject, ...mark }))
  // A mark at what nobody asked could never be mended.
  if (known.length < marks.length) return refuse({ reason: 'nothing-marked' })
  return giveBack(standing, context, { step, marks: known, explanation: note })
}

function isThere({ blocks, checklist }: CaseType, answers: Answers, mark: Place): boolean {
  if (mark.kind === 'document') return checklist.some(({ code }) => code === mark.document)
  const block = blocks.find(({ code }) => code === mark.block)
  const items = answers[mark.block] ?? []
  return (
    block?.fields.some(({ code }) => code === mark.field) === true &&
    items.some(({ id }) => id === mark.item)
  )
}

/** Why a case is not taken back from the system that examines it. */
export type RecallRefusal = StepRefusal | { readonly reason: 'reason-missing' }

/** One asks for it, with a reason, and another does it: from then on it is examined here. */
export function recall(
  standing: Standing,
  context: Context,
  { step, reason }: { readonly step: StepCode; readonly reason: string },
): Outcome<Step, RecallRefusal> {
  const allowed = mayAs(context, 'recall', { step, standing })
  if (!allowed.ok) return allowed
  const said = reason.trim()
  const done = allowed.value.rule.confirms !== undefined
  if (!done && said === '') return refuse({ reason: 'reason-missing' })
  const told = done ? telling(standing, 'recall') : {}
  const event = { kind: 'recall', reason: said, done, ...told } as const
  return agree(stepIn(allowed.value, standing.state, event))
}
