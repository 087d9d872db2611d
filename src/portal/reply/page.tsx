import type { Context } from '#core/cases/context.ts'
import type { IsoDate } from '#core/dated.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Term } from '#core/policy/procedure.ts'
import { DutyIsPaid, type DutyPaid } from '#portal/duty-paid.tsx'
import type { View } from '#portal/env.ts'
import { OwnFiles } from '#portal/own-files.tsx'
import { paths } from '#portal/paths.ts'
import { replyWords } from '#portal/reply/words.ts'
import { keptTyped, Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import type { CaseDocument } from '#records/documents.ts'
import type { Case } from '#records/read-case.ts'
import { Clause } from '#telling/basis.tsx'
import { stepName } from '#telling/case-words.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { Passed } from '#telling/due.tsx'
import { OfficialsWrite, WRITTEN_IN } from '#telling/officials-write.tsx'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Written } from '#ui/written.tsx'

/** Why a reply was not taken as it is. */
export type Trouble = 'both' | 'empty' | 'withFiles' | 'long' | 'stale' | 'unreadable'

export type ReplyProps = {
  readonly view: View
  readonly found: Case
  /** What stands for the case in an address. */
  readonly address: string
  readonly context: Context
  readonly laws: Laws
  readonly step: string
  readonly dueOn: IsoDate | undefined
  /** The time that its day is counted from. */
  readonly term: Term | undefined
  readonly version: string
  /** What they have added to it, where anything can be. */
  readonly files: readonly CaseDocument[]
  readonly takesFiles: boolean
  readonly text: string
  readonly trouble: Trouble | undefined
  /** What gave that which it is about is paid for, where all of it is. */
  readonly paid: DutyPaid | undefined
}

/** What is proposed and why, until when, and one box for what the person says to it. */
export const ReplyPage = (props: ReplyProps) => {
  const { view, found, address: id, context, step, version, text, trouble } = props
  const { language } = view
  const words = replyWords[language]
  const { number } = found.standing
  const title = stepName(context.type, step, language)
  const error = trouble === undefined ? undefined : words[trouble]
  return (
    <Page
      view={view}
      title={title}
      errors={error === undefined ? [] : [{ text: error, href: '#text' }]}
      back={paths.application.to(language, { id })}
      keeps="typed"
      script="application.js"
    >
      <p class="govuk-caption-l">{number}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">
        {words.intro} {found.status?.inForce === true && words.holds}
      </p>
      <Proposed {...props} />
      <DutyIsPaid paid={props.paid} language={language} />
      <Until {...props} />
      <Files {...props} />
      <form
        id="typed"
        class="kc-form"
        method="post"
        action={paths.reply.to(language, { id })}
        novalidate
        {...keptTyped(language, { isSaved: text === '' })}
      >
        <input type="hidden" name="version" value={version} />
        <Textarea
          name="text"
          id="text"
          label={words.text}
          labelSize="m"
          hint={words.hint}
          value={text}
          rows={10}
          error={
            error === undefined ? undefined : { text: error, prefix: portalWords[language].error }
          }
        />
        <p class="govuk-body">{words.once}</p>
        <ButtonGroup>
          <Button name="press" value="send" preventDoubleClick>
            {words.send}
          </Button>
          <Button name="press" value="nothing" variant="secondary" preventDoubleClick>
            {words.nothing}
          </Button>
        </ButtonGroup>
      </form>
    </Page>
  )
}

/** The grounds in the reader’s language; the reasons translated, where they are, and as written. */
const Proposed = ({ view: { language }, found, context }: ReplyProps) => {
  const proposals = found.standing.proposed?.proposals ?? []
  if (proposals.length === 0) return null
  const words = replyWords[language]
  const { grounds } = context.procedure
  return (
    <section>
      <h2 class="govuk-heading-m">{words.why}</h2>
      {proposals.map(({ grounds: chosen, reasoning, translation }) => (
        <>
          {grounds
            .filter(({ code }) => chosen.includes(code))
            .map(({ title }) => (
              <p class="govuk-body">
                <strong>{title[language]}</strong>
              </p>
            ))}
          {translation?.language === language && translation.reasoning !== undefined && (
            <p class="govuk-body kc-value">{translation.reasoning}</p>
          )}
          <Written as="p" class="govuk-body kc-value" language={WRITTEN_IN} page={language}>
            {reasoning}
          </Written>
        </>
      ))}
      <OfficialsWrite language={language} />
    </section>
  )
}

/** Before the box: whoever leaves the page for it has written nothing yet. */
const Files = ({ view: { language }, address: id, files, takesFiles }: ReplyProps) => {
  if (!takesFiles) return null
  const words = replyWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.files}</h2>
      <p class="govuk-body">{files.length > 0 ? words.filesThere : words.filesHint}</p>
      <OwnFiles language={language} address={id} files={files} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.documents.to(language, { id })}>
          {files.length > 0 ? words.filesChange : words.filesAdd}
        </a>
      </p>
    </section>
  )
}

const Until = ({ view: { language }, context, laws, dueOn, term }: ReplyProps) => {
  if (dueOn === undefined) return null
  const { calendars, on } = context
  const words = replyWords[language]
  const day = formatCountedDay(dueOn, { language, calendars, style: 'full', unit: term?.unit })
  return (
    <InsetText>
      {words.until} <strong>{day}</strong>. {words.after}
      {dueOn < on && <Passed day="heard" language={language} />}
      {term && (
        <Clause
          laws={laws}
          language={language}
          basis={basisOf(term, 'length')}
          what={term.title[language]}
        />
      )}
    </InsetText>
  )
}
