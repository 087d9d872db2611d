import type { Language } from '#core/language.ts'
import type { Block, CaseType } from '#core/policy/case-type.ts'
import { AnswerFields, errorsOf, type Asking } from '#portal/answer-fields.tsx'
import { consentPeople } from '#portal/consent-words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { BORN } from '#portal/people/form.ts'
import { tooOftenText } from '#portal/people/out/mailing.ts'
import { peopleWordsOf, type PeopleWords } from '#portal/people/words.ts'
import { Page, type PageError } from '#portal/shell.tsx'
import type { Reached } from '#records/attempts.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import type { Child } from '#ui/markup.ts'

/** Who joins an application, and who leaves it. */
type Base = {
  readonly view: View
  readonly address: string
  /** Of what: an application, or a family. */
  readonly type: Pick<CaseType, 'family'>
}

type FormProps = Base & {
  readonly asks: 'add' | 'invite'
  readonly block: Block
  readonly asking: Asking
  /** The id that whoever is added will have, so that a second press adds nobody. */
  readonly person?: string
  readonly errors?: readonly PageError[]
  /** As what they join, where there is no choice. */
  readonly joinsAs?: string | undefined
  /** Whoever joins only consents. */
  readonly consents?: boolean
  /** Shown where those who are of age can be invited instead. */
  readonly invites?: boolean
}

/** What is asked of somebody before they are in. */
export const PersonFormPage = (props: FormProps) => {
  const { view, address: id, asks, block, asking, person, errors = [], invites = false } = props
  const { joinsAs, type, consents } = props
  const { language } = view
  const words = wordsOf(language, { type, consents })
  const title = words[`${asks}Title`]
  const [path, back] = [asks === 'add' ? paths.addPerson : paths.invite, paths.application]
  return (
    <Page
      view={view}
      title={title}
      back={back.to(language, { id })}
      errors={[...errors, ...errorsOf(block, asking)]}
      keeps="typed"
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{words[`${asks}Lead`]}</p>
      <form id="typed" class="kc-form" method="post" action={path.to(language, { id })} novalidate>
        {person !== undefined && <input type="hidden" name="person" value={person} />}
        {joinsAs !== undefined && (
          <p class="govuk-body">{words.inviteAs.replace('{role}', joinsAs)}</p>
        )}
        <AnswerFields block={block} asking={asking} />
        {TOLD[asks]
          .filter((told) => told !== 'addAge' || block.fields.some(({ code }) => code === BORN))
          .map((told) => (
            <p class="govuk-body">{words[told]}</p>
          ))}
        <ButtonGroup>
          <Button preventDoubleClick>{words[`${asks}Button`]}</Button>
          {invites && (
            <a class="govuk-link" href={paths.invite.to(language, { id })}>
              {words.toInvite}
            </a>
          )}
        </ButtonGroup>
      </form>
    </Page>
  )
}

const wordsOf = (
  language: Language,
  { type, consents = false }: Pick<Base, 'type'> & { readonly consents?: boolean | undefined },
): PeopleWords => ({
  ...peopleWordsOf(language, type),
  ...(consents ? consentPeople[language] : {}),
})

const TOLD = { add: ['addName', 'addAge'], invite: ['inviteTold', 'inviteYours'] } as const

type QuestionProps = Base & {
  readonly asks: 'withdraw' | 'remove' | 'leave'
  readonly action: string
  /** Whoever leaves has only consented. */
  readonly consents?: boolean
  /** To whom the invitation went. */
  readonly email?: string
  /** It cannot be done any more, or not yet. */
  readonly refusal?: 'tooLate' | 'actsForOthers' | undefined
}

/** Asks once, says what follows, and offers the way back. */
export const QuestionPage = (props: QuestionProps) => {
  const { view, address: id, asks, action, email = '', refusal } = props
  const words = wordsOf(view.language, props)
  const title = words[`${asks}Title`]
  const back = paths.application.to(view.language, { id })
  const errors = refusal === undefined ? [] : [{ text: words[refusal] }]
  return (
    <Page view={view} title={title} back={back} errors={errors}>
      <h1 class="govuk-heading-l">{title}</h1>
      {refusal === undefined ? (
        <form method="post" action={action}>
          <p class="govuk-body">{words[asks].replace('{email}', email)}</p>
          <ButtonGroup>
            <Button variant="warning" preventDoubleClick>
              {words[`${asks}Yes`]}
            </Button>
            <a class="govuk-link" href={back}>
              {words[`${asks}No`]}
            </a>
          </ButtonGroup>
        </form>
      ) : (
        <ButtonLink href={back}>{words.toApplication}</ButtonLink>
      )}
    </Page>
  )
}

type ShutProps = Base & { readonly asks: 'add' | 'invite'; readonly why: 'full' | 'closed' }

/** Nobody else can come in: said on a page of its own, since there is nothing to fill in. */
export const ShutPage = ({ view, address: id, asks, why, type }: ShutProps): Child => {
  const words = peopleWordsOf(view.language, type)
  const title = words[`${asks}Title`]
  const back = paths.application.to(view.language, { id })
  return (
    <Page view={view} title={title} back={back}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{words[why]}</p>
      <ButtonLink href={back}>{words.toApplication}</ButtonLink>
    </Page>
  )
}

type TooOftenProps = Base & { readonly reached: Reached }

/** So many mails went out that one more has to wait. */
export const TooOftenPage = ({ view, address: id, reached, type }: TooOftenProps): Child => {
  const words = peopleWordsOf(view.language, type)
  const back = paths.application.to(view.language, { id })
  return (
    <Page view={view} title={words.inviteTitle} back={back}>
      <h1 class="govuk-heading-l">{words.inviteTitle}</h1>
      <p class="govuk-body">{tooOftenText(reached, view.language)}</p>
      <ButtonLink href={back}>{words.toApplication}</ButtonLink>
    </Page>
  )
}
