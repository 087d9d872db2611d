import { openFor, type Appointment } from '#core/appointments/choosing.ts'
import type { Appearance } from '#core/appointments/visits.ts'
import { awaitedHere } from '#core/cases/counting.ts'
import { stepOf } from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'
import { filedIn, nameInPart, partsOf, type OpenCase } from '#office/open-case.ts'
import { isOneOf } from '#office/own-page.ts'
import { appearancesOf, appointmentsOf } from '#records/appointments.ts'
import { nameIn } from '#telling/person.ts'

/** Somebody who has to come, by their place in the case and by name. */
export type Expected = { readonly id: string; readonly number: string; readonly name: string }

/** What a case asks people to come for, who of it has to, and what was chosen. */
export type VisitSeen = Appearance & {
  readonly people: readonly Expected[]
  readonly before: readonly Appointment[]
}

/** Nothing is read where nobody is asked to come, or whoever looks was only asked for something. */
export async function visitsSeen(
  tx: Tx,
  open: OpenCase,
  language: OfficeLanguage,
): Promise<readonly VisitSeen[]> {
  const { found, sight, law, taking } = open
  const { standing } = found
  const isAsked = awaitedHere(standing, law.type).some(({ kind }) => kind === 'appearance')
  if (!sight.whole || !isAsked) return []
  const visits = await appointmentsOf(tx, standing.id)
  return appearancesOf(found, taking).map((each) => ({
    ...each,
    before: visits.filter(({ step }) => step === each.step),
    people: peopleIn(open, language).filter(({ id }) => each.whose.includes(id)),
  }))
}

/** Of whom nothing is kept there is nobody to come. */
const peopleIn = (open: OpenCase, language: OfficeLanguage): readonly Expected[] =>
  partsOf(open).map((part, index) => ({
    id: part.found.partyId,
    number: String(index + 1),
    name: calledIn(part, language),
  }))

/** As the case names them, with what they are in it where it can be about several. */
export function calledIn(part: OpenCase, language: OfficeLanguage): string {
  if (part.found.several) return nameInPart(part, language)
  return nameIn(part.description.type, filedIn(part.found.standing).answers)
}

/** Whether an official is of the Service, and may record by that step that somebody came. */
export const recordsVisits = (
  { roles }: { readonly roles: readonly Role[] },
  { steps }: Pick<CaseType, 'steps'>,
  step: string,
): boolean =>
  isOneOf(roles, 'service') &&
  stepOf({ steps }, step)?.by.some((each) => roles.includes(each)) === true

/** Those of them who have still to come. */
export const stillExpected = ({ people, whose, before }: VisitSeen): readonly Expected[] => {
  const open = openFor({ whose }, before)
  return people.filter(({ id }) => open.includes(id))
}

/** What somebody has chosen, and nobody has taken back. */
export const bookedOf = ({ before }: Pick<VisitSeen, 'before'>, id: string) =>
  before.find(({ party, state }) => party === id && state === 'booked')
