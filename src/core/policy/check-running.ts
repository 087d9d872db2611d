import { TAKEN_OVER } from '#core/cases/moving.ts'
import { asksIn, type Life, type StateRule, type StepRule } from '#core/cases/life.ts'
import type { CaseType, DocumentRule, FormField, Running } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/** Where a version says whose cases go on by it. */
const PATH: Path = ['for', 'running']

/** What a version must say of itself before others come into it, whichever they are. */
export function problemsOfRunning(type: CaseType): readonly PolicyProblem[] {
  const running = type.for?.running
  const index = type.steps.findIndex(({ code }) => code === TAKEN_OVER)
  return [
    ...unless(
      index < 0,
      ['steps', index],
      `${TAKEN_OVER} is no step of a type, but what the house does when a version takes cases over`,
    ),
    ...(running?.versions ?? []).flatMap((each, at) =>
      unless(
        each < type.version,
        [...PATH, 'versions', at],
        `${each} is no earlier version than ${type.version}`,
      ),
    ),
  ]
}

/**
 * Whether the cases of an earlier version can go on by a newer one: each state, answer, task and
 * outcome that they have is there with the same meaning, and nothing more is asked of anybody.
 */
export function problemsOfTakingOver(newer: CaseType, earlier: CaseType): readonly PolicyProblem[] {
  const running = newer.for?.running
  if (running === undefined) return []
  return [
    ...same('procedure', newer, earlier),
    ...same('scoring', newer, earlier),
    ...same('clock', newer, earlier),
    ...problemsOfStates({ newer, earlier, running }),
    ...problemsOfRoles(newer, earlier),
    ...problemsOfSteps({ newer, earlier, running }),
    ...problemsOfOutcomes(newer, earlier),
    ...problemsOfAnswers(newer, earlier),
    ...problemsOfDocuments(newer, earlier),
  ]
}

type Pair = {
  readonly newer: CaseType
  readonly earlier: CaseType
  readonly running: Running
}

function same(
  property: 'procedure' | 'scoring' | 'clock',
  newer: CaseType,
  earlier: CaseType,
): readonly PolicyProblem[] {
  return unless(
    isSame(newer[property], earlier[property]),
    [property],
    `cases of version ${earlier.version} have another ${property}`,
  )
}

/** Whoever reads documents brings properties into one order. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const isRunning = ({ stage }: StateRule): boolean => stage !== 'draft' && stage !== 'ended'

function problemsOfStates({ newer, earlier, running }: Pair): readonly PolicyProblem[] {
  const path = [...PATH, 'states']
  const { version } = earlier
  const strange = Object.keys(running.states).flatMap((code) =>
    unless(
      earlier.states.some((state) => state.code === code && isRunning(state)),
      [...path, code],
      `version ${version} has no state ${code} in which a case runs`,
    ),
  )
  const lost = earlier.states.filter(isRunning).flatMap((state) => {
    const { code, stage, owner } = state
    const to = running.states[code] ?? code
    const next = newer.states.find((each) => each.code === to)
    if (next === undefined) {
      return unless(false, path, `nothing says where cases go that are in ${code}`)
    }
    return unless(
      next.stage === stage && next.owner === owner,
      [...path, code],
      `${to} is of another stage or owner than ${code} was in version ${version}`,
    )
  })
  return [...strange, ...lost]
}

function problemsOfRoles(newer: CaseType, earlier: CaseType): readonly PolicyProblem[] {
  const max = (type: CaseType) => type.subjects?.max ?? 1
  const isKept = (role: CaseType['roles'][number]) =>
    newer.roles.some(
      ({ code, subject, relation }) =>
        code === role.code && subject === role.subject && relation === role.relation,
    )
  return [
    ...unless(
      max(newer) === max(earlier) || Math.min(max(newer), max(earlier)) > 1,
      ['subjects'],
      `a case of version ${earlier.version} is about ${max(earlier)} at most: its keys are others`,
    ),
    ...earlier.roles.flatMap((role) =>
      unless(isKept(role), ['roles'], `cases have ${role.code}, whom nothing is the same of here`),
    ),
  ]
}

/** Who may not take a step is told by who took another: each that was taken keeps its name. */
function problemsOfSteps({ newer, earlier, running }: Pair): readonly PolicyProblem[] {
  return earlier.steps.flatMap((step) => {
    const here = newer.steps.find(({ code }) => code === step.code)
    if (here === undefined || here.kind !== step.kind) {
      return unless(false, ['steps'], `there is no step ${step.code} of the kind ${step.kind}`)
    }
    return step.kind === 'answer' ? problemsOfAsked({ newer, earlier, running }, step, here) : []
  })
}

