import { termOf } from '#core/policy/procedure.ts'
import { Contact } from '#portal/contact.tsx'
import type { View } from '#portal/env.ts'
import { STEPS, stepsWords } from '#portal/pages/steps-words.ts'
import type { Text } from '#portal/pages/texts.ts'
import { paths } from '#portal/paths.ts'
import type { ProgrammeReading } from '#portal/programme.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { ProvisionalNote } from '#telling/basis.tsx'
import { TermText } from '#telling/term-text.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

type TextProps = {
  readonly view: View
  readonly text: Text
  /** Where one goes on from it. */
  readonly more?: { readonly href: string; readonly text: string }
}

/** A page of plain text: what is true, section by section. */
export const TextPage = ({ view, text, more }: TextProps) => (
  <Page view={view} title={text.title} description={text.lead}>
    <h1 class="govuk-heading-xl">{text.title}</h1>
    <p class="govuk-body-l">{text.lead}</p>
    {text.sections.map(({ title, paragraphs }) => (
      <section>
        <h2 class="govuk-heading-m">{title}</h2>
        {paragraphs.map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
      </section>
    ))}
    {more && (
      <p class="govuk-body">
        <a class="govuk-link" href={more.href}>
          {more.text}
        </a>
      </p>
    )}
    <p class="govuk-body">
      <Contact view={view} />
    </p>
  </Page>
)

type StepsProps = { readonly view: View; readonly reading: ProgrammeReading }

/** The way of an application, each step with the time that the rules in force give it. */
export const StepsPage = ({ view, reading }: StepsProps) => {
  const { language } = view
  const words = stepsWords[language]
  return (
    <Page view={view} title={words.title} description={words.lead}>
      <h1 class="govuk-heading-xl">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      <ol class="govuk-list">
        {STEPS.map(({ title, text, terms }, index) => (
          <li>
            <h2 class="govuk-heading-m">
              {index + 1}. {words[title]}
            </h2>
            <p class="govuk-body">{words[text]}</p>
            <Times terms={terms} reading={reading} />
          </li>
        ))}
      </ol>
      <ProvisionalNote language={language} />
      <ButtonLink href={paths.estimate.to(language)}>{portalWords[language].estimate}</ButtonLink>
    </Page>
  )
}

type Terms = (typeof STEPS)[number]['terms']

const Times = ({
  terms,
  reading,
}: {
  readonly terms: Terms
  readonly reading: ProgrammeReading
}) => {
  const { procedure, laws, language } = reading
  const found = terms.flatMap((code) => termOf(procedure, code) ?? [])
  if (found.length === 0) return null
  return (
    <SummaryList
      rows={found.map((term) => ({
        key: term.title[language],
        value: <TermText term={term} laws={laws} language={language} />,
      }))}
    />
  )
}
