import { SYSTEM, isOfficeRole } from '#core/cases/roles.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Term } from '#core/deadlines/terms.ts'
import type { Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfDates, repeatedInLists } from '#core/policy/check-enacted.ts'
import type { Enacted } from '#core/policy/enacted.ts'
import type { Laws } from '#core/policy/laws.ts'
import { unless, unseenBases, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/**
 * What the law allows those who hold a status, and their families, beyond what it allows others: a
 * dated document. What is open in the law is said to be, and is nobody's promise.
 */
export type Concessions = Enacted<{
  /** The kind of status that all of it rests on. */
  readonly holds: string
}> & {
  /** What one comes for, in the order in which pages show it. */
  readonly aims: readonly Aim[]
  readonly classes: readonly HolderClass[]
  readonly concessions: readonly Concession[]
}

type Aim = Grounded<{ readonly code: string; readonly title: Words }>

/** Whom of a family the law means. Of several that fit somebody the first counts. */
export type HolderClass = Grounded<{
  readonly code: string
  readonly title: Words
  /** What they are in the family, as its type of case says; nothing of whoever holds the status. */
  readonly roles?: readonly string[]
  /** In whole years: from this birthday on, and until the day before that one. */
  readonly ageFrom?: number
  readonly ageBelow?: number
}>

/** One thing that is allowed, to whom, under what conditions. */
export type Concession = Grounded<{
  readonly code: string
  readonly aim: string
  readonly for: readonly string[]
  readonly title: Words
  readonly gives: Words
  /** What it does not say, though one could read it so. */
  readonly limits?: Words
  /** What the law leaves open. Whoever it is for is told that, and promised nothing. */
  readonly open?: Words
  /** It is open from that day on alone. */
  readonly openFrom?: IsoDate
  /** By what it is lost. */
  readonly lost?: Words
  /** Whether it is applied for, or holds of itself. */
  readonly by: 'application' | 'itself'
  /** How one applies for it in the portal; nothing where that is done elsewhere. */
  readonly claim?: Claim
  /** When whoever was granted it by such a case applies anew; until then it is done. */
  readonly again?: Words
  /** What whoever has it holds. */
  readonly kinds?: readonly string[]
  readonly needs?: readonly Need[]
  /** How long before the end of what is held, or had to be held so long, one has to apply. */
  readonly ahead?: Term
  /** How long it lasts at most, when it is given first. */
  readonly lasts?: Term
  /** By how much it can be extended at most, each time. */
  readonly renewed?: Term
  /** How long after its reason came about one has to apply. */
  readonly within?: Term
  /** In which time others are to have said whether they object. */
  readonly examined?: Term
  /** By how much the time for the answer is shorter. */
  readonly shorter?: Term
  /** Nothing is paid for it. Where that is not said, a tariff or the Service says what is. */
  readonly free?: true
  /** The law gives it for this time alone. */
  readonly from?: IsoDate
  readonly until?: IsoDate
}>

/** The type of case by which one applies. */
type Claim = { readonly type: string }

/** What has to be so; named, with typed parameters. */
export type Need =
  /** Whoever it is for holds one of these kinds, or none of them. */
  | { readonly need: 'holds' | 'holds-none'; readonly kinds: readonly string[] }
  /** The holder of the status that all rests on does. */
  | { readonly need: 'migrant-holds'; readonly kinds: readonly string[] }
  /** Whoever it is for has held one of these kinds so long, without a day between. */
  | { readonly need: 'held-for'; readonly kinds: readonly string[]; readonly years: number }

/** What there is to name. */
type Named = {
  readonly laws: Laws
  readonly statuses: readonly StatusKind[]
  readonly types: readonly Pick<CaseType, 'code' | 'roles' | 'begins' | 'family'>[]
}

/** What such a document must mean, so that nobody is led to what does not exist. */
export function problemsOfConcessions(
  document: Concessions,
  { laws, statuses, types }: Named,
): readonly PolicyProblem[] {
  const { aims, classes, concessions } = document
  const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code)
  const family = types.find((type) => type.family === true)
  const kind = (code: string, path: Path) =>
    unless(codes(statuses).includes(code), path, `there is no kind of status ${code}`)
  const within = (list: readonly string[], wanted: readonly string[], path: Path) =>
    wanted
      .filter((each) => !list.includes(each))
      .map((each) => ({ path, reason: `there is no ${each}` }))
  return [
    ...unseenBases(document, laws),
    ...problemsOfDates(document),
    ...repeatedInLists({ aims, classes, concessions }),
    ...kind(document.holds, ['holds']),
    ...classes.flatMap(({ roles = [], ageFrom, ageBelow }, index) => [
      ...within(codes(family?.roles ?? []), roles, ['classes', index, 'roles']),
      ...unless(
        ageFrom === undefined || ageBelow === undefined || ageFrom < ageBelow,
        ['classes', index, 'ageBelow'],
        'nobody is as old',
      ),
    ]),
    ...concessions.flatMap((each, index) => {
      const path = ['concessions', index]
      return [
        ...within(codes(aims), [each.aim], [...path, 'aim']),
        ...within(codes(classes), each.for, [...path, 'for']),
        ...(each.kinds ?? []).flatMap((code) => kind(code, [...path, 'kinds'])),
        ...(each.needs ?? []).flatMap(({ kinds }) =>
          kinds.flatMap((code) => kind(code, [...path, 'needs'])),
        ),
        ...problemsOfClaim(each, types, path),
        ...problemsOfDays(each, path),
      ]
    }),
  ]
}

/** What is open from a day on says what; what is given for a time, is for a day at least. */
const problemsOfDays = (
  { open, openFrom, from, until }: Concession,
  path: Path,
): readonly PolicyProblem[] => [
  ...unless(openFrom === undefined || open !== undefined, [...path, 'openFrom'], 'what is open?'),
  ...unless(
    from === undefined || until === undefined || from <= until,
    [...path, 'until'],
    'it is for no day',
  ),
]

/** What is applied for here is a case that people begin, and whatever is has a way. */
function problemsOfClaim(
  { by, claim, again, kinds }: Concession,
  types: Named['types'],
  path: Path,
): readonly PolicyProblem[] {
  if (claim === undefined) {
    return unless(again === undefined, [...path, 'again'], 'it is applied for by no case')
  }
  const begun = types.find(({ code }) => code === claim.type)?.begins.by ?? []
  return [
    ...unless(
      again === undefined || kinds === undefined,
      [...path, 'again'],
      'whoever has it holds something, and that says until when',
    ),
    ...unless(by === 'application', [...path, 'claim'], 'what holds of itself is not applied for'),
    ...unless(
      begun.some((role) => role !== SYSTEM && !isOfficeRole(role)),
      [...path, 'claim', 'type'],
      `${claim.type} is no case that people begin`,
    ),
  ]
}
