import type { Language } from '#core/language.ts'
import { eventIn, type Campaign } from '#core/promotion/campaigns.ts'
import type { Mission } from '#core/promotion/missions.ts'
import type { CodeSlip } from '#core/promotion/short-code.ts'
import type { View } from '#portal/env.ts'
import { bare, paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { carrying } from '#portal/via.ts'
import { slipText, welcomeWords } from '#portal/welcome/words.ts'
import { portalWords } from '#portal/words.ts'
import { formatDays } from '#telling/dates.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { StarField, Steps } from '#ui/ornaments.tsx'
import { TextInput } from '#ui/text-input.tsx'

type Props = {
  readonly view: View
  readonly campaign: Campaign
  readonly mission?: Mission | undefined
}

/** Where the link of a campaign leads: it names the event, and shows what to do next. */
export const WelcomePage = ({ view, campaign, mission }: Props) => {
  const { language } = view
  const words = welcomeWords[language]
  const isOver = campaign.retiredOn !== undefined
  const to = (address: string) => (isOver ? address : carrying(address, campaign.code))
  const event = eventIn(campaign, language)
  return (
    <Page view={view} title={event} description={words.lead} noIndex wide>
      <section class="kc-hero kc-hero--welcome">
        <StarField />
        <Steps />
        <div class="kc-hero__inner govuk-width-container">
          <p class="kc-hero__lead">{words.from}</p>
          <h1 class="kc-hero__title kc-value" lang={languageOf(campaign, language)}>
            {event}
          </h1>
          <p class="kc-hero__lead">
            <span class="kc-value">{campaign.place}</span>
            <br />
            {formatDays(campaign, language)}
          </p>
        </div>
      </section>
      <div class="govuk-width-container">
        <div class="govuk-main-wrapper">
          {isOver && <p class="govuk-inset-text">{words.over}</p>}
          <p class="govuk-body-l">{words.lead}</p>
          <p class="govuk-body">{words.first}</p>
          <ButtonLink variant="start" href={to(paths.estimate.to(language))}>
            {words.estimate}
          </ButtonLink>
          <Ways language={language} to={to} />
          {mission && <Host mission={mission} language={language} />}
          <p class="govuk-hint">{words.counted}</p>
        </div>
      </div>
    </Page>
  )
}

/** The event is told in a language of the campaign, whatever the page is in. */
const languageOf = ({ event, languages }: Campaign, language: Language): Language =>
  event[language] === undefined ? (languages[0] ?? language) : language

const Ways = ({
  language,
  to,
}: {
  readonly language: Language
  readonly to: (address: string) => string
}) => {
  const words = welcomeWords[language]
  const ways = [
    { href: paths.criteria, text: words.criteria },
    { href: paths.steps, text: words.steps },
    { href: paths.register, text: words.register },
  ]
  return (
    <>
      <p class="govuk-body">{words.more}</p>
      <ul class="govuk-list govuk-list--bullet">
        {ways.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={to(href.to(language))}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const Host = ({
  mission,
  language,
}: {
  readonly mission: Mission
  readonly language: Language
}) => {
  const words = welcomeWords[language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.who}</h2>
      <p class="govuk-body">
        {mission.title[language]}.{' '}
        <a class="govuk-link" href={paths.mission.to(language, { mission: mission.code })}>
          {words.ask}
        </a>
      </p>
    </>
  )
}

type CodeProps = {
  readonly view: View
  /** What was typed, and what is wrong with it; no slip is in a code that nobody has. */
  readonly wrong?: { readonly typed: string; readonly slip: CodeSlip | undefined }
}

/** Where a code is typed, or typed again if its link leads nowhere. */
export const CodePage = ({ view, wrong }: CodeProps) => {
  const { language } = view
  const words = welcomeWords[language]
  const title = wrong ? words.nowhere : words.type
  const error = wrong && slipText(wrong.slip, language)
  return (
    <Page
      view={view}
      title={title}
      noIndex
      errors={error === undefined ? [] : [{ text: error, href: '#code' }]}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{words.typeText}</p>
      <form class="kc-form" method="get" action={paths.link.to(language)} novalidate>
        <TextInput
          name="code"
          label={words.code}
          hint={words.codeHint}
          value={wrong?.typed}
          width={20}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          error={
            error === undefined ? undefined : { text: error, prefix: portalWords[language].error }
          }
        />
        <Button>{words.go}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.home.to(language)}>
          {words.home}
        </a>
      </p>
    </Page>
  )
}

/** The address that is printed, without a language. */
export const linkOf = (code: string): string => bare.link.replace(':code', encodeURIComponent(code))
