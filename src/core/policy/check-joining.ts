import { waysIn } from '#core/cases/joining.ts'
import { stateOf, type CaseRole, type Life, type StateCode, type StepOf } from '#core/cases/life.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/**
 * People come into a case, and leave it, while it is with them: who is said to come can come, by a
 * step that leaves the case where it is, and those whom it is about are no more than it may have.
 */
export function problemsOfJoining(life: Life): readonly PolicyProblem[] {
  return [
    ...life.roles.flatMap((role, index) => problemsOfRole(life, role, ['roles', index])),
    ...life.steps.flatMap((rule, index) => {
      const path = ['steps', index]
      if (rule.kind === 'begin' && rule.from.length > 0) return problemsOfComing(life, rule, path)
      return rule.kind === 'end' && rule.leaves !== undefined
        ? problemsOfStaying(life, rule, path)
        : []
    }),
  ]
}

function problemsOfRole(
  life: Life,
  role: CaseRole,
  path: Path,
): readonly PolicyProblem[] {
  const { code, comes, subject, relation } = role
  const isWay = life.states.some((state) =>
    waysIn(life, state.code).some((way) => way.role.code === code),
  )
  const several = life.subjects !== undefined && life.subjects.max > 1
  return [
    ...unless(comes === undefined || isWay, path, `nobody can come into a case as ${code}`),
    ...unless(
      comes !== 'represented' || subject === true,
      path,
      `${code} is brought along, and the case is not about them`,
    ),
    ...unless(
      relation === undefined || comes !== undefined,
      [...path, 'relation'],
      `${code} comes in by nobody to whom they could be ${relation}`,
    ),
    ...unless(
      comes === undefined || subject !== true || several,
      path,
      `a case is about one, and ${code} would be another`,
    ),
  ]
}

/** By themselves, where they were invited; or brought along, where somebody acts for them. */
function problemsOfComing(
  life: Life,
  rule: StepOf<'begin'>,
  path: Path,
): readonly PolicyProblem[] {
  const { code, by, joins } = rule
  const comes = (role: string) => life.roles.find((each) => each.code === role)?.comes
  const wanted = joins === undefined ? 'invited' : 'represented'
  return [
    ...problemsOfStaying(life, rule, path),
    ...(joins ?? by).flatMap((role) =>
      unless(
        comes(role) === wanted,
        path,
        `by ${code} comes whoever is ${wanted}, and ${role} is not`,
      ),
    ),
  ]
}

type Staying = {
  readonly code: string
  readonly from: readonly StateCode[]
  readonly to: StateCode
}

function problemsOfStaying(
  life: Life,
  { code, from, to }: Staying,
  path: Path,
): readonly PolicyProblem[] {
  return from.flatMap((state) => [
    ...unless(
      ['draft', 'with-person'].includes(stateOf(life, state)?.stage ?? ''),
      [...path, 'from'],
      `${code} is taken in ${state}, where a case is not with the people whom it is about`,
    ),
    ...unless(
      to === state,
      [...path, 'to'],
      `${code} leads from ${state} to ${to}, and is of one person alone`,
    ),
  ])
}
