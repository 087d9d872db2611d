import type { Ahead } from '#core/answers/ahead.ts'
import type { Answers, Value } from '#core/answers/answers.ts'
import { askedFor } from '#core/answers/asked.ts'
import { askedIn } from '#core/answers/asked-of.ts'
import { askedDocuments, promisedDocuments } from '#core/answers/gaps.ts'
import { dutyOf, tiersOf } from '#core/cases/duty.ts'
import { isoMoment } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { isInForce } from '#core/policy/enacted.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import { unless, type Path, type PolicyProblem as Problem } from '#core/policy/problem.ts'
import { serviceOf, type Systems } from '#core/policy/systems.ts'
import type { DocumentChecks, DutyChecks } from '#records/policy-check-shapes.ts'
import type { PolicyFiles } from '#records/policy-files.ts'

/** What is paid by whom, for how long, in each tier. */
export function problemsOfPaid(
  { on, types: expected }: DutyChecks,
  { types, procedures }: PolicyFiles,
): readonly Problem[] {
  return [
    ...eachRow(expected, types, (type, { of, born, for: lengths, is }, path) => {
      const procedure = procedures.find(
        (each) => each.family === type.procedure && isInForce(each, on),
      )
      if (!procedure) return [{ path, reason: `no procedure of ${type.procedure} is in force` }]
      return of.flatMap((role) => {
        const asked = askedIn(type, [role])
        return lengths.flatMap((length) => {
          const answers = answering(asked, [
            ['birth-date', born],
            ...wantedBy(asked).map((meaning) => [meaning, String(length)] as const),
          ])
          const paid = dutyOf({ type: asked, procedure }, { roles: [role], answers, on })
          const prices = tiersOf({ type, procedure }).flatMap(({ code, term }) =>
            (paid?.tiers ?? []).flatMap((tier) =>
              tier.term === term ? [[code, tier.amount]] : [],
            ),
          )
          return same(`${role}, ${length}, born ${born}`, path, {
            wanted: Object.entries(is).map(([code, amount]) => `${code} ${amount}`),
            came: prices.map(([code, amount]) => `${code} ${amount}`),
          })
        })
      })
    }),
    ...unlooked(
      types.filter(({ tariff }) => tariff !== undefined).map(({ code }) => code),
      expected,
    ),
  ]
}

/** What documents are asked of whom, with every register up and with none. */
export function problemsOfAsked(
  { types: expected }: DocumentChecks,
  { types, systems, concessions }: PolicyFiles,
): readonly Problem[] {
  const claimed = concessions.flatMap((document) =>
    document.concessions.flatMap(({ claim }) => claim?.type ?? []),
  )
  return [
    ...eachRow(expected, types, (type, { of, says, bring, spared }, path) => {
      const answers: Answers = Object.fromEntries(
        Object.entries(says).map(([block, values]) => [block, [{ id: 'only', values }]]),
      )
      return of.flatMap((role) => {
        const asked = askedIn(type, [role])
        const needed = (ahead: readonly Ahead[]) =>
          askedDocuments(asked, answers, ahead)
            .filter(({ isRequired }) => isRequired)
            .map(({ rule }) => rule.code)
        const unspared = bring.filter((code) => !spared.includes(code))
        return [
          ...unasked(asked, says, path),
          ...unpromised(asked, { says, bring, spared }, path).map(({ reason, ...at }) => ({
            ...at,
            reason: `${role}, as promised: ${reason}`,
          })),
          ...same(`${role}, no register up`, path, { wanted: bring, came: needed([]) }),
          ...same(`${role}, every register up`, path, {
            wanted: unspared,
            came: needed(allUp(asked, answers, systems)),
          }),
        ]
      })
    }),
    ...Object.entries(expected).flatMap(([code, rows]) => {
      const looked = rows.flatMap(({ of }) => of)
      return (types.find((each) => each.code === code)?.roles ?? [])
        .filter(({ subject, code: role }) => subject === true && !looked.includes(role))
        .map(({ code: role }) => ({ path: ['types', code], reason: `no row is of a ${role}` }))
    }),
    ...unlooked([...new Set(claimed)], expected),
  ]
}

/** Answers to questions that they are not asked, or that nobody can give. */
const unasked = (
  { blocks }: CaseType,
  says: DocumentChecks['types'][string][number]['says'],
  path: Path,
): readonly Problem[] =>
  Object.entries(says).flatMap(([block, values]) =>
    Object.entries(values).flatMap(([code, value]) => {
      const fields = blocks.find((each) => each.code === block)?.fields ?? []
      const field = fields.find((each) => each.code === code)
      const isOne = field?.options?.some((option) => option.code === value) ?? field !== undefined
      return unless(isOne, [...path, 'says'], `nobody answers ${value} to ${block}.${code} there`)
    }),
  )

