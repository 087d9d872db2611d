import type { Addresses } from '#main/begin.ts'
import { DEMONSTRATION_APPLICANTS } from '#main/demonstration.ts'
import {
  DEMONSTRATION_OFFICIALS,
  DEMONSTRATION_PASSWORD,
} from '#records/demonstration-officials.ts'

type Line = readonly [name: string, value: string]

export type Greeting = {
  readonly demonstration: boolean
  readonly empty: boolean
  readonly dataFolder: string
}

/** What stands on the terminal when everything runs: where to go, and whom to sign in as. */
export function greeting(addresses: Addresses, settings: Greeting): string {
  const { portal, office, exchange, standins, database } = addresses
  const places = [
    ['Portal', portal],
    ['Office', office],
    ['Exchange', exchange],
    ['Emails', standins],
    ['Database', database],
    ['Data', settings.dataFolder],
  ].flatMap(([name, place]): Line[] => (name && place ? [[name, place]] : []))
  return [
    '',
    'Keçid is running; Ctrl-C ends it.',
    ...table(places),
    ...(settings.demonstration ? whomToBe(addresses, settings) : []),
    '',
    '',
  ].join('\n')
}

function whomToBe({ portal, office }: Addresses, { empty }: Greeting): readonly string[] {
  const people = [
    ...(portal === undefined || empty ? [] : DEMONSTRATION_APPLICANTS),
    ...(office === undefined ? [] : oneOfEachRole()),
  ]
  if (people.length === 0) return []
  return ['', `Invented people, all with the password ${DEMONSTRATION_PASSWORD}`, ...table(people)]
}

/** The first official of each role, with the body where there is one. */
function oneOfEachRole(): readonly Line[] {
  const seen = new Set<string>()
  return DEMONSTRATION_OFFICIALS.flatMap(({ email, roles, body }): Line[] => {
    const role = roles.join(', ')
    if (seen.has(role)) return []
    seen.add(role)
    const words = role.replaceAll('-', ' ')
    return [[body === undefined ? words : `${words} (${body})`, email]]
  })
}

function table(rows: readonly Line[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)
}
