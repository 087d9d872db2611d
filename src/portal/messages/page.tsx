import type { Context } from '#core/cases/context.ts'
import { isOfficeRole } from '#core/cases/roles.ts'
import type { Laws } from '#core/policy/laws.ts'
import { AnsweredBy } from '#portal/answered-by.tsx'
import type { View } from '#portal/env.ts'
import { messagesWords } from '#portal/messages/words.ts'
import { paths } from '#portal/paths.ts'
import { keptTyped, Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { writingWords } from '#portal/writing-words.ts'
import type { Trouble } from '#portal/writing.ts'
import { Written } from '#portal/written.tsx'
import type { Case } from '#records/read-case.ts'
import { stepName } from '#telling/case-words.ts'
import { OfficialsWrite } from '#telling/officials-write.tsx'
import { Button } from '#ui/button.tsx'
import { Textarea } from '#ui/textarea.tsx'

export type MessagesProps = {
  readonly view: View
  readonly found: Case
  /** What stands for the case in an address. */
  readonly address: string
  readonly context: Context
  readonly laws: Laws
  /** By which step whoever reads this can write now, and what the page was made from. */
  readonly writes: { readonly step: string; readonly version: string } | undefined
  readonly text: string
  readonly trouble: Trouble | undefined
}

/** All that was written, the oldest first, and one box to write. */
export const MessagesPage = (props: MessagesProps) => {
  const { view, found, address: id, context, writes, text, trouble } = props
  const { language } = view
  const words = messagesWords[language]
  const error = trouble === undefined ? undefined : { ...words, ...writingWords[language] }[trouble]
  return (
    <Page
      view={view}
      title={words.title}
      errors={error === undefined ? [] : [{ text: error, href: writes ? '#text' : '#messages' }]}
      back={paths.application.to(language, { id })}
      keeps="typed"
      script="application.js"
    >
      <p class="govuk-caption-l">{found.standing.number}</p>
      <h1 class="govuk-heading-l" id="messages">
        {words.title}
      </h1>
      <p class="govuk-body-l">{words.lead}</p>
      <AllWritten {...props} />
      <AnsweredBy {...props} language={language} label={words.until} />
      {writes ? (
        <form
          id="typed"
          class="kc-form"
          method="post"
          action={paths.messages.to(language, { id })}
          novalidate
          {...keptTyped(language, { isSaved: text === '' })}
        >
          <input type="hidden" name="version" value={writes.version} />
          <Textarea
            name="text"
            id="text"
            label={words.text}
            labelSize="m"
            hint={words.hint}
            value={text}
            rows={8}
            error={
              error === undefined ? undefined : { text: error, prefix: portalWords[language].error }
            }
          />
          <Button preventDoubleClick>{stepName(context.type, writes.step, language)}</Button>
        </form>
      ) : (
        <>
          <p class="govuk-body">{words.closed}</p>
          {text !== '' && <p class="govuk-body kc-value">{text}</p>}
        </>
      )}
    </Page>
  )
}

const AllWritten = ({
  view: { language },
  found: { standing },
  context: { type },
}: MessagesProps) => {
  const said = standing.said.filter(({ messages }) => messages.length > 0)
  if (said.length === 0) return null
  return (
    <>
      {said.some(({ role }) => isOfficeRole(role)) && <OfficialsWrite language={language} />}
      <Written said={said} type={type} language={language} />
    </>
  )
}
