import type { AskedKind, OutcomeCode, StepCode } from '#core/cases/life.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import type { IsoDate } from '#core/dated.ts'
import type { BodyCode } from '#core/policy/procedure.ts'
import type { CriterionCode } from '#core/policy/scoring.ts'

/** What becomes of the tasks of a case: what others were asked, and whether they answered. */

/**
 * What is asked of somebody, under a name that is its own in the case: of a body, of one party or
 * official, or, where neither is named, of whoever has the role.
 */
export type Asked = {
  readonly id: string
  readonly kind: AskedKind
  /** The step that answers it. */
  readonly step: StepCode
  readonly body?: BodyCode
  readonly party?: string
  /** By this service, and not in the office. */
  readonly answersBy?: string
  /** What is to be given points. */
  readonly criteria?: readonly CriterionCode[]
}

/** What somebody answers; of each kind of task one of these. */
export type Answer = {
  /** Of all its criteria. */
  readonly points?: Readonly<Record<CriterionCode, number>>
  /** Whether a body objects. */
  readonly objects?: boolean
  /** The side of a party; empty where they have nothing to add. */
  readonly says?: string
  /** What they sent in with it. */
  readonly documents?: readonly string[]
  /** What happened, or what a register says, and on which day. */
  readonly recorded?: { readonly option: string; readonly on: IsoDate }
  readonly vote?: OutcomeCode
  /** Of each criterion, or of another answer under the name of its task. */
  readonly reasons: Readonly<Record<string, string>>
}

/** How an answer stands, and who gave it when. */
export type Answered = Answer & { readonly by: string; readonly on: IsoDate }

/** A task as it stands: awaited, answered, or passed over in silence. */
export type AskedTask = Asked & {
  readonly answer?: Answered
  readonly silent?: true
  /** Days on which more time was given while it was awaited. */
  readonly extended?: readonly IsoDate[]
  /** How often something happened to it: what a form about it was made from. */
  readonly version: number
}

/** Whether one of some options is what answers it, with a day. */
export const isRecorded = (kind: string | undefined): boolean =>
  kind === 'record' || kind === 'payment' || kind === 'appearance'

/** Nobody has answered it, and nothing was made of the silence. */
export const isAwaited = ({ answer, silent }: AskedTask): boolean =>
  answer === undefined && silent === undefined

/**
 * Whether it is for somebody, as far as it names anybody: for them, or for their body. What a body
 * answers by its own system is brought by ours, and is nobody's in the office.
 */
export function isFor(
  { kind, body, party, answersBy }: Asked,
  by: Pick<Actor, 'id' | 'body'>,
): boolean {
  // Whoever pays does it elsewhere: the system records it, or an official from a receipt.
  if (kind === 'payment') return true
  if (party !== undefined) return party === by.id
  if ((answersBy !== undefined) !== (by.id === SYSTEM)) return false
  return body === undefined || body === by.body
}

/** What is asked anew replaces what the same step answered before, and no form of then fits it. */
export function asked(tasks: readonly AskedTask[], anew: readonly Asked[]): readonly AskedTask[] {
  const others = tasks.filter(({ step }) => !anew.some((each) => each.step === step))
  const versionOf = (id: string) => tasks.find((each) => each.id === id)?.version ?? -1
  return [...others, ...anew.map((each) => ({ ...each, version: versionOf(each.id) + 1 }))]
}

/** The task with its answer, which may correct another. */
export const answered = (task: AskedTask, answer: Answered): AskedTask => ({
  ...awaited(task),
  answer,
})

/** The task as if nothing had been made of the silence. */
export const awaited = ({ silent: _silent, ...task }: AskedTask): AskedTask => ({
  ...task,
  version: task.version + 1,
})

/** Nobody answered these in time. */
export const passedOver = (
  tasks: readonly AskedTask[],
  silent: readonly string[],
): readonly AskedTask[] =>
  tasks.map((each) =>
    silent.includes(each.id) ? { ...each, silent: true, version: each.version + 1 } : each,
  )

/** Whoever has not answered has more time too; what they wrote so far still fits. */
export const givenTime = (tasks: readonly AskedTask[], on: IsoDate): readonly AskedTask[] =>
  tasks.map((each) =>
    isAwaited(each) ? { ...each, extended: [...(each.extended ?? []), on] } : each,
  )
