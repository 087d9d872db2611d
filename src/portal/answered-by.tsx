import type { Context } from '#core/cases/context.ts'
import { repliesIn, unanswered } from '#core/cases/saying.ts'
import { plainTerm } from '#core/deadlines/clock.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import { termOf } from '#core/policy/procedure.ts'
import type { Case } from '#records/read-case.ts'
import { Clause } from '#telling/basis.tsx'
import { formatCountedDay } from '#telling/dates.ts'
import { InsetText } from '#ui/inset-text.tsx'

type Props = {
  readonly language: Language
  readonly found: Case
  readonly context: Context
  readonly laws: Laws
  /** What stands before the day. */
  readonly label: string
}

/** By when what was written and waits is to be answered, and what that rests on. */
export const AnsweredBy = ({ language, found, context, laws, label }: Props) => {
  const { type, procedure, calendars } = context
  return repliesIn(type).flatMap((rule) => {
    const [oldest] = unanswered(found.standing, type, rule)
    const term = termOf(procedure, rule.clock)
    if (!oldest || !term) return []
    const on = dayOf({ from: oldest.on, terms: [plainTerm(term)], pauses: [] }, calendars)
    const day = formatCountedDay(on, { language, calendars, style: 'full', unit: term.unit })
    return [
      <InsetText>
        {label} <strong>{day}</strong>.
        <Clause
          laws={laws}
          language={language}
          basis={basisOf(term, 'length')}
          what={term.title[language]}
        />
      </InsetText>,
    ]
  })
}
