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
 * why more or less was given than estimated. In Azerbaijani, since it becomes part of the act.
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
  const name = title[reading.language]
  const given = `«${name}» meyarı üzrə ${pointsMax} baldan ${points} bal verildi.`
  const estimate = finding.points ?? points
  const why = points < estimate ? ` ${LESS}` : points > estimate ? ` ${MORE}` : ''
  return `${seen === '' ? '' : `Sənədlərlə yoxlandı: ${seen}. `}${given}${why}`
}

const LESS = 'Bəyan edilənlərin biri sənədlərlə tam təsdiqlənmir, ona görə bal təxmindən azdır.'
const MORE = 'Sənədlər bəyan ediləndən artığını göstərir, ona görə bal təxmindən çoxdur.'
