import type { Language } from '#core/language.ts'
import type { Facts, Finding } from '#core/policy/evaluate.ts'
import type { Criterion } from '#core/policy/scoring.ts'
import { factLabel, factValue, type Reading } from '#telling/fact-values.ts'

export type Scoring = {
  readonly facts: Facts
  readonly finding: Finding
  readonly points: number
}

/**
 * What an expert writes beside the points, from what the criterion looks at: what was checked, and
 * why more or less was given than estimated. In Azerbaijani, since it becomes part of the act; in
 * another language, as whoever prepares the decision would have translated it.
 */
export function reasonFor(
  { title, pointsMax }: Criterion,
  { facts, finding, points }: Scoring,
  reading: Reading,
): string {
  const checked = finding.parts.map(({ fact }) => {
    const value = facts[fact]
    return value === undefined
      ? ''
      : `${factLabel(fact, reading)}: ${factValue(fact, value, reading)}`
  })
  const seen = checked.filter((each) => each !== '').join('; ')
  const words = WORDS[reading.language]
  const given = words.given
    .replace('{criterion}', title[reading.language])
    .replace('{most}', String(pointsMax))
    .replace('{points}', String(points))
  const estimate = finding.points ?? points
  const why = points < estimate ? ` ${words.less}` : points > estimate ? ` ${words.more}` : ''
  return `${seen === '' ? '' : `${words.seen}: ${seen}. `}${given}${why}`
}

const WORDS = {
  az: {
    seen: 'Sənədlərlə yoxlandı',
    given: '«{criterion}» meyarı üzrə {most} baldan {points} bal verildi.',
    less: 'Bəyan edilənlərin biri sənədlərlə tam təsdiqlənmir, ona görə bal təxmindən azdır.',
    more: 'Sənədlər bəyan ediləndən artığını göstərir, ona görə bal təxmindən çoxdur.',
  },
  tr: {
    seen: 'Belgelerle kontrol edildi',
    given: '“{criterion}” kriterinde {most} puandan {points} puan verildi.',
    less: 'Bildirilenlerden biri belgelerle tam kanıtlanmıyor, bu yüzden puan tahminden düşük.',
    more: 'Belgeler bildirilenden fazlasını gösteriyor, bu yüzden puan tahminden yüksek.',
  },
  en: {
    seen: 'Checked against the documents',
    given: 'Of {most} points for “{criterion}”, {points} were given.',
    less: 'One of the things declared is not fully shown by the documents, so it is less than the estimate.',
    more: 'The documents show more than was declared, so it is more than the estimate.',
  },
  ru: {
    seen: 'Проверено по документам',
    given: 'По критерию «{criterion}» начислено баллов: {points} из {most}.',
    less: 'Одно из заявленного не полностью подтверждено документами, поэтому баллов меньше, чем в расчёте.',
    more: 'Документы показывают больше, чем было заявлено, поэтому баллов больше, чем в расчёте.',
  },
} as const satisfies Record<Language, unknown>
