import type { AnswerRefusal } from '#core/cases/answering.ts'
import type { AssignRefusal } from '#core/cases/assigning.ts'
import type { AskRefusal } from '#core/cases/asking.ts'
import type { DecideRefusal, ProposeRefusal, SendBackRefusal } from '#core/cases/deciding.ts'
import type { ExtendRefusal, ReopenRefusal, ReturnRefusal } from '#core/cases/examining.ts'
import type { EndRefusal } from '#core/cases/filing.ts'
import { meaningOf } from '#core/cases/holds.ts'
import { may, type BeginRefusal } from '#core/cases/may.ts'
import type { ConsultRefusal } from '#core/cases/registers.ts'
import { askOf } from '#core/cases/life.ts'
import { outcomeIn } from '#core/cases/standing.ts'
import type { SayRefusal } from '#core/cases/saying.ts'
import type { TellRefusal } from '#core/cases/telling.ts'
import type { Test } from '#core/cases/tests.ts'
import type { IsoDate } from '#core/dated.ts'
import { answerMeaning, askedFor } from '#core/answers/asked.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { FormRefusal, Kept, ReasonProblem, Stale } from '#office/case-step.ts'
import { wayBack, wayToCase, withBack } from '#office/back.ts'
import { viewOf, type OfficeContext, type View } from '#office/env.ts'
import { filedIn, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusalWords } from '#office/refusal-words.ts'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { wordingOf } from '#office/wording.ts'
import { questionName, valueText } from '#telling/answers.tsx'
import { officeTag, stepName } from '#telling/case-words.ts'
import { formatCountedDay, formatDate } from '#telling/dates.ts'
import type { Wording } from '#telling/option-names.ts'
import type { Child } from '#ui/markup.ts'
import { SummaryList } from '#ui/summary-list.tsx'

/** Every reason for which a step of the office is not taken. */
export type Refusal =
  | AskRefusal
  | ReturnRefusal
  | AnswerRefusal
  | ExtendRefusal
  | ProposeRefusal
  | SendBackRefusal
  | DecideRefusal
  | EndRefusal
  | TellRefusal
  | ReopenRefusal
  | AssignRefusal
  | SayRefusal
  | ConsultRefusal
  | BeginRefusal
  | FormRefusal
  | Stale

type Told = {
  readonly open: OpenCase
  readonly language: OfficeLanguage
  readonly wording: Wording
}

/** Why something cannot be done now, in words; what stands in the way is named. */
export function refusalText(refusal: Refusal, told: Told): string {
  const { open, language } = told
  const { type, procedure, scoring } = open.description
  const words = refusalWords[language]
  const ground = (code: string) =>
    procedure.grounds.find((each) => each.code === code)?.title[language]
  if (isPlain(refusal)) return words.plain[refusal.reason]
  switch (refusal.reason) {
    case 'not-in-this-state': {
      const outcome = outcomeIn(open.found.standing)
      const state = officeTag({ state: refusal.state, outcome }, type, language)
      return words['not-in-this-state'].replace('{state}', state)
    }
    case 'another-person-must':
      return words['another-person-must'].replace('{step}', stepName(type, refusal.step, language))
    case 'not-yet-due': {
      const { calendars } = open.law
      const day = formatCountedDay(refusal.dueOn, { language, calendars, style: 'full' })
      return words['not-yet-due'].replace('{day}', day)
    }
    case 'told-outside': {
      const { calendars } = open.law
      const dayOf = (day: IsoDate) =>
        formatCountedDay(day, { language, calendars, style: 'plain', unit: 'calendar-days' })
      return words['told-outside']
        .replace('{from}', dayOf(refusal.from))
        .replace('{until}', dayOf(refusal.until))
    }
    case 'too-few-to-vote':
      return words['too-few-to-vote'].replace('{needed}', String(refusal.needed))
    case 'set-aside-before':
      return words['set-aside-before'].replace('{day}', formatDate(refusal.on, language, 'plain'))
    case 'held-back':
      return words['held-back'].replace('{number}', refusal.number)
    case 'too-late-to-extend': {
      const { calendars } = open.law
      const day = formatCountedDay(refusal.extended, { language, calendars, style: 'plain' })
      return words['too-late-to-extend'].replace('{day}', day)
    }
    case 'used-up':
      return words['used-up'].replace('{times}', String(refusal.times))
    case 'does-not-hold':
      return testText(refusal.test, told)
    case 'no-scorer': {
      const { criterion: code } = refusal
      const title = scoring?.criteria.find((each) => each.code === code)?.title[language]
      return words['no-scorer'].replace('{criterion}', title ?? code)
    }
    case 'ground-contradicted':
      return words['ground-contradicted']
        .replace('{ground}', ground(refusal.ground) ?? refusal.ground)
        .replace('{why}', testText(refusal.test, told))
    case 'form':
      return Object.values(refusal.errors).join('. ')
  }
}

