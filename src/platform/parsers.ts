import { types } from 'pg'

/**
 * How values arrive from PostgreSQL. Days and moments stay text, so that no time zone of the
 * machine can shift them; the records parse them.
 */
export const parsers = {
  getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): Parser {
    const ours = format === 'text' ? PARSERS.get(oid) : undefined
    const theirs: unknown = types.getTypeParser(oid, format)
    return ours ?? (isParser(theirs) ? theirs : asIs)
  },
}

type Parser = (text: string) => unknown

const isParser = (value: unknown): value is Parser => typeof value === 'function'

const asIs = (text: string): string => text

const MOMENT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** Microseconds are cut to milliseconds. `infinity` and years past 9999 stay as they came. */
export function momentText(text: string): string {
  const parts = MOMENT.exec(text)
  if (!parts) return text
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

/** A count that no longer fits a number is a fault, never a rounded figure. */
export function safeInteger(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return number
  throw new Error('A bigint from the database is beyond the safe integers')
}

const TEXT_ARRAY = 1009

/** PostgreSQL writes every array alike, so its elements can be taken as text and then parsed. */
const listOf =
  <Element>(parse: (text: string) => Element) =>
  (text: string): readonly (Element | null)[] => {
    const elements: unknown = parsers.getTypeParser(TEXT_ARRAY)(text)
    if (!Array.isArray(elements)) throw new Error('An array from the database is no list')
    return elements.map((element) => (typeof element === 'string' ? parse(element) : null))
  }

/** By the number of the type in pg_type: date, timestamp, timestamptz, int8, numeric, and lists. */
const PARSERS = new Map<number, Parser>([
  [1082, asIs],
  [1114, asIs],
  [1184, momentText],
  [20, safeInteger],
  [1700, asIs],
  [1182, listOf(asIs)],
  [1115, listOf(asIs)],
  [1185, listOf(momentText)],
  [1016, listOf(safeInteger)],
  [1231, listOf(asIs)],
])
