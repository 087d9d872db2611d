import type { IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { lettersWords, type LettersWords } from '#portal/letters/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { formatMomentInBaku } from '#telling/dates.ts'
import type { MailText } from '#telling/mails.ts'
import { Written } from '#ui/written.tsx'

export type ShownLetter = MailText & {
  readonly writtenIn: Language
  readonly writtenAt: IsoMoment
  readonly sendFrom?: IsoMoment
  readonly sentAt?: IsoMoment
  readonly refusedAt?: IsoMoment
}

type Props = {
  readonly view: View
  readonly id: string
  readonly letters: readonly ShownLetter[]
}

/** Everything that was written to the applicant about one case, newest first. */
export const LettersPage = ({ view, id, letters }: Props) => {
  const { language } = view
  const words = lettersWords[language]
  return (
    <Page view={view} title={words.title} back={paths.application.to(language, { id })}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {letters.length === 0 ? (
        <p class="kc-empty">{words.empty}</p>
      ) : (
        <p class="govuk-body">{words.lead}</p>
      )}
      {letters.map((letter) => (
        <Letter letter={letter} view={view} words={words} />
      ))}
    </Page>
  )
}

const Letter = ({
  letter: { subject, paragraphs, writtenIn, writtenAt, sendFrom, sentAt, refusedAt },
  view: { language },
  words,
}: {
  readonly letter: ShownLetter
  readonly view: View
  readonly words: LettersWords
}) => (
  <article class="kc-letter">
    <h2 class="govuk-heading-m">
      <Written language={writtenIn} page={language}>
        {subject}
      </Written>
    </h2>
    <p class="govuk-hint">
      {words.written}: {formatMomentInBaku(writtenAt, language)}.{' '}
      {sentAt !== undefined
        ? `${words.sent}: ${formatMomentInBaku(sentAt, language)}.`
        : sendFrom !== undefined
          ? `${words.later}: ${formatMomentInBaku(sendFrom, language)}.`
          : refusedAt === undefined && `${words.waiting}.`}
    </p>
    {writtenIn !== language && <p class="govuk-hint">{words[`in-${writtenIn}`]}</p>}
    {refusedAt !== undefined && <p class="govuk-body">{words.refused}</p>}
    {paragraphs.map((paragraph) => (
      <Written as="p" class="govuk-body" language={writtenIn} page={language}>
        <WithLinks text={paragraph} />
      </Written>
    ))}
    <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
  </article>
)

/** Addresses in a letter can be followed here too. */
const WithLinks = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(https?:\/\/\S+)/).map((part, index) =>
      index % 2 === 1 ? (
        <a class="govuk-link" href={part}>
          {part.split(/(?<=[/-])/).map((piece) => (
            <>
              {piece}
              <wbr />
            </>
          ))}
        </a>
      ) : (
        part
      ),
    )}
  </>
)
