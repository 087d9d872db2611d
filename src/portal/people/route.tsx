import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { askedIn } from '#core/answers/asked-of.ts'
import { isConsenting } from '#core/cases/people.ts'
import { knownFrom, type Known } from '#core/answers/carried.ts'
import type { Problem } from '#core/answers/check.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { isId } from '#core/id.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { typedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownWhole, type OwnWhole } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { askedWrong, guestIn, invitedAsked, personAsked, personIn } from '#portal/people/form.ts'
import { fromFamily } from '#portal/from-family.ts'
import { mayMail, tooOftenText } from '#portal/people/out/mailing.ts'
import { PersonFormPage, ShutPage } from '#portal/people/page.tsx'
import { peopleWordsOf } from '#portal/people/words.ts'
import { signedInOnly } from '#portal/session.tsx'
import type { PageError } from '#portal/shell.tsx'
import { waysFor, type Ways } from '#portal/ways-in.ts'
import { wordingOf } from '#portal/wording.ts'
import { carryAnswers } from '#records/answers.ts'
import { invite } from '#records/invitations.ts'
import { heldKey } from '#records/parties.ts'
import { bringAlong, bringKnown, makeKeyWithin } from '#records/joining.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/** Who else a case is to be about: somebody brought along, or asked to join by themselves. */
export const peopleRoute = new Hono<PortalEnv>()

const ASKS = { add: 'represented', invite: 'invited' } as const
type Asks = keyof typeof ASKS

for (const asks of ['add', 'invite'] as const) {
  const { pattern } = asks === 'add' ? paths.addPerson : paths.invite
  peopleRoute.use(pattern, signedInOnly)
  peopleRoute.get(pattern, (c) =>
    withWays(c, asks, (asking) => page(c, { ...asking, typed: {}, problems: [] })),
  )
}

peopleRoute.post(paths.addPerson.pattern, async (c) => {
  const typed = await typedOf(c.req)
  return withWays(c, 'add', async (asking, tx) => {
    const { own, ways } = asking
    if (isForAnotherLanguage(typed)) return page(c, { ...asking, typed, problems: [] })
    const [partyId, at] = [first(typed, 'person'), paths.application]
    const id = own.held.standing.id
    const to = at.to(c.var.language, { id })
    if (first(typed, 'known') !== '') return addKnown(c, tx, asking, first(typed, 'known'))
    // A second press of the button adds nobody.
    if (own.held.standing.parties.some((each) => each.id === partyId)) return done(c, to, 'added')
    const person = personIn({ ways, typed, on: own.taking.on })
    if (!person.ok) return again(c, asking, { typed, ...person })
    const { role, untilOn, born } = person
    const brought = {
      partyId: isId(partyId) ? partyId : randomUUID(),
      role: role.code,
      ...(untilOn === undefined ? {} : { untilOn }),
    }
    const { held, taking } = await withKey(c, tx, own, brought.partyId)
    const outcome = await bringAlong(tx, { held, taking, brought })
    if (!outcome.ok) return shut(c, 'add', own, 'closed')
    const known: Known = (meaning) => (meaning === 'birth-date' ? born : undefined)
    await carry(c, tx, own, { partyId: brought.partyId, role: role.code, known })
    return done(c, to, STEP, stepOfType(own.context.type.code, outcome.value))
  })
})

peopleRoute.post(paths.invite.pattern, async (c) => {
  const typed = await typedOf(c.req)
  return withWays(c, 'invite', async (asking, tx) => {
    const { own, ways } = asking
    if (isForAnotherLanguage(typed)) return page(c, { ...asking, typed, problems: [] })
    const guest = guestIn({ ways, typed, on: own.taking.on })
    if (!guest.ok) return again(c, asking, { typed, ...guest })
    const reached = await mayMail(c, guest.email)
    if (reached) {
      const errors = [{ text: tooOftenText(reached, c.var.language), href: '#email' }]
      c.header('retry-after', String(reached.seconds))
      return page(c, { ...asking, typed, problems: [], errors }, 429)
    }
    const { role, email, language } = guest
    const { id } = own.held.standing
    const wanted = { caseId: id, role: role.code, email, language, at: own.taking.at }
    const asked = await invite(tx, c.var.house, wanted)
    if (asked !== 'invited') {
      const problem = askedWrong(asked === 'own-address' ? 'ownAddress' : 'askedAlready')
      return page(c, { ...asking, typed, problems: [problem] }, 409)
    }
    return done(c, paths.application.to(c.var.language, { id }), 'invited')
  })
})

