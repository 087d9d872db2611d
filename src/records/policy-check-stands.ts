import type { Holding, Member } from '#core/concessions/classes.ts'
import { claimsOf, type Stands } from '#core/concessions/claims.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { isInForce } from '#core/policy/enacted.ts'
import { unless, type Path, type PolicyProblem as Problem } from '#core/policy/problem.ts'
import { calendarIn } from '#records/policy-calendars.ts'
import { disagreeing } from '#records/policy-check-begun.ts'
import { NONE, type ConcessionChecks } from '#records/policy-check-shapes.ts'
import type { PolicyFiles } from '#records/policy-files.ts'

type Row = ConcessionChecks['concessions'][string][number]
type People = ConcessionChecks['people']

/** How each concession stands for these people on these days. */
export function problemsOfStands(
  { people, concessions: expected }: ConcessionChecks,
  policy: PolicyFiles,
): readonly Problem[] {
  const shipped = new Set(
    policy.concessions.flatMap(({ concessions }) => concessions.map(({ code }) => code)),
  )
  const calendars: Calendars = new Map(
    policy.calendars.map((each) => [each.year, calendarIn(each)]),
  )
  const around = { people, policy, calendars }
  return [
    ...problemsOfPeople(people, policy),
    ...Object.entries(expected).flatMap(([code, rows]) => {
      const path = ['concessions', code]
      if (!shipped.has(code)) return [{ path, reason: `there is no concession ${code}` }]
      return rows.flatMap((row, index) =>
        problemsOfRow({ code, row, path: [...path, index] }, around),
      )
    }),
    ...[...shipped].flatMap((code) =>
      unless(
        code in expected,
        ['concessions'],
        `nothing says how ${code} has to stand for anybody`,
      ),
    ),
    ...policy.concessions.flatMap((document) =>
      document.concessions.flatMap((concession) => {
        const says = (expected[concession.code] ?? []).map(({ is }) => is)
        const isForAll = document.classes.every((each) => concession.for.includes(each.code))
        const path = ['concessions', concession.code]
        return says.length === 0
          ? []
          : [
              ...unless(
                says.some((is) => is !== 'not'),
                path,
                'no row is of whom it is for',
              ),
              ...unless(isForAll || says.includes('not'), path, 'no row is of whom it is not for'),
            ]
      }),
    ),
  ]
}

/** Roles and kinds are there, and everybody is of the family of somebody who is there. */
function problemsOfPeople(people: People, { types, statuses }: PolicyFiles): readonly Problem[] {
  const roles = types.find(({ family }) => family === true)?.roles ?? []
  return Object.entries(people).flatMap(([code, { of, role, holds = [] }]) => [
    ...unless((of === undefined) === (role === undefined), ['people', code], 'of, and a role'),
    ...unless(of === undefined || of in people, ['people', code, 'of'], `there is no ${of}`),
    ...unless(
      role === undefined || roles.some((each) => each.code === role),
      ['people', code, 'role'],
      `there is no role ${role}`,
    ),
    ...holds.flatMap(({ kind }, index) =>
      unless(
        statuses.some((each) => each.code === kind),
        ['people', code, 'holds', index],
        `there is no kind of status ${kind}`,
      ),
    ),
  ])
}

function problemsOfRow(
  { code, row, path }: { code: string; row: Row; path: Path },
  { people, policy, calendars }: { people: People; policy: PolicyFiles; calendars: Calendars },
): readonly Problem[] {
  const wanted = textOf(row, row)
  const others = (of: string) =>
    Object.entries(people).flatMap(([code, each]) =>
      each.of === of ? (memberOf(people, code) ?? []) : [],
    )
  return row.who.flatMap((who) => {
    const member = memberOf(people, who)
    const migrant = memberOf(people, people[who]?.of ?? who)
    if (!member || !migrant) return [{ path, reason: `there is nobody ${who}` }]
    return row.on.flatMap((on) => {
      const claimed = policy.concessions
        .filter((each) => isInForce(each, on))
        .flatMap((concessions) => claimsOf(member, { migrant, concessions, calendars }, on))
        .find(({ concession }) => concession.code === code)
      const stands = claimed?.stands
      const came = stands && textOf(stands, row)
      const type = policy.types.find((each) => each.code === claimed?.concession.claim?.type)
      const family = { member, migrant, others: others(who) }
      const wrong = type && disagreeing(family, { type, on, policy, calendars })
      return [
        ...unless(
          came === wanted,
          path,
          `${code} of ${who} on ${on}: ${wanted} was expected, and ${stands ? allOf(stands) : 'nothing'} came`,
        ),
        ...unless(wrong === undefined, path, `${type?.code} of ${who} on ${on}: ${wrong}`),
      ]
    })
  })
}

function memberOf(people: People, code: string): Member | undefined {
  const person = people[code]
  if (!person) return undefined
  const { role, born, holds = [] } = person
  return {
    id: code,
    holds,
    ...(role === undefined ? {} : { role }),
    ...(born === undefined ? {} : { birthDate: born }),
  }
}

const NAMED = ['until', 'because', 'from', 'since', 'applyBy'] as const
type Named = Readonly<Partial<Record<(typeof NAMED)[number], string>>> & { readonly is: string }

/** What is said of it, of what the row names. */
const textOf = (said: Named, row: Named): string =>
  [said.is, ...NAMED.flatMap((name) => (row[name] ? `${name} ${said[name] ?? NONE}` : []))].join(
    ', ',
  )

const allOf = (stands: Stands & { readonly holding?: Holding; readonly from?: IsoDate }): string =>
  textOf(stands, stands)
