import { caseNumberIn } from '#core/answers/check.ts'
import { answerMeaning } from '#core/answers/asked.ts'
import type { Value } from '#core/answers/answers.ts'
import type { Around, Held, OwnCase } from '#core/cases/context.ts'
import { opinionsOf, pointsOf, repliesOf, votesOf } from '#core/cases/answers-given.ts'
import { isAwaited } from '#core/cases/asked.ts'
import { outcomeOf, type OutcomeCode } from '#core/cases/life.ts'
import { obligatoryAwaited } from '#core/cases/consulted.ts'
import type { Role } from '#core/cases/roles.ts'
import { allAnswered, lastFiled, subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { Holding, Test } from '#core/cases/tests.ts'
import type { Holding as Lasting } from '#core/concessions/classes.ts'
import { heldForYears } from '#core/concessions/held.ts'
import type { IsoDate } from '#core/dated.ts'
import { agesOn, isPartialDate, type Ages } from '#core/facts/partial-date.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'

/** What the tests can ask of. */
export type Known = Around & {
  readonly type: CaseType
  readonly procedure: Procedure
  readonly scoring?: Scoring | undefined
  readonly on: IsoDate
  readonly standing?: Standing
  /** Whether the decision that a case would be about gave what was asked for. */
  readonly favourable?: boolean
  /** Whether the time of the case that it would be about has passed. */
  readonly overdue?: boolean
  /** Of whoever a case would be about: the types of their open cases, and what they hold. */
  readonly party?: PartyKnown
}

/** What somebody has open, by type of case, and holds, by kind of status. */
export type PartyKnown = {
  readonly open: readonly string[]
  /** And of those that they sent in by another entry of theirs. */
  readonly openThere?: readonly string[]
  /** Those of them that were sent in; all, where nothing is said. */
  readonly sent?: readonly string[]
  readonly holds: readonly string[]
  /** Whatever they hold or held, each with its days, where these are asked about. */
  readonly held?: readonly Lasting[]
}

/**
 * The kinds of which something is held on that day, by whatever entry, with all the days that there
 * were.
 */
export const holdingOn = (
  held: readonly Lasting[],
  on: IsoDate,
): Pick<PartyKnown, 'holds' | 'held'> => ({
  holds: held.filter(({ from, until }) => from <= on && on <= until).map(({ kind }) => kind),
  held,
})

/** The first test that does not hold. What is not known does not hold. */
export const failing = (tests: readonly Test[], known: Known): Test | undefined =>
  tests.find((test) => !holds(test, known))

/** Whether a test holds of what is known; the one place where tests are evaluated. */
export function holds(test: Test, known: Known): boolean {
  const { standing, status, party, procedure, scoring, type, on } = known
  switch (test.test) {
    case 'age-at-least':
      return (agesOf(known)?.oldest ?? -Infinity) >= test.years
    case 'younger-than':
      return (agesOf(known)?.youngest ?? Infinity) < test.years
    case 'answers':
      return [answered(known, test.meaning)].flat().some((said) => test.is.includes(said ?? ''))
    case 'scored':
      return standing !== undefined && allAnswered(standing)
    case 'points-reach-pass-mark':
      return standing && scoring ? pointsOf(standing).points >= scoring.passMark : false
    case 'nobody-objects':
      return standing !== undefined && !Object.values(opinionsOf(standing)).includes('objection')
    case 'registers-answered':
      return standing !== undefined && obligatoryAwaited(standing).length === 0
    case 'heard':
      return standing !== undefined && !repliesOf(standing).some(isAwaited)
    case 'recorded':
      return hasRecorded(standing, test)
    case 'voted':
      return isMajority(standing, test.for, procedure)
    case 'status-in-force':
      return status?.inForce === true
    case 'status-not-expired':
      return status !== undefined && on <= status.until
    case 'proposed':
      return isProposed(standing, test.outcome)
    case 'no-hearing-asked':
      return groundsProposed(standing).every(
        (code) => procedure.grounds.find((ground) => ground.code === code)?.hearing === false,
      )
    case 'decision-in-force':
      return known.contested?.inForce === true
    case 'decision-gone':
      return known.contested?.inForce === false
    case 'decision-took-status':
      return known.contested?.took !== undefined
    case 'decision-unfavourable':
      return known.favourable === false
    case 'nothing-decided':
      return known.undecided?.isUndecided === true
    case 'overdue':
      return known.overdue === true
    case 'nothing-given':
      return (
        standing?.proposed !== undefined &&
        standing.proposed.proposals.every(({ outcome }) => !outcomeOf(type, outcome)?.favourable)
      )
    case 'in-role':
      return isInRole(standing, test.role)
    case 'nothing-against-erasing':
      return known.againstErasing?.length === 0
    case 'concerns-own-case':
      return concerned(known) !== undefined
    case 'same-type-open':
      return [party?.open, party?.openThere].some((open) => open?.includes(type.code) === true)
    case 'type-open':
      return (party?.sent ?? party?.open)?.includes(test.type) === true
    case 'holds':
    case 'holds-any':
      return isHeld(test, known)
    case 'held-for':
      return isLongHeld(test, known)
  }
}

const isHeld = (test: Test, { party, held }: Known): boolean =>
  holdingsIn(test).some(({ status: kind, role }) =>
    role === undefined
      ? party?.holds.includes(kind) === true
      : heldBy(role, kind, held) !== undefined,
  )

const isLongHeld = (test: Extract<Test, { readonly test: 'held-for' }>, known: Known): boolean => {
  const long = longHeld(test, known)
  return long !== undefined && long.from <= known.on
}

/** What is held of the kinds that a test asks for, and from when on it is held for long enough. */
export const longHeld = (
  { statuses: kinds, years }: Extract<Test, { readonly test: 'held-for' }>,
  { party, on }: Pick<Known, 'party' | 'on'>,
): ReturnType<typeof heldForYears> => heldForYears(party?.held ?? [], { kinds, years }, on)

/** What a test asks whether it is held, of which one will do; nothing, where it asks otherwise. */
export function holdingsIn(test: Test): readonly Holding[] {
  if (test.test === 'holds') return [test]
  if (test.test === 'held-for') return test.statuses.map((status) => ({ status }))
  return test.test === 'holds-any' ? test.of : []
}

const hasRecorded = (
  standing: Standing | undefined,
  { step, option }: Extract<Test, { readonly test: 'recorded' }>,
): boolean =>
  standing?.tasks.some((task) => task.step === step && task.answer?.recorded?.option === option) ===
  true

/** Never where the procedure does not say how many have to vote. */
function isMajority(
  standing: Standing | undefined,
  outcome: OutcomeCode,
  { quorum }: Procedure,
): boolean {
  const votes = standing === undefined ? [] : votesOf(standing)
  const those = votes.filter((vote) => vote === outcome)
  return quorum !== undefined && votes.length >= quorum && those.length * 2 > votes.length
}

function isProposed(standing: Standing | undefined, wanted: OutcomeCode): boolean {
  const { proposals = [] } = standing?.proposed ?? {}
  return proposals.length > 0 && proposals.every(({ outcome }) => outcome === wanted)
}

/** The cases that something concerns: the one that is named, or all that they sent in. */
export function concerned(
  known: Pick<Known, 'standing' | 'type' | 'ownCases'>,
): readonly OwnCase[] | undefined {
  const { standing, ownCases = [] } = known
  const named = concernedIn(known)
  const others = ownCases.filter(({ id }) => id !== standing?.id)
  const meant = named === undefined ? others : others.filter(({ number }) => number === named)
  return meant.length > 0 ? meant : undefined
}

/** The number of a case, as whoever asks wrote it. */
function concernedIn({ standing, type }: Pick<Known, 'standing' | 'type'>): string | undefined {
  const filed = standing && lastFiled(standing)
  const said = filed && answerMeaning(type, filed.answers, 'concerned-case')
  const number = typeof said === 'string' ? caseNumberIn(said) : ''
  return number === '' ? undefined : number
}

/** What whoever has that role holds of a kind; the first of it where they hold more. */
export const heldBy = (role: Role, kind: string, held: readonly Held[] = []): Held | undefined =>
  held.find((each) => each.role === role && each.kind === kind)

/** The last day of what somebody holds of a kind: what goes on from there is given on top of it. */
export const lastDayHeld = (
  held: readonly Held[],
  { holder, kind }: Pick<Held, 'holder' | 'kind'>,
): IsoDate | undefined =>
  held
    .filter((each) => each.holder === holder && each.kind === kind)
    .map(({ until }) => until)
    .toSorted()
    .at(-1)

const groundsProposed = (standing: Standing | undefined): readonly string[] =>
  standing?.proposed?.proposals.flatMap(({ grounds }) => grounds) ?? []

/** The one whom it is asked of, where a case is about several; else whoever it is about. */
function isInRole(standing: Standing | undefined, role: Role): boolean {
  if (standing === undefined) return false
  const asked = standing.only === undefined ? subjectsOf(standing) : [standing.only]
  return asked.every((id) => standing.parties.some((each) => each.id === id && each.role === role))
}

/** Whose answer a test rests on, so that a refusal can name it. */
export const meaningOf = (test: Test): Meaning | undefined =>
  test.test === 'answers' ? test.meaning : RESTS_ON[test.test]

const RESTS_ON: Partial<Record<Test['test'], Meaning>> = {
  'age-at-least': 'birth-date',
  'younger-than': 'birth-date',
  'concerns-own-case': 'concerned-case',
}

function answered({ standing, type }: Known, meaning: Meaning): Value | undefined {
  const filed = standing && lastFiled(standing)
  return filed && answerMeaning(type, filed.answers, meaning)
}

function agesOf(known: Known): Ages | undefined {
  const born = answered(known, 'birth-date')
  if (typeof born !== 'string' || !isPartialDate(born)) return undefined
  return agesOn(born, known.standing?.filedOn ?? known.on)
}
