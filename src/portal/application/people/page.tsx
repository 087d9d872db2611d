import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { Ending, Going, Renewed } from '#portal/application/draft/page.tsx'
import { applicationWords } from '#portal/application/words.ts'
import { consentWords } from '#portal/consent-words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import type { Child } from '#ui/markup.ts'
import { TaskList } from '#ui/task-list.tsx'

/** Somebody whom a case is about, as far as whoever reads it may know. */
export type Person = {
  readonly name: string
  /** Where their part is, for whoever acts for them. */
  readonly href?: string
  readonly progress:
    | 'to-do'
    | 'begun'
    | 'done'
    | 'confirmed'
    | 'theirs'
    | 'concluded'
    // Of whoever it is not about, and who consents to it.
    | 'joined'
    | 'awaited'
  /** What was decided of them, in a word. */
  readonly outcome?: string | undefined
  /** Where whoever acts for them corrects what was marked. */
  readonly mend?: string
}

type PeopleProps = {
  readonly view: View
  readonly id: string
  readonly title: string
  readonly people: readonly Person[]
  /** Whoever reads it sends it in; else they confirm what is of them. */
  readonly sends: boolean
  /** Nothing is missing of those for whom they act, and everybody else has confirmed. */
  readonly isReady: boolean
  /** Whoever reads it confirms their part, and has. */
  readonly isConfirmed: boolean
  readonly mayDiscard: boolean
  readonly goesAfter?: IsoDate | undefined
  readonly renewedOn?: IsoDate | undefined
  readonly on: IsoDate
  /** How somebody else comes in. */
  readonly children?: Child
}

/** A draft about several people is a list of them, each with how far their part is. */
export const PeoplePage = (props: PeopleProps) => {
  const {
    view,
    id,
    title,
    people,
    sends,
    isReady,
    isConfirmed,
    mayDiscard,
    goesAfter,
    renewedOn,
    on,
    children,
  } = props
  const { language } = view
  const words = applicationWords[language]
  return (
    <Page view={view} title={title} back={paths.applications.to(language)}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Going goesAfter={goesAfter} on={on} language={language} />
      <Renewed on={renewedOn} language={language} />
      <p class="govuk-body-l">{words.peopleIntro}</p>
      <h2 class="govuk-heading-m">{words.people}</h2>
      <People people={people} language={language} />
      {children}
      <Ending
        language={language}
        id={id}
        complete={isReady}
        isConfirmed={isConfirmed}
        isAnnounced={goesAfter !== undefined}
        check={sends ? words.check : words.checkPart}
        mayDiscard={mayDiscard}
      />
    </Page>
  )
}

type ListProps = { readonly people: readonly Person[]; readonly language: Language }

/** Who is in it, and how far each is. */
export const People = ({ people, language }: ListProps) => (
  <TaskList
    idPrefix="people"
    items={people.map(({ name, href, progress, outcome }) => ({
      title: name,
      ...(href === undefined ? {} : { href }),
      status: outcome === undefined ? statusOf(progress, language) : { text: outcome },
    }))}
  />
)

function statusOf(progress: Person['progress'], language: Language) {
  const words = applicationWords[language]
  switch (progress) {
    case 'done':
      return { text: words.done }
    case 'confirmed':
      return { text: words.confirmed }
    case 'concluded':
      return { text: words.decided }
    case 'joined':
      return { text: consentWords[language].joined }
    case 'awaited':
      return { text: consentWords[language].awaited, tag: 'grey' as const }
    case 'begun':
      return { text: words.begun, tag: 'yellow' as const }
    case 'theirs':
      return { text: words.theirs, tag: 'grey' as const }
    case 'to-do':
      return { text: words.toDo, tag: 'blue' as const }
  }
}
