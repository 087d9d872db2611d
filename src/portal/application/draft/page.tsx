import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { aheadWords } from '#portal/ahead-words.ts'
import { AboutLine, type AboutWhat } from '#portal/about-line.tsx'
import { applicationWords, type ApplicationWords } from '#portal/application/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { formatDate } from '#telling/dates.ts'
import { Passed } from '#telling/due.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import type { Child } from '#ui/markup.ts'
import { TaskList } from '#ui/task-list.tsx'

export type Part = {
  readonly title: string
  readonly href: string
  readonly progress: 'to-do' | 'begun' | 'done' | 'none-needed'
}

/** How far registers are that are asked ahead. */
export type LookUpPart = {
  readonly href: string
  readonly progress: 'open' | 'asked' | 'answered'
}

type DraftProps = {
  readonly view: View
  /** What stands for it in an address: of one of several, for their part. */
  readonly id: string
  /** Where all of them are, of whom this is one. */
  readonly among?: string
  readonly title: string
  /** What was just saved. */
  readonly about?: string | undefined
  readonly parts: readonly Part[]
  readonly documents: Part
  readonly lookUp: LookUpPart | undefined
  readonly complete: boolean
  /** What it is about. */
  readonly of?: AboutWhat | undefined
  /** What answers mean for who may apply. */
  readonly told?: Child
  /** The last day on which saving something keeps it, once its owner was told. */
  readonly goesAfter?: IsoDate | undefined
  /** The day since which other things are asked than when something was saved last. */
  readonly renewedOn?: IsoDate | undefined
  readonly on: IsoDate
}

/** A draft is a list of things to do, each with how far it is. */
export const DraftPage = ({
  view,
  id,
  among,
  title,
  about,
  parts,
  documents,
  lookUp,
  complete,
  of,
  told,
  goesAfter,
  renewedOn,
  on,
}: DraftProps) => {
  const { language } = view
  const words = applicationWords[language]
  const isAnnounced = goesAfter !== undefined
  const task = ({ title: text, href, progress }: Part) => ({
    title: text,
    href,
    status: statusOf(progress, words),
  })
  return (
    <Page
      view={view}
      title={title}
      about={about}
      back={among ?? of?.href ?? paths.applications.to(language)}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <Going goesAfter={goesAfter} on={on} language={language} />
      <Renewed on={renewedOn} language={language} />
      {of && <AboutLine of={of} />}
      {told}
      <p class="govuk-body-l">{words.intro}</p>
      {lookUp && <LookUp {...lookUp} language={language} />}
      <h2 class="govuk-heading-m">{words.answers}</h2>
      <TaskList items={parts.map(task)} idPrefix="answers" />
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <TaskList items={[task(documents)]} idPrefix="documents" />
      {among === undefined ? (
        <Ending language={language} id={id} complete={complete} isAnnounced={isAnnounced} />
      ) : (
        <ButtonLink href={among}>{words.backToPeople}</ButtonLink>
      )}
    </Page>
  )
}

const LookUp = ({ href, progress, language }: LookUpPart & { readonly language: Language }) => {
  const words = aheadWords[language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.first}</h2>
      <TaskList
        idPrefix="look-up"
        items={[
          {
            title: words.title,
            href,
            hint: words.hint,
            status: { text: words[progress], ...(progress === 'open' ? { tag: 'grey' } : {}) },
          },
        ]}
      />
    </>
  )
}

type GoingProps = {
  readonly goesAfter?: IsoDate | undefined
  readonly on: IsoDate
  readonly language: Language
}

/** That a draft nobody has touched will be thrown away, and when. */
export const Going = ({ goesAfter, on, language }: GoingProps) =>
  goesAfter === undefined ? null : (
    <InsetText>
      {applicationWords[language].draftGoes} {formatDate(goesAfter, language, 'plain')}
      {goesAfter < on && <Passed day="draft" language={language} />}
    </InsetText>
  )

type RenewedProps = { readonly on: IsoDate | undefined; readonly language: Language }

/** What is asked is not what it was: what is still to do is in the list. */
export const Renewed = ({ on, language }: RenewedProps) =>
  on === undefined ? null : (
    <InsetText>
      {applicationWords[language].renewed.replace('{day}', formatDate(on, language, 'plain'))}
    </InsetText>
  )

type EndingProps = {
  readonly language: Language
  readonly id: string
  readonly complete: boolean
  readonly isAnnounced: boolean
  /** By its button; sending in, where nothing is said. */
  readonly check?: string
  readonly mayDiscard?: boolean
  readonly isConfirmed?: boolean
}

/** How a draft ends: checked and sent in, or thrown away. */
export const Ending = ({
  language,
  id,
  complete,
  isAnnounced,
  check,
  mayDiscard = true,
  isConfirmed = false,
}: EndingProps) => {
  const words = applicationWords[language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.send}</h2>
      <TaskList
        idPrefix="send"
        items={[
          {
            title: check ?? words.check,
            href: paths.check.to(language, { id }),
            status: isConfirmed
              ? { text: words.confirmed }
              : complete
                ? { text: words.toDo, tag: 'blue' }
                : { text: words.begun, tag: 'grey' },
          },
        ]}
      />
      {!isAnnounced && <p class="govuk-body-s">{words.draftEnds}</p>}
      {mayDiscard && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.discard.to(language, { id })}>
            {words.discard}
          </a>
        </p>
      )}
    </>
  )
}

function statusOf(progress: Part['progress'], words: ApplicationWords) {
  if (progress === 'done') return { text: words.done }
  if (progress === 'none-needed') return { text: words.noneNeeded }
  return progress === 'begun'
    ? { text: words.begun, tag: 'yellow' as const }
    : { text: words.toDo, tag: 'blue' as const }
}
