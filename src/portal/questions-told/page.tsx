import type { Language } from '#core/language.ts'
import { pairFor } from '#core/promotion/frequent-questions.ts'
import type { LawInForce } from '#core/promotion/law-of-day.ts'
import { missionOf, type Mission } from '#core/promotion/missions.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { questionsToldWords } from '#portal/questions-told/words.ts'
import { Page } from '#portal/shell.tsx'
import { StructuredData } from '#portal/structured-data.tsx'
import { ToldQuestions } from '#portal/told-questions.tsx'
import type { Told } from '#records/frequent-questions.ts'
import { Pagination } from '#ui/pagination.tsx'

type Props = {
  readonly view: View
  readonly questions: readonly Told[]
  readonly missions: readonly Mission[]
  readonly law: LawInForce
  /** The pages before and after this one. */
  readonly previous?: string | undefined
  readonly next?: string | undefined
}

/** What missions are asked often: first what all of them tell, then what each does. */
export const QuestionsToldPage = (props: Props) => {
  const { view, questions, missions, law, previous, next } = props
  const { language } = view
  const words = questionsToldWords[language]
  return (
    <Page view={view} title={words.title} description={words.lead}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      {questions.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <p class="govuk-body">{words.isNoDecision}</p>
      )}
      {[...Map.groupBy(questions, groupOf)].map(([code, group]) => (
        <section>
          <h2 class="govuk-heading-m">
            {code === undefined ? (
              words.all
            ) : (
              <a class="govuk-link" href={paths.mission.to(language, { mission: code })}>
                {missionOf(missions, code)?.title[language]}
              </a>
            )}
          </h2>
          <ToldQuestions questions={group} law={law} language={language} />
        </section>
      ))}
      {(previous !== undefined || next !== undefined) && (
        <Pagination
          label={words.pages}
          previous={previous === undefined ? undefined : { href: previous, text: words.before }}
          next={next === undefined ? undefined : { href: next, text: words.more }}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.missions.to(language)}>
          {words.ask}
        </a>
      </p>
      {questions.length > 0 && <StructuredData data={dataOf(questions, language)} />}
    </Page>
  )
}

/** The mission whose own it is. */
const groupOf = ({ audience, mission }: Told): string | undefined =>
  audience === 'all' ? undefined : mission

const dataOf = (questions: readonly Told[], language: Language) => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  mainEntity: questions.flatMap(({ said }) => {
    const pair = pairFor(said, language)
    if (!pair) return []
    const { question: name, answer: text, language: inLanguage } = pair
    const acceptedAnswer = { '@type': 'Answer', text, inLanguage }
    return [{ '@type': 'Question', name, inLanguage, acceptedAnswer }]
  }),
})
