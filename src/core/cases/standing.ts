import { isAwaited, type AskedTask } from '#core/cases/asked.ts'
import type { Away } from '#core/cases/away.ts'
import type {
  ActorId,
  CaseId,
  Contested,
  Decided,
  Filed,
  Mark,
  Message,
  PartyIn,
  Proposed,
} from '#core/cases/happenings.ts'
import type { OutcomeCode, StateCode, StepCode } from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Register } from '#core/cases/consulted.ts'
import type { Telling } from '#core/cases/told.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { Pause } from '#core/deadlines/counted.ts'

export type { Answer, Asked, AskedTask } from '#core/cases/asked.ts'

/** What was sent in once of a subject, with what had been asked for before it. */
export type Filing = Filed & {
  readonly on: IsoDate
  readonly marks: readonly Mark[]
}

/** That a proposal did not stand: whoever was to decide said why. */
export type SentBack = {
  readonly proposed: Proposed
  readonly role: Role
  readonly on: IsoDate
  readonly reason: string
}

/** What was written at once: to or by whom, as far as it may be read; or a note. */
export type Said = {
  readonly step: StepCode
  readonly by: ActorId
  readonly role: Role
  readonly at: IsoMoment
  readonly on: IsoDate
  /** Those of whom it is, whoever may read what. */
  readonly whose: readonly ActorId[]
  readonly messages: readonly Message[]
  readonly note?: string
}

/** What was decided for one, with the grounds of the proposal as far as they may be read. */
type DecidedOn = Decided & { readonly grounds: readonly string[] }

/**
 * What a decision in another case set aside for good, and on which day: it is not decided again on
 * what was there before.
 */
export type Barred = Pick<DecidedOn, 'subject' | 'outcome' | 'grounds'> & {
  readonly on: IsoDate
  /** What bodies had answered by then, each as it stood. */
  readonly answered: readonly string[]
}

/** Answers of bodies, each by its task and how often something happened to that. */
export const answeredBy = (tasks: readonly AskedTask[]): readonly string[] =>
  tasks.flatMap(({ id, body, answer, version }) =>
    body === undefined || answer === undefined ? [] : `${id}/${version}`,
  )

/** What was decided: of whom, whoever may read what; and who of them was told of it. */
export type Made = {
  readonly decisions: readonly DecidedOn[]
  readonly on: IsoDate
  readonly whose: readonly ActorId[]
  readonly told: readonly ActorId[]
}

/** That the next move of a role became one official's, or anybody's again. */
type Assigned = { readonly of: Role; readonly to?: ActorId }

/** A case as it stands after all that has happened to it. */
export type Standing = {
  readonly id: CaseId
  readonly type: string
  readonly state: StateCode
  /** The day on which it came into this state. */
  readonly stateSince: IsoDate
  /** Until when whoever has it now was told that they have, where that is a person. */
  readonly told?: IsoDate
  readonly parties: readonly PartyIn[]
  /** The one whom it is looked at for, where it is one of several. */
  readonly only?: ActorId
  readonly about?: string
  readonly contests?: Contested
  readonly number?: string
  readonly filedOn?: IsoDate
  /** The day on which it was entered again after it had ended: all its time begins anew there. */
  readonly enteredOn?: IsoDate
  /** The hashes of the type it was filed under, of its procedure and of its scoring, if any. */
  readonly typeHash?: string
  readonly procedure?: string
  readonly scoring?: string
  readonly field?: string
  /** How soon it was asked to be answered; the term follows from it where the clock is tiered. */
  readonly tier?: string
  /** Every round of each subject, the last of which is examined. */
  readonly filings: readonly Filing[]
  /** What has to be mended now; and of whom something has, whoever may read what. */
  readonly marks: readonly Mark[]
  readonly marked: readonly ActorId[]
  /** Days on which the person had it back; the last may still be open. */
  readonly pauses: readonly Pause[]
  readonly returns: number
  /** The days on which it was given more time. */
  readonly extended: readonly IsoDate[]
  readonly tasks: readonly AskedTask[]
  /** What registers were asked since it was last sent in, and what each has answered. */
  readonly registers: readonly Register[]
  /** Of whom another system examines it, and what that has said. */
  readonly away: readonly Away[]
  /** Who asked that it be examined here instead, while nobody did it. */
  readonly recalling?: ActorId
  /** What stands proposed; what was sent back does not any more. */
  readonly proposed?: Proposed
  /** What was proposed last, and sent back, while nothing else was proposed since. */
  readonly sentBack?: SentBack
  readonly decided?: Made
  /** What stays decided of others, while it is decided anew of those of whom it is not. */
  readonly settled?: Made
  /** What binds whoever decides anew. */
  readonly barred: readonly Barred[]
  /** Who was told of what was decided. */
  readonly tellings: readonly Telling[]
  /** That something will be done by itself, and after which day. */
  readonly notice?: { readonly on: IsoDate; readonly after: IsoDate }
  /** The last step that time took, while nobody has moved the case on since. */
  readonly lapsed?: {
    readonly step: StepCode
    readonly from: StateCode
    readonly at: IsoMoment
    /** Tasks whose silence it noted. */
    readonly silent: readonly string[]
    /** Who asked that it be taken back. */
    readonly reopening?: ActorId
  }
  /** What was written, in its order. */
  readonly said: readonly Said[]
  /** Each time that it became somebody's by name, or nobody's. */
  readonly assigned: readonly Assigned[]
  /** Who took each step last; four-eyes rules read it. */
  readonly lastBy: Readonly<Partial<Record<StepCode, ActorId>>>
  /** How often something happened that leaves no form of before as it was. */
  readonly moves: number
}

