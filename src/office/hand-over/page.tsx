import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { LANGUAGES } from '#core/language.ts'
import { wayBack } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { handOverWords, IN_LANGUAGE, type HandOverWords } from '#office/hand-over/words.ts'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'

type Props = {
  readonly view: View
  readonly here: string
  /** What they are in which case. */
  readonly role: string
  readonly number: string
  readonly ofAgeOn: IsoDate
  readonly invitedUntil?: IsoMoment
  readonly email: string
  readonly reads: string
  readonly problem?: keyof HandOverWords | undefined
}

/** Where somebody who is of age, and for whom nobody acts any more, is to be written to. */
export const HandOverPage = (props: Props) => {
  const { view, here, role, number, ofAgeOn, invitedUntil, email, reads, problem } = props
  const { language } = view
  const words = handOverWords[language]
  const who = words.who
    .replace('{role}', () => role)
    .replace('{number}', () => number)
    .replace('{date}', () => formatDate(ofAgeOn, language))
  const error = problem && { text: words[problem], prefix: officeWords[language].error }
  return (
    <Page view={view} title={words.title} back={[wayBack(view)]}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{who}</p>
      <p class="govuk-body">{words.lead}</p>
      <p class="govuk-body">{words.ask}</p>
      {invitedUntil !== undefined && (
        <p class="govuk-body">
          {words.waits.replace('{time}', () => formatMomentInBaku(invitedUntil, language))}
        </p>
      )}
      <form method="post" action={here} novalidate>
        <TextInput
          name="email"
          type="email"
          label={words.email}
          value={email}
          width={20}
          spellcheck={false}
          error={error}
        />
        <Select
          name="language"
          label={words.language}
          value={reads}
          options={LANGUAGES.map((value) => ({ value, text: IN_LANGUAGE[value] }))}
        />
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </Page>
  )
}
