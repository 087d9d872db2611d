import type { Answers, Item } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import { monthsWithin, type Span } from '#core/facts/experience.ts'
import { isMonth } from '#core/facts/partial-date.ts'
import type { Facts } from '#core/policy/evaluate.ts'
import type { Fact, FactSource, Scoring, Where } from '#core/policy/scoring.ts'

/** The facts that the answers hold on a day; a block that is not answered gives none. */
export function factsOf(scoring: Scoring, answers: Answers, on: IsoDate): Facts {
  const facts: Record<string, number | string> = {}
  for (const { code, kind, from } of scoring.facts) {
    const value = ofKind(kind, read(from, answers, on))
    if (value !== undefined) facts[code] = value
  }
  return facts
}

/** A whole number is answered in digits, as text. */
function ofKind(kind: Fact['kind'], value: number | string | undefined) {
  if (kind === 'code' || typeof value !== 'string') return value
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined
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
      const values = new Set(fitting(items, source.where).map((item) => textOf(item, field)))
      return order.findLast((code) => values.has(code)) ?? otherwise
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
    if (to === undefined) return [{ from }]
    return isMonth(to) ? [{ from, to }] : []
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