type PlainReason = keyof (typeof refusalWords)['en']['plain']

const isPlain = (refusal: Refusal): refusal is Extract<Refusal, { readonly reason: PlainReason }> =>
  Object.hasOwn(refusalWords.en.plain, refusal.reason)

/** What a test found: of an answer, the question with what was answered. */
export function testText(test: Test, { open, language, wording }: Told): string {
  const meaning = meaningOf(test)
  const { type } = open.description
  if (test.test === 'recorded') {
    const option = askOf(type, test.step)?.options?.find(({ code }) => code === test.option)
    return refusalWords[language].tests.recorded
      .replace('{step}', () => stepName(type, test.step, language))
      .replace('{option}', () => option?.title[language] ?? test.option)
  }
  const asked = meaning && askedFor(type, meaning)
  const value = meaning && answerMeaning(type, filedIn(open.found.standing).answers, meaning)
  if (!asked || value === undefined) return refusalWords[language].tests[test.test]
  return refusalWords[language].answered
    .replace('{question}', questionName(asked.field, { language, reader: 'office' }))
    .replace('{answer}', valueText(asked.field, value, wording))
}

/** What is wrong with a reason, a note or another text. */
export const reasonText = (problem: ReasonProblem, language: OfficeLanguage): string =>
  refusalWords[language][problem]

/** The same with the way on, where there is one. */
export function refusalShown(refusal: Refusal, c: OfficeContext, open: OpenCase): Child {
  const { language } = c.var
  const wording = wordingOf(c, open.description)
  const text = refusalText(refusal, { open, language, wording })
  const on = wayOn(refusal, c, open)
  if (on === undefined) return text
  return (
    <>
      {text}{' '}
      <a class="govuk-link" href={on.href}>
        {on.name}
      </a>
    </>
  )
}

/** Where what stands in the way can be dealt with, by whoever looks. */
function wayOn(refusal: Refusal, c: OfficeContext, open: OpenCase) {
  const { language } = c.var
  if (refusal.reason === 'policy-not-adopted') {
    return { href: paths.rules.to(language), name: refusalWords[language].rules }
  }
  if (refusal.reason !== 'does-not-hold' || refusal.test.test !== 'recorded') return undefined
  const { step } = refusal.test
  const { standing } = open.found
  if (!may(open.law, step, standing).ok) return undefined
  const href = withBack(viewOf(c), paths.step.to(language, { id: standing.id, step }))
  return { href, name: stepName(open.law.type, step, language) }
}

/**
 * The page that says why, and leads back to the case: 409. It stands for a step that they cannot
 * take at all now, so that it has no form any more: what was typed is there to copy.
 */
export function refused(
  c: OfficeContext,
  open: OpenCase,
  { refusal, kept = [] }: { readonly refusal: Refusal; readonly kept?: readonly Kept[] },
): Response | Promise<Response> {
  return c.render(
    <RefusedPage view={viewOf(c)} open={open} kept={kept.filter(({ text }) => text !== '')}>
      {refusalShown(refusal, c, open)}
    </RefusedPage>,
    409,
  )
}

type RefusedProps = {
  readonly view: View
  readonly open: OpenCase
  readonly kept: readonly Kept[]
  readonly children: Child
}

const RefusedPage = ({ view, open, kept, children }: RefusedProps) => {
  const { language } = view
  const words = officeWords[language]
  const { id, about = '', number = about } = open.found.standing
  const { href, text } = wayToCase(view, id)
  return (
    <Page
      view={view}
      title={words.refusedTitle}
      errors={[{ text: children }]}
      back={[wayBack(view)]}
    >
      <p class="govuk-caption-l">{number}</p>
      <h1 class="govuk-heading-l">{words.refusedTitle}</h1>
      {kept.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{refusalWords[language].typed}</h2>
          <SummaryList
            rows={kept.map(({ label, text }) => ({
              key: label,
              value: <span class="kc-value">{text}</span>,
            }))}
          />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          {text}
        </a>
      </p>
    </Page>
  )
}
