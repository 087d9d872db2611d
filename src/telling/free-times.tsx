import type { FreeDay } from '#core/appointments/free.ts'
import { timeInBaku, type Place } from '#core/appointments/places.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import type { Child } from '#ui/markup.ts'

/** Somebody who has to come, by the number of their part of the case and by name. */
type Person = { readonly number: string; readonly name: string }

type Props = {
  readonly language: Language
  /** Where it is asked and pressed, with what is carried along. */
  readonly action: string
  /** Those who can come, and those of them for whom a time is chosen. */
  readonly coming: readonly Person[]
  readonly whose: readonly Person[]
  readonly place: Place
  readonly places: readonly Place[]
  readonly days: readonly FreeDay[]
  /** The day whose times are shown. */
  readonly day?: FreeDay | undefined
  readonly start: string
  readonly error?: { readonly text: string; readonly prefix: string } | undefined
  /** What the button says. */
  readonly take: string
  /** Where no time is free. */
  readonly none: Child
}

/** For whom, where and when, of what is free: whoever comes chooses it, or an official for them. */
export const FreeTimes = (props: Props) => {
  const { day, days, none } = props
  return (
    <>
      <Who {...props} />
      {day === undefined ? (
        none
      ) : (
        <>
          <Times {...props} day={day} />
          <OtherDays {...props} days={days.filter((each) => each.day !== day.day)} />
        </>
      )}
    </>
  )
}

/** Where there is a choice, their times are shown anew. */
const Who = ({ language, action, coming, whose, place, places }: Props) => {
  const words = WORDS[language]
  const several = coming.length > 1
  const [path = '', carried] = action.split('?')
  return (
    <>
      <p class="govuk-body kc-value">
        <strong>{place.title[language]}</strong>
        <br />
        {place.address[language]}
      </p>
      {(several || places.length > 1) && (
        <form method="get" action={path}>
          {[...new URLSearchParams(carried)].map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {several && (
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
          {places.length > 1 && (
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
          )}
          <Button variant="secondary">{words.show}</Button>
        </form>
      )}
    </>
  )
}

/** The times of one day to choose from. */
const Times = (props: Props & { readonly day: FreeDay }) => {
  const { language, action, whose, place, day, start, error, take } = props
  return (
    <form id="times" class="kc-form kc-times" method="post" action={action} novalidate>
      {whose.map(({ number }) => (
        <input type="hidden" name="who" value={number} />
      ))}
      <input type="hidden" name="place" value={place.code} />
      <input type="hidden" name="day" value={day.day} />
      <Radios
        name="start"
        legend={formatDate(day.day, language)}
        legendSize="s"
        hint={WORDS[language].bakuTime}
        value={start}
        inline
        small
        error={error}
        options={day.times.map((time) => ({ value: time, label: timeInBaku(time) }))}
      />
      <ButtonGroup>
        <Button name="press" value="choose" preventDoubleClick>
          {take}
        </Button>
      </ButtonGroup>
    </form>
  )
}

const OtherDays = ({ language, action, whose, place, days }: Props) => {
  if (days.length === 0) return null
  const words = WORDS[language]
  const [path = '', carried] = action.split('?')
  return (
    <>
      <h3 class="govuk-heading-s">{words.otherDays}</h3>
      <ul class="govuk-list">
        {days.map(({ day, times }) => {
          const query = new URLSearchParams(carried)
          query.set('place', place.code)
          query.set('day', day)
          for (const { number } of whose) query.append('who', number)
          return (
            <li>
              <a class="govuk-link" href={`${path}?${query.toString()}#choose`}>
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

type EarliestProps = {
  readonly language: Language
  readonly from: IsoDate | undefined
  readonly on: IsoDate
}

/** On which day somebody can come at the earliest, while that is still to come. */
export const Earliest = ({ language, from, on }: EarliestProps) =>
  from === undefined || from <= on ? null : (
    <p class="govuk-body">
      {WORDS[language].earliest.replace('{day}', () => formatDate(from, language))}
    </p>
  )

const WORDS = {
  az: {
    where: 'Yer',
    whose: 'Kim gəlir?',
    together: 'Vaxtlar bir-birinin ardınca gəlir.',
    show: 'Boş vaxtları göstərin',
    bakuTime: 'Saatlar Bakı vaxtı ilədir.',
    otherDays: 'Başqa günlər',
    times: 'boş vaxt: {times}',
    earliest: 'Əvvəlcə hazırlanmalıdır, ən tez gün: {day}.',
  },
  tr: {
    where: 'Yer',
    whose: 'Kim geliyor?',
    together: 'Saatler art arda olur.',
    show: 'Boş saatleri gösterin',
    bakuTime: 'Saatler Bakü saatiyledir.',
    otherDays: 'Başka günler',
    times: 'boş saat: {times}',
    earliest: 'Önce hazırlanması gerekir, en erken gün: {day}.',
  },
  en: {
    where: 'Place',
    whose: 'Who comes?',
    together: 'Times are right after one another.',
    show: 'Show free times',
    bakuTime: 'Times are by the clock in Baku.',
    otherDays: 'Other days',
    times: 'free times: {times}',
    earliest: 'It has to be made first, the earliest day: {day}.',
  },
  ru: {
    where: 'Место',
    whose: 'Кто придёт?',
    together: 'Время идёт подряд, одно за другим.',
    show: 'Показать свободное время',
    bakuTime: 'Время указано по часам в Баку.',
    otherDays: 'Другие дни',
    times: 'свободного времени: {times}',
    earliest: 'Сначала это нужно изготовить, самый ранний день: {day}.',
  },
} as const satisfies Record<Language, unknown>
