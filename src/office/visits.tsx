import type { Appointment } from '#core/appointments/choosing.ts'
import { placeOf, type Place } from '#core/appointments/places.ts'
import { dayInBaku, type IsoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { withBack } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { visitWords, type VisitWords } from '#office/visit-words.ts'
import { bookedOf, recordsVisits, type VisitSeen } from '#office/visits-asked.ts'
import { formatDate, formatTimesInBaku } from '#telling/dates.ts'
import { Earliest } from '#telling/free-times.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

type Props = {
  readonly view: View
  /** The case and its type. */
  readonly id: string
  readonly type: CaseType
  readonly on: IsoDate
  readonly places: readonly Place[]
  readonly visits: readonly VisitSeen[]
}

/** When each of those who have to come in person does, or that they have not chosen. */
export const Visits = ({ view, id, type, on, places, visits }: Props) =>
  visits.map((seen) => (
    <section>
      <h2 class="govuk-heading-m kc-value">{seen.visit.title[view.language]}</h2>
      <SummaryList rows={seen.people.map((who) => rowOf({ view, places, seen }, who))} />
      <Earliest language={view.language} from={seen.from} on={on} />
      {!seen.waits && recordsVisits({ roles: view.who?.roles ?? [] }, type, seen.step) && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={withBack(view, paths.visit.to(view.language, { id, step: seen.step }))}
          >
            {visitWords[view.language].choose}
          </a>
        </p>
      )}
    </section>
  ))

type Seen = Pick<Props, 'view' | 'places'> & { readonly seen: VisitSeen }

function rowOf({ view, places, seen }: Seen, { id, name }: VisitSeen['people'][number]) {
  const { language } = view
  const words = visitWords[language]
  const key = name === '' ? words.when : name
  const booked = bookedOf(seen, id)
  if (booked === undefined) return { key, value: unbooked({ view, seen }, id) }
  const { startsAt, place } = booked
  const [day, found] = [dayInBaku(startsAt), placeOf(places, place)]
  const value = [
    formatDate(day, language),
    formatTimesInBaku([startsAt], language),
    found?.title[language] ?? place,
  ].join(', ')
  // The list is of the Service alone, and of places that there still are.
  const isListed = found !== undefined && isOneOf(view.who?.roles ?? [], 'service')
  return { key, value, ...(isListed ? { actions: [toList(view, booked, name)] } : {}) }
}

const toList = ({ language }: View, { place, startsAt }: Appointment, name: string) => ({
  href: `${paths.coming.to(language)}?${new URLSearchParams({ place, day: dayInBaku(startsAt) }).toString()}`,
  text: visitWords[language].list,
  ...(name === '' ? {} : { hidden: name }),
})

/** What became of the last time that they had, where they came or did not. */
function unbooked({ view: { language }, seen }: Pick<Seen, 'view' | 'seen'>, id: string): string {
  const words = visitWords[language]
  const own = seen.before.filter(({ party }) => party === id)
  const came = own.find(({ state }) => state === 'came')
  const last = came ?? own.findLast(({ state }) => state === 'missed')
  if (last === undefined) return words.unchosen
  const day = formatDate(dayInBaku(last.startsAt), language, 'plain')
  return words[toldOf(last)].replace('{day}', () => day)
}

const toldOf = ({ state }: Appointment): keyof VisitWords => (state === 'came' ? 'came' : 'missed')
