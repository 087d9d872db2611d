import type { EstimateRule, Fact } from '#core/policy/scoring.ts'
import { criteriaWords } from '#portal/criteria/words.ts'
import { amount } from '#telling/amounts.ts'
import { factLabel, factValue, thresholdText, type Reading } from '#telling/fact-values.ts'
import { SummaryList } from '#ui/summary-list.tsx'

type LeafRule = Exclude<EstimateRule, { kind: 'sum' }>

/** How the estimate of a criterion counts, fact by fact, as the scoring has it. */
export const EstimateRules = ({ rule, reading }: { rule: EstimateRule; reading: Reading }) => (
  <SummaryList
    rows={leavesOf(rule).map((leaf) => ({
      key: factLabel(leaf.fact, reading),
      value: <Counting rule={leaf} reading={reading} />,
    }))}
  />
)

const leavesOf = (rule: EstimateRule): readonly LeafRule[] =>
  rule.kind === 'sum' ? rule.of.flatMap(leavesOf) : [rule]

const Counting = ({ rule, reading }: { rule: LeafRule; reading: Reading }) => {
  const { language } = reading
  const words = criteriaWords[language]
  const points = (count: number) => amount(count, 'points', language)
  if (rule.kind === 'counted') {
    return (
      <>
        {words.eachOf
          .replace('{points}', points(rule.pointsEach))
          .replace('{most}', String(rule.pointsMax))}
      </>
    )
  }
  return (
    <ul class="govuk-list">
      {stepsOf(rule, reading).map(({ name, given }) => (
        <li>
          {name}: {points(given)}
        </li>
      ))}
    </ul>
  )
}

type CountingStep = { readonly name: string; readonly given: number }

function stepsOf(
  rule: Exclude<LeafRule, { kind: 'counted' }>,
  reading: Reading,
): readonly CountingStep[] {
  const words = criteriaWords[reading.language]
  if (rule.kind === 'bands') {
    return rule.table
      .filter(({ points }) => points > 0)
      .map(({ from, points }) => ({
        name: words.from.replace('{value}', thresholdText(rule.fact, from, reading)),
        given: points,
      }))
  }
  const fact = reading.scoring.facts.find(({ code }) => code === rule.fact)
  const named = codesInOrder(rule.table, fact).map((code) => ({
    name: factValue(rule.fact, code, reading),
    given: rule.table[code] ?? 0,
  }))
  return [...named, { name: words.otherwise, given: rule.otherwise }]
}

/** As the question offers them, since a table's own order means nothing. */
function codesInOrder(
  table: Readonly<Record<string, number>>,
  fact: Fact | undefined,
): readonly string[] {
  const offered = fact?.options?.map(({ code }) => code) ?? []
  return Object.keys(table).toSorted(
    (one, other) => offered.indexOf(one) - offered.indexOf(other) || (one < other ? -1 : 1),
  )
}
