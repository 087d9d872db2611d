import type { Answers, Item } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import { monthsWithin, type Span } from '#core/facts/experience.ts'
import { isMonth } from '#core/facts/partial-date.ts'
import type { Facts } from '#core/policy/evaluate.ts'
import type { FactSource, RuleSet, Where } from '#core/policy/rule-set.ts'

/** The facts that the answers hold on a day; a block that is not answered gives none. */
export function factsOf(rules: RuleSet, answers: Answers, on: IsoDate): Facts {
  const facts: Record<string, number | string> = {}
  for (const { code, from } of rules.facts) {
    const value = read(from, answers, on)
    if (value !== undefined) facts[code] = value
  }
  return facts
}

function read(source: FactSource, answers: Answers, on: IsoDate): number | string | undefined {
  const items = answers[source.block]
  if (items === undefined) return undefined
  switch (source.kind) {
    case 'answer':
      return textOf(items[0], source.field)
    case 'count':
      return fitting(items, source.where).length
    case 'months':
      return monthsWithin({ spans: spansOf(items, source), on, years: source.years })
    case 'best': {
      const { field, order, otherwise } = source
      const values = fitting(items, source.where).map((item) => textOf(item, field) ?? '')
      return order.findLast((code) => values.includes(code)) ?? otherwise
    }
  }
}

function spansOf(
  items: readonly Item[],
  source: Extract<FactSource, { kind: 'months' }>,
): readonly Span[] {
  return fitting(items, source.where).flatMap((item) => {
    const from = textOf(item, source.start)
    const to = textOf(item, source.end)
    if (from === undefined || !isMonth(from)) return []
    return [to !== undefined && isMonth(to) ? { from, to } : { from }]
  })
}

function fitting(items: readonly Item[], where: Where | undefined): readonly Item[] {
  if (!where) return items
  return items.filter((item) => {
    const value = textOf(item, where.field) ?? ''
    return (where.is?.includes(value) ?? true) && !(where.isNot?.includes(value) ?? false)
  })
}

function textOf(item: Item | undefined, field: string): string | undefined {
  const value = item?.values[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}
