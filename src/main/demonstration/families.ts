import { randomUUID } from 'node:crypto'
import { askedDocuments } from '#core/answers/gaps.ts'
import { askedOf } from '#core/answers/asked-of.ts'
import { assert } from '#core/assert.ts'
import { submit } from '#core/cases/filing.ts'
import { lastDayUnderAge, waysIn } from '#core/cases/joining.ts'
import { stepsFor } from '#core/cases/may.ts'
import { subjectsActedFor } from '#core/cases/standing.ts'
import { addDays, isoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionInForce, pinnedBy } from '#core/policy/policy.ts'
import { answersOf, toldIn } from '#main/demonstration/answers.ts'
import {
  actingIn,
  filed,
  saveAnswers,
  type Faces,
  type Joining,
  type Live,
  type Moment,
} from '#main/demonstration/live.ts'
import { sheetFor } from '#main/demonstration/papers.ts'
import { numberHeld, sealedToken } from '#main/demonstration/queries.ts'
import { paperName } from '#main/demonstration/paper-name.ts'
import type { Filing } from '#main/demonstration/steps.ts'
import { SPOUSE, type Act, type Person, type Relative } from '#main/demonstration/story.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction, notWaitingForDisk, type Tx } from '#platform/database.ts'
import { beginCase, contextIn, nextNumber, recordStep, type Taking } from '#records/cases.ts'
import { comeInvited, invitationToSend, invite, openInvitations } from '#records/invitations.ts'
import type { House } from '#records/house.ts'
import { bringAlong, bringKnown, joinInvited, makeKeyWithin } from '#records/joining.ts'
import { holdCase, partIn, readCase, type Case } from '#records/read-case.ts'
import { VISA_LEFT_DAYS } from '#standins/exchange/registers/people.ts'

/**
 * A case about a family: begun for a status that is held, with a spouse who was invited and
 * children who are acted for. Each fills in their part, and the holder sends in the whole.
 */
type Asking = Extract<Act, { readonly act: 'ask-for-permit' }>

/** Somebody of a family who asks, with those who come into the case. */
type Asker = { readonly who: Joining; readonly is: Person; readonly with: readonly Relative[] }

type Asked = { readonly asking: Asking; readonly moment: Moment }

/** Who does something in it now, and when. */
type Doing = {
  readonly faces: Faces
  readonly who: Joining
  readonly minute: number
} & Asked

const MINUTE_MS = 60_000

export async function askedForPermit(faces: Faces, live: Live, asked: Asked): Promise<Live> {
  const { spouse } = live
  const asker = askerIn(live, asked.asking)
  const doing = { faces, ...asked, who: asker.who, minute: 0 }
  const id = await acting(doing, (tx, house, taking) => begun(tx, house, { asker, taking, asked }))
  const people = new Map<string, Person>([[asker.who.reader.partyId, asker.is]])
  const kin = new Map(live.kin)
  const { type } = descriptionFor(doing)
  for (const relative of asker.with.filter((each) => wayOf(type, each) !== undefined)) {
    const party =
      relative.is === 'spouse' && spouse
        ? await invited({ ...doing, minute: 1 }, { id, relative, spouse })
        : await brought({ ...doing, minute: 2 }, { id, relative, kin })
    people.set(party, relative.person)
    if (relative.is !== 'spouse') kin.set(relative.person.passport[0], party)
  }
  const held = { id, live, people, asker: asker.who }
  const joins = spouse !== undefined && people.has(spouse.reader.partyId)
  if (joins && spouse !== asker.who) await filledIn({ ...doing, who: spouse, minute: 3 }, held)
  const after = await filledIn({ ...doing, minute: 4 }, held)
  const found = await acting({ ...doing, minute: 4 }, (tx, house) => readCase(tx, house.keys, id))
  assert(found !== undefined, 'a case that was begun is there')
  return { ...live, cases: [...live.cases, found], before: after, after, kin }
}

/** In a transaction of whoever acts, so many minutes after the beginning. */
function acting<Value>(
  { faces, who, minute, asking, moment }: Doing,
  work: (tx: Tx, house: House, taking: Taking) => Promise<Value>,
): Promise<Value> {
  const house = actingIn(faces.portal, who.token)
  const { policy } = house
  const description = descriptionFor({ faces, asking, moment })
  const at = later(moment.at, minute * MINUTE_MS)
  const by = { id: who.reader.partyId, roles: [] }
  const taking = { by, at, on: moment.on, description, calendars: policy.calendars }
  return inTransaction(house.db, async (tx) => {
    await notWaitingForDisk(tx)
    return work(tx, house, taking)
  })
}

