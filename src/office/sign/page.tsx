import type { DecisionRecord } from '#core/lifecycle/decision-record.ts'
import { may } from '#core/lifecycle/may.ts'
import { Opinions } from '#office/assessment.tsx'
import type { ReasonProblem } from '#office/case-step.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { signWords, type SignWords } from '#office/sign/words.ts'
import { StepForm, StepPage } from '#office/step-page.tsx'
import { officeWords } from '#office/words.ts'
import { ProvisionalNote } from '#telling/basis.tsx'
import { DecisionAnswer, DecisionText, type DecisionReading } from '#telling/decision.tsx'
import { Textarea } from '#ui/textarea.tsx'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly record: DecisionRecord
  readonly reading: DecisionReading
  /** Who prepared the draft, by name. */
  readonly draftedBy: string
  /** The page was opened to send the draft back. */
  readonly isSendBack: boolean
  readonly reason?: string
  readonly problem?: ReasonProblem
}

type PartProps = Props & { readonly words: SignWords }

/** The whole decision as the applicant will read it, and what a signer may do about it. */
export const SignPage = (props: Props) => {
  const { view, open, record, reading, problem } = props
  const { language } = view
  const words = signWords[language]
  const maySign = may(open.law, 'sign', open.found.application).ok
  return (
    <StepPage
      view={view}
      open={open}
      title={maySign && !props.isSendBack ? words.title : words.sendBackTitle}
      errors={problem ? [{ text: words[`reason-${problem}`], href: '#reason' }] : []}
    >
      <div class="kc-split">
        <section class="kc-split__pane" aria-label={words.preview}>
          <p class="govuk-body">{words.lead}</p>
          <DecisionAnswer record={record} reading={reading} headingLevel="h2" />
          <DecisionText record={record} reading={reading} />
          <ProvisionalNote language={language} />
        </section>
        <section class="kc-split__pane kc-split__pane--beside" aria-label={words.beside}>
          {maySign && <SignForm {...props} words={words} />}
          <SendBackForm {...props} words={words} />
          {props.draftedBy !== '' && (
            <p class="govuk-body">
              {words.draftedBy}: {props.draftedBy}
            </p>
          )}
          <Opinions open={open} language={language} />
        </section>
      </div>
    </StepPage>
  )
}

const SignForm = ({ view, open, record, words }: PartProps) => (
  <>
    <h2 class="govuk-heading-m">{words.signTitle}</h2>
    <p class="govuk-body">
      {record.outcome === 'recognised' ? words.signRecognise : words.signRefuse}
    </p>
    <p class="govuk-body-s">{words.notSigned}</p>
    <StepForm
      view={view}
      open={open}
      action="sign"
      to={paths.sign.to(view.language, { id: open.found.application.id })}
    />
  </>
)

const SendBackForm = ({ view, open, words, reason, problem }: PartProps) => {
  if (!may(open.law, 'send-back', open.found.application).ok) return null
  const prefix = officeWords[view.language].error
  return (
    <>
      <h2 class="govuk-heading-m">{words.sendBack}</h2>
      <p class="govuk-body">{words.sendBackLead}</p>
      <StepForm
        view={view}
        open={open}
        action="send-back"
        to={paths.sendBack.to(view.language, { id: open.found.application.id })}
        variant="secondary"
      >
        <Textarea
          name="reason"
          label={words.reason}
          value={reason}
          error={problem && { prefix, text: words[`reason-${problem}`] }}
          rows={4}
        />
      </StepForm>
    </>
  )
}
