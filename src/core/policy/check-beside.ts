import { aboutStatuses } from '#core/cases/contesting.ts'
import { hasEnded, stepOf, type Life, type StepOf, type StepRule } from '#core/cases/life.ts'
import { repliesIn } from '#core/cases/saying.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { isOfficeRole, OFFICE_ROLES } from '#core/cases/roles.ts'
import { noTerm, type Around } from '#core/policy/around.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { repeatedCodes, unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

type Beside = 'assign' | 'say' | 'confirm' | 'consult'
type Placed<Kind extends Beside> = { readonly rule: StepOf<Kind>; readonly path: Path }

/**
 * What happens beside the way of a case: it becomes somebody's, people write to each other, and
 * registers are asked and answer.
 */
export function problemsBeside(
  life: CaseType,
  around: Around,
  { rule, path }: Placed<Beside>,
): readonly PolicyProblem[] {
  switch (rule.kind) {
    case 'assign':
      return problemsOfAssigning(life, { rule, path })
    case 'say':
      return problemsOfSaying(life, around, { rule, path })
    case 'confirm':
      return problemsOfConfirming(life, { rule, path })
    case 'consult':
      return problemsOfConsulting(life, { rule, path })
  }
}

/** Nobody who is away holds a case up: wherever it is theirs, it can become another's. */
function problemsOfAssigning(
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
function problemsOfSaying(
  life: CaseType,
  { procedure }: Around,
  { rule, path }: Placed<'say'>,
): readonly PolicyProblem[] {
  const { code, by, reply, to } = rule
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
      ofOffice > 0 || reply !== undefined || to !== undefined,
      path,
      `nobody has to answer what a party writes by ${code}`,
    ),
    ...unless(
      ofOffice > 0 || isOpen,
      [...path, 'shown'],
      `a party writes by ${code}, and would not read it`,
    ),
    ...unless(
      to === undefined || life.outcomes.length === 0,
      [...path, 'to'],
      `${code} leads on, and a case in which something is decided goes on by no message`,
    ),
    ...unless(
      reply === undefined || to === undefined,
      [...path, 'reply'],
      `${code} leads on to whoever has to move there, and is answered by that`,
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

const isFiling = ({ kind }: Pick<StepRule, 'kind'>): boolean => kind === 'file'

/** What a register answers is taken wherever a case is still open after it was sent in. */
function problemsOfConfirming(
  life: CaseType,
  { rule, path }: Placed<'confirm'>,
): readonly PolicyProblem[] {
  // A draft has told nothing yet; a case that begins about a status has its holder's answers.
  const isAboutStatus = aboutStatuses(life.begins).length > 0 && !life.steps.some(isFiling)
  const asking = life.steps
    .filter((step) => isFiling(step) || (isAboutStatus && step.kind === 'begin'))
    .map(({ code }) => code)
  const reached = life.states.filter(
    ({ code, stage }) => stage !== 'draft' && !hasEnded(life, code) && !rule.from.includes(code),
  )
  return [
    ...unless(
      life.registers !== undefined || life.steps.some(isConsulting),
      path,
      `${rule.code} takes what a register answers, and none is asked`,
    ),
    ...reached.map(({ code }) => ({
      path: [...path, 'from'],
      reason: `in ${code} nobody would take what a register answers`,
    })),
    ...unless(
      audienceOf(rule, 'confirm') === 'office',
      [...path, 'shown'],
      'what a register says of others is for the office',
    ),
    ...(life.registers ?? []).flatMap(({ service, on }, index) =>
      on
        .filter((step) => !asking.includes(step))
        .map((step) => ({
          path: ['registers', index, 'on'],
          reason: `${service} is asked by ${step}, which sends nothing in`,
        })),
    ),
  ]
}

const isConsulting = ({ kind }: Pick<StepRule, 'kind'>): boolean => kind === 'consult'

/** What an official has asked is answered where the case is open, and told to the office alone. */
function problemsOfConsulting(
  life: CaseType,
  { rule, path }: Placed<'consult'>,
): readonly PolicyProblem[] {
  const { code, registers } = rule
  return [
    ...unless(
      rule.there === true || isTakenIn(life),
      path,
      `registers are asked by ${code}, and no step takes what they answer`,
    ),
    ...unless(
      registers.length > 0 !== (rule.there === true),
      [...path, 'registers'],
      rule.there === true
        ? `${code} asks the system that examines the case, and no register`
        : `${code} asks no register`,
    ),
    ...unless(
      rule.there !== true || life.steps.some(({ kind }) => kind === 'report'),
      [...path, 'there'],
      'no system that examines the case is heard, and so none is asked',
    ),
    ...unless(
      audienceOf(rule, 'consult') === 'office',
      [...path, 'shown'],
      'what an official has a register asked for is for the office',
    ),
    ...registers
      .filter((service, index) => registers.indexOf(service) < index)
      .map((service) => ({
        path: [...path, 'registers'],
        reason: `${service} is named twice`,
      })),
  ]
}

const isTakenIn = ({ steps }: Pick<CaseType, 'steps'>): boolean =>
  steps.some(({ kind }) => kind === 'confirm')

/** Registers are asked where somebody takes the answer, each once. */
export const problemsOfRegisters = (life: CaseType): readonly PolicyProblem[] => [
  ...unless(
    life.registers === undefined || isTakenIn(life),
    ['registers'],
    `registers are asked, and no step takes what they answer`,
  ),
  ...repeatedCodes(
    (life.registers ?? []).map(({ service }) => service),
    ['registers'],
  ),
]
