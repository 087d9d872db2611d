import { courtTerm, type Contest } from '#core/cases/appeal.ts'
import type { IsoDate } from '#core/dated.ts'
import { basisOf } from '#core/policy/basis.ts'
import { termOf, type Term } from '#core/policy/procedure.ts'
import { restOf, type Line, type Part } from '#telling/act/lines.ts'
import type { ActReading } from '#telling/act/reading.ts'
import { actWords } from '#telling/act/words.ts'
import { amount } from '#telling/amounts.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { unitWord } from '#telling/term-text.tsx'

/** What one can do about a decision that gave nothing, and, once one was told of it, until when. */
export function contestPart({ claim, council, days }: Contest, reading: ActReading): Part {
  const { language, procedure, calendars } = reading
  const words = actWords[language]
  const dayIn = (day: IsoDate) => formatCountedDay(day, { language, calendars, style: 'full' })
  const appeal = termOf(procedure, 'appeal')
  const court = [courtTerm({ procedure }, claim), words.court, words[claim]] as const
  const ways = [
    ...(council ? [[appeal, words.council, words.councilHow, days?.councilUntil] as const] : []),
    [...court, days?.courtUntil] as const,
  ]
  const delivery = termOf(procedure, 'delivery')
  return {
    title: words.contestTitle,
    lines: [
      { is: 'text', text: council ? words.contestLead : words.contestCourt },
      ...ways.flatMap(([term, title, how, until]): readonly Line[] => [
        { is: 'heading', text: title },
        { is: 'text', text: how },
        ...(until === undefined
          ? []
          : [{ is: 'fact', fact: { label: words.lastDay, value: dayIn(until) } } as const]),
        ...(term ? [termLine(term, reading)] : []),
      ]),
      {
        is: 'text',
        text: days ? `${words.delivered} ${dayIn(days.deliveredOn)}.` : words.counted,
      },
      ...(delivery
        ? [{ is: 'rest', rest: restOf(basisOf(delivery, 'length'), reading) } as const]
        : []),
      ...furtherLines(reading),
    ],
  }
}

/** The number can be law while the kind of days is not yet known. */
function termLine(term: Term, reading: ActReading): Line {
  const { language } = reading
  const [length, unit] = [basisOf(term, 'length'), basisOf(term, 'unit')]
  const rests = [
    restOf(length, reading),
    ...(unit === length ? [] : [restOf(unit, reading, unitWord(language))]),
  ]
  const text = `${actWords[language].term}: ${amount(term.length, term.unit, language)}`
  return { is: 'small', text, rests }
}

/** What else the law says to whoever contests a decision. */
function furtherLines(reading: ActReading): readonly Line[] {
  const { language, procedure } = reading
  const { recourse = [] } = procedure
  if (recourse.length === 0) return []
  return [
    { is: 'heading', text: actWords[language].further },
    ...recourse.flatMap((each): readonly Line[] => [
      { is: 'text', text: each.words[language] },
      { is: 'rest', rest: restOf(basisOf(each, 'words'), reading) },
    ]),
  ]
}
