import type { IsoDate } from '#core/dated.ts'
import { copyPageWords } from '#portal/copy/words.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { formatDate } from '#telling/dates.ts'
import { Button } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly view: View
  readonly id: string
  readonly until: IsoDate
  readonly on: IsoDate
}

/** Where a copy is made, in either form; or that its time is over, and what can be done. */
export const CopyPage = ({ view, id, until, on }: Props) => {
  const { language } = view
  const words = copyPageWords[language]
  const isOver = until < on
  const title = isOver ? words.goneTitle : words.title
  return (
    <Page view={view} title={title} back={paths.decision.to(language, { id })}>
      <h1 class="govuk-heading-l">{title}</h1>
      {!isOver && <p class="govuk-body">{words.lead}</p>}
      <p class="govuk-body">
        {isOver ? words.gone : words.until}: <strong>{formatDate(until, language, 'plain')}</strong>
        .
      </p>
      {isOver ? (
        <p class="govuk-body">
          {words.again}{' '}
          <a class="govuk-link" href={paths.looks.to(language)}>
            {words.link}
          </a>
        </p>
      ) : (
        <>
          <form method="post" action={paths.copy.to(language, { id })}>
            <Button name="form" value="page">
              {words.page}
            </Button>
            <p class="govuk-hint">{words.pageHint}</p>
            <Button name="form" value="file" variant="secondary">
              {words.file}
            </Button>
            <p class="govuk-hint">{words.fileHint}</p>
          </form>
          <InsetText>{words.safe}</InsetText>
        </>
      )}
    </Page>
  )
}
