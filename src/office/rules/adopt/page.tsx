import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Moves } from '#office/rules/adopt/moves.tsx'
import { Adopters, ADOPTERS, Warnings, type ShownDocument } from '#office/rules/page.tsx'
import { rulesWords } from '#office/rules/words.ts'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { formatDate } from '#telling/dates.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

type Props = {
  readonly view: View
  readonly document: ShownDocument
  /** Who would adopt it. */
  readonly adopter: string
}

/** One document, before somebody takes it over in their own name. */
export const AdoptPage = ({ view, document, adopter }: Props) => {
  const { language } = view
  const words = rulesWords[language]
  const { hash, title, kind, inForceFrom, adopters, moves, warnings, provisional } = document
  const href = paths.rules.to(language)
  const isOpen = adopters.length < ADOPTERS && !adopters.some(({ id }) => id === adopter)
  return (
    <Page
      view={view}
      title={words.adoptTitle}
      back={[{ href, text: officeWords[language].backToRules }]}
    >
      <h1 class="govuk-heading-l">{words.adoptTitle}</h1>
      <SummaryList
        rows={[
          { key: words[kind], value: title },
          ...(inForceFrom === undefined
            ? []
            : [{ key: words.inForceFrom, value: formatDate(inForceFrom, language) }]),
          { key: words.hash, value: <code class="kc-value">{hash}</code> },
          { key: words.provisional, value: String(provisional.length) },
          { key: words.adoptions, value: <Adopters adopters={adopters} language={language} /> },
        ]}
      />
      {moves && <Moves moves={moves} language={language} />}
      <Warnings warnings={warnings} language={language} />
      {isOpen ? (
        <form method="post" action={paths.adopt.to(language, { hash })}>
          <p class="govuk-body">{words.adoptHint}</p>
          <ButtonGroup>
            <Button preventDoubleClick>{words.adoptNow}</Button>
            <a class="govuk-link" href={href}>
              {officeWords[language].cancel}
            </a>
          </ButtonGroup>
        </form>
      ) : (
        <p class="govuk-body">{adopters.length < ADOPTERS ? words.youAdopted : words.adoptedTag}</p>
      )}
    </Page>
  )
}
