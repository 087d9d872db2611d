import type { TestContext } from 'node:test'
import { LANGUAGES, OFFICE_LANGUAGES, type Language } from '#core/language.ts'
import { inTransaction } from '#platform/database.ts'
import { retireCampaign } from '#records/campaigns.ts'
import { begun, familyHouse, invited } from '#test/family.ts'
import { house, type Applicant } from '#test/house.ts'
import { inspect, narrow, officialAt, stranger } from '#test/inspector.ts'
import { campaignOf } from '#test/missions.ts'
import { ASK, policyWithQuestions, questionAsked } from '#test/toy-asking.ts'

/** In which languages each page is looked at: `all` takes long. */
export type Languages = 'all' | 'in-turn'

/** Each page, given without its language, in one language of these after another, or in all. */
const inLanguages = (
  languages: Languages,
  { of, paths }: { readonly of: readonly Language[]; readonly paths: readonly string[] },
): readonly string[] =>
  paths.flatMap((path, index) =>
    (languages === 'all' ? of : of.slice(index % of.length).slice(0, 1)).map(
      (language) => `/${language}${path}`,
    ),
  )

/** What is not there is said on a page as well. */
const PAGES = [200, 404]

/** What is wrong with the pages of missions, their campaigns, questions and figures. */
export async function wrongOfMissions(
  t: TestContext,
  languages: Languages,
): Promise<readonly string[]> {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const { campaign, db, at } = await campaignOf(home)
  const { campaign: over } = await campaignOf(home)
  await inTransaction(db, (tx) => retireCampaign(tx, over, { on: home.clock.today(), at }))
  const people = { week: '2026-02-23', what: 'followed', campaign: campaign.id, people: 50 }
  await home.db.insertInto('figureBatch').values(people).execute()
  const { link } = await questionAsked(home)
  const seen = { home, places: [], ...(await home.serve()) }
  const bare = (path: string) => path.replace(/^\/[a-z]{2}\//, '/')
  const open = [
    '/missions',
    '/missions/example-ankara',
    `/go/${campaign.code}`,
    `/go/${over.code}`,
    '/go?code=biba-baba',
    bare(ASK),
    bare(link),
  ]
  const of = `/campaigns/${campaign.id}`
  const consuls = [
    '/campaigns',
    '/campaigns/new',
    of,
    `${of}/change`,
    `${of}/material?kind=poster&language=tr`,
    '/figures',
    '/campaigns/nothing',
  ]
  const portal = inLanguages(languages, { of: LANGUAGES, paths: open })
  const office = (paths: readonly string[]) =>
    inLanguages(languages, { of: OFFICE_LANGUAGES, paths })
  const consul = await officialAt(seen, 'consul@kecid.example')
  const ministry = await officialAt(seen, 'ministry@kecid.example')
  const found = await Promise.all([
    inspect(await stranger(seen), portal, PAGES),
    inspect(consul, office(consuls), PAGES),
    inspect(ministry, office(['/figures'])),
  ])
  return found.flat()
}

/** What is wrong with the pages on which people join a case, and leave it. */
export async function wrongOfPeople(
  t: TestContext,
  languages: Languages,
): Promise<readonly string[]> {
  const home = await familyHouse(t)
  const { portalUrl } = await home.serve()
  const [ana, ben] = [await home.signedUpApplicant(), await home.signedUpApplicant()]
  const id = await begun(ana)
  const link = await invited(home, ana, { id, email: ben.email })
  await ana.post(`/en/applications/${id}/people/add`, { who: 'ward' })
  const { id: invitation } = await home.db
    .selectFrom('invitation')
    .select('id')
    .executeTakeFirstOrThrow()
  const here = `/applications/${id}`
  const hers = [
    here,
    `${here}/people/add`,
    `${here}/people/invite`,
    `${here}/people/invitations/${invitation}/withdraw`,
    `${here}~2/leave`,
  ]
  const invitations = [link.replace('/en/', '/'), '/invitation/x']
  const looked = async (paths: readonly string[], who?: Applicant) =>
    inspect(
      await narrow(portalUrl, who && ['kecid', who.cookies.get('kecid') ?? '']),
      inLanguages(languages, { of: LANGUAGES, paths }),
    )
  return [
    ...(await looked(hers, ana)),
    ...(await looked(invitations.slice(0, 1), ben)),
    ...(await looked(invitations)),
  ]
}