/** What was asked can be answered, by whoever was, from where the case stands then. */
function problemsOfAsked(
  { newer, earlier, running }: Pair,
  was: StepRule,
  here: StepRule,
): readonly PolicyProblem[] {
  const path = ['steps', newer.steps.indexOf(here)]
  const from = was.from.map((state) => running.states[state] ?? state)
  const missing = from.filter((state) => !here.from.includes(state))
  return [
    ...unless(
      missing.length === 0,
      [...path, 'from'],
      `what is asked by it can no longer be answered from ${missing.join(', ')}`,
    ),
    ...unless(
      was.by.every((role) => here.by.includes(role)),
      [...path, 'by'],
      `whoever was asked by it could answer no more`,
    ),
    ...unless(
      isSame(askedBy(earlier, was), askedBy(newer, here)),
      path,
      'something else is asked by it',
    ),
  ]
}

/** Of whom an answer is asked, and what it can be; not what is shown for it, nor by when. */
const askedBy = (life: Life, { code }: StepRule) =>
  life.steps
    .flatMap(asksIn)
    .filter(({ step }) => step === code)
    .map(({ kind, of, options, outcomes }) => ({
      kind,
      of,
      options: options?.map((each) => each.code),
      outcomes,
    }))[0]

function problemsOfOutcomes(newer: CaseType, earlier: CaseType): readonly PolicyProblem[] {
  return earlier.outcomes.flatMap(({ code, favourable, grounds, effects }) => {
    const index = newer.outcomes.findIndex((each) => each.code === code)
    const here = newer.outcomes[index]
    if (here === undefined) return unless(false, ['outcomes'], `there is no outcome ${code}`)
    const was = { favourable, grounds, effects }
    const is = { favourable: here.favourable, grounds: here.grounds, effects: here.effects }
    return unless(
      isSame(was, is),
      ['outcomes', index],
      `${code} is proposed in cases, and meant something else`,
    )
  })
}

/** Answers were given, and are read as what they were given for. */
function problemsOfAnswers(newer: CaseType, earlier: CaseType): readonly PolicyProblem[] {
  const lost = earlier.blocks.flatMap((was) => {
    const index = newer.blocks.findIndex(({ code }) => code === was.code)
    const here = newer.blocks[index]
    if (here === undefined) return unless(false, ['blocks'], `there is no block ${was.code}`)
    const path = ['blocks', index]
    return [
      ...unless(
        here.repeats === was.repeats && isSame(here.of, was.of),
        path,
        `${was.code} is asked of others, or another number of times`,
      ),
      ...unless(
        here.itemsMin <= was.itemsMin && here.itemsMax >= was.itemsMax,
        path,
        `${was.code} could be answered with what is too little or too much now`,
      ),
      ...was.fields.flatMap((field) => problemsOfField({ fields: here.fields, field, path })),
    ]
  })
  const grown = newer.blocks.flatMap((block, index) => {
    const was = earlier.blocks.find(({ code }) => code === block.code)
    const added = block.fields.filter(
      (field) => field.required && !was?.fields.some(({ code }) => code === field.code),
    )
    const isMore = was === undefined ? block.itemsMin > 0 : added.length > 0
    return unless(!isMore, ['blocks', index], `${block.code} asks for more than was asked for`)
  })
  return [...lost, ...grown]
}

function problemsOfField({
  fields,
  field: was,
  path,
}: {
  readonly fields: readonly FormField[]
  readonly field: FormField
  readonly path: Path
}): readonly PolicyProblem[] {
  const index = fields.findIndex(({ code }) => code === was.code)
  const here = fields[index]
  if (here === undefined) return unless(false, path, `there is no field ${was.code}`)
  const options = (here.options ?? []).map(({ code }) => code)
  const isKept = (was.options ?? []).every(({ code }) => options.includes(code))
  return unless(
    here.kind === was.kind &&
      here.privacy === was.privacy &&
      here.means === was.means &&
      (!here.required || (was.required && isSame(here.shownWhen, was.shownWhen))) &&
      isKept,
    [...path, 'fields', index],
    `${was.code} was answered as something else than it asks for here`,
  )
}

/** Documents lie there, and none that was not asked for is needed now. */
function problemsOfDocuments(newer: CaseType, earlier: CaseType): readonly PolicyProblem[] {
  const path = ['checklist']
  const lost = earlier.checklist.flatMap((was) => {
    const index = newer.checklist.findIndex(({ code }) => code === was.code)
    const here = newer.checklist[index]
    if (here === undefined) return unless(false, path, `there is no document ${was.code}`)
    return unless(
      here.means === was.means && isSame(here.of, was.of) && here.filesMax >= was.filesMax,
      [...path, index],
      `${was.code} was brought as something else than is asked for here`,
    )
  })
  const grown = newer.checklist.flatMap((rule, index) => {
    const was = earlier.checklist.find(({ code }) => code === rule.code)
    const reason = `${rule.code} was not asked for as strictly`
    return unless(!isMore(rule, was), [...path, index], reason)
  })
  return [...lost, ...grown]
}

/** Whether a document is asked for where it was not. */
function isMore(rule: DocumentRule, was: DocumentRule | undefined): boolean {
  const isAsked = was?.required === true && [undefined, rule.whenAny].includes(was.whenAny)
  if (isAsked) return false
  if (rule.required) return true
  return rule.requiredWhen !== undefined && !isSame(rule.requiredWhen, was?.requiredWhen)
}
