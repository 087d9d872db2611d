import { aboutStatuses } from '#core/cases/contesting.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { Around } from '#core/policy/around.ts'
import { endsStatus } from '#core/policy/check-outcomes.ts'
import type { Laws } from '#core/policy/laws.ts'
import { repeatedCodes, unless, unseenBases, type PolicyProblem } from '#core/policy/problem.ts'
import { reachedFrom } from '#core/reached.ts'

/** When what a status rests on is gone, time opens a case about it that can end it. */
function problemsOfGone(
  { code, restsOn, whenGone }: StatusKind,
  { types, statuses }: Pick<Around, 'types' | 'statuses'>,
): readonly PolicyProblem[] {
  const opened = types.find((type) => type.code === whenGone?.open)
  const below = reachedFrom(
    restsOn ?? [],
    (kind) => statuses.find((each) => each.code === kind)?.restsOn ?? [],
  )
  return [
    ...unless(
      (restsOn === undefined) === (whenGone === undefined),
      ['whenGone'],
      'what rests on others says what is opened when they are gone, and nothing else does',
    ),
    ...(restsOn ?? []).flatMap((kind) =>
      unless(
        statuses.some((each) => each.code === kind),
        ['restsOn'],
        `there is no kind of status ${kind}`,
      ),
    ),
    ...unless(!below.has(code), ['restsOn'], `a ${code} would rest on itself in the end`),
    ...unless(
      whenGone === undefined ||
        (opened !== undefined &&
          opened.begins.by.includes(SYSTEM) &&
          endsStatus(opened, code) &&
          (opened.begins.when ?? []).every(({ test }) => test === 'status-in-force')),
      ['whenGone'],
      `${whenGone?.open} is no case that the system begins about each ${code} and that can end it`,
    ),
  ]
}

/** What a register says of a holder opens a case that the system begins about such a status. */
const problemsOfFollowed = (
  { code, follows = [] }: StatusKind,
  { types }: Pick<Around, 'types'>,
): readonly PolicyProblem[] =>
  follows.flatMap(({ opens, shown }, index) => [
    ...unless(
      opens.length > 0 || shown === true,
      ['follows', index, 'opens'],
      'it opens nothing, and nobody is shown it',
    ),
    ...opens.flatMap((opening, at) =>
      unless(
        types.some(
          ({ code: type, begins }) =>
            type === opening.type &&
            aboutStatuses(begins).includes(code) &&
            begins.by.includes(SYSTEM),
        ),
        ['follows', index, 'opens', at, 'type'],
        `${opening.type} is no case that the system begins about each ${code}`,
      ),
    ),
  ])

/**
 * A kind of status ends by its time in one way, and in every other by a case about it, or by what
 * is given in its place.
 */
export function problemsOfStatus(
  status: StatusKind,
  { laws, ...around }: Pick<Around, 'types' | 'statuses'> & { readonly laws: Laws },
): readonly PolicyProblem[] {
  const { types } = around
  const about = types.filter(({ begins }) => aboutStatuses(begins).includes(status.code))
  const brought = about
    .flatMap(({ outcomes }) => outcomes.flatMap(({ effects }) => effects))
    .flatMap((effect) => (effect.effect === 'end' ? [effect.as] : []))
  const followed = types
    .flatMap(({ outcomes }) => outcomes.flatMap(({ effects }) => effects))
    .flatMap((effect) => (effect.effect === 'issue' ? (effect.inPlaceOf ?? []) : []))
    .flatMap(({ statuses, as }) => (statuses.includes(status.code) ? [as] : []))
  return [
    ...unseenBases(status, laws),
    ...problemsOfGone(status, around),
    ...problemsOfFollowed(status, around),
    ...repeatedCodes(
      status.ends.map(({ code }) => code),
      ['ends'],
    ),
    ...unless(
      status.ends.filter(({ byTime }) => byTime === true).length === 1,
      ['ends'],
      'a status ends by its time in one way',
    ),
    ...status.ends.flatMap(({ code, byTime }, index) =>
      unless(
        byTime === true || brought.includes(code) || followed.includes(code),
        ['ends', index],
        `no case ends a status as ${code}`,
      ),
    ),
  ]
}
