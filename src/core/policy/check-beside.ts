import { stepOf, type Life, type StepOf } from '#core/cases/life.ts'
import { repliesIn } from '#core/cases/saying.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { isOfficeRole, OFFICE_ROLES } from '#core/cases/roles.ts'
import { noTerm, type Around } from '#core/policy/around.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/** What happens beside the way of a case: it becomes somebody's, and people write to each other. */
type Placed<Kind extends 'assign' | 'say'> = { readonly rule: StepOf<Kind>; readonly path: Path }

/** Nobody who is away holds a case up: wherever it is theirs, it can become another's. */
export function problemsOfAssigning(
  life: Life,
  { rule, path }: Placed<'assign'>,
): readonly PolicyProblem[] {
  const { of, code } = rule
  const owned = life.states.filter(({ owner }) => owner === of)
  const isGiven = (state: string) =>
    life.steps.some((each) => each.kind === 'assign' && each.of === of && each.from.includes(state))
  const side = isOfficeRole(of) ? OFFICE_ROLES[of] : undefined
  return [
    ...unless(
      side === 'service' || side === 'council',
      [...path, 'of'],
      `${of} is no role in which one of several officials has the next move`,
    ),
    ...unless(owned.length > 0, [...path, 'of'], `${of} has to move in no state of this type`),
    ...owned
      .filter((state) => !isGiven(state.code))
      .map((state) => ({
        path: [...path, 'from'],
        reason: `in ${state.code} a case that is somebody's by ${code} could not become another's`,
      })),
    ...unless(
      audienceOf(rule, 'assign') === 'person',
      [...path, 'shown'],
      `whoever does not know of ${code} would take it back by a step of their own`,
    ),
  ]
}

/** What a party writes is answered by somebody; what officials write reaches whom it is for. */
export function problemsOfSaying(
  life: CaseType,
  { procedure }: Around,
  { rule, path }: Placed<'say'>,
): readonly PolicyProblem[] {
  const { code, by, reply } = rule
  const ofOffice = by.filter(isOfficeRole).length
  const isOpen = audienceOf(rule, 'say') === 'person'
  const answers = reply && stepOf(life, reply.step)
  const isAnswer = answers?.kind === 'say' && answers.reply === undefined
  return [
    ...unless(
      ofOffice === 0 || ofOffice === by.length,
      [...path, 'by'],
      `${code} is for parties and for officials, who write to each other by steps of their own`,
    ),
    ...unless(
      ofOffice > 0 || reply !== undefined,
      path,
      `nobody has to answer what a party writes by ${code}`,
    ),
    ...unless(
      ofOffice > 0 || isOpen,
      [...path, 'shown'],
      `a party writes by ${code}, and would not read it`,
    ),
    ...unless(
      reply === undefined || ofOffice === 0,
      [...path, 'reply'],
      `an official writes by ${code}, and nobody has to answer that`,
    ),
    ...(reply === undefined ? [] : noTerm(procedure, reply.clock, [...path, 'reply', 'clock'])),
    ...unless(
      reply === undefined ||
        (isAnswer &&
          answers.by.every(isOfficeRole) &&
          audienceOf(answers, 'say') === 'person' &&
          rule.from.every((state) => answers.from.includes(state))),
      [...path, 'reply', 'step'],
      `${reply?.step} does not answer to the person wherever ${code} can be taken`,
    ),
    ...unless(
      repliesIn(life).every((each) => each.step !== reply?.step || each.clock === reply.clock),
      [...path, 'reply', 'clock'],
      `${reply?.step} answers in two different times`,
    ),
  ]
}
