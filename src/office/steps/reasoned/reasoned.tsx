import type { Step } from '#core/cases/context.ts'
import { extensionOf } from '#core/cases/counting.ts'
import { extendedDays } from '#core/cases/dues.ts'
import { extend, reopen } from '#core/cases/examining.ts'
import { recall } from '#core/cases/forwarding.ts'
import { end } from '#core/cases/filing.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { outcomeIn } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import { refuse, type Outcome } from '#core/outcome.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { nameOfStep } from '#office/case-actions.ts'
import { reasonIn } from '#office/case-step.ts'
import { Proposed } from '#office/proposed.tsx'
import { reasonText, type Refusal } from '#office/refusals.tsx'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { amount } from '#telling/amounts.ts'
import { officeTag } from '#telling/case-words.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { InsetText } from '#ui/inset-text.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Written } from '#ui/written.tsx'

/** Steps for which nothing is said but why: more time, an end, taking back what time did. */
type Reasoned = {
  readonly words: (asking: Asking) => { readonly lead?: string; readonly hint?: string }
  readonly asksWhy: (asking: Asking) => boolean
  /** What somebody has written about it already. */
  readonly before?: (asking: Asking) => string | undefined
  readonly decide: (asking: Asking, reason: string) => Outcome<Step, Refusal>
}

const reasoned = ({ words, asksWhy, before, decide }: Reasoned): StepHandler => ({
  page: (asking, errors) => {
    const { view, open, rule, typed } = asking
    const { language } = view
    const { lead, hint } = words(asking)
    const written = before?.(asking)
    return (
      <StepPage
        view={view}
        open={open}
        title={nameOfStep(open, rule.code, language)}
        errors={errors}
      >
        {lead !== undefined && <p class="govuk-body">{lead}</p>}
        <Proposed open={open} language={language} />
        {written !== undefined && (
          <InsetText>
            <strong>{reasonWords[language].reason}:</strong> <Written>{written}</Written>
          </InsetText>
        )}
        <StepForm view={view} open={open} step={rule.code}>
          {asksWhy(asking) && (
            <Textarea
              name="reason"
              id="reason"
              label={reasonWords[language].reason}
              hint={hint}
              value={typed['reason']?.[0]}
              rows={6}
              error={errorAt(errors, 'reason', view)}
            />
          )}
        </StepForm>
      </StepPage>
    )
  },
  kept: ({ typed, view: { language } }) => [
    { label: reasonWords[language].reason, text: reasonIn(typed).reason },
  ],
  decide: (asking) => {
    const { reason, problem } = reasonIn(asking.typed)
    if (!asksWhy(asking) || problem === undefined) return decide(asking, reason)
    const text = reasonText(problem, asking.view.language)
    return refuse({ reason: 'form', errors: { reason: text } })
  },
})

export const extending = reasoned({
  words: ({ open, view: { language } }) => {
    const { type, procedure } = open.law
    const term = extensionOf(type, procedure)
    const { length, days, told } = reasonWords[language]
    if (!term) return { hint: told }
    const lead = length.replace('{length}', amount(term.length, term.unit, language))
    const { calendars, on } = open.law
    const moves = extendedDays(open.found.standing, open.law, on)
    if (moves === undefined) return { hint: told, lead }
    const day = (each: IsoDate) =>
      formatCountedDay(each, { language, calendars, style: 'full', remark: 'word' })
    const from = days.replace('{now}', day(moves.now)).replace('{then}', day(moves.extended))
    return { hint: told, lead: `${lead} ${from}` }
  },
  asksWhy: () => true,
  decide: ({ open, rule }, reason) =>
    extend(open.found.standing, open.law, { step: rule.code, reason }),
})

export const ending = reasoned({
  words: ({ open, rule, view: { language } }) => {
    const { ends, endsDecided, told } = reasonWords[language]
    const { standing } = open.found
    const stood = { state: rule.kind === 'end' ? rule.to : '', outcome: outcomeIn(standing) }
    const state = rule.kind === 'end' ? officeTag(stood, open.law.type, language) : ''
    const lead = (standing.decided === undefined ? ends : endsDecided).replace('{state}', state)
    return audienceOf(rule, 'end') === 'person' ? { lead, hint: told } : { lead }
  },
  asksWhy: ({ rule }) => rule.kind === 'end' && rule.reasoned === true,
  decide: ({ open, rule }, reason) =>
    end(open.found.standing, open.law, { step: rule.code, reason }),
})

export const reopening = reasoned({
  words: ({ view: { language } }) => ({ lead: reasonWords[language].reopen }),
  asksWhy: ({ rule }) =>
    rule.kind === 'reopen' && rule.does !== 'enter-again' && rule.confirms === undefined,
  before: ({ open }) => {
    const last = open.found.history.findLast(({ event }) => event.kind === 'reopen')
    return last?.event.kind === 'reopen' ? last.event.reason : undefined
  },
  decide: ({ open, rule }, reason) =>
    reopen(open.found.standing, open.law, { step: rule.code, reason }),
})

export const recalling = reasoned({
  words: ({ view: { language } }) => ({
    lead: reasonWords[language].recall,
    hint: reasonWords[language].told,
  }),
  asksWhy: ({ rule }) => rule.kind === 'recall' && rule.confirms === undefined,
  before: ({ open }) => {
    const last = open.found.history.findLast(({ event }) => event.kind === 'recall')
    return last?.event.kind === 'recall' ? last.event.reason : undefined
  },
  decide: ({ open, rule }, reason) =>
    recall(open.found.standing, open.law, { step: rule.code, reason }),
})

const en = {
  reason: 'Reason',
  length: 'The time limit is extended by {length}. The person is told, with your reason.',
  days: 'The answer is due on {now}; extended, on {then}.',
  ends: 'Nothing is decided, and the case ends as “{state}”.',
  endsDecided: 'What was decided stands, and the case ends as “{state}”.',
  told: 'Write it as the person should read it.',
  reopen:
    'It takes two people. The step is undone, the letters about it do not leave, and the time begins anew.',
  recall:
    'It takes two people. The system is told that the case is examined here from now on, and what it still says changes nothing.',
} as const

const reasonWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    reason: 'Səbəb',
    length: 'Müddət {length} uzadılır. Bu barədə səbəbi ilə birlikdə şəxsə bildirilir.',
    days: 'Cavab üçün son gün indi {now}, uzadılandan sonra {then} olur.',
    ends: 'Qərar verilmir və iş belə bağlanır: «{state}».',
    endsDecided: 'Verilmiş qərar qüvvədə qalır və iş belə bağlanır: «{state}».',
    told: 'Şəxsin oxuyacağı kimi yazın.',
    reopen:
      'Bunun üçün iki nəfər lazımdır. Addım ləğv olunur, onun barədə məktublar göndərilmir və müddət yenidən başlayır.',
    recall:
      'Bunun üçün iki nəfər lazımdır. Sistemə bildirilir ki, işə bundan sonra burada baxılır: onun sonrakı cavabı heç nəyi dəyişmir.',
  },
}
