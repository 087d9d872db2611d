import type { CountryCode } from '#core/facts/countries.ts'
import type { Language } from '#core/language.ts'
import type { IsoDate } from '#core/dated.ts'
import { eventIn, type Campaign } from '#core/promotion/campaigns.ts'
import type { LawInForce } from '#core/promotion/law-of-day.ts'
import { isMissionOpen, type Mission } from '#core/promotion/missions.ts'
import { Contact } from '#portal/contact.tsx'
import type { View } from '#portal/env.ts'
import { missionsWords } from '#portal/missions/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { StructuredData } from '#portal/structured-data.tsx'
import { ToldQuestions } from '#portal/told-questions.tsx'
import type { Told } from '#records/frequent-questions.ts'
import { formatDays } from '#telling/dates.ts'
import { countryName, languageName } from '#telling/names-of-codes.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Select } from '#ui/select.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

type ListProps = {
  readonly view: View
  readonly missions: readonly Mission[]
  /** Countries that some mission serves, by name. */
  readonly countries: readonly { readonly code: CountryCode; readonly name: string }[]
  readonly country?: CountryCode | undefined
}

/** Missions that tell of the Program, of one country or of all. */
export const MissionsPage = ({ view, missions, countries, country }: ListProps) => {
  const { language } = view
  const words = missionsWords[language]
  return (
    <Page view={view} title={words.title} description={words.lead}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      {countries.length > 0 && (
        <form class="kc-form" method="get" action={paths.missions.to(language)}>
          <Select
            name="country"
            label={words.country}
            value={country ?? ''}
            width="two-thirds"
            options={[
              { value: '', text: words.all },
              ...countries.map(({ code, name }) => ({ value: code, text: name })),
            ]}
          />
          <Button variant="secondary">{words.show}</Button>
        </form>
      )}
      {missions.length === 0 && (
        <>
          <p class="govuk-body">{country === undefined ? words.none : words.noneThere}</p>
          <p class="govuk-body">
            <Contact view={view} />
          </p>
        </>
      )}
      {missions.map((mission) => (
        <section>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={paths.mission.to(language, { mission: mission.code })}>
              {mission.title[language]}
            </a>
          </h2>
          <p class="govuk-body">{mission.address[language]}</p>
          <p class="govuk-body">
            {words.speaks}: {namesOf(mission, language)}
          </p>
        </section>
      ))}
    </Page>
  )
}

const namesOf = ({ languages }: Mission, language: Language): string =>
  languages.map((each) => languageName(each, language)).join(', ')

type OneProps = {
  readonly view: View
  readonly mission: Mission
  readonly events: readonly Campaign[]
  readonly today: IsoDate
  /** What anybody can begin to it, each by what its button says. */
  readonly asks: readonly { readonly href: string; readonly text: string }[]
  /** What it is asked often, its own first. */
  readonly questions: readonly Told[]
  readonly law: LawInForce
  /** The public address of this page, for search engines. */
  readonly url: string
}

/** One mission: how to reach it, for whom it is there, and where one can meet its people. */
export const MissionPage = (props: OneProps) => {
  const { view, mission, events, today, asks, url, questions, law } = props
  const { language } = view
  const words = missionsWords[language]
  const title = mission.title[language]
  const isOpen = isMissionOpen(mission, today)
  return (
    <Page view={view} title={title} description={words.lead} back={paths.missions.to(language)}>
      <h1 class="govuk-heading-l">{title}</h1>
      {isOpen ? (
        <Reach mission={mission} language={language} />
      ) : (
        <>
          <p class="govuk-inset-text">{words.closed}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={paths.missions.to(language)}>
              {words.others}
            </a>
          </p>
        </>
      )}
      {isOpen && asks.map(({ href, text }) => <ButtonLink href={href}>{text}</ButtonLink>)}
      {questions.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{words.questions}</h2>
          <ToldQuestions questions={questions} law={law} language={language} />
          <p class="govuk-body">
            <a class="govuk-link" href={paths.questions.to(language)}>
              {words.allQuestions}
            </a>
          </p>
        </section>
      )}
      {isOpen && <Events view={view} mission={mission} events={events} />}
      {isOpen && <StructuredData data={dataOf({ mission, events, url }, language)} />}
    </Page>
  )
}

const Reach = ({
  mission,
  language,
}: {
  readonly mission: Mission
  readonly language: Language
}) => {
  const words = missionsWords[language]
  const { address, open, phone, email, serves } = mission
  return (
    <SummaryList
      rows={[
        { key: words.address, value: address[language] },
        { key: words.open, value: open[language] },
        {
          key: words.phone,
          value: (
            <a class="govuk-link" href={`tel:${phone.replaceAll(/[^+0-9]/g, '')}`}>
              {phone}
            </a>
          ),
        },
        {
          key: words.email,
          value: (
            <a class="govuk-link" href={`mailto:${email}`}>
              {email}
            </a>
          ),
        },
        { key: words.speaks, value: namesOf(mission, language) },
        {
          key: words.serves,
          value: serves.map((code) => countryName(code, language)).join(', '),
        },
      ]}
    />
  )
}

const Events = ({ view, mission, events }: Pick<OneProps, 'view' | 'mission' | 'events'>) => {
  const { language } = view
  const words = missionsWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.events}</h2>
      {events.length === 0 && <p class="govuk-body">{words.noEvents}</p>}
      {events.map((event) => (
        <>
          <h3 class="govuk-heading-s kc-value">{eventIn(event, language)}</h3>
          <p class="govuk-body">
            {formatDays(event, language)}, <span class="kc-value">{event.place}</span>
          </p>
          <p class="govuk-body">
            <a
              class="govuk-link"
              href={paths.missionEvent.to(language, { mission: mission.code, event: event.code })}
            >
              {words.calendar}
              <span class="govuk-visually-hidden">: {eventIn(event, language)}</span>
            </a>
          </p>
        </>
      ))}
    </section>
  )
}

function dataOf(
  { mission, events, url }: Pick<OneProps, 'mission' | 'events' | 'url'>,
  language: Language,
) {
  const { title, address, phone, email, country, serves } = mission
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    name: title[language],
    url,
    telephone: phone,
    email,
    address: {
      '@type': 'PostalAddress',
      streetAddress: address[language],
      addressCountry: country,
    },
    areaServed: serves,
    event: events.map((event) => ({
      '@type': 'Event',
      name: eventIn(event, language),
      startDate: event.from,
      endDate: event.until,
      location: { '@type': 'Place', name: event.place, address: event.place },
    })),
  }
}
