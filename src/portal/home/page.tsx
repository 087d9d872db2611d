import type { View } from '#portal/env.ts'
import { homeWords } from '#portal/home/words.ts'
import { paths } from '#portal/paths.ts'
import type { ProgrammeReading } from '#portal/programme.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { Clause } from '#telling/basis.tsx'
import { programmeFigures } from '#telling/programme.ts'
import { CONCESSIONS, programmeWords, STEPS } from '#telling/programme-words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Skyline, StarField, Steps } from '#ui/ornaments.tsx'

type Props = { readonly view: View; readonly reading: ProgrammeReading }

/** The first page of the Program: what it is, what it gives, how it goes, and the way in. */
export const HomePage = ({ view, reading }: Props) => {
  const { language } = view
  const words = homeWords[language]
  const told = programmeWords[language]
  return (
    <Page view={view} title={portalWords[language].service} description={words.description} wide>
      <Hero view={view} />
      <div class="govuk-width-container">
        <div class="govuk-main-wrapper">
          <h2 class="govuk-heading-l">{told.whatTitle}</h2>
          <p class="govuk-body-l">{told.what}</p>
          <Figures reading={reading} />
          <h2 class="govuk-heading-l">{told.getTitle}</h2>
          <Concessions reading={reading} />
          <h2 class="govuk-heading-l">{told.stepsTitle}</h2>
          <ol class="kc-journey kc-journey--across">
            {STEPS.map(({ title, text }) => (
              <li class="kc-journey__step">
                <span class="kc-journey__title">{told[title]}</span>
                <span class="kc-journey__state">{told[text]}</span>
              </li>
            ))}
          </ol>
          <p class="govuk-body">
            <a class="govuk-link" href={paths.steps.to(language)}>
              {words.stepsMore}
            </a>
          </p>
          <h2 class="govuk-heading-l">{words.readyTitle}</h2>
          <p class="govuk-body">{words.ready}</p>
          <ButtonLink variant="start" href={paths.estimate.to(language)}>
            {portalWords[language].estimate}
          </ButtonLink>
        </div>
      </div>
    </Page>
  )
}

const Hero = ({ view: { language, signedIn } }: Pick<Props, 'view'>) => {
  const words = programmeWords[language]
  const common = portalWords[language]
  return (
    <section class="kc-hero">
      <StarField />
      <Steps />
      <div class="kc-hero__inner govuk-width-container">
        <h1 class="kc-hero__title">{words.title}</h1>
        <p class="kc-hero__lead">{words.lead}</p>
        <div class="kc-hero__actions">
          <ButtonLink variant="inverse" href={paths.estimate.to(language)}>
            {common.estimate}
          </ButtonLink>
          <a
            class="govuk-link kc-hero__link"
            href={(signedIn ? paths.applications : paths.register).to(language)}
          >
            {signedIn ? common.applications : common.register}
          </a>
        </div>
      </div>
      <Skyline />
    </section>
  )
}

/** The three numbers that people ask for first, each with the act it rests on. */
const Figures = ({ reading }: Pick<Props, 'reading'>) => {
  const { laws, language } = reading
  return (
    <div class="govuk-grid-row">
      {programmeFigures(reading).map(({ figure, text, basis }) => (
        <div class="govuk-grid-column-one-third">
          <p class="kc-points__total">{figure}</p>
          <p class="govuk-body">{text}</p>
          <Clause laws={laws} basis={basis} language={language} />
        </div>
      ))}
    </div>
  )
}

const Concessions = ({ reading }: Pick<Props, 'reading'>) => {
  const { laws, language } = reading
  const words = programmeWords[language]
  return (
    <div class="govuk-grid-row">
      {CONCESSIONS.map(({ title, text, bases }) => (
        <div class="govuk-grid-column-one-half">
          <h3 class="govuk-heading-m">{words[title]}</h3>
          <p class="govuk-body">{words[text]}</p>
          {bases.map((basis) => (
            <Clause laws={laws} basis={basis} language={language} />
          ))}
        </div>
      ))}
    </div>
  )
}