/** Somebody of the family, with what was written of them there; a second press adds nobody. */
async function addKnown(c: PortalContext, tx: Tx, { own, ways }: Asking, partyId: string) {
  const id = own.held.standing.id
  const to = paths.application.to(c.var.language, { id })
  if (own.held.standing.parties.some((each) => each.id === partyId && each.left !== true)) {
    return done(c, to, 'added')
  }
  const relative = (await fromFamily(c, tx, { own, ways })).find((each) => each.partyId === partyId)
  if (!relative) return shut(c, 'add', own, 'closed')
  const role = relative.role.code
  const { held, taking } = await withKey(c, tx, own, partyId)
  const outcome = await bringKnown(tx, { held, taking, brought: { partyId, role } })
  if (!outcome.ok) return shut(c, 'add', own, 'closed')
  const known = knownFrom(relative.type, relative.answers)
  await carry(c, tx, own, { partyId, role, known })
  return done(c, to, STEP, stepOfType(own.context.type.code, outcome.value))
}

type Carrying = { readonly partyId: string; readonly role: string; readonly known: Known }

/** Nobody is asked again what is known of them. */
async function carry(
  c: PortalContext,
  tx: Tx,
  own: OwnWhole,
  { partyId, role, known }: Carrying,
): Promise<void> {
  const caseId = own.held.standing.id
  const ring = await c.var.house.keys.read({ cases: [caseId] })
  const to = { caseId, partyId, key: heldKey(ring, { party: partyId, caseId }) }
  const { blocks } = askedIn(own.context.type, [role])
  await carryAnswers(tx, { to, blocks, known, at: own.taking.at })
}

type Asking = {
  readonly asks: Asks
  readonly own: OwnWhole
  readonly ways: Ways['ways']
}

/** What is asked, in a case of the person who asks into which they may still let somebody. */
function withWays(
  c: PortalContext,
  asks: Asks,
  then: (asking: Asking, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownWhole(c, tx, { hold: c.req.method === 'POST' })
    if (!own) return c.notFound()
    const { ways, why } = waysFor(own.context, own.held.standing, ASKS[asks])
    return why === undefined ? then({ asks, own, ways }, tx) : shut(c, asks, own, why)
  })
}

/** The key comes before whatever lies under it, and is among those that the case is read with. */
async function withKey(
  c: PortalContext,
  tx: Tx,
  own: OwnWhole,
  partyId: string,
): Promise<Pick<OwnWhole, 'held' | 'taking'>> {
  await makeKeyWithin(c.var.house.keys, partyId, own.held.standing.id)
  return (await ownWhole(c, tx, { hold: true })) ?? own
}

type Shown = Asking & {
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly errors?: readonly PageError[]
}

function page(c: PortalContext, shown: Shown, status: 200 | 400 | 409 | 429 = 200) {
  const { asks, own, ways, typed, problems, errors = [] } = shown
  const block = asks === 'add' ? personAsked(ways) : invitedAsked(ways)
  const { type } = own.context
  const asking = { typed, problems, type, wording: wordingOf(c, own.taking.description) }
  const person = isId(first(typed, 'person')) ? first(typed, 'person') : randomUUID()
  const { ways: others } = waysFor(own.context, own.held.standing, 'invited')
  return c.render(
    <PersonFormPage
      view={viewOf(c)}
      address={own.held.standing.id}
      type={type}
      asks={asks}
      block={block}
      asking={asking}
      errors={errors}
      invites={asks === 'add' && others.length > 0}
      consents={asks === 'invite' && ways.every(({ role }) => isConsenting(role))}
      joinsAs={asks === 'invite' ? onlyRole(ways)?.title[c.var.language] : undefined}
      {...(asks === 'add' ? { person } : {})}
    />,
    status,
  )
}

/** The one in which anybody can still come in; else it is asked which. */
const onlyRole = (ways: Ways['ways']) => (ways.length === 1 ? ways[0]?.role : undefined)

type Wrong = Pick<Shown, 'typed' | 'problems'> & { readonly isFull?: true }

/** With all that was typed, and what to do. */
function again(c: PortalContext, asking: Asking, { typed, problems, isFull }: Wrong) {
  const errors =
    isFull === true ? [{ text: peopleWordsOf(c.var.language, asking.own.context.type).full }] : []
  return page(c, { ...asking, typed, problems, errors }, isFull === true ? 409 : 400)
}

const shut = (c: PortalContext, asks: Asks, own: OwnWhole, why: 'full' | 'closed') =>
  c.render(
    <ShutPage
      view={viewOf(c)}
      address={own.held.standing.id}
      type={own.context.type}
      asks={asks}
      why={why}
    />,
    c.req.method === 'POST' ? 409 : 200,
  )