function descriptionFor({ faces, asking, moment }: Pick<Doing, 'faces' | 'asking' | 'moment'>) {
  const { policy, clock } = faces.portal
  // Whoever asked before there was such a law asked by the one of today.
  const [then, now] = [moment.on, clock.today()].map((on) =>
    descriptionInForce(policy, asking.type, on),
  )
  const description = then ?? now
  assert(description !== undefined, `the law of ${asking.type} is in force`)
  return description
}

/** Whoever the story is about, with the family; or the spouse alone. */
function askerIn({ person, spouse, story }: Live, asking: Asking): Asker {
  const { by, alone } = asking
  const { relatives = [] } = story
  const { passport = story.person.passport } = asking
  const is = { ...story.person, passport }
  if (by !== SPOUSE) return { who: person, is, with: alone ? [] : relatives }
  const own = relatives.find(({ is }) => is === 'spouse')
  assert(spouse !== undefined && own !== undefined, `${story.email} has a spouse`)
  return { who: spouse, is: own.person, with: [] }
}

/** As what is said, about what they hold of that kind. */
async function begun(
  tx: Tx,
  { keys }: House,
  { asker, taking, asked }: { readonly asker: Asker; readonly taking: Taking } & { asked: Asked },
): Promise<string> {
  const { reader } = asker.who
  const { as: role, about: kind } = asked.asking
  const own = role === undefined ? {} : { about: { partyId: reader.partyId, role } }
  const status = kind && (await numberHeld(tx, { holder: reader.partyId, kind }))
  return beginCase(tx, keys, { reader, ...own, ...(status && { status }) }, taking)
}

/** In which role somebody comes into a draft, by how they come and what they are to the holder. */
function roleOf(type: CaseType, relative: Relative): string {
  const way = wayOf(type, relative)
  assert(way !== undefined, `a ${relative.is} comes into a case of ${type.code}`)
  return way.role.code
}

function wayOf(type: CaseType, { is }: Relative) {
  const [draft] = type.states
  const comes = is === 'spouse' ? 'invited' : 'represented'
  return waysIn(type, draft?.code ?? '').find(
    ({ role }) => role.comes === comes && role.relation === is,
  )
}

type Inviting = {
  readonly id: string
  readonly relative: Extract<Relative, { readonly is: 'spouse' }>
  readonly spouse: Joining
}

/** A link is good by the clock of the house alone, so it is made today, and used in the past. */
async function invited(doing: Doing, { id, relative, spouse }: Inviting): Promise<string> {
  const { jobs } = doing.faces
  const { email, language } = relative
  const invitation = await acting(doing, async (tx, house, { description: { type } }) => {
    const role = roleOf(type, relative)
    await invite(tx, house, { caseId: id, role, email, language, at: house.clock.now() })
    return (await openInvitations(tx, house.keys, id))[0]?.id
  })
  assert(invitation !== undefined, 'who was asked is listed')
  const at = jobs.clock.now()
  const token = await inTransaction(jobs.db, async (tx) => {
    const sealed = await sealedToken(tx, invitation)
    const mail = sealed && { id: invitation, sealedToken: sealed, at }
    return mail ? (await invitationToSend(tx, jobs, mail))?.token : undefined
  })
  assert(token !== undefined, 'whoever is invited is sent a link')
  const party = spouse.reader.partyId
  await acting({ ...doing, who: spouse, minute: 2 }, async (tx, { keys }, taking) => {
    await comeInvited(tx, keys, { token, at })
    await makeKeyWithin(keys, party, id)
    const held = await holdCase(tx, keys, id)
    assert(held !== undefined, 'whoever is invited sees the case')
    const role = roleOf(taking.description.type, relative)
    const joined = await joinInvited(tx, { held, taking, token, role })
    assert(joined.ok, `${email} joins`)
  })
  return party
}

type Bringing = {
  readonly id: string
  readonly relative: Relative
  readonly kin: ReadonlyMap<string, string>
}

