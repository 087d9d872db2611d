import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { LANGUAGES, OFFICE_LANGUAGES } from '#core/language.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { paths as officePaths } from '#office/paths.ts'
import { paths as portalPaths } from '#portal/paths.ts'
import { DEMONSTRATION_OFFICIALS } from '#records/demonstration-officials.ts'
import { housesLike, sessionOf, type TestHouse } from '#test/house.ts'
import type { Visitor } from '#test/visitor.ts'

/** Every address of both faces, made concrete with the cases of the demonstration. */
export type Place = {
  readonly id: string
  readonly type: string
  /** How far it has come: its state, or what was decided. */
  readonly reached: string
  readonly partyId: string
  readonly document: string
  /** The status that the case gave; one that nobody has, where it gave none. */
  readonly status: string
  /** Every step of its type, and every type of case that can be begun about a status. */
  readonly steps: readonly string[]
  readonly begins: readonly string[]
}

/** A furnished house, and a place in it of each sort. */
export async function streets(
  t: TestContext,
): Promise<{ readonly home: TestHouse; readonly places: readonly Place[] }> {
  const home = await furnishedHouse(t)
  return { home, places: await placesIn(home) }
}

const furnishedHouse = housesLike(async ({ faces }) => void (await furnish(faces)))

/**
 * One case of every state of every type, with a document where it has one; of those that were
 * decided, one of each outcome and of each end of what was given, and one about whose status
 * another is open.
 */
export async function placesIn({ faces, db }: TestHouse): Promise<readonly Place[]> {
  const types = [...faces.office.policy.types.current.values()]
  const begins = types.flatMap(({ code, begins: { about } }) => (about ? [code] : []))
  const rows = await db
    .selectFrom('caseFile')
    .innerJoin('caseParty', 'caseParty.caseId', 'caseFile.id')
    .leftJoin('decision', 'decision.caseId', 'caseFile.id')
    .leftJoin('status', 'status.caseId', 'caseFile.id')
    .leftJoin('document', 'document.caseId', 'caseFile.id')
    .distinctOn(['caseFile.type', 'caseFile.state', 'decision.outcome', 'status.endedAs'])
    .distinctOn(isAbout)
    .select([
      'caseFile.id',
      'caseFile.type',
      'caseFile.state',
      'decision.outcome',
      'caseParty.party as partyId',
      'document.id as document',
      'status.number as status',
    ])
    .orderBy('caseFile.type', 'desc')
    .orderBy('caseFile.state')
    .orderBy('decision.outcome')
    .orderBy('status.endedAs', (order) => order.asc().nullsFirst())
    .orderBy(isAbout)
    .orderBy(openTasks, 'desc')
    .orderBy('caseFile.openedOn')
    .orderBy('document.id')
    .execute()
  return rows.map(({ id, type, state, outcome, partyId, document, status }) => ({
    id,
    type,
    reached: outcome ?? state,
    partyId,
    document: document ?? NOWHERE,
    status: status ?? NO_STATUS,
    steps: types.find(({ code }) => code === type)?.steps.map(({ code }) => code) ?? [],
    begins,
  }))
}

/** The first case of each type. */
export const firstOfEach = (places: readonly Place[]): readonly Place[] =>
  places.filter(({ type }, index) => places.findIndex((each) => each.type === type) === index)

const isAbout = sql<boolean>`exists (
  select from case_file other where other.about_status = status.number and other.stage <> 'ended'
)`

/** Of the cases with the bodies, the one in which most is still to be given. */
const openTasks = sql`(
  select count(*) from task where task.case_id = case_file.id and task.state = 'open'
)`

const NO_STATUS = 'HQM-S-2026-999999'
const NOWHERE = '00000000-0000-4000-8000-000000000000'

type Values = Readonly<Record<string, string | readonly string[]>>

/** The addresses of a table of paths, in one language, for one case. */
const addressesOf = (
  paths: Readonly<Record<string, { readonly bare: string }>>,
  language: string,
  values: Values,
): readonly string[] =>
  Object.values(paths).flatMap(({ bare }) => filled(`/${language}${bare}`, values))

/** A path with each value of what it names. */
function filled(path: string, values: Values): readonly string[] {
  const [place, name = ''] = /:([a-z]+)/i.exec(path) ?? []
  if (place === undefined) return [path]
  return [values[name] ?? ''].flat().flatMap((value) => filled(path.replace(place, value), values))
}

const PORTAL_LEAVES: readonly string[] = ['/sign-out']

/** What can be visited in the portal; forms that only take a POST are left out. */
export function portalAddresses(language: string, place?: Place): readonly string[] {
  const values = {
    id: place?.id ?? NOWHERE,
    block: 'person',
    item: NOWHERE,
    document: place?.document ?? NOWHERE,
    upload: NOWHERE,
    decision: NOWHERE,
    token: 'no-such-token',
    invitation: NOWHERE,
    step: 'no-such-step',
    mission: 'no-such-mission',
    type: 'no-such-type',
    code: 'baba-baba',
    event: 'baba-baba',
  }
  return addressesOf(portalPaths, language, values).filter(
    (path) => !PORTAL_LEAVES.some((leaf) => path.endsWith(leaf)),
  )
}

export function officeAddresses(language: string, place: Place): readonly string[] {
  const { id, document, steps: step, begins: type, status: number, partyId: party } = place
  const nowhere = { hash: 'f'.repeat(64), made: NOWHERE, form: 'svg' }
  const values = { id, document, number, step, type, party, ...nowhere }
  return addressesOf(officePaths, language, values).filter((path) => !path.endsWith('/sign-out'))
}

export const PORTAL_LANGUAGES = LANGUAGES
export const ROOM_LANGUAGES = OFFICE_LANGUAGES

/** The first official of each role. */
export const ONE_OF_EACH_ROLE = DEMONSTRATION_OFFICIALS.map(({ roles, email }) => ({
  role: roles.join(),
  email,
})).filter(({ role }, index, all) => all.findIndex((each) => each.role === role) === index)

/** The applicant whose case this is. */
export async function ownerOf(home: TestHouse, place: Place): Promise<Visitor> {
  const somebody = home.visitor()
  somebody.cookies.set('kecid', await ownerSession(home, place))
  return somebody
}

export async function ownerSession(
  { owned, db }: TestHouse,
  { partyId }: Pick<Place, 'partyId'>,
): Promise<string> {
  const { id } = await db
    .selectFrom('account')
    .select('id')
    .where('party', '=', partyId)
    .executeTakeFirstOrThrow()
  return sessionOf(owned, { id, partyId })
}