/** What was sent in last of one who is alone in it, which is what officials examine. */
export const lastFiled = ({ filings }: Standing): Filing | undefined => filings.at(-1)

/** Every document that was ever sent in; one that was replaced may still be read. */
export const everFiled = (standing: Standing): readonly string[] => [
  ...standing.filings.flatMap(({ documents }) => documents),
  ...repliedWith(standing),
]

/** Every document that came with the side of a party. */
export const repliedWith = ({ tasks }: Pick<Standing, 'tasks'>): readonly string[] =>
  tasks.flatMap(({ answer }) => answer?.documents ?? [])

/** Nothing that bodies were asked is still awaited, and something was asked of them. */
export function allAnswered({ tasks }: Standing): boolean {
  const ofBodies = tasks.filter(({ body }) => body !== undefined)
  return ofBodies.length > 0 && !ofBodies.some(isAwaited)
}

/** Who of a role has the next move by name, if anybody. */
export const assignedTo = ({ assigned }: Standing, role: Role): ActorId | undefined =>
  assigned.findLast(({ of }) => of === role)?.to

/** Whom it is about. */
export const subjectsOf = ({ parties }: Pick<Standing, 'parties'>): readonly ActorId[] => [
  ...new Set(parties.filter((each) => each.isSubject && each.left !== true).map(({ id }) => id)),
]

/** Of whom something is to be decided: of all, unless it was entered again for some of them. */
export const toDecide = (standing: Standing): readonly ActorId[] =>
  subjectsOf(standing).filter((id) => standing.settled?.whose.includes(id) !== true)

/** Whom it is or was about, in the order in which they came to it. */
export const peopleOf = ({ parties }: Standing): readonly ActorId[] => [
  ...new Set(parties.filter(({ isSubject }) => isSubject).map(({ id }) => id)),
]

/** Those of them for whom somebody acts: themselves, and whoever they brought along. */
export const subjectsActedFor = ({ parties }: Standing, id: ActorId): readonly ActorId[] => [
  ...new Set(
    parties
      .filter((each) => each.isSubject && each.left !== true && (each.id === id || each.by === id))
      .map((each) => each.id),
  ),
]

/** What was decided of everybody whom it is about; nothing, where not the same of all. */
export function outcomeIn({ decided }: Standing): OutcomeCode | undefined {
  const [first, ...others] = decided?.decisions.map(({ outcome }) => outcome) ?? []
  return others.every((each) => each === first) ? first : undefined
}

/** A case as far as it is of one subject: what it says of others is not in it. */
export function partOf(standing: Standing, subject: ActorId): Standing {
  const { filings, marks, settled, said, proposed: now, sentBack: back } = standing
  const isSettled = settled?.whose.includes(subject) === true
  const decided = isSettled ? settled : standing.decided
  const own = <Each extends { readonly subject: ActorId }>(each: readonly Each[]) =>
    each.filter((one) => one.subject === subject)
  const ownIn = (was: Proposed): Proposed => ({ ...was, proposals: own(was.proposals) })
  return {
    ...standing,
    only: subject,
    filings: own(filings),
    marks: own(marks),
    barred: own(standing.barred),
    registers: own(standing.registers),
    away: own(standing.away),
    said: said.map((each) => ({ ...each, messages: own(each.messages) })),
    ...(decided && { decided: { ...decided, decisions: own(decided.decisions) } }),
    ...(now && { proposed: ownIn(now) }),
    ...(back && { sentBack: { ...back, proposed: ownIn(back.proposed) } }),
  }
}
