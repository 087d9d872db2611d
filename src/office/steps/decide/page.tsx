import { first } from '#core/answers/typed.ts'
import { contestBefore } from '#core/cases/appeal.ts'
import type { DecisionRecord } from '#core/cases/decision-record.ts'
import { outcomeOf, type EffectRule, type StepKind, type StepRule } from '#core/cases/life.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import type { Language } from '#core/language.ts'
import { Opinions } from '#office/assessment.tsx'
import { canTake, nameOfStep } from '#office/case-actions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import { AskedFor, Concerned, type Beside } from '#office/concerned.tsx'
import { DecidedElsewhere, type Elsewhere } from '#office/elsewhere.tsx'
import { partsOf } from '#office/open-case.ts'
import { Registers } from '#office/registers.tsx'
import { Undecided } from '#office/undecided.tsx'
import type { Asking } from '#office/step-handler.ts'
import { Replies, Votes } from '#office/said.tsx'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { wordingOf } from '#office/wording.ts'
import type { CaseDocument } from '#records/documents.ts'
import { ActWhole } from '#telling/act/page.tsx'
import type { ActReading } from '#telling/act/reading.ts'
import { ProvisionalNote } from '#telling/basis.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { decideWords, type DecideWords } from './words.ts'

type Props = {
  readonly asking: Asking
  readonly errors: FieldErrors
  readonly records: readonly DecisionRecord[]
  /** The person reads what is decided, in those words. */
  readonly isRead: boolean
  readonly reading: Omit<ActReading, 'language'>
  /** In which language it is read. */
  readonly reads: Language
  /** Who prepared it, and who voted, by name. */
  readonly names: ReadonlyMap<string, string>
  /** What it is decided by or about. */
  readonly elsewhere: Elsewhere | undefined
  /** What else is open about what is kept of the person. */
  readonly beside: readonly Beside[]
  /** What came with the sides of those who were asked for them. */
  readonly replied: readonly CaseDocument[]
}

type PartProps = Props & { readonly words: DecideWords }

/** The whole decision as the person will read it, and what can be done about it. */
export const DecidePage = (props: Props) => {
  const { asking, records, reading, isRead, errors, names } = props
  const { view, open, rule } = asking
  const { language } = view
  const words = decideWords[language]
  // What somebody came for stands first.
  const forms = rule.kind === 'send-back' ? [SendBackForm, DecideForm] : [DecideForm, SendBackForm]
  const { policy } = asking.c.var.house
  const proposedBy = names.get(open.found.standing.proposed?.by ?? '') ?? ''
  return (
    <StepPage
      view={view}
      open={open}
      title={nameOfStep(open, rule.code, language)}
      errors={errors}
      wide
    >
      <section aria-label={isRead ? words.preview : words.inside}>
        <p class="govuk-body">{isRead ? words.lead : words.leadInside}</p>
        {records.map((record) => (
          <ActWhole
            record={record}
            reading={{
              ...reading,
              contest: isRead ? contestBefore(reading, record.outcome) : undefined,
            }}
            reads={record.translation?.language ?? props.reads}
            page={language}
            actFirst
          />
        ))}
        <ProvisionalNote language={language} />
      </section>
      <div class="kc-split">
        <section class="kc-split__pane">
          <DecidedElsewhere view={view} found={props.elsewhere} />
          <Undecided view={view} open={open} policy={policy} />
          <Concerned view={view} open={open} policy={policy} beside={props.beside} />
          <AskedFor view={view} open={open} wording={wordingOf(asking.c, open.description)} />
          <Replies open={open} view={view} documents={props.replied} />
          {partsOf(open).map((part) => (
            <Registers
              open={part}
              wording={wordingOf(asking.c, open.description)}
              language={language}
            />
          ))}
          {forms.map((Form) => (
            <Form {...props} words={words} />
          ))}
        </section>
        <section class="kc-split__pane kc-split__pane--beside" aria-label={words.beside}>
          {proposedBy !== '' && (
            <p class="govuk-body">
              {words.proposedBy}: {proposedBy}
            </p>
          )}
          <Opinions open={open} language={language} />
          <Votes open={open} language={language} names={names} />
        </section>
      </div>
    </StepPage>
  )
}

/** The steps of a kind that lead on from here; first the one that was asked for. */
function here({ open, rule }: Asking, kind: StepKind): readonly StepRule[] {
  const { state } = open.found.standing
  const all = [rule, ...open.law.type.steps]
  return all.filter((each) => each.kind === kind && each.from.includes(state))
}

/** Whether the person reads what is decided from here. */
export const isReadByPerson = (asking: Asking): boolean =>
  audienceOf(here(asking, 'decide')[0] ?? asking.rule, 'decide') === 'person'

const mineHere = (asking: Asking, kind: StepKind): StepRule | undefined =>
  here(asking, kind).find(({ code }) => canTake(asking.open, code))

const DecideForm = ({ asking, records, words }: PartProps) => {
  const { view, open } = asking
  const rule = mineHere(asking, 'decide')
  if (!rule) return null
  const takes = effectsOf(records, asking).some(({ effect }) => effect === 'end')
  return (
    <>
      <h2 class="govuk-heading-m">{nameOfStep(open, rule.code, view.language)}</h2>
      {takes && <WarningText label={words.warning}>{words.takes}</WarningText>}
      <p class="govuk-body">{followsText({ asking, records, words, step: rule.code })}</p>
      <p class="govuk-body-s">{words.notSigned}</p>
      <StepForm
        view={view}
        open={open}
        step={rule.code}
        {...(takes ? { variant: 'warning' } : {})}
      />
    </>
  )
}

const effectsOf = (records: readonly DecisionRecord[], { open }: Asking): readonly EffectRule[] =>
  records.flatMap(({ outcome }) => outcomeOf(open.law.type, outcome)?.effects ?? [])

type Following = Pick<PartProps, 'asking' | 'records' | 'words'> & { readonly step: string }

/** What deciding brings about: what is given, and whether anybody is written to. */
function followsText({ asking, records, words, step }: Following): string {
  const causes = (wanted: EffectRule['effect']) =>
    effectsOf(records, asking).some(({ effect }) => effect === wanted)
  const isTold = asking.open.law.type.letters.some(
    ({ on, when }) =>
      on === step && records.some(({ outcome }) => (when?.outcome ?? outcome) === outcome),
  )
  const follows = [
    ...(causes('issue') ? [words.gives] : []),
    ...(causes('replace') ? [words.replaces] : []),
  ]
  return [...follows, isTold ? words.told : words.untold].join(' ')
}

const SendBackForm = ({ asking, errors, words }: PartProps) => {
  const { view, open, typed } = asking
  const rule = mineHere(asking, 'send-back')
  if (!rule) return null
  return (
    <>
      <h2 class="govuk-heading-m">{nameOfStep(open, rule.code, view.language)}</h2>
      <p class="govuk-body">{words.sendBackLead}</p>
      <StepForm view={view} open={open} step={rule.code} variant="secondary">
        <Textarea
          name="reason"
          id="reason"
          label={words.reason}
          value={first(typed, 'reason')}
          error={errorAt(errors, 'reason', view)}
          rows={4}
        />
      </StepForm>
    </>
  )
}
