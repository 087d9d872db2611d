import { sql } from 'kysely'
import { LANGUAGES, OFFICE_LANGUAGES } from '#core/language.ts'
import type { State } from '#core/lifecycle/lifecycle.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { paths as officePaths } from '#office/paths.ts'
import { paths as portalPaths } from '#portal/paths.ts'
import { DEMONSTRATION_OFFICIALS } from '#records/demonstration-officials.ts'
import { sessionOf, type TestHouse } from '#test/house.ts'
import type { Visitor } from '#test/visitor.ts'

/** Every address of both faces, made concrete with the cases of the demonstration. */
export type Place = {
  readonly id: string
  readonly state: State
  readonly partyId: string
  readonly document: string
}

/** Furnishes the house and gives one case of every state, with a document where it has one. */
export async function streetsOf({ faces, db }: TestHouse): Promise<readonly Place[]> {
  await furnish(faces)
  const rows = await db
    .selectFrom('caseFile')
    .distinctOn('caseFile.state')
    .innerJoin('caseParty', 'caseParty.caseId', 'caseFile.id')
    .leftJoin('document', 'document.caseId', 'caseFile.id')
    .select([
      'caseFile.id',
      'caseFile.state',
      'caseParty.party as partyId',
      'document.id as document',
    ])
    .orderBy('caseFile.state')
    .orderBy(openTasks, 'desc')
    .orderBy('document.id')
    .execute()
  return rows.map(({ id, state, partyId, document }) => ({
    id,
    state: state as State,
    partyId,
    document: document ?? NOWHERE,
  }))
}

/** Of the cases with the bodies, the one in which most is still to be given. */
const openTasks = sql`(
  select count(*) from task where task.case_id = case_file.id and task.state = 'open'
)`

const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** The addresses of a table of paths, in one language, for one case. */
function addressesOf(
  paths: Readonly<Record<string, { readonly bare: string }>>,
  language: string,
  values: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.values(paths).map(
    ({ bare }) =>
      `/${language}${bare.replace(/:([a-z]+)/gi, (_, name: string) => values[name] ?? '')}`,
  )
}

const PORTAL_LEAVES: readonly string[] = ['/sign-out']

/** What can be visited in the portal; forms that only take a POST are left out. */
export function portalAddresses(language: string, place?: Place): readonly string[] {
  const values = {
    id: place?.id ?? NOWHERE,
    block: 'person',
    item: NOWHERE,
    document: place?.document ?? NOWHERE,
    token: 'no-such-token',
  }
  return addressesOf(portalPaths, language, values).filter(
    (path) => !PORTAL_LEAVES.some((leaf) => path.endsWith(leaf)),
  )
}

export function officeAddresses(language: string, place: Place): readonly string[] {
  const values = { id: place.id, document: place.document, hash: 'f'.repeat(64) }
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
  { faces, db }: TestHouse,
  { partyId }: Pick<Place, 'partyId'>,
): Promise<string> {
  const { id } = await db
    .selectFrom('account')
    .select('id')
    .where('party', '=', partyId)
    .executeTakeFirstOrThrow()
  return sessionOf(faces.portal, { id, partyId })
}
