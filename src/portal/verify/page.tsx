import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import {
  NOTHING_TYPED,
  type ClaimErrors,
  type ClaimField,
  type TypedClaim,
} from '#portal/verify/form.ts'
import { verifyWords, type VerifyWords } from '#portal/verify/words.ts'
import { portalWords } from '#portal/words.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { Button } from '#ui/button.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { Steps } from '#ui/ornaments.tsx'
import { TextInput } from '#ui/text-input.tsx'

/** What became of a check: nothing asked yet, a match, one of before, none, or too many tries. */
export type Verdict =
  | { readonly kind: 'none-asked' }
  | {
      readonly kind: 'valid'
      /** What kinds of status are called, and that this one holds, in the words of its kind. */
      readonly status: string
      readonly tag: string
      readonly number: string
      readonly field: string
      readonly validUntil: IsoDate
    }
  /** What was shown is an earlier document of a status that is valid. */
  | { readonly kind: 'replaced'; readonly on: IsoDate }
  | { readonly kind: 'no-match' }
  | {
      readonly kind: 'too-often'
      readonly until: IsoMoment
      readonly seconds: number
      /** Whoever has the sheet, and has typed its number, need not wait. */
      readonly byCode: boolean
    }

type Props = {
  readonly view: View
  readonly typed?: TypedClaim
  readonly errors?: ClaimErrors
  readonly verdict?: Verdict
}

const FIELDS = ['document', 'birth-date', 'passport'] as const satisfies readonly ClaimField[]

/** Anyone may check a status who has the document and the passport before them. */
export const VerifyPage = ({
  view,
  typed = NOTHING_TYPED,
  errors = {},
  verdict = { kind: 'none-asked' },
}: Props) => {
  const words = verifyWords[view.language]
  const summary = FIELDS.flatMap((field) => {
    const code = errors[field]
    const href = field === 'birth-date' ? '#birth-date-day' : `#${field}`
    return code === undefined ? [] : [{ text: words[code], href }]
  })
  const isAsking = verdict.kind !== 'valid'
  return (
    <Page
      view={view}
      title={titleOf(verdict, words)}
      errors={summary}
      {...(isAsking ? { keeps: 'typed' } : {})}
    >
      {verdict.kind === 'none-asked' ? (
        <>
          <h1 class="govuk-heading-l">{words.title}</h1>
          <p class="govuk-body">{words.lead}</p>
        </>
      ) : (
        <Answer verdict={verdict} view={view} words={words} />
      )}
      {isAsking ? (
        <VerifyForm view={view} typed={typed} errors={errors} words={words} />
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.verify.to(view.language)}>
            {words.again}
          </a>
        </p>
      )}
    </Page>
  )
}

function titleOf({ kind }: Verdict, words: VerifyWords): string {
  switch (kind) {
    case 'none-asked':
      return words.title
    case 'valid':
      return words.validTitle
    case 'replaced':
      return words.replacedTitle
    case 'no-match':
      return words.noneTitle
    case 'too-often':
      return words.laterTitle
  }
}

const TONE = {
  valid: 'good',
  replaced: 'against',
  'no-match': 'against',
  'too-often': 'wait',
} as const

function wordOf(verdict: Asked, words: VerifyWords): string {
  switch (verdict.kind) {
    case 'valid':
      return verdict.tag
    case 'replaced':
      return words.replacedWord
    case 'no-match':
      return words.noneWord
    case 'too-often':
      return words.laterWord
  }
}

type Asked = Exclude<Verdict, { kind: 'none-asked' }>

const Answer = ({
  verdict,
  view: { language },
  words,
}: {
  readonly verdict: Asked
  readonly view: View
  readonly words: VerifyWords
}) => (
  <section class={`kc-answer kc-answer--${TONE[verdict.kind]}`}>
    <Steps />
    <p class="kc-answer__word">{wordOf(verdict, words)}</p>
    <h1 class="kc-answer__title">{titleOf(verdict, words)}</h1>
    {verdict.kind === 'valid' && (
      <>
        <p class="kc-answer__lead">{words.validLead}</p>
        <dl class="kc-answer__facts">
          <div>
            <dt>{words.status}</dt>
            <dd>{verdict.status}</dd>
          </div>
          <div>
            <dt>{words.number}</dt>
            <dd>{verdict.number}</dd>
          </div>
          {verdict.field !== '' && (
            <div>
              <dt>{words.field}</dt>
              <dd>{verdict.field}</dd>
            </div>
          )}
          <div>
            <dt>{words.until}</dt>
            <dd>{formatDate(verdict.validUntil, language, 'plain')}</dd>
          </div>
        </dl>
      </>
    )}
    {verdict.kind === 'replaced' && (
      <p class="kc-answer__lead">
        {words.replacedLead} <strong>{formatDate(verdict.on, language, 'plain')}</strong>.
      </p>
    )}
    {verdict.kind === 'no-match' && <p class="kc-answer__lead">{words.noneLead}</p>}
    {verdict.kind === 'too-often' && (
      <p class="kc-answer__lead">
        {words.laterLead} <strong>{formatMomentInBaku(verdict.until, language)}</strong>.
      </p>
    )}
    {verdict.kind === 'too-often' && !verdict.byCode && (
      <p class="kc-answer__lead">{words.laterCode}</p>
    )}
  </section>
)

type FormProps = {
  readonly view: View
  readonly typed: TypedClaim
  readonly errors: ClaimErrors
  readonly words: VerifyWords
}

const VerifyForm = ({ view: { language }, typed, errors, words }: FormProps) => {
  const prefix = portalWords[language].error
  const errorAt = (field: ClaimField) => {
    const code = errors[field]
    return code === undefined ? undefined : { prefix, text: words[code] }
  }
  return (
    <form id="typed" method="post" action={paths.verify.to(language)} novalidate>
      <TextInput
        name="document"
        label={words.document}
        hint={words.documentHint}
        value={typed.document}
        error={errorAt('document')}
        width={30}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <DateInput
        id="birth-date"
        name="birth-date"
        legend={words.birthDate}
        hint={words.birthDateHint}
        labels={{ day: words.day, month: words.month, year: words.year }}
        value={{ day: typed.day, month: typed.month, year: typed.year }}
        error={errorAt('birth-date')}
      />
      <TextInput
        name="passport"
        label={words.passport}
        hint={words.passportHint}
        value={typed.passport}
        error={errorAt('passport')}
        width={5}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <Button>{words.check}</Button>
    </form>
  )
}
