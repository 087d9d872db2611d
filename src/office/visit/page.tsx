import type { FreeDay } from '#core/appointments/free.ts'
import { placeOf, type Place } from '#core/appointments/places.ts'
import { dayInBaku } from '#core/dated.ts'
import { wayToCase, withBack } from '#office/back.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { visitWords } from '#office/visit-words.ts'
import { bookedOf, type Expected, type VisitSeen } from '#office/visits-asked.ts'
import { officeWords } from '#office/words.ts'
import { formatDate, formatTimesInBaku } from '#telling/dates.ts'
import { Earliest, FreeTimes } from '#telling/free-times.tsx'
import { Button } from '#ui/button.tsx'
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
  const { view, seen, coming, whose, place, places, days, day, start, trouble } = props
  const words = visitWords[view.language]
  if (seen.waits) return <p class="govuk-body">{words.waits}</p>
  if (place === undefined) return <p class="govuk-body">{words.noPlace}</p>
  return (
    <>
      <h2 class="govuk-heading-m">{words.free}</h2>
      <Earliest language={view.language} from={seen.from} on={props.open.law.on} />
      <FreeTimes
        language={view.language}
        action={addressOf(props)}
        {...{ coming, whose, place, places, days, day, start }}
        error={trouble && { text: words[trouble], prefix: officeWords[view.language].error }}
        take={words.take}
        none={<p class="govuk-body">{words.noTime}</p>}
      />
    </>
  )
}
