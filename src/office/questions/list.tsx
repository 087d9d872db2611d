import { dayInBaku } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import {
  languagesOf,
  latestOf,
  pairFor,
  type FrequentQuestion,
  type Written,
} from '#core/promotion/frequent-questions.ts'
import { changedLaw, type LawInForce } from '#core/promotion/law-of-day.ts'
import { missionOf, type Mission } from '#core/promotion/missions.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { questionsWords } from '#office/questions-words.ts'
import { Page } from '#office/shell.tsx'
import { formatDate } from '#telling/dates.ts'
import { languageName } from '#telling/names-of-codes.ts'
import { ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Table } from '#ui/table.tsx'
import { Tag, type TagColour } from '#ui/tag.tsx'
import { Written as WrittenBy } from '#ui/written.tsx'

export type QuestionsProps = {
  readonly view: View
  readonly questions: readonly FrequentQuestion[]
  readonly law: LawInForce
  readonly missions: readonly Mission[]
  /** The mission whose questions are shown alone. */
  readonly mission?: Mission | undefined
  readonly makes: 'may' | 'closed' | 'nobody'
  /** The pages before and after this one. */
  readonly previous?: string | undefined
  readonly next?: string | undefined
}

/** What missions are asked often, as far as whoever reads may see it: first what waits. */
export const QuestionsPage = (props: QuestionsProps) => {
  const { view, questions, makes, mission, previous, next } = props
  const { language } = view
  const words = questionsWords[language]
  return (
    <Page view={view} title={words.title}>
      {mission && <p class="govuk-caption-l">{mission.title[language]}</p>}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {makes === 'may' && (
        <ButtonLink href={paths.newQuestion.to(language)}>{words.make}</ButtonLink>
      )}
      {makes === 'closed' && <p class="govuk-body">{words.closed}</p>}
      {questions.length === 0 ? <p class="govuk-body">{words.none}</p> : <Rows {...props} />}
      {(previous !== undefined || next !== undefined) && (
        <Pagination
          label={words.pages}
          previous={previous === undefined ? undefined : { href: previous, text: words.previous }}
          next={next === undefined ? undefined : { href: next, text: words.next }}
        />
      )}
    </Page>
  )
}

const Rows = ({ view, questions, law, missions, mission }: QuestionsProps) => {
  const { language } = view
  const words = questionsWords[language]
  return (
    <div class="kc-wide-table" tabindex="0">
      <Table
        caption={words.title}
        captionHidden
        firstCellIsHeader
        columns={[
          { head: words.question },
          ...(mission ? [] : [{ head: words.mission }]),
          { head: words.stands },
          { head: words.languages },
          { head: words.looked },
        ]}
        rows={questions.map((question) => [
          <a
            class="govuk-link kc-value"
            href={paths.question.to(language, { id: question.id })}
            lang={titleLanguage(question, language)}
          >
            {titleOf(question, language)}
          </a>,
          ...(mission
            ? []
            : [missionOf(missions, question.mission)?.title[language] ?? question.mission]),
          <Tags question={question} law={law} language={language} />,
          languagesOf(latestOf(question)?.said ?? {})
            .map((each) => languageName(each, language))
            .join(', '),
          question.shown ? formatDate(dayInBaku(question.shown.shownAt), language, 'plain') : '–',
        ])}
      />
    </div>
  )
}

const pairOf = (question: FrequentQuestion, language: OfficeLanguage) =>
  pairFor(latestOf(question)?.said ?? {}, language)

/** By which question officials know it, in their language where it is written in it. */
export const titleOf = (question: FrequentQuestion, language: OfficeLanguage): string =>
  pairOf(question, language)?.question ?? ''

/** In which language that is, where it is another. */
export const titleLanguage = (
  question: FrequentQuestion,
  language: OfficeLanguage,
): string | undefined => {
  const written = pairOf(question, language)?.language
  return written === language ? undefined : written
}

type TagsProps = {
  readonly question: FrequentQuestion
  readonly law: LawInForce
  readonly language: OfficeLanguage
}

/** How it stands, in a word or two: something can wait beside what is shown. */
export const Tags = ({ question: { shown, next, past }, law, language }: TagsProps) => {
  const words = questionsWords[language]
  const tags: readonly (readonly [TagColour, string])[] = [
    ...(shown ? [['green', words.shown] as const] : []),
    ...(shown && changedLaw(shown, law) ? [['orange', words.old] as const] : []),
    ...(next ? [[COLOURS[next.stands], words.unshown[next.stands]] as const] : []),
    ...(past && !next ? [['grey', words.past] as const] : []),
  ]
  return tags.map(([colour, text]) => (
    <>
      <Tag colour={colour}>{text}</Tag>{' '}
    </>
  ))
}

const COLOURS = { draft: 'grey', waiting: 'yellow', 'sent-back': 'blue' } as const

type TextProps = {
  readonly view: View
  readonly text: Written
  readonly law: LawInForce
}

/** What one text says, in each of its languages, and whether the law has changed since. */
export const TextTold = ({ view: { language }, text, law }: TextProps) => {
  const words = questionsWords[language]
  const changed = changedLaw(text, law)
  return (
    <>
      {changed && (
        <InsetText>
          {changed.since === undefined
            ? words.lawChanged
            : words.lawChangedSince.replace('{day}', formatDate(changed.since, language, 'plain'))}
        </InsetText>
      )}
      {languagesOf(text.said).map((each) => (
        <>
          <p class="govuk-caption-m">{languageName(each, language)}</p>
          <WrittenBy as="p" class="govuk-body kc-value" language={each} page={language}>
            <strong>{text.said[each]?.question}</strong>
          </WrittenBy>
          <WrittenBy as="p" class="govuk-body kc-value" language={each} page={language}>
            {text.said[each]?.answer}
          </WrittenBy>
        </>
      ))}
    </>
  )
}
