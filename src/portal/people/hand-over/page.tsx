import type { IsoDate } from '#core/dated.ts'
import { AnswerFields, errorsOf, type Asking } from '#portal/answer-fields.tsx'
import type { View } from '#portal/env.ts'
import { Invitations, type Joins } from '#portal/joins.tsx'
import { paths } from '#portal/paths.ts'
import { addressAsked } from '#portal/people/form.ts'
import { handOverWords } from '#portal/people/hand-over/words.ts'
import { Page, type PageError } from '#portal/shell.tsx'
import { formatDate } from '#telling/dates.ts'
import { Button } from '#ui/button.tsx'

type Props = {
  readonly view: View
  /** Of whom, in which case. */
  readonly address: string
  readonly name: string
  readonly ofAgeOn: IsoDate
  readonly isOfAge: boolean
  readonly asking: Asking
  readonly errors?: readonly PageError[]
  /** With the invitation that waits, where there is one: no other goes out beside it. */
  readonly joins: Pick<Joins, 'language' | 'id' | 'now' | 'type' | 'invitations'>
}

/** Asks where to invite somebody who is of age, and says what follows for both. */
export const HandOverPage = (props: Props) => {
  const { view, address, name, ofAgeOn, isOfAge, asking, errors = [], joins } = props
  const { language } = view
  const words = handOverWords[language]
  const title = words.title.replace('{name}', () => name)
  const back = paths.application.to(language, { id: joins.id })
  const block = addressAsked()
  const since = (isOfAge ? words.now : words.soon).replace('{date}', formatDate(ofAgeOn, language))
  return (
    <Page
      view={view}
      title={title}
      back={back}
      errors={[...errors, ...errorsOf(block, asking)]}
      keeps="typed"
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{since}</p>
      <p class="govuk-body">{words.same}</p>
      <p class="govuk-body">{words.sees}</p>
      {joins.invitations.length > 0 ? (
        <Invitations {...joins} />
      ) : (
        <form
          id="typed"
          class="kc-form"
          method="post"
          action={paths.handOver.to(language, { id: address })}
          novalidate
        >
          <AnswerFields block={block} asking={asking} />
          {[words.own, words.told, words.shows].map((text) => (
            <p class="govuk-body">{text}</p>
          ))}
          <Button preventDoubleClick>{words.button}</Button>
        </form>
      )}
    </Page>
  )
}
