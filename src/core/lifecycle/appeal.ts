import { assert } from '#core/assert.ts'
import type { IsoDate } from '#core/dated.ts'
import { dueOn, dueOnWorkingDay } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { termOf, type RuleSet, type TermCode } from '#core/policy/rule-set.ts'

/** Until when somebody may still do something about an unfavourable decision. */
export type AppealDays = {
  readonly deliveredOn: IsoDate
  readonly councilUntil: IsoDate
  readonly courtUntil: IsoDate
}

type Law = { readonly rules: RuleSet; readonly calendars: Calendars }

/** Delivered when it is first opened, and after the term of delivery even if it never is. */
export function deliveredOn(
  law: Law,
  { told, opened }: { readonly told: IsoDate; readonly opened: IsoDate | undefined },
): IsoDate {
  const latest = dueOn(term(law, 'delivery'), told, law.calendars)
  return opened !== undefined && opened < latest ? opened : latest
}

/** Each way of appeal has its own term from the delivery; a last day that is off moves on. */
export function appealDays(law: Law, delivered: IsoDate): AppealDays {
  const until = (code: TermCode) => dueOnWorkingDay(term(law, code), delivered, law.calendars)
  return { deliveredOn: delivered, councilUntil: until('appeal'), courtUntil: until('court') }
}

function term({ rules }: Law, code: TermCode) {
  const found = termOf(rules, code)
  assert(found !== undefined, 'a rule set names all terms')
  return found
}
