import { assert } from '#core/assert.ts'
import { isAwaited } from '#core/cases/asked.ts'
import type { Law } from '#core/cases/context.ts'
import { tariffOf } from '#core/cases/duty.ts'
import { askOf, stateOf, stepOf, type Life } from '#core/cases/life.ts'
import { isOfficeRole } from '#core/cases/roles.ts'
import type { AskedTask, Standing } from '#core/cases/standing.ts'
import { countedOf, plainTerm, type ClockFacts } from '#core/deadlines/clock.ts'
import type { Counted } from '#core/deadlines/counted.ts'
import { termOf, type Procedure, type Term, type TermCode } from '#core/policy/procedure.ts'

/** What the days of a case are counted from: without a calendar, which may change under them. */
type Terms = Omit<Law, 'calendars'>

/** How the statutory clock of a case runs; none before it is filed, or where its type has none. */
export function clockFacts(
  standing: Standing,
  law: Terms,
): Omit<ClockFacts, 'on' | 'calendars'> | undefined {
  const { type, procedure } = law
  const { filedOn, enteredOn, pauses, extended, decided } = standing
  if (filedOn === undefined || type.clock === undefined) return undefined
  const extension = extensionOf(type, procedure)
  return {
    startedOn: enteredOn ?? filedOn,
    pauses,
    extensions: extended.length,
    ...(decided ? { endedOn: decided.on } : {}),
    rules: {
      term: termIn(answerTerm(standing, law) ?? type.clock.term, procedure),
      stopsWhileReturned: procedure.clockStopsWhileReturned,
      ...(extension ? { extension: { term: extension, times: procedure.extensionTimes } } : {}),
      warnAt: procedure.warnAtPercent.map((percent) => percent / 100),
    },
  }
}

/** The term in which this case is to be answered: where it is tiered, of what was asked for. */
export function answerTerm({ tier }: Pick<Standing, 'tier'>, law: Terms): TermCode | undefined {
  const { type, procedure } = law
  const asked = tariffOf(procedure, type)?.tiers.find(({ code }) => code === tier)
  return type.clock?.tiered && asked ? asked.term : type.clock?.term
}

/** By how much the term may be extended in which a case is answered, where it ever is. */
export const extensionOf = (
  { clock }: Pick<Life, 'clock'>,
  procedure: Pick<Procedure, 'terms'>,
): Term | undefined =>
  clock?.extension === undefined ? undefined : termOf(procedure, clock.extension)

/** What the statutory day is counted from. */
export function clockCounted(standing: Standing, terms: Terms): Counted | undefined {
  const facts = clockFacts(standing, terms)
  if (facts === undefined) return undefined
  const counted = countedOf(facts)
  const [first, ...more] = counted.terms
  const given = more.map((term, index) => ({ ...term, given: standing.extended[index] }))
  return { ...counted, terms: first ? [first, ...given] : [] }
}

/**
 * What a term is counted from that runs in the present state: the statutory one from the filing,
 * others from the day of the state. What others still owe has the time that was given meanwhile,
 * from the day it was given at the earliest: so nobody is late by an extension.
 */
export function termCounted(code: TermCode, standing: Standing, terms: Terms): Counted {
  const { type, procedure } = terms
  const statutory = code === type.clock?.term ? clockCounted(standing, terms) : undefined
  const more = extensionOf(type, procedure)
  const given = awaitedHere(standing, type).find(({ step }) => askOf(type, step)?.clock === code)
  const asked = given && askOf(type, given.step)
  const before = asked?.after === 'answer' ? clockCounted(standing, terms) : undefined
  const counted = statutory ?? {
    from: before?.from ?? standing.stateSince,
    terms: [
      ...(before?.terms ?? []),
      { ...plainTerm(termIn(code, procedure)), ...(before ? { from: standing.stateSince } : {}) },
      ...(given?.extended ?? []).flatMap((from) => (more ? [{ ...plainTerm(more), from }] : [])),
    ],
    pauses: before?.pauses ?? [],
  }
  const { told } = standing
  return told !== undefined && bindsPerson(code, standing, terms) ? { ...counted, told } : counted
}

/** A person has the case, and this is their time in it. */
function bindsPerson(code: TermCode, { state }: Standing, { type }: Terms): boolean {
  const rule = stateOf(type, state)
  return rule?.owner !== undefined && !isOfficeRole(rule.owner) && rule.clock === code
}

/** What others were asked, have not answered, and still can from where the case stands. */
export const awaitedHere = (
  { state, tasks }: Standing,
  type: Pick<Law['type'], 'steps'>,
): readonly AskedTask[] =>
  tasks.filter((task) => isAwaited(task) && stepOf(type, task.step)?.from.includes(state) === true)

function termIn(code: TermCode, procedure: Procedure): Term {
  const term = termOf(procedure, code)
  assert(term !== undefined, `the loader saw to it that there is a term ${code}`)
  return term
}
