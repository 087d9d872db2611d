import type { Outcome } from '#core/outcome.ts'
import {
  type Act,
  type ActRefusal,
  type FrequentQuestion,
  type NextText,
  type ShownText,
} from '#core/promotion/frequent-questions.ts'
import type { FrequentFault } from '#core/promotion/judge-frequent-question.ts'
import { changedLaw, type LawInForce } from '#core/promotion/law-of-day.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Tags, TextTold, titleLanguage, titleOf } from '#office/questions/list.tsx'
import { faultText, questionsWords } from '#office/questions-words.ts'
import { Page } from '#office/shell.tsx'
import { errorAt } from '#office/step-page.tsx'
import type { ActDone } from '#records/frequent-questions.ts'
import { formatDate, formatMoment } from '#telling/dates.ts'
import { Button, ButtonLink, type ButtonVariant } from '#ui/button.tsx'
import type { Child } from '#ui/markup.ts'
import { InsetText } from '#ui/inset-text.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Written } from '#ui/written.tsx'

/** What is pressed on its page: an act, or that what is shown is still right. */
export const STILL_RIGHT = 'still-right'

export type QuestionProps = {
  readonly view: View
  readonly question: FrequentQuestion
  readonly missionTitle: string
  readonly law: LawInForce
  readonly acts: readonly ActDone[]
  /** What officials are called, by their id. */
  readonly names: ReadonlyMap<string, string>
  /** Whether whoever reads may do this, or why not. */
  readonly may: (act: Act) => Outcome<object, ActRefusal>
  readonly mayWrite: boolean
  /** What was pressed, and why nothing came of it. */
  readonly whyNot?: ActRefusal | 'late' | undefined
  /** Why it is sent back, as it was typed, and what is wrong with that. */
  readonly reason?: { readonly typed: string; readonly fault?: FrequentFault | undefined }
}

/** One question: what is shown, what is not yet, and what can be done. */
export const QuestionPage = (props: QuestionProps) => {
  const { view, question, law, mayWrite, whyNot } = props
  const { language } = view
  const words = questionsWords[language]
  const { shown, next, past } = question
  const fault = props.reason?.fault
  const title = titleOf(question, language)
  return (
    <Page
      view={view}
      title={title}
      back={[{ href: paths.questions.to(language), text: words.title }]}
      errors={[
        ...(whyNot === undefined
          ? []
          : [{ text: whyNot === 'late' ? words.faster : words.refusals[whyNot] }]),
        ...(fault ? [{ text: faultText('reason', fault, language), href: '#reason' }] : []),
      ]}
    >
      <p class="govuk-caption-l">{props.missionTitle}</p>
      <h1 class="govuk-heading-l kc-value" lang={titleLanguage(question, language)}>
        {title}
      </h1>
      <p class="govuk-body">
        <Tags question={question} law={law} language={language} />
      </p>
      {next && <Next {...props} next={next} />}
      {shown && <Told {...props} title={words.isShown} text={shown} />}
      {past && !next && <Told {...props} title={words.isPast} text={past} />}
      {mayWrite && (
        <ButtonLink
          variant="secondary"
          href={paths.changeQuestion.to(language, { id: question.id })}
        >
          {words.change}
        </ButtonLink>
      )}
      <StillRight {...props} />
      <Press {...props} act="take-down" variant="warning" why={words.takeDownWhy} />
      <Press {...props} act="remove" variant="secondary" why={words.removeWhy} />
      <Press {...props} act="forget" variant="warning" why={words.forgetWhy} />
      <History {...props} />
    </Page>
  )
}

