import { Hono } from 'hono'
import { first, type Typed } from '#core/answers/typed.ts'
import { agreesEnough, isLinkAct, isLinkGround, linkActs } from '#core/cases/one-person.ts'
import { rolesOf, type Role } from '#core/cases/roles.ts'
import { isId } from '#core/id.ts'
import { withBack } from '#office/back.ts'
import { actorIn, viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import type { LookedAt } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { comparedWith, entryOf, shownLink, type Entry } from '#office/same-person/known.ts'
import { SamePersonPage, type Problem } from '#office/same-person/page.tsx'
import { signedInOnly } from '#office/session.tsx'
import { tidyNumber } from '#office/work-lists.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import { recordLooks } from '#records/looks.ts'
import {
  alikeTo,
  entriesNumbered,
  linksOf,
  proposeLink,
  stepLink,
  type Link,
} from '#records/one-person.ts'
import { done } from '#telling/done.tsx'

/** Two entries of one person: what was found of them, and what was done about it. */
export const samePersonRoute = new Hono<OfficeEnv>()

samePersonRoute.use(paths.samePerson.pattern, signedInOnly)

samePersonRoute.get(paths.samePerson.pattern, (c) =>
  withEntry(c, (here, tx) => page(c, tx, { here })),
)

samePersonRoute.post(paths.samePerson.pattern, async (c) => {
  const typed = await typedOf(c.req)
  return withEntry(c, async (here, tx) => {
    const problem = isId(first(typed, 'link'))
      ? await stepped(c, tx, { here, typed })
      : await proposed(c, tx, { here, typed })
    if (problem === 'absent') return c.notFound()
    return problem ? page(c, tx, { here, problem }) : done(c, hereOf(c), 'saved')
  })
})

const SERVICE: readonly Role[] = rolesOf('service')
const PAGE: LookedAt = 'same-person-page'
const NUMBER_MAX = 100

const hereOf = (c: OfficeContext): string =>
  withBack(
    viewOf(c),
    paths.samePerson.to(c.var.language, {
      id: c.req.param('id') ?? '',
      party: c.req.param('party') ?? '',
    }),
  )

type Here = { readonly self: Entry; readonly links: readonly Link[]; readonly as: Role }

/** Somebody in a case that was sent in, for whoever is of the Service. */
function withEntry(
  c: OfficeContext,
  then: (here: Here, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  const { house, official } = c.var
  const [caseId, partyId] = [c.req.param('id') ?? '', c.req.param('party') ?? '']
  const as = SERVICE.find((role) => official.roles.includes(role))
  return inTransaction(house.db, async (tx) => {
    if (as === undefined || !isId(caseId) || !isId(partyId)) return c.notFound()
    const self = await entryOf(c, tx, { caseId, partyId })
    return self ? then({ self, links: await linksOf(tx, partyId), as }, tx) : c.notFound()
  })
}

type Sent = { readonly here: Here; readonly typed: Typed }

/** What was wrong; a second press finds that there is nothing left to do. */
async function stepped(
  c: OfficeContext,
  tx: Tx,
  { here: { self, links, as }, typed }: Sent,
): Promise<Problem | 'absent' | undefined> {
  const link = links.find(({ id }) => id === first(typed, 'link'))
  const act = first(typed, 'act')
  if (!link || !isLinkAct(act)) return 'absent'
  const by = { ...actorIn(c), roles: [as] }
  if (!linkActs(link, by.id).includes(act)) return undefined
  if (act === 'confirm') {
    const { compared } = await shownLink(c, tx, { self, link })
    if (!compared || !agreesEnough(compared.agrees)) return { is: 'differs', of: link.id }
  }
  const { house } = c.var
  const isDone = await stepLink(tx, house, { link, act, by, at: house.clock.now() })
  return isDone ? undefined : { is: 'outdated', of: link.id }
}

async function proposed(
  c: OfficeContext,
  tx: Tx,
  { here: { self, as }, typed }: Sent,
): Promise<Problem | 'absent' | undefined> {
  const [partyId, caseId] = [first(typed, 'party'), first(typed, 'case')]
  const ground = first(typed, 'ground')
  if (!isId(partyId) || !isId(caseId) || partyId === self.partyId) return 'absent'
  const entry = await entryOf(c, tx, { partyId, caseId })
  if (!entry) return 'absent'
  const { agrees } = comparedWith(self, entry)
  if (!agreesEnough(agrees)) return { is: 'differs', of: partyId }
  if (!isLinkGround(ground)) return { is: 'howMissing', of: partyId }
  const { house } = c.var
  const by = { ...actorIn(c), roles: [as] }
  const at = house.clock.now()
  const asked = { entries: [self, entry], ground, agrees, by, at } as const
  const isDone = await proposeLink(tx, house, asked)
  return isDone === undefined ? { is: 'outdated', of: partyId } : undefined
}

type Asked = { readonly here: Here; readonly problem?: Problem | undefined }

/** Each whose answers are held against others is looked at, before anything is shown. */
async function page(c: OfficeContext, tx: Tx, { here, problem }: Asked): Promise<Response> {
  const { self, links, as } = here
  const shown = await Promise.all(links.map((link) => shownLink(c, tx, { self, link })))
  const { sought, entries } = await found(c, tx, self)
  const others = [...shown.flatMap(({ compared }) => compared?.entry ?? []), ...entries]
  const by = { ...actorIn(c), roles: [as] }
  await recordLooks(
    tx,
    [self, ...others].map(({ partyId, caseId, key, at }) => {
      return { by, page: PAGE, partyId, caseId, key, at }
    }),
  )
  const linked = links
    .filter(({ state }) => state !== 'rejected' && state !== 'undone')
    .flatMap((link) => link.entries.map(({ partyId }) => partyId))
  const alike = (await alikeTo(tx, self.partyId)).filter(({ holder }) => !linked.includes(holder))
  const path = paths.samePerson.to(c.var.language, { id: self.caseId, party: self.partyId })
  return c.render(
    <SamePersonPage
      view={viewOf(c)}
      self={self}
      links={shown}
      alike={alike.map(({ number }) => ({ href: `${path}?number=${number}`, text: number }))}
      sought={sought}
      found={entries.map((entry) => ({
        ...comparedWith(self, entry),
        isLinked: linked.includes(entry.partyId),
      }))}
      problem={problem}
    />,
    problem === undefined ? 200 : problem.is === 'outdated' ? 409 : 400,
  )
}

async function found(c: OfficeContext, tx: Tx, self: Entry) {
  if (!new URL(c.req.url).searchParams.has('number')) return { entries: [] }
  const text = askedOf(c.req, 'number').slice(0, NUMBER_MAX)
  const number = tidyNumber(text)
  if (number === undefined)
    return { entries: [], sought: { text, problem: 'nothingTyped' } as const }
  const all = await entriesNumbered(tx, number)
  const others = all.filter(({ partyId }) => partyId !== self.partyId)
  const read = await Promise.all(others.map((each) => entryOf(c, tx, each)))
  const entries = read.filter((entry) => entry !== undefined)
  return {
    entries,
    sought: entries.length > 0 ? { text } : ({ text, problem: 'notFound' } as const),
  }
}
