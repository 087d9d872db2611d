import { assert } from '#core/assert.ts'
import { outcomeOf, type Keep, type Life, type OutcomeCode } from '#core/cases/life.ts'
import { addDays, type IsoDate } from '#core/dated.ts'
import { dueOn, laterOf, type Term } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { termOf, type Procedure } from '#core/policy/procedure.ts'

/** What became of one subject of an ended case, as far as how long it is kept hangs on it. */
export type Ending = {
  /** When the case ended; a case that was entered again has not. */
  readonly endedOn: IsoDate
  /** The last that was decided of them. */
  readonly decided?:
    | {
        readonly outcome: OutcomeCode
        readonly on: IsoDate
        readonly isSetAside: boolean
        /** When the last of those was told who had to be. */
        readonly toldOn?: IsoDate | undefined
      }
    | undefined
  /** When each thing ended that they were given in it; what is held has not. */
  readonly gave: readonly (IsoDate | undefined)[]
}

type Rules = Pick<Life, 'outcomes' | 'keep'>
type Law = { readonly procedure: Procedure; readonly calendars: Calendars }

/**
 * The last day on which what was told of somebody in an ended case is kept, as is known by now.
 * Undefined where the day that it is counted from has not come, and where policy gives none: then
 * it is kept.
 */
export function keptUntil(
  rules: Rules,
  ending: Ending,
  { procedure, calendars }: Law,
): IsoDate | undefined {
  if (rules.keep === undefined || ending.decided?.isSetAside === true) return undefined
  const keep = keepOf(rules, ending)
  if (keep === undefined) return undefined
  const from = dayOf(keep.from, ending)
  if (from === undefined) return undefined
  const term = termOf(procedure, keep.term)
  assert(term !== undefined, `the loader saw to it that there is a term ${keep.term}`)
  return dueOn(term, laterOf(from, ending.endedOn), calendars)
}

/** Each ended case has one answer: that of what was decided last, else that of its type. */
const keepOf = (rules: Rules, { decided }: Ending): AnyKeep | undefined =>
  decided === undefined ? rules.keep : outcomeOf(rules, decided.outcome)?.keep

type AnyKeep = Keep<'ended' | 'told' | 'decided' | 'status-end'>

function dayOf(from: AnyKeep['from'], { endedOn, decided, gave }: Ending): IsoDate | undefined {
  switch (from) {
    case 'ended':
      return endedOn
    case 'decided':
      return decided?.on
    case 'told':
      return decided?.toldOn
    // Of several, the last; none, while one is held.
    case 'status-end': {
      const [first, ...others] = gave
      return others.reduce((last, day) => last && day && laterOf(last, day), first)
    }
  }
}

/** What is to be done about what is kept of somebody, on the day on which it is looked at. */
export type Dealing =
  /** Nothing before that day; before something else happens, where there is none. */
  | { readonly does: 'wait'; readonly lookOn?: IsoDate }
  /** They are told that it goes after that day. */
  | { readonly does: 'announce'; readonly after: IsoDate }
  | { readonly does: 'erase' }

/**
 * It is announced so early that the whole notice is over when it may go. Whoever is told late has
 * the whole notice all the same, and what was announced before it was to be kept longer does not
 * count.
 */
export function dealWith({
  until,
  announced,
  on,
  ...told
}: {
  readonly until: IsoDate | undefined
  /** After which day they were told that it goes. */
  readonly announced?: IsoDate
  readonly on: IsoDate
  readonly notice: Term
  readonly calendars: Calendars
}): Dealing {
  if (until === undefined) return { does: 'wait' }
  if (announced !== undefined && announced >= until) {
    return on > announced ? { does: 'erase' } : { does: 'wait', lookOn: addDays(announced, 1) }
  }
  const { notice, calendars } = told
  const first = announceOn(until, told)
  return on < first
    ? { does: 'wait', lookOn: first }
    : { does: 'announce', after: laterOf(until, dueOn(notice, on, calendars)) }
}

/** The first day from which the notice is not over before `until`. */
function announceOn(
  until: IsoDate,
  { notice, calendars }: { readonly notice: Term; readonly calendars: Calendars },
): IsoDate {
  let day = until
  for (let before = addDays(day, -1); dueOn(notice, before, calendars) >= until;) {
    day = before
    before = addDays(day, -1)
  }
  return day
}
