import { dayInBaku as dayOf } from '#core/dated.ts'
import { movesLeft } from '#core/appointments/choosing.ts'
import type { FreeDay } from '#core/appointments/free.ts'
import { placeOf, type Place } from '#core/appointments/places.ts'
import { Contact } from '#portal/contact.tsx'
import type { View } from '#portal/env.ts'
import type { OwnAnswers } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import {
  bookedOf,
  choiceOf,
  isLastTime,
  leftToAsk,
  others,
  stillChoosing,
  stillComing,
  type Coming,
  type VisitAsked,
} from '#portal/visits-asked.ts'
import { visitWords } from '#portal/visit-words.ts'
import { portalWords } from '#portal/words.ts'
import { formatDate, formatTimesInBaku } from '#telling/dates.ts'
import { Earliest, FreeTimes } from '#telling/free-times.tsx'
import { Button } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** Why a time was not taken as it is. */
export type Trouble = 'no-time' | 'nobody-chosen' | 'not-free' | 'moved-too-often' | 'waits'

export type VisitProps = {
  readonly view: View
  readonly own: OwnAnswers
  readonly asked: VisitAsked
  /** All places that there are, and those at which people can come for this. */
  readonly places: readonly Place[]
  readonly open: readonly Place[]
  /** Those of whoever has still to come for whom a time is chosen. */
  readonly whose: readonly Coming[]
  /** How many seats that takes. */
  readonly people: number
  readonly place?: Place | undefined
  readonly days: readonly FreeDay[]
  /** The day whose times are shown. */
  readonly day?: FreeDay | undefined
  readonly start: string
  readonly trouble?: Trouble | undefined
  /** The number of whoever is asked whether to give back what cannot be chosen again. */
  readonly asks?: string | undefined
}

/** When somebody comes and what they bring; and the times that are still free. */
export const VisitPage = (props: VisitProps) => {
  const { view, own, asked, trouble } = props
  const { language } = view
  const words = visitWords[language]
  const { standing } = own.found
  const title = asked.visit.title[language]
  const errors = trouble === undefined ? [] : [{ text: words[trouble], href: '#choose' }]
  return (
    <Page
      view={view}
      title={title}
      errors={errors}
      back={paths.application.to(language, { id: standing.id })}
      keeps="times"
    >
      <p class="govuk-caption-l">{standing.number}</p>
      <h1 class="govuk-heading-l kc-value">{title}</h1>
      <Chosen {...props} />
      <InsetText>{asked.visit.bring[language]}</InsetText>
      <div id="choose" tabindex="-1">
        {stillComing(asked).length > 0 && <Choose {...props} />}
      </div>
    </Page>
  )
}

/** What was chosen, where that is, and how it is given back. */
const Chosen = ({ view: { language }, own, asked, places, asks }: VisitProps) => {
  const words = visitWords[language]
  const address = { id: own.found.standing.id, step: asked.step }
  const chosen = asked.people.flatMap((who) => {
    const visit = bookedOf(asked, who.id)
    return visit ? [{ who, visit }] : []
  })
  if (chosen.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.chosen}</h2>
      {chosen.map(({ who, visit }) => {
        const { startsAt, place: code } = visit
        const place = placeOf(places, code)
        return (
          <form method="post" action={paths.visit.to(language, address)}>
            <SummaryList
              rows={[
                ...(who.name === '' ? [] : [{ key: words.who, value: who.name }]),
                { key: words.day, value: formatDate(dayOf(startsAt), language) },
                { key: words.time, value: formatTimesInBaku([startsAt], language) },
                ...(visit.byService === true ? [{ key: words.setBy, value: words.service }] : []),
                ...(place
                  ? [
                      {
                        key: words.where,
                        value: `${place.title[language]}, ${place.address[language]}`,
                      },
                    ]
                  : []),
              ]}
            />
            {isLastTime(asked, who.id) && <InsetText>{words.lastTime}</InsetText>}
            {asks === who.number && <input type="hidden" name="sure" value={who.number} />}
            <Button
              variant={asks === who.number ? 'warning' : 'secondary'}
              name="cancel"
              value={who.number}
              preventDoubleClick
            >
              {asks === who.number ? words.cancelSure : words.cancel}
              {who.name !== '' && <span class="govuk-visually-hidden">: {who.name}</span>}
            </Button>
          </form>
        )
      })}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.visitCalendar.to(language, address)}>
          {words.calendar}
        </a>
      </p>
    </section>
  )
}

/** Times that are free, or why there are none and what to do then. */
const Choose = (props: VisitProps) => {
  const { view, own, asked, whose, people, place, days, day, start, trouble, open } = props
  const words = visitWords[view.language]
  const choice = choiceOf(asked, open)
  if (choice === 'waits') return <p class="govuk-body">{words.waits}</p>
  if (choice === 'moved-too-often') return <Ask view={view} text={words[choice]} />
  if (choice === 'noPlace' || !place) return <Ask view={view} text={words.noPlace} />
  const isMoving = choice === 'move'
  const left = stillChoosing(asked).map(({ id }) => movesLeft(asked, asked.before, id))
  return (
    <>
      {leftToAsk(asked).map(({ name }) => (
        <Ask view={view} text={`${name}: ${words['moved-too-often']}`} />
      ))}
      <h2 class="govuk-heading-m">{isMoving ? words.move : words.choose}</h2>
      {isMoving && (
        <p class="govuk-body">
          {words.movesLeft.replace('{times}', () => String(Math.min(...left) + 1))}
        </p>
      )}
      <Earliest language={view.language} from={asked.from} on={own.taking.on} />
      <FreeTimes
        language={view.language}
        action={paths.visit.to(view.language, { id: own.found.standing.id, step: asked.step })}
        coming={[
          ...stillChoosing(asked),
          ...others(asked).map((each) => ({ ...each, name: words.others })),
        ]}
        places={open}
        {...{ whose, place, days, day, start }}
        error={trouble && { text: words[trouble], prefix: portalWords[view.language].error }}
        take={words.take}
        none={<Ask view={view} text={people > 1 ? words.noTimeTogether : words.noTime} />}
      />
    </>
  )
}

const Ask = ({ view, text }: { readonly view: View; readonly text: string }) => (
  <p class="govuk-body">
    {text} <Contact view={view} />.
  </p>
)
