import {
  askOf,
  asksIn,
  leadsOn,
  outcomeOf,
  stepOf,
  type AskRule,
  type Life,
  type StepOf,
  type StepRule,
} from '#core/cases/life.ts'
import type { Visit } from '#core/cases/asked-kinds.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { isOfficeRole, OFFICE_ROLES, SYSTEM } from '#core/cases/roles.ts'
import { noTerm, type Around } from '#core/policy/around.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { OF_PARTY, problemsOfTests } from '#core/policy/check-holds.ts'
import { repeatedCodes, unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

type Asker = StepOf<'ask' | 'propose' | 'decide'>
type Asking = { readonly rule: Asker; readonly path: Path }

/** Whatever is asked can be asked of somebody, and answered where the case waits for it. */
export function problemsOfAsking(
  life: CaseType,
  around: Around,
  { rule, path }: Asking,
): readonly PolicyProblem[] {
  const on = new Set(leadsOn(life, rule))
  return [
    ...asksIn(rule).flatMap((ask, index) =>
      problemsOfAsk(life, around, { ask, rule, path: [...path, 'asks', index] }),
    ),
    ...unless(
      on.size <= 1,
      [...path, 'asks'],
      `where ${rule.code} finds nobody to ask, it would lead on to ${[...on].join(' and ')}`,
    ),
  ]
}

const everyAsk = ({ steps }: CaseType): readonly AskRule[] =>
  steps.flatMap((step) => ('asks' in step ? (step.asks ?? []) : []))

type Placed = { readonly ask: AskRule; readonly rule: Asker; readonly path: Path }

function problemsOfAsk(life: CaseType, around: Around, placed: Placed): readonly PolicyProblem[] {
  const { ask, rule, path } = placed
  const answers = stepOf(life, ask.step)
  const { blocks = [], documents = [] } = ask.shows ?? {}
  const missing = [
    ...blocks.filter((code) => !life.blocks.some((block) => block.code === code)),
    ...documents.filter((code) => !life.checklist.some((each) => each.code === code)),
  ]
  return [
    ...noTerm(around.procedure, ask.clock, [...path, 'clock']),
    ...unless(
      ask.after === undefined || life.clock !== undefined,
      [...path, 'after'],
      'there is no time for an answer after which it could begin',
    ),
    ...unless(
      everyAsk(life).every((other) => other.clock !== ask.clock || other.after === ask.after),
      [...path, 'after'],
      `what is asked for ${ask.clock} begins at one moment`,
    ),
    ...unless(
      answers?.kind === 'answer' && answers.from.includes(rule.to),
      path,
      `nobody can answer by ${ask.step} in ${rule.to}`,
    ),
    ...missing.map((code) => ({
      path: [...path, 'shows'],
      reason: `${code} is neither a block nor a document of this type`,
    })),
    ...problemsOfTests(ask.unless ? [ask.unless] : [], {
      path: [...path, 'unless'],
      life,
      statuses: around.statuses,
      unknown: OF_PARTY,
    }),
    ...problemsOfTests(
      (ask.options ?? []).flatMap(({ needs = [] }) => needs),
      { path: [...path, 'options'], life, statuses: around.statuses, unknown: OF_PARTY },
    ),
    ...problemsOfKindAsked(life, around, placed),
  ]
}

function problemsOfKindAsked(
  life: CaseType,
  around: Around,
  placed: Placed,
): readonly PolicyProblem[] {
  const { ask, path } = placed
  const isForSystem = stepOf(life, ask.step)?.by.includes(SYSTEM) === true
  if (isForSystem && ask.kind !== 'opinion' && ask.kind !== 'payment') {
    const reason = `only opinions and payments come from systems, and ${ask.step} is for the system`
    return [{ path, reason }]
  }
  switch (ask.kind) {
    case 'points':
    case 'opinion':
      return problemsOfBodies(life, around, placed)
    case 'reply':
      return problemsOfReply(life, placed)
    case 'record':
      return problemsOfRecord(life, placed)
    case 'payment':
      return [...problemsOfRecord(life, placed), ...problemsOfPayment(life, placed)]
    case 'appearance':
      return [...problemsOfRecord(life, placed), ...problemsOfVisit(life, placed)]
    case 'vote':
      return problemsOfVote(life, around, placed)
  }
}

/** The bodies that answer there and not in the office. */
const answeringBySystem = ({ bodies, objectionBodies = [] }: Around['procedure']) =>
  bodies
    .filter(({ code, answersBy }) => answersBy !== undefined && objectionBodies.includes(code))
    .map(({ code }) => code)

function problemsOfBodies(
  life: CaseType,
  { procedure, scoring }: Around,
  { ask: { kind, step }, rule, path }: Placed,
): readonly PolicyProblem[] {
  const isPoints = kind === 'points'
  const asked = isPoints ? scoring?.criteria : procedure.objectionBodies
  const by = stepOf(life, step)?.by ?? []
  const byExchange = isPoints ? [] : answeringBySystem(procedure)
  return [
    ...unless(rule.kind === 'ask', path, `${rule.code} does not ask for ${kind} by the way`),
    ...unless(
      by.includes(SYSTEM) === byExchange.length > 0,
      path,
      byExchange.length > 0
        ? `${byExchange[0]} answers by its own system, and ${step} is not for the system`
        : `nobody answers ${step} by a system of their own, and it is for the system`,
    ),
    ...unless(
      byExchange.length === 0 || life.steps.some(({ kind: each }) => each === 'confirm'),
      path,
      `${byExchange[0]} answers by its own system, and no step takes what that says`,
    ),
    ...unless(
      byExchange.length === 0 || life.subjects === undefined,
      path,
      `${byExchange[0]} answers by its own system about one person, and cases can be about several`,
    ),
    ...unless(
      by.every((role) => role === SYSTEM || (isOfficeRole(role) && OFFICE_ROLES[role] === 'body')),
      path,
      `${kind} are asked of bodies, and ${step} is not for theirs alone`,
    ),
    ...unless(
      asked !== undefined && asked.length > 0,
      path,
      isPoints && !scoring
        ? `${life.code} asks for points, and names no scoring`
        : `${(isPoints ? scoring : procedure)?.id} names nobody to be asked for ${kind}`,
    ),
  ]
}

/** A party answers, or whoever acts for it; the Service enters what came on paper. */
function problemsOfReply(life: CaseType, { ask, rule, path }: Placed): readonly PolicyProblem[] {
  const { of, step } = ask
  const by = stepOf(life, step)?.by ?? []
  const acting = life.roles.slice(1).filter(({ subject }) => subject !== true)
  const others = by.filter((role) => role !== of && !acting.some(({ code }) => code === role))
  return [
    ...unless(
      life.roles.some(({ code }) => code === of) && of !== undefined && by.includes(of),
      [...path, 'of'],
      `a reply is asked of a role of the case that may take ${step}`,
    ),
    ...unless(
      others.every((role) => isOfficeRole(role) && OFFICE_ROLES[role] === 'service'),
      path,
      `${step} is for whoever is asked, and for the Service that enters what came on paper`,
    ),
    // What one says, all who have the case would read.
    ...unless(
      (life.subjects?.max ?? 1) === 1,
      path,
      `${step} is asked of a party, in cases that can be about several`,
    ),
    ...unless(
      audienceOf(rule, rule.kind) === 'person',
      path,
      `${rule.code} asks a party, who does not read that it was taken`,
    ),
  ]
}

function problemsOfRecord(life: CaseType, { ask, path }: Placed): readonly PolicyProblem[] {
  const { of, step, options = [] } = ask
  return [
    ...unless(
      of !== undefined && isOfficeRole(of) && stepOf(life, step)?.by.includes(of) === true,
      [...path, 'of'],
      `a record is asked of a role of the office that may take ${step}`,
    ),
    ...unless(
      ask.paid === undefined || ask.kind === 'payment',
      [...path, 'paid'],
      `${step} is recorded by officials alone`,
    ),
    ...unless(
      ask.visit === undefined || ask.kind === 'appearance',
      [...path, 'visit'],
      `nobody is asked to come by ${step}`,
    ),
    ...unless(options.length > 0, [...path, 'options'], `${step} has nothing that it could record`),
    ...repeatedCodes(
      options.map(({ code }) => code),
      [...path, 'options'],
    ),
  ]
}

/** What is paid has a price, and can come from the portal of payments or on paper. */
function problemsOfPayment(
  { tariff, clock, steps }: CaseType,
  { ask: { step, options = [], paid }, rule, path }: Placed,
): readonly PolicyProblem[] {
  return [
    ...unless(
      rule.kind === 'decide' && tariff !== undefined && clock?.tiered === true,
      path,
      `${step} asks for a payment, and nothing says how much is paid for what is decided`,
    ),
    ...unless(
      options.some(({ code }) => code === paid),
      [...path, 'paid'],
      `${step} does not say which of its options is recorded once it was paid`,
    ),
    ...unless(
      stepOf({ steps }, step)?.by.includes(SYSTEM) === true,
      path,
      `${step} is not for the system, which records what was paid`,
    ),
  ]
}

/** What people come for is recorded once they came, and what it waits for is asked as well. */
function problemsOfVisit(
  life: CaseType,
  { ask: { step, options = [], visit }, rule, path }: Placed,
): readonly PolicyProblem[] {
  if (visit === undefined) {
    return [{ path: [...path, 'visit'], reason: `${step} does not say what people come for` }]
  }
  const { came, once, ageFrom, outcomes = [], when } = visit
  const beside = asksIn(rule).map((each) => each.step)
  return [
    ...unless(
      options.some(({ code }) => code === came),
      [...path, 'visit', 'came'],
      `${step} does not say which of its options is recorded once everybody came`,
    ),
    ...unless(
      once === undefined || (once !== step && beside.includes(once)),
      [...path, 'visit', 'once'],
      `${rule.code} asks nothing by ${once} that ${step} could wait for`,
    ),
    ...unless(
      ageFrom === undefined || asksBirth(life),
      [...path, 'visit', 'ageFrom'],
      `${life.code} asks nobody when they were born`,
    ),
    ...outcomes.flatMap((code) =>
      unless(
        outcomeOf(life, code)?.favourable === true,
        [...path, 'visit', 'outcomes'],
        `${code} is no outcome of this type that gives something`,
      ),
    ),
    ...unless(
      when === undefined || isAnswered(life, when),
      [...path, 'visit', 'when'],
      `${when?.block}.${when?.field} is not asked once, or has no such answers`,
    ),
  ]
}

const YES_NO: readonly string[] = ['yes', 'no']

const codesOf = (options: readonly { readonly code: string }[]): readonly string[] =>
  options.map(({ code }) => code)

const isAnswered = ({ blocks }: CaseType, { block, field, is }: NonNullable<Visit['when']>) =>
  blocks.some(
    ({ code, repeats, fields }) =>
      code === block &&
      !repeats &&
      fields.some(
        ({ code: each, kind, options = [] }) =>
          each === field &&
          is.every((value) => (kind === 'yes-no' ? YES_NO : codesOf(options)).includes(value)),
      ),
  )

const asksBirth = ({ blocks }: CaseType): boolean =>
  blocks.some(({ fields }) => fields.some(({ means }) => means === 'birth-date'))

function problemsOfVote(
  life: CaseType,
  { procedure }: Around,
  { ask, rule, path }: Placed,
): readonly PolicyProblem[] {
  const { of, step, outcomes = [] } = ask
  const by = stepOf(life, step)?.by ?? []
  return [
    ...unless(
      rule.kind === 'ask' && of !== undefined && isOfficeRole(of) && by.join() === of,
      [...path, 'of'],
      `${step} is for the role of the office whose people vote, and nobody else`,
    ),
    ...unless(outcomes.length > 1, [...path, 'outcomes'], `${step} leaves nothing to vote on`),
    ...outcomes.flatMap((code) =>
      unless(
        outcomeOf(life, code) !== undefined,
        [...path, 'outcomes'],
        `${code} is no outcome of this type`,
      ),
    ),
    ...unless(
      procedure.quorum !== undefined,
      path,
      `${life.code} asks for votes, and ${procedure.id} does not say how many are needed`,
    ),
  ]
}

/** Steps that change what is asked and answered. */
const OF_TASKS: readonly StepRule['kind'][] = ['ask', 'answer', 'extend', 'lapse', 'reopen']

/** What is answered is asked for, and corrected by none but those who may answer. */
export function problemsOfAnswer(
  life: Life,
  { rule, path }: { readonly rule: StepOf<'answer'>; readonly path: Path },
): readonly PolicyProblem[] {
  const isReply = askOf(life, rule.code)?.kind === 'reply'
  const hidden = life.steps
    .filter(
      ({ kind, from }) => OF_TASKS.includes(kind) && from.some((each) => rule.from.includes(each)),
    )
    .filter((each) => audienceOf(each, each.kind) === 'office')
  return [
    ...unless(askOf(life, rule.code) !== undefined, path, `nothing asks for ${rule.code}`),
    ...unless(
      (rule.corrects ?? []).every((role) => rule.by.includes(role)),
      [...path, 'corrects'],
      'only whoever may answer may correct an answer',
    ),
    // Of a case a party sees what it may read, and what it leads to is made of that.
    ...(isReply ? hidden : []).map(({ code }) => ({
      path,
      reason: `a party answers by ${rule.code}, and does not read that ${code} was taken beside it`,
    })),
  ]
}
