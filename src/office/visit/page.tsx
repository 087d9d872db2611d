import type { FreeDay } from '#core/appointments/free.ts'
import { placeOf, timeInBaku, type Place } from '#core/appointments/places.ts'
import { dayInBaku } from '#core/dated.ts'
import { wayToCase, withBack } from '#office/back.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { visitWords } from '#office/visit-words.ts'
import { Earliest } from '#office/visits.tsx'
import { bookedOf, type Expected, type VisitSeen } from '#office/visits-asked.ts'
import { officeWords } from '#office/words.ts'
import { formatDate, formatTimesInBaku } from '#telling/dates.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** Why a time was not taken as it is. */
export type Trouble = 'no-time' | 'nobody-chosen' | 'not-free' | 'waits'

export type VisitProps = {
  readonly view: View
  readonly open: OpenCase
  readonly seen: VisitSeen
  /** All places that there are, and those at which people can come for this. */
  readonly all: readonly Place[]
  readonly places: readonly Place[]
  /** Those who have still to come, and those of them for whom a time is chosen. */
  readonly coming: readonly Expected[]
  readonly whose: readonly Expected[]
  readonly place?: Place | undefined
  readonly days: readonly FreeDay[]
  /** The day whose times are shown. */
  readonly day?: FreeDay | undefined
  readonly start: string
  readonly trouble?: Trouble | undefined
}

/** When those of a case come, and the times that are still free for them. */
export const VisitPage = (props: VisitProps) => {
  const { view, open, seen, coming, trouble } = props
  const { language } = view
  const words = visitWords[language]
  const { id, number } = open.found.standing
  const title = seen.visit.title[language]
  const errors = trouble === undefined ? [] : [{ text: words[trouble], href: '#choose' }]
  return (
    <Page view={view} title={title} errors={errors} back={[wayToCase(view, id)]}>
      <p class="govuk-caption-l">{number}</p>
      <h1 class="govuk-heading-l kc-value">{title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {seen.people.map((who) => (
        <Chosen {...props} who={who} />
      ))}
      <div id="choose" tabindex="-1">
        {coming.length > 0 && <Choose {...props} />}
      </div>
    </Page>
  )
}

const addressOf = ({ view, open, seen }: VisitProps): string =>
  withBack(view, paths.visit.to(view.language, { id: open.found.standing.id, step: seen.step }))

/** What one of them has, and how it is given back. */
const Chosen = (props: VisitProps & { readonly who: Expected }) => {
  const { view, seen, all, who } = props
  const { language } = view
  const words = visitWords[language]
  const booked = bookedOf(seen, who.id)
  if (!booked) return null
  const { startsAt, place } = booked
  const value = [
    formatDate(dayInBaku(startsAt), language),
    formatTimesInBaku([startsAt], language),
    placeOf(all, place)?.title[language] ?? place,
  ].join(', ')
  return (
    <form method="post" action={addressOf(props)}>
      <SummaryList rows={[{ key: who.name === '' ? words.when : who.name, value }]} />
      <Button variant="secondary" name="cancel" value={who.number} preventDoubleClick>
        {words.cancel}
        {who.name !== '' && <span class="govuk-visually-hidden">: {who.name}</span>}
      </Button>
    </form>
  )
}

const Choose = (props: VisitProps) => {
  const { view, seen, place, days, day } = props
  const words = visitWords[view.language]
  if (seen.waits) return <p class="govuk-body">{words.waits}</p>
  if (place === undefined) return <p class="govuk-body">{words.noPlace}</p>
  return (
    <>
      <h2 class="govuk-heading-m">{words.free}</h2>
      <Earliest language={view.language} seen={seen} on={props.open.law.on} />
      <Who {...props} place={place} />
      {day === undefined ? (
        <p class="govuk-body">{words.noTime}</p>
      ) : (
        <>
          <Times {...props} place={place} day={day} />
          <OtherDays {...props} place={place} days={days.filter((each) => each !== day)} />
        </>
      )}
    </>
  )
}

type There = VisitProps & { readonly place: Place }

/** For whom and where, where there is a choice: their times are shown anew. */
const Who = (props: There) => {
  const { view, coming, whose, place, places } = props
  const { language, cameFrom } = view
  const words = visitWords[language]
  if (coming.length < 2 && places.length < 2) {
    return (
      <p class="govuk-body kc-value">{`${place.title[language]}, ${place.address[language]}`}</p>
    )
  }
  return (
    <form method="get" action={addressOf(props).replace(/\?.*$/, '')}>
      {cameFrom !== undefined && <input type="hidden" name="back" value={cameFrom} />}
      {coming.length > 1 && (
        <Checkboxes
          name="who"
          legend={words.whose}
          legendSize="s"
          hint={words.together}
          values={whose.map(({ number }) => number)}
          options={coming.map(({ number, name }) => ({
            value: number,
            label: <span class="kc-value">{name}</span>,
          }))}
        />
      )}
      <Radios
        name="place"
        legend={words.where}
        legendSize="s"
        value={place.code}
        options={places.map(({ code, title, address }) => ({
          value: code,
          label: title[language],
          hint: <span class="kc-value">{address[language]}</span>,
        }))}
      />
      <Button variant="secondary">{words.show}</Button>
    </form>
  )
}

/** The times of one day to choose from. */
const Times = (props: There & { readonly day: FreeDay }) => {
  const { view, whose, place, day, start, trouble } = props
  const { language } = view
  const words = visitWords[language]
  const error = trouble && { text: words[trouble], prefix: officeWords[language].error }
  return (
    <form class="kc-form kc-times" method="post" action={addressOf(props)} novalidate>
      {whose.map(({ number }) => (
        <input type="hidden" name="who" value={number} />
      ))}
      <input type="hidden" name="place" value={place.code} />
      <input type="hidden" name="day" value={day.day} />
      <Radios
        name="start"
        legend={formatDate(day.day, language)}
        legendSize="s"
        hint={words.bakuTime}
        value={start}
        inline
        small
        error={error}
        options={day.times.map((time) => ({ value: time, label: timeInBaku(time) }))}
      />
      <Button name="press" value="choose" preventDoubleClick>
        {words.take}
      </Button>
    </form>
  )
}

const OtherDays = (props: There) => {
  const { view, whose, place, days } = props
  const { language, cameFrom } = view
  const words = visitWords[language]
  const [address] = addressOf(props).split('?')
  if (days.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">{words.otherDays}</h3>
      <ul class="govuk-list">
        {days.map(({ day, times }) => {
          const query = new URLSearchParams({ place: place.code, day })
          for (const { number } of whose) query.append('who', number)
          if (cameFrom !== undefined) query.set('back', cameFrom)
          return (
            <li>
              <a class="govuk-link" href={`${address}?${query.toString()}#choose`}>
                {formatDate(day, language)}
              </a>{' '}
              ({words.times.replace('{times}', () => String(times.length))})
            </li>
          )
        })}
      </ul>
    </>
  )
}
