import { z } from 'zod'
import { code } from '#records/policy-parts.ts'
import type { Path, PolicyProblem, Raw, Read } from '#records/policy-reading.ts'

/**
 * What several documents have alike is written once, in a part that they name under `takes`: its
 * terms go into procedures, its steps and letters into types. It is put in as a document is read,
 * so that what is published is whole, and whoever reads that has not heard of parts.
 */
const items = z.array(z.record(z.string(), z.unknown())).min(1).exactOptional()

export const partShape = z.strictObject({ code, terms: items, steps: items, letters: items })

/** A part as it was read. */
export type ReadPart = Raw & Read<z.output<typeof partShape>>

const LISTS = ['terms', 'steps', 'letters'] as const

/** What a part has to know of a type: who is in its cases, and how these go on. */
const course = z.looseObject({
  roles: z.array(z.looseObject({ code, subject: z.boolean().exactOptional() })),
  states: z.array(z.looseObject({ code, stage: z.string() })),
  steps: z.array(z.looseObject({ from: z.array(code), to: code.exactOptional() })),
  begins: z
    .looseObject({ for: z.array(z.looseObject({ by: code })).exactOptional() })
    .exactOptional(),
})
type Course = z.output<typeof course>

/** The document with the parts that it takes, and each thing in it where it is written. */
export function withParts(raw: Raw, parts: readonly ReadPart[], problems: PolicyProblem[]): Raw {
  const taker = z.looseObject({ takes: z.array(z.string()) }).safeParse(raw.value)
  if (!taker.success) return raw
  const { takes, ...own } = taker.data
  const problem = (index: number, reason: string): readonly [] => {
    problems.push({ ...raw.lineOf(['takes', index]), reason })
    return []
  }
  const taken = takes.flatMap((name, index) => {
    const part = parts.find(({ value }) => value.code === name)
    if (part === undefined) return problem(index, `there is no part ${name}`)
    if (takes.indexOf(name) < index) return problem(index, `${name} is taken twice`)
    const fits = LISTS.some((list) => list in part.value && list in own)
    return fits ? [part] : problem(index, `${name} has nothing for such a document`)
  })
  return taken.reduce(joined, { ...raw, value: own })
}

function joined(raw: Raw, part: ReadPart): Raw {
  const own = z.record(z.string(), z.unknown()).parse(raw.value)
  const of = course.safeParse(own)
  const starts = new Map<PropertyKey, number>()
  const value = { ...own }
  for (const list of LISTS) {
    const before: unknown = own[list]
    const more = part.value[list]
    if (!Array.isArray(before) || more === undefined) continue
    starts.set(list, before.length)
    value[list] = before.concat(list === 'steps' && of.success ? more.map(asIn(of.data)) : more)
  }
  const whose = ([list, index, ...rest]: Path): Path | undefined => {
    const start = list === undefined ? undefined : starts.get(list)
    if (list === undefined || start === undefined) return undefined
    return typeof index === 'number' && index >= start ? [list, index - start, ...rest] : undefined
  }
  const placed =
    <Found>(here: (path: Path) => Found, there: (path: Path) => Found) =>
    (path: Path): Found => {
      const taken = whose(path)
      return taken === undefined ? here(path) : there(taken)
    }
  return { value, lineOf: placed(raw.lineOf, part.lineOf), at: placed(raw.at, part.at) }
}

/** A step of a part, whose states and people are said in words that fit every type. */
const asIn =
  (of: Course) =>
  (step: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const { from, by } = step
    return {
      ...step,
      ...(from === 'open' ? { from: openIn(of) } : {}),
      ...(from === 'sent-in' ? { from: [...openIn(of), ...endedIn(of)] } : {}),
      ...(by === 'people' ? { by: peopleIn(of) } : {}),
    }
  }

/** Where a case is after its draft, and before its end. */
const openIn = ({ states }: Course): readonly string[] =>
  states.filter(({ stage }) => !['draft', 'ended'].includes(stage)).map(({ code: state }) => state)

/** Where one ends that was more than a draft. */
const endedIn = (of: Course): readonly string[] => {
  const open = openIn(of)
  return of.states
    .filter(({ stage }) => stage === 'ended')
    .map(({ code: state }) => state)
    .filter((state) =>
      of.steps.some(({ from, to }) => to === state && from.some((each) => open.includes(each))),
    )
}

/** Whom its cases are about, the first role and those that it says; and whoever acts for them. */
const peopleIn = ({ roles, begins }: Course): readonly string[] => {
  const acting = (begins?.for ?? []).map(({ by }) => by)
  return roles
    .filter(({ subject, code }, index) => index === 0 || subject === true || acting.includes(code))
    .map((role) => role.code)
}
