import { stepIn, type Context, type Step } from '#core/cases/context.ts'
import { stepOf, type StepOf, type Life, type StepCode } from '#core/cases/life.ts'
import { mayAs, type StepRefusal } from '#core/cases/may.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { isOfficeRole } from '#core/cases/roles.ts'
import { subjectsActedFor, subjectsOf, type Said, type Standing } from '#core/cases/standing.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'

/** By which step a party is answered, and in which time. */
export type ReplyRule = NonNullable<StepOf<'say'>['reply']>

/** Why something cannot be written now. */
export type SayRefusal =
  | StepRefusal
  /** None of those named is somebody whom the case is about and who reads for themselves. */
  | { readonly reason: 'nobody-to-write-to' }
  /** So much waits to be answered already. */
  | { readonly reason: 'waits-for-reply'; readonly times: number }
  /** It is what they wrote last, word for word, and nobody has written since. */
  | { readonly reason: 'said-already' }

/** So often somebody may write before they are answered. */
export const UNANSWERED_MAX = 10

/** How long what is written may be, in characters. */
export const MESSAGE_MAX = 4000

/**
 * A party writes to the office of themselves; an official to those named, or to all who read; or
 * leaves a note. The case stays where it is, or goes on where its type says so.
 */
export function say(
  standing: Standing,
  context: Context,
  { step, text, to }: { readonly step: StepCode; readonly text: string; to?: readonly ActorId[] },
): Outcome<Step, SayRefusal> {
  const allowed = mayAs(context, 'say', { step, standing })
  if (!allowed.ok) return allowed
  const { rule, role } = allowed.value
  const leadsTo = rule.to ?? standing.state
  const written = (whose: readonly ActorId[]) =>
    stepIn(allowed.value, leadsTo, {
      kind: 'say',
      said: whose.map((subject) => ({ subject, text })),
    })
  if (audienceOf(rule, 'say') === 'office') {
    if (standing.said.at(-1)?.note === text) return refuse({ reason: 'said-already' })
    return agree(stepIn(allowed.value, leadsTo, { kind: 'say', note: text }))
  }
  if (isOfficeRole(role)) {
    const readers = readersIn(standing)
    const whose = readers.filter((id) => to === undefined || to.includes(id))
    if (whose.length === 0) return refuse({ reason: 'nobody-to-write-to' })
    return isSaidLast(standing, context.by.id, { whose, text })
      ? refuse({ reason: 'said-already' })
      : agree(written(whose))
  }
  const [own] = subjectsActedFor(standing, context.by.id)
  if (own === undefined) return refuse({ reason: 'nobody-to-write-to' })
  if (isSaidLast(standing, context.by.id, { whose: [own], text })) {
    return refuse({ reason: 'said-already' })
  }
  const waiting = rule.reply === undefined ? 0 : unansweredOf(standing, rule.reply, own).length
  if (waiting >= UNANSWERED_MAX) return refuse({ reason: 'waits-for-reply', times: waiting })
  return agree(written([own]))
}

/** The same form sent twice, by the way back of a browser, is one message. */
function isSaidLast(
  { said }: Standing,
  by: ActorId,
  { whose, text }: { readonly whose: readonly ActorId[]; readonly text: string },
): boolean {
  const last = said.at(-1)
  return (
    last?.by === by &&
    last.whose.length === whose.length &&
    whose.every((id) => last.messages.some((each) => each.subject === id && each.text === text))
  )
}

/** Those whom it is about and for whom nobody else acts: they read what is written to them. */
export const readersIn = (standing: Standing): readonly ActorId[] =>
  subjectsOf(standing).filter(
    (id) => !standing.parties.some((party) => party.id === id && party.by !== undefined),
  )

/** What parties wrote and nobody has answered, the oldest first. */
export const unanswered = (standing: Standing, type: Pick<Life, 'steps'>, rule: ReplyRule) =>
  standing.said.filter(
    (each) =>
      isAsked(type, each, rule) &&
      each.whose.some((id) => unansweredOf(standing, rule, id).includes(each)),
  )

const isAsked = (
  type: Pick<Life, 'steps'>,
  { step }: Said,
  { step: reply }: ReplyRule,
): boolean => {
  const rule = stepOf(type, step)
  return rule?.kind === 'say' && rule.reply?.step === reply
}

/** What somebody wrote after they were answered last. */
function unansweredOf({ said }: Standing, { step }: ReplyRule, id: ActorId): readonly Said[] {
  const theirs = said.filter(({ whose }) => whose.includes(id))
  const answered = theirs.findLastIndex((each) => each.step === step)
  return theirs.slice(answered + 1).filter(({ role }) => !isOfficeRole(role))
}

/** What is asked of officials by whatever parties write, once for each step that answers. */
export const repliesIn = ({ steps }: Pick<Life, 'steps'>): readonly ReplyRule[] => {
  const rules = steps.flatMap((step) => (step.kind === 'say' && step.reply ? [step.reply] : []))
  return rules.filter((rule, index) => rules.findIndex(({ step }) => step === rule.step) === index)
}
