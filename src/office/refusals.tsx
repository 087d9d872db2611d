import type { Child } from 'hono/jsx'
import { isoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { NotYetDue } from '#core/lifecycle/examine.ts'
import type { ActionRefusal } from '#core/lifecycle/may.ts'
import type { ReasonProblem, Stale } from '#office/case-step.ts'
import { viewOf, type OfficeContext, type View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { typedOf } from '#platform/typed.ts'
import { officeWords } from '#office/words.ts'
import { actionName } from '#telling/action-names.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { stateForOffice } from '#telling/states.ts'
import { InsetText } from '#ui/inset-text.tsx'

/** Why something cannot be done now, where every action can be refused for it. */
export function refusalText(refusal: ActionRefusal | Stale, language: OfficeLanguage): string {
  const words = refusalWords[language]
  switch (refusal.reason) {
    case 'not-in-this-state':
      return words['not-in-this-state'].replace('{state}', stateForOffice(refusal.state, language))
    case 'not-your-role':
      return words['not-your-role']
    case 'another-person-must':
      return words['another-person-must'].replace('{action}', actionName(refusal.action, language))
    case 'stale':
      return words.stale
  }
}

/** Somebody still has time to act; the day says whether its calendar may change. */
export const notYetDueText = (
  { dueOn }: NotYetDue,
  language: OfficeLanguage,
  calendars: Calendars,
): string =>
  refusalWords[language]['not-yet-due'].replace(
    '{day}',
    formatCountedDay(isoDate(dueOn), { language, calendars, style: 'full' }),
  )

/** What is wrong with a reason, a note or another text. */
export const reasonText = (problem: ReasonProblem, language: OfficeLanguage): string =>
  refusalWords[language][problem]

/** The page that says why, and leads back to the case: 409. What was typed is there to copy. */
export async function refusedPage(c: OfficeContext, open: OpenCase, why: Child): Promise<Response> {
  const typed = c.req.method === 'POST' ? await typedOf(c.req) : {}
  const texts = Object.values(typed).flatMap((values) => values.filter((text) => /\s/.test(text)))
  return c.html(
    <RefusedPage view={viewOf(c)} open={open} texts={texts}>
      {why}
    </RefusedPage>,
    409,
  )
}

type RefusedProps = {
  readonly view: View
  readonly open: OpenCase
  readonly texts: readonly string[]
  readonly children: Child
}

const RefusedPage = ({ view, open, texts, children }: RefusedProps) => {
  const words = officeWords[view.language]
  const { id, number = '' } = open.found.application
  return (
    <Page view={view} title={words.refusedTitle} errors={[{ text: children }]}>
      <p class="govuk-caption-l">{number}</p>
      <h1 class="govuk-heading-l">{words.refusedTitle}</h1>
      {texts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{refusalWords[view.language].typed}</h2>
          {texts.map((text) => (
            <InsetText>
              <span class="kc-value">{text}</span>
            </InsetText>
          ))}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.case.to(view.language, { id })}>
          {words.backToCase}
        </a>
      </p>
    </Page>
  )
}

const en = {
  'not-in-this-state': 'The case is now in the state “{state}”, where this is not possible.',
  'not-your-role': 'Your role may not do this.',
  'another-person-must':
    'You took the step “{action}” in this case yourself, so somebody else must do this.',
  'not-yet-due': 'The time given has not passed yet. It ends on {day}.',
  stale: 'The case has moved on since you opened the page. Open it again and check.',
  missing: 'Write the reason',
  'too-long': 'Write at most 4,000 characters',
  'bad-characters': 'Remove the characters that cannot be read',
  typed: 'What you typed was not saved; copy what you still need',
} as const

type RefusalWords = Readonly<Record<keyof typeof en, string>>

const refusalWords: Readonly<Record<OfficeLanguage, RefusalWords>> = {
  en,
  az: {
    'not-in-this-state':
      'İş indi «{state}» vəziyyətindədir, bu vəziyyətdə bunu etmək mümkün deyil.',
    'not-your-role': 'Bunu etmək səlahiyyətiniz yoxdur.',
    'another-person-must':
      'Bu işdə «{action}» addımını özünüz atmısınız, ona görə bunu başqa şəxs etməlidir.',
    'not-yet-due': 'Verilən müddət hələ bitməyib. O, bu tarixdə bitir: {day}.',
    stale: 'Səhifəni açdığınızdan bəri iş dəyişib. İşi yenidən açıb baxın.',
    missing: 'Səbəbi yazın',
    'too-long': 'Ən çoxu 4.000 simvol yazın',
    'bad-characters': 'Oxunmayan simvolları silin',
    typed: 'Yazdıqlarınız yadda saxlanılmayıb; lazım olanı köçürün',
  },
}