async function brought(doing: Doing, { id, relative, kin }: Bringing): Promise<string> {
  const known = kin.get(relative.person.passport[0])
  const partyId = known ?? randomUUID()
  await acting(doing, async (tx, { keys }, taking) => {
    await makeKeyWithin(keys, partyId, id)
    const held = await holdCase(tx, keys, id)
    const untilOn = lastDayUnderAge(isoDate(relative.person.born), taking.on)
    assert(held !== undefined && untilOn !== undefined, 'a child is under age')
    const role = roleOf(taking.description.type, relative)
    const brings = known === undefined ? bringAlong : bringKnown
    const joined = await brings(tx, { held, taking, brought: { partyId, role, untilOn } })
    assert(joined.ok, 'a child is brought along')
  })
  return partyId
}

type Held = {
  readonly id: string
  readonly live: Live
  readonly people: ReadonlyMap<string, Person>
  readonly asker: Joining
}

/** What is of those for whom somebody acts, filled in, and sent in unless it stays a draft. */
function filledIn(doing: Doing, { id, live, people, asker }: Held): Promise<Filing> {
  return acting(doing, async (tx, house, taking) => {
    const { description } = taking
    const found = await holdCase(tx, house.keys, id)
    assert(found !== undefined, 'a case that was begun is there')
    const theirs = subjectsActedFor(found.standing, taking.by.id)
    const parts: (Filing & { readonly subject: string })[] = []
    for (const subject of theirs) {
      const type = askedOf(description.type, found.standing, subject)
      const about = { found: partIn(found, subject), person: people.get(subject), asker }
      const asked = { ...taking, description: { ...description, type } }
      parts.push({ subject, ...(await part(tx, house, { ...about, live, doing, taking: asked })) })
    }
    const [own] = parts
    assert(own !== undefined, 'everybody has a part of their own')
    if (doing.asking.draft !== true) await sent(tx, { found, parts, taking })
    return own
  })
}

type Part = {
  readonly found: Case
  readonly person: Person | undefined
  readonly asker: Joining
  readonly live: Live
  readonly doing: Doing
  readonly taking: Taking
}

/** The answers of one of them, and a paper for each that is asked for. */
async function part(
  tx: Tx,
  { vault }: House,
  { found, person, asker, live, doing: { asking }, taking: { at, on, description } }: Part,
): Promise<Filing> {
  const { story } = live
  assert(person !== undefined, 'everybody in it is of the story')
  const isAsker = found.partyId === asker.reader.partyId
  const { term = '', termOfOthers = term, said, saidOfOthers } = asking
  const length = isAsker ? term : termOfOthers
  const whoSays = isAsker ? said : saidOfOthers
  const who = { ...story, person, said: whoSays?.(on) ?? {} }
  const more = {
    'requested-days': length,
    'requested-term': length,
    'stay-ends': addDays(on, VISA_LEFT_DAYS),
  }
  const told = isAsker ? asking.told : []
  const plain = answersOf({ ...who, more }, on, description)
  const answers =
    told.length > 0 ? toldIn({ ...description, kinds: ['text', 'long-text'] }, plain, told) : plain
  await saveAnswers(tx, { found, description }, { answers, at })
  const documents: { readonly id: string; readonly kind: string }[] = []
  for (const { rule, isRequired } of askedDocuments(description.type, answers)) {
    if (!isRequired) continue
    const sheet = sheetFor(rule, paperName(who), person.born.length + documents.length)
    const put = await vault.put(inOnePiece(sheet.bytes), found.key)
    assert(put.ok, 'there is room on the disk for a demonstration')
    documents.push(await filed(tx, { found, paper: { ...sheet, stored: put.stored }, at }))
  }
  return { answers, documents }
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

type Sending = {
  readonly found: Case
  readonly parts: readonly (Filing & { readonly subject: string })[]
  readonly taking: Taking
}

/** Whoever began it sends in the whole, and anybody else confirms what is of them. */
async function sent(tx: Tx, { found, parts, taking }: Sending): Promise<void> {
  const { standing } = found
  const { description, on } = taking
  const context = contextIn(found, taking)
  const rules = stepsFor(context, standing).flatMap(({ rule }) =>
    rule.kind === 'file' ? [rule] : [],
  )
  const rule = rules.find((each) => each.part !== true) ?? rules[0]
  assert(rule !== undefined, 'whoever has a part in it sends it in')
  const outcome = submit(standing, context, {
    step: rule.code,
    parts,
    law: pinnedBy(description),
    adopted: true,
    number: await nextNumber(tx, description.type, on),
  })
  assert(outcome.ok, `it is not sent in: ${outcome.ok ? '' : JSON.stringify(outcome.refusal)}`)
  await recordStep(tx, found, outcome.value, taking)
}
