import { addDays, type IsoDate } from '#core/dated.ts'
import { dayToTell } from '#core/deadlines/counted.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { typeOf, type Policy } from '#core/policy/policy.ts'
import { caseAddress } from '#office/back.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { StateTag } from '#office/state-tag.tsx'
import { stoppedText } from '#office/time-left.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'

type Props = { readonly view: View; readonly open: OpenCase; readonly policy: Policy }

/** The case in which nothing was decided: where it stands, its last day, since when it is late. */
export const Undecided = ({ view, open, policy }: Props) => {
  const { undecided } = open.found
  if (undecided === undefined) return null
  const { language } = view
  const words = undecidedWords[language]
  const { of, isUndecided } = undecided
  const type = typeOf(policy, of)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.undecided}</h2>
      <SummaryList
        rows={[
          {
            key: words.undecidedIn,
            value: (
              <a class="govuk-link" href={caseAddress(view, of.id)}>
                {type.title[language]}, {of.number}
              </a>
            ),
          },
          {
            key: words.statusNow,
            value: (
              <>
                <StateTag stood={{ state: of.state }} type={type} language={language} />{' '}
                <Tag colour={isUndecided ? 'blue' : 'grey'}>
                  {isUndecided ? words.undecidedStill : words.undecidedOver}
                </Tag>
              </>
            ),
          },
          ...dayRows(open, language),
        ]}
      />
    </section>
  )
}

/** None of a case that is over; while its clock stands still, no day. */
function dayRows({ found: { undecided }, law }: OpenCase, language: OfficeLanguage) {
  const { calendars, on } = law
  const { counted } = undecided ?? {}
  if (counted === undefined) return []
  const words = undecidedWords[language]
  const day = dayToTell(counted, calendars)
  if (day === undefined) return [{ key: words.undecidedDue, value: stoppedText(language) }]
  const say = (on: IsoDate) => formatCountedDay(on, { language, calendars, style: 'plain' })
  return [
    { key: words.undecidedDue, value: say(day) },
    ...(day < on ? [{ key: words.undecidedLate, value: say(addDays(day, 1)) }] : []),
  ]
}

const en = {
  undecided: 'The case in which nothing was decided',
  undecidedIn: 'Case',
  undecidedStill: 'Nothing is decided',
  undecidedOver: 'Something was decided, or the case is over',
  undecidedDue: 'Last day for the decision',
  undecidedLate: 'Late since',
  statusNow: 'How it stands',
} as const

const undecidedWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> =
  {
    en,
    az: {
      undecided: 'Qərar verilməmiş iş',
      undecidedIn: 'İş',
      undecidedStill: 'Qərar verilməyib',
      undecidedOver: 'Qərar verilib və ya iş bitib',
      undecidedDue: 'Qərar üçün son gün',
      undecidedLate: 'Bu gündən gecikir',
      statusNow: 'İndiki vəziyyəti',
    },
  }
