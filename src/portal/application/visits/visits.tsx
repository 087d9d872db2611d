import { placeOf, type Place } from '#core/appointments/places.ts'
import { dayInBaku, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import { Contact } from '#portal/contact.tsx'
import type { PortalContext, View } from '#portal/env.ts'
import { ownParts, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import {
  bookedOf,
  choiceOf,
  leftToAsk,
  stillComing,
  visitsAsked,
  type VisitAsked,
} from '#portal/visits-asked.ts'
import { visitWords } from '#portal/visit-words.ts'
import { awaitedHere } from '#core/cases/counting.ts'
import { appointmentsOf } from '#records/appointments.ts'
import { formatDate, formatTimesInBaku } from '#telling/dates.ts'
import { Earliest } from '#telling/free-times.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** What whoever reads this, and those for whom they act, have to come for. */
export type VisitsToCome = {
  readonly id: string
  readonly on: IsoDate
  readonly asked: readonly VisitAsked[]
  readonly places: readonly Place[]
}

/** Nothing is read where nobody is asked to come. */
export async function visitsOf(
  c: PortalContext,
  tx: Tx,
  { found: { standing }, context: { type, on } }: OwnCase,
): Promise<VisitsToCome> {
  const { id } = standing
  const { places } = c.var.house.policy
  const isAsked = awaitedHere(standing, type).some(({ kind }) => kind === 'appearance')
  if (!isAsked) return { id, on, asked: [], places }
  const [parts, visits] = [await ownParts(c, tx), await appointmentsOf(tx, id)]
  return { id, on, asked: visitsAsked(parts, visits, c.var.language), places }
}

/** A task for each: a time is to be chosen, or is. */
export const VisitsToCome = ({
  id,
  on,
  asked,
  places,
  view,
}: VisitsToCome & { readonly view: View }) => {
  const { language } = view
  const words = visitWords[language]
  return asked
    .filter((each) => stillComing(each).length > 0)
    .map((each) => {
      const { step, visit, people } = each
      const choice = choiceOf(each, places)
      const isOpen = choice === 'choose' || choice === 'move'
      const isLeft = choice === 'noPlace' || leftToAsk(each).length > 0
      const booked = people.flatMap(({ id: party, name }) => {
        const chosen = bookedOf(each, party)
        return chosen ? [{ name, chosen }] : []
      })
      const href = paths.visit.to(language, { id, step })
      return (
        <section>
          <h2 class="govuk-heading-m kc-value">{visit.title[language]}</h2>
          {booked.length > 0 && (
            <SummaryList
              rows={booked.map(({ name, chosen: { startsAt, place } }) => ({
                key: name === '' ? words.time : name,
                value: [
                  formatDate(dayInBaku(startsAt), language),
                  formatTimesInBaku([startsAt], language),
                  placeOf(places, place)?.title[language],
                ]
                  .filter(Boolean)
                  .join(', '),
              }))}
            />
          )}
          <p class="govuk-body">{choice === 'waits' ? words.waits : visit.bring[language]}</p>
          {choice === 'choose' && <Earliest language={language} from={each.from} on={on} />}
          {choice !== 'waits' && isLeft && (
            <p class="govuk-body">
              {words[choice === 'noPlace' ? choice : 'moved-too-often']} <Contact view={view} />.
            </p>
          )}
          {(isOpen || booked.length > 0) && (
            <ButtonLink href={href} {...(choice === 'choose' ? {} : { variant: 'secondary' })}>
              {isOpen ? words[choice] : words.chosen}
            </ButtonLink>
          )}
        </section>
      )
    })
}