const Next = (props: QuestionProps & { readonly next: NextText }) => {
  const { view, question, next, names, law, may, reason } = props
  const { language } = view
  const words = questionsWords[language]
  const [shows, looks] = [may('show'), may('send-back')]
  const isWaiting = next.stands === 'waiting'
  return (
    <section>
      <h2 class="govuk-heading-m">{words.isNext}</h2>
      {next.reason !== undefined && (
        <InsetText>
          {words.reason}: <Written class="kc-value">{next.reason}</Written>
        </InsetText>
      )}
      <TextTold view={view} text={next} law={law} />
      <SummaryList
        rows={[
          { key: words.audience, value: words.audiences[next.audience] },
          { key: words.writtenBy, value: names.get(next.by) ?? '–' },
          { key: words.lawOf, value: formatDate(next.lawOn, language, 'plain') },
        ]}
      />
      {isWaiting && !shows.ok && <p class="govuk-body">{words.refusals[shows.refusal]}</p>}
      <Press {...props} act="show" why={words.showWhy} />
      {looks.ok && (
        <ActForm view={view} question={question}>
          <Textarea
            name="reason"
            label={words.reason}
            labelSize="s"
            rows={3}
            value={reason?.typed}
            error={errorAt(
              reason?.fault ? { reason: faultText('reason', reason.fault, language) } : {},
              'reason',
              view,
            )}
          />
          <Button variant="secondary" name="press" value="send-back" preventDoubleClick>
            {words.sendBack}
          </Button>
        </ActForm>
      )}
    </section>
  )
}

const Told = ({
  view,
  title,
  text,
  law,
  names,
}: QuestionProps & { readonly title: string; readonly text: ShownText }) => {
  const { language } = view
  const words = questionsWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <TextTold view={view} text={text} law={law} />
      <SummaryList
        rows={[
          { key: words.audience, value: words.audiences[text.audience] },
          { key: words.writtenBy, value: names.get(text.by) ?? '–' },
          { key: words.lookedBy, value: names.get(text.shownBy) ?? '–' },
          { key: words.looked, value: formatMoment(text.shownAt, language) },
          { key: words.lawOf, value: formatDate(text.lawOn, language, 'plain') },
        ]}
      />
    </section>
  )
}

/** Where what is shown was written by another law, the same words go the same way again. */
const StillRight = (props: QuestionProps) => {
  const { view, question, law, mayWrite } = props
  const words = questionsWords[view.language]
  const { shown, next } = question
  if (!mayWrite || !shown || next || !changedLaw(shown, law)) return null
  return (
    <ActForm view={view} question={question}>
      <h2 class="govuk-heading-s">{words.stillRight}</h2>
      <p class="govuk-body">{words.stillRightWhy}</p>
      <Button name="press" value={STILL_RIGHT} preventDoubleClick>
        {words.ask}
      </Button>
    </ActForm>
  )
}

const PRESSED = {
  show: 'show',
  'take-down': 'takeDown',
  remove: 'remove',
  forget: 'forget',
} as const

type PressProps = QuestionProps & {
  readonly act: keyof typeof PRESSED
  readonly variant?: ButtonVariant
  readonly why: string
}

const Press = ({ view, question, may, act, variant, why }: PressProps) => {
  if (!may(act).ok) return null
  return (
    <ActForm view={view} question={question}>
      <p class="govuk-body">{why}</p>
      <Button
        {...(variant === undefined ? {} : { variant })}
        name="press"
        value={act}
        preventDoubleClick
      >
        {questionsWords[view.language][PRESSED[act]]}
      </Button>
    </ActForm>
  )
}

const ActForm = ({
  view: { language },
  question: { id, version },
  children,
}: Pick<QuestionProps, 'view' | 'question'> & { readonly children: Child }) => (
  <form class="kc-form" method="post" action={paths.question.to(language, { id })} novalidate>
    <input type="hidden" name="version" value={version} />
    {children}
  </form>
)

const History = ({ view: { language }, acts, names }: QuestionProps) => {
  const words = questionsWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.history}</h2>
      <SummaryList
        rows={acts.map(({ act, actor, at }) => ({
          key: formatMoment(at, language),
          value: `${words.acts[act]}, ${names.get(actor) ?? '–'}`,
        }))}
      />
    </section>
  )
}

/** Everybody who acted, so that they are named. */
export const actorsIn = (
  { next, shown, past }: FrequentQuestion,
  acts: readonly ActDone[],
): readonly string[] => [
  ...acts.map(({ actor }) => actor),
  ...(next ? [next.by] : []),
  ...[shown, past].flatMap((text) => (text ? [text.by, text.shownBy] : [])),
]