type DocumentRow = Pick<DocumentChecks['types'][string][number], 'says' | 'bring' | 'spared'>

/**
 * What they are told before they begin is what they bring: nothing comes that was not told, what is
 * told to be certain comes, and what no register spares is not told to be spared.
 */
function unpromised(
  type: CaseType,
  { says, bring, spared }: DocumentRow,
  path: Path,
): readonly Problem[] {
  const promised = promisedDocuments(type)
  const told = promised.flatMap(({ rule, need }) => (need === 'known' ? [] : [rule.code]))
  // A row that leaves a block out says nothing of the papers of what is written there.
  const certain = promised.filter(
    ({ rule: { whenAny }, need }) =>
      need === 'certain' && (whenAny === undefined || whenAny in says),
  )
  const sparable = promised.flatMap(({ rule }) => (rule.confirmedBy ? [rule.code] : []))
  return [
    ...bring.flatMap((code) => unless(told.includes(code), path, `${code} is not told`)),
    ...certain.flatMap(({ rule: { code } }) =>
      unless(bring.includes(code), path, `${code} is told as certain`),
    ),
    ...spared.flatMap((code) =>
      unless(sparable.includes(code), path, `${code} is not told as one that a register spares`),
    ),
  ]
}

/** Each row of a type that there is. */
const eachRow = <Row>(
  expected: Readonly<Record<string, readonly Row[]>>,
  types: readonly CaseType[],
  problemsOf: (type: CaseType, row: Row, path: Path) => readonly Problem[],
): readonly Problem[] =>
  Object.entries(expected).flatMap(([code, rows]) => {
    const type = types.find((each) => each.code === code)
    if (!type) return [{ path: ['types', code], reason: `there is no type ${code}` }]
    return rows.flatMap((row, index) => problemsOf(type, row, ['types', code, index]))
  })

const unlooked = (codes: readonly string[], expected: Readonly<Record<string, unknown>>) =>
  codes.flatMap((code) => unless(code in expected, ['types'], `there is no row of ${code}`))

type Compared = { readonly wanted: readonly string[]; readonly came: readonly string[] }

const same = (where: string, path: Path, { wanted, came }: Compared): readonly Problem[] => {
  const [one, other] = [wanted, came].map((list) => list.toSorted().join(', ') || 'nothing')
  return unless(one === other, path, `${where}: ${one} was expected, and ${other} came`)
}

/** By what questions it is asked how long somebody wants what a decision can give. */
const wantedBy = ({ outcomes }: CaseType): readonly Meaning[] =>
  outcomes
    .flatMap(({ effects }) => effects)
    .flatMap((effect) =>
      effect.effect === 'issue' && effect.for && 'answer' in effect.for ? [effect.for.answer] : [],
    )

/** A form in which just these questions are answered. */
function answering(type: CaseType, said: readonly (readonly [Meaning, Value])[]): Answers {
  const blocks: Record<string, Record<string, Value>> = {}
  for (const [meaning, value] of said) {
    const asked = askedFor(type, meaning)
    if (asked) (blocks[asked.block.code] ??= {})[asked.field.code] = value
  }
  return Object.fromEntries(
    Object.entries(blocks).map(([code, values]) => [code, [{ id: 'only', values }]]),
  )
}

const AT = isoMoment('2026-01-01T00:00:00.000Z')

/** Every register that can be asked ahead says just what was written. */
const allUp = (type: CaseType, answers: Answers, systems: Systems): readonly Ahead[] =>
  (type.registers ?? [])
    .filter(({ ahead }) => ahead)
    .flatMap(({ service: code }) => serviceOf(systems, code) ?? [])
    .map(({ system, service }) => ({
      system: system.code,
      service: service.code,
      askedAt: AT,
      told: {},
      confirms: service.confirms,
      answer: {
        result: 'fits',
        fits: true,
        at: AT,
        says: [saidOf(type, answers, service.confirms)],
      },
    }))

const saidOf = (type: CaseType, answers: Answers, confirms: readonly Meaning[]) =>
  Object.fromEntries(
    type.blocks.flatMap(({ code, fields }) =>
      fields.flatMap(({ code: field, means }) => {
        const value = answers[code]?.[0]?.values[field]
        return means !== undefined && confirms.includes(means) && typeof value === 'string'
          ? [[means, value]]
          : []
      }),
    ),
  )
