import type { Child } from 'hono/jsx'
import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Evaluation, Finding, Part } from '#core/policy/evaluate.ts'
import type { Criterion, EstimateRule } from '#core/policy/rule-set.ts'
import { amount, pointsOfMost } from '#telling/amounts.ts'
import { Clause } from '#telling/basis.tsx'
import { explanationWords } from '#telling/explanation-words.ts'
import { factLabel, factValue, thresholdText, type Reading } from '#telling/fact-values.ts'
import { PointsBar } from '#ui/ornaments.tsx'

/** Why a criterion has its points, sentence by sentence: what counted, what is missing, the cap. */
export function findingSentences(finding: Finding, reading: Reading): readonly string[] {
  const words = explanationWords[reading.language]
  const { rules } = reading
  const criterion = rules.criteria.find(({ code }) => code === finding.criterion)
  const missing = finding.missing.map((code) => factLabel(code, reading))
  return [
    ...finding.parts.map((part) => partSentence(part, criterion, reading)),
    ...(missing.length > 0 ? [words.missing(missing.join(', '))] : []),
    ...(finding.capped ? [words.capped(finding.pointsMax)] : []),
  ]
}

/** "Experience in the field: 8 years. 14 of 20 points. From 10 years on it would be 20." */
function partSentence(part: Part, criterion: Criterion | undefined, reading: Reading): string {
  const { language } = reading
  const words = explanationWords[language]
  const said = `${factLabel(part.fact, reading)}: ${factValue(part.fact, part.value, reading)}.`
  const most = criterion ? mostOfPart(criterion.estimate, part) : undefined
  const points =
    most === undefined
      ? amount(part.points, 'points', language)
      : pointsOfMost(part.points, most, language)
  return [said, `${points}.`, ...further(part, reading)].join(' ')

  function further(of: Part, { language: _, ...rest }: Reading): readonly string[] {
    if (of.kind === 'counted') return [words.each(of.pointsEach)]
    if (of.kind === 'lookup' || !of.next) return []
    const from = thresholdText(of.fact, of.next.from, { ...rest, language })
    return [words.next(from, of.next.points)]
  }
}

/** The most that the rule behind a part gives to anybody. */
function mostOfPart(rule: EstimateRule, part: Part): number | undefined {
  if (rule.kind === 'sum') {
    for (const each of rule.of) {
      const most = mostOfPart(each, part)
      if (most !== undefined) return most
    }
    return undefined
  }
  if (rule.kind !== part.kind || rule.fact !== part.fact) return undefined
  switch (rule.kind) {
    case 'bands':
      return Math.max(0, ...rule.table.map(({ points }) => points))
    case 'lookup':
      return Math.max(rule.otherwise, ...Object.values(rule.table))
    case 'counted':
      return rule.pointsMax
  }
}
