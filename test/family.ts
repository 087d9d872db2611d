import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { stringify } from 'yaml'
import { actingOn, inTransaction, type Database } from '#platform/database.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { copyOfPolicy } from '#test/published.ts'
import { familyType } from '#test/toy-family.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { placeOf, type Visitor } from '#test/visitor.ts'

const PLAIN = { aliasDuplicateObjects: false }

/** A house with that type, or what was made of it. */
export const familyHouse = (t: TestContext, type = familyType): Promise<TestHouse> =>
  house(t, { policy: familyPolicy(t, type) })

/** The frozen policy and, beside it, that type. */
export function familyPolicy(t: TestContext, type = familyType): string {
  const policy = copyOfPolicy(t)
  writeFileSync(join(policy, 'types', 'family-comfort.yaml'), stringify(type, PLAIN))
  writeFileSync(join(policy, 'procedures', 'comfort.yaml'), stringify(comfortProcedure, PLAIN))
  return policy
}

/** What somebody is to write of a person. */
export const personForm = (surname: string, givenNames: string) => ({
  surname,
  'given-names': givenNames,
  paper: '',
  'born-on-day': '',
  'born-on-month': '',
  'born-on-year': '',
  citizenships: ['', '', ''],
})

/** Begins one; gives the case. */
export async function begun(ana: Visitor): Promise<string> {
  const answer = await ana.post('/en/applications', { type: familyType.code })
  return placeOf(answer).split('/').at(-1) ?? ''
}

/** Brings a child along, born on that day. */
export const withChild = (ana: Visitor, id: string, born: readonly [string, string, string]) =>
  ana.post(`/en/applications/${id}/people/add`, {
    who: 'child',
    'born-day': born[0],
    'born-month': born[1],
    'born-year': born[2],
  })

/** Asks somebody to join, and gives where the link of the mail leads. */
export async function invited(
  here: TestHouse,
  ana: Visitor,
  {
    id,
    email,
    who = 'spouse',
  }: { readonly id: string; readonly email: string; readonly who?: string },
): Promise<string> {
  const answer = await ana.post(`/en/applications/${id}/people/invite`, {
    who,
    email,
    language: 'en',
  })
  if (answer.status !== 303) throw new Error(`${answer.status}: ${here.logged.at(-1)}`)
  return linkIn(here, email)
}

/** The address in the newest mail to somebody that leads to an invitation. */
export async function linkIn(here: TestHouse, email: string): Promise<string> {
  const links = (await here.mails(email)).flatMap(
    ({ text }) => /\/en\/invitation\/[\w-]+/.exec(text)?.[0] ?? [],
  )
  const [link] = links
  if (link === undefined) throw new Error(`no invitation came: ${here.logged.at(-1)}`)
  return link
}

/** Ana has begun, and Ben has joined as her spouse. */
export async function couple(here: TestHouse): Promise<{
  readonly ana: Applicant
  readonly ben: Applicant
  readonly id: string
}> {
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  const link = await invited(here, ana, { id, email: ben.email })
  const answer = await ben.post(link)
  if (answer.status !== 303) throw new Error(`${answer.status}: ${here.logged.at(-1)}`)
  return { ana, ben, id }
}

/** The database as somebody who is signed in at the portal acts on it, whatever pages ask. */
export const portalAs = ({ faces, clock }: TestHouse, { cookies }: Applicant): Database =>
  actingOn(faces.portal.db, { token: cookies.get('kecid') ?? '', at: clock.now() })

export async function idsIn(db: Database, query: string): Promise<readonly string[]> {
  const { rows } = await inTransaction(db, (tx) => sql.raw<{ id: string }>(query).execute(tx))
  return rows.map(({ id }) => id).toSorted()
}
