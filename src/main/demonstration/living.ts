import type { Answers } from '#core/answers/answers.ts'
import { assert } from '#core/assert.ts'
import type { Step } from '#core/cases/context.ts'
import type { Uploaded } from '#core/cases/filing.ts'
import { stepOf } from '#core/cases/life.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import { aboutStatuses } from '#core/cases/contesting.ts'
import { opinionsOf, scorersOf, scoresOf } from '#core/cases/answers-given.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { Paper } from '#core/policy/meanings.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import {
  begunAbout,
  begunByPerson,
  carriedOut,
  expired,
  typeBegunBy,
} from '#main/demonstration/about.ts'
import { isLookRecent, look } from '#main/demonstration/looking.ts'
import { answersOf, mended, toldIn } from '#main/demonstration/answers.ts'
import { askedForPermit } from '#main/demonstration/families.ts'
import {
  actingIn,
  filed,
  NOTHING,
  saveAnswers,
  type Kept,
  type Live,
  type Scene,
  type Stage,
} from '#main/demonstration/live.ts'
import { caseGiving } from '#main/demonstration/queries.ts'
import { registersAnswer } from '#main/demonstration/registers.ts'
import { visited } from '#main/demonstration/visiting.ts'
import { stepFor, stepIn, type SteppingDeed } from '#main/demonstration/steps.ts'
import {
  APPLICANT,
  SPOUSE,
  type Act,
  type BodyDeed,
  type Filled,
} from '#main/demonstration/story.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction, notWaitingForDisk, type Tx } from '#platform/database.ts'
import { beginCase, contextIn, nextNumber, recordStep, type Taking } from '#records/cases.ts'
import { peopleIn } from '#records/people.ts'
import { caseAfter, holdCase, partIn, readCase, type Case } from '#records/read-case.ts'
import { hashesOf, recordDecision } from '#records/decisions.ts'
import { removeDocument } from '#records/documents.ts'
import type { House } from '#records/house.ts'
import { recordsNow } from '#records/records-now.ts'

/** Where an act is done: in a transaction of whoever does it. */
type Doing = { readonly tx: Tx; readonly house: House } & Pick<Stage, 'official'>

/** Longer than a family takes to fill it in. */
const ASKED_FOR_MS = 10 * 60_000

/** One act of a story, by each who takes part in it, recorded as if its moment were now. */
export async function lived(stage: Stage, live: Live, { act, moment }: Scene): Promise<Live> {
  const { official } = stage
  if (act.act === 'ask-for-permit') {
    const asked = await askedForPermit(stage.faces, live, { asking: act, moment })
    return registersAnswer(stage.faces, asked, later(moment.at, ASKED_FOR_MS))
  }
  let after = live
  for (const { by, house } of actorsOf(stage, live, act)) {
    const before = after
    after = await inTransaction(house.db, async (tx) => {
      // All of it was invented: where the machine loses its power now, the start begins anew.
      await notWaitingForDisk(tx)
      return livedBy({ tx, house, official }, before, { act, moment, by })
    })
  }
  const isFiling = act.act === 'submit' || act.act === 'resubmit'
  const asks = isFiling || after.cases.length > live.cases.length
  return asks ? registersAnswer(stage.faces, after, moment.at) : after
}

async function livedBy(
  stage: Doing,
  before: Live,
  { act, moment, by }: Scene & { readonly by: Actor },
): Promise<Live> {
  const { tx, house } = stage
  const live = await asSeen(stage, before, by)
  const { calendars } = house.policy
  const taking: Taking = { by, ...moment, description: live.description, calendars }
  assert(act.act !== 'ask-for-permit', 'several people ask for a permit')
  if (act.act === 'begin') return began(stage, live, { filled: act, taking })
  const [first, found] = [live.cases[0], caseOf(live, act)]
  assert(first !== undefined && found !== undefined, 'a story begins with its beginning')
  if (isLookRecent(act)) await look(tx, found, { act, taking })
  if (act.act === 'expire') {
    await expired(tx, house, { giver: first, ...moment })
    return live
  }
  if (act.act === 'carry-out') {
    await carriedOut(tx, house, moment)
    return live
  }
  if (act.act === 'choose-time' || act.act === 'note-visit') {
    await visited(tx, house, { live, found, act, taking })
    return live
  }
  if (act.act === 'ask') return asked(stage, live, { act, taking })
  const ready =
    act.act === 'resubmit'
      ? await corrected(stage, live, { correction: act, taking })
      : await withCaseAbout(stage, live, { act, first, taking })
  return taken(stage, ready, { act, taking })
}

/** Of several each sees what is told of themselves: whoever acts now reads it anew. */
async function asSeen({ tx, house }: Doing, live: Live, by: Actor): Promise<Live> {
  const last = live.cases.at(-1)
  if (last?.several === undefined) return live
  // Time comes to a case by holding it.
  const read = by.id === SYSTEM ? holdCase : readCase
  const found = await read(tx, house.keys, last.standing.id)
  assert(found !== undefined, `the case is there for ${by.roles.join()}`)
  return { ...live, cases: [...live.cases.slice(0, -1), found] }
}

/**
 * With the case that this act begins about what one of theirs gave, the first where nothing is
 * said of what kind that is.
 */
async function withCaseAbout(
  { tx, house }: Doing,
  live: Live,
  { act, first, taking }: { readonly act: Act; readonly first: Case; readonly taking: Taking },
): Promise<Live> {
  const type = typeBegunBy(act)
  if (type === undefined) return live
  const description = descriptionOf(house.policy, { type }, taking.on)
  const giver = (await givenOf(tx, live, aboutStatuses(description.type.begins))) ?? first
  const begun = await begunAbout(tx, house, { giver, taking: { ...taking, description } })
  return { ...live, cases: [...live.cases, begun] }
}

/** The case that gave them a status of the first of these kinds, as far as it is of them. */
async function givenOf(
  tx: Tx,
  { cases, person }: Live,
  kinds: readonly string[],
): Promise<Case | undefined> {
  const holder = person.reader.partyId
  for (const kind of kinds) {
    const id = await caseGiving(tx, { holder, kind })
    const giver = cases.find(({ standing }) => standing.id === id)
    if (giver) return partIn(giver, holder)
  }
  return undefined
}

type Asking = Extract<Act, { readonly act: 'ask' }>

/** With the case that the person begins, and what they write in it. */
async function asked(
  { tx, house }: Doing,
  live: Live,
  { act, taking: { by, at, on, calendars } }: { readonly act: Asking; readonly taking: Taking },
): Promise<Live> {
  const last = caseOf(live, act)
  assert(last !== undefined, 'it is about something')
  const description = descriptionOf(house.policy, { type: act.type }, on)
  const taking = { by, at, on, calendars, description }
  const begun = await begunByPerson(tx, house, { last, taking })
  const answers = toldIn(description, answersOf(live.story, on, description), act.told)
  await saveAnswers(tx, { found: begun, description }, { answers, at })
  const after = { answers, documents: [] }
  return { ...live, cases: [...live.cases, begun], before: NOTHING, after }
}

async function taken(
  { tx, house, official }: Doing,
  live: Live,
  { act, taking: asked }: { readonly act: SteppingDeed & Act; readonly taking: Taking },
): Promise<Live> {
  const last = caseOf(live, act)
  assert(last !== undefined, 'a step is one of a case')
  const found = await asItStandsNow(tx, house, { last, act })
  const { standing } = found
  // Time comes to a case by holding it.
  if (asked.by.id === SYSTEM) await holdCase(tx, house.keys, standing.id)
  const taking =
    live.cases.length === 1
      ? asked
      : { ...asked, description: descriptionOf(house.policy, standing, asked.on) }
  const { description } = taking
  const { lists, laws } = house.policy
  const { story, before, after } = live
  const decides = stepOf(description.type, stepIn(act))?.kind === 'decide'
  const isOfficial = taking.by.id !== SYSTEM && taking.by.roles.length > 0
  const { on } = taking
  const people = isOfficial ? await peopleIn(tx, standing, { ...description, on }) : {}
  const records = decides ? await recordsNow(tx, house, { held: found, taking }) : []
  const outcome = stepFor(act, {
    story,
    standing,
    description,
    before,
    after,
    context: { ...contextIn(found, taking), people },
    ...(act.act === 'submit' ? { number: await nextNumber(tx, description.type, taking.on) } : {}),
    words: { lists, laws, language: 'az' },
    officialOf: (mailbox) => official(mailbox).actor.id,
    records: hashesOf(records),
  })
  assert(
    outcome.ok,
    `${story.email}: ${stepIn(act)} is refused: ${outcome.ok ? '' : outcome.refusal.reason}`,
  )
  const step = outcome.value
  const now = decides
    ? (await recordDecision(tx, house, { held: found, step, records, taking })).after
    : await recordStep(tx, found, step, taking)
  return moved(live, caseAfter(found, now), step)
}

/**
 * What a case is about may have changed since it was read, where another has gone on meanwhile; and
 * what was decided in it has given what its carrying out asks for.
 */
async function asItStandsNow(
  tx: Tx,
  { keys }: House,
  { last, act }: { readonly last: Case; readonly act: Act },
): Promise<Case> {
  const isContested = act.of !== undefined && last.contested !== undefined
  if (!isContested && !('option' in act)) return last
  return (await readCase(tx, keys, last.standing.id)) ?? last
}

/** The newest case, or the newest of the type that is named. */
const caseOf = ({ cases }: Live, { of }: Act): Case | undefined =>
  of === undefined ? cases.at(-1) : cases.findLast(({ standing }) => standing.type === of)

const moved = (live: Live, found: Case, { event }: Step): Live => ({
  ...live,
  cases: live.cases.map((each) => (each.standing.id === found.standing.id ? found : each)),
  ...(event.kind === 'file' ? { before: live.after } : {}),
})

type Player = { readonly by: Actor; readonly house: House }

function actorsOf(
  { official, faces }: Stage,
  { person, spouse, cases }: Live,
  act: Act,
): readonly Player[] {
  const { portal, office, jobs } = faces
  if (act.by === APPLICANT) {
    const by = { id: person.reader.partyId, roles: [] }
    return [{ by, house: actingIn(portal, person.token) }]
  }
  if (act.by === SPOUSE && spouse) {
    const by = { id: spouse.reader.partyId, roles: [] }
    return [{ by, house: actingIn(portal, spouse.token) }]
  }
  if (act.by === SYSTEM) return [{ by: { id: SYSTEM, roles: [SYSTEM] }, house: jobs }]
  if (act.act === 'vote') {
    return COUNCIL.map((mailbox) => {
      const { actor: by, token } = official(mailbox)
      return { by, house: actingIn(office, token) }
    })
  }
  const found = cases.at(-1)
  const bodies = found && asksBodies(act) ? bodiesIn(act, found.standing) : []
  const mailboxes = asksBodies(act) ? bodies.map((body) => `${act.by}.${body}`) : [act.by]
  return mailboxes.map((mailbox) => {
    const { actor: by, token } = official(mailbox)
    return { by, house: actingIn(office, token) }
  })
}

/** All of whom vote. */
const COUNCIL = [1, 2, 3, 4, 5].map((each) => `council${each}`)

const asksBodies = (act: Act): act is Act & BodyDeed =>
  act.act === 'score' || act.act === 'give-opinion'

/** The bodies of a case stand in the order of its criteria, or in that in which they are asked. */
function bodiesIn({ act, turn }: BodyDeed, standing: Standing): readonly string[] {
  const opinions = opinionsOf(standing)
  const isScore = act === 'score'
  const asked = isScore ? [...new Set(Object.values(scorersOf(standing)))] : Object.keys(opinions)
  if (turn !== 'rest') return asked.slice(turn, turn + 1)
  const given = Object.values(scoresOf(standing)).map(({ body }) => body)
  return asked.filter((body) => (isScore ? !given.includes(body) : opinions[body] === 'awaited'))
}

async function began(
  { tx, house }: Doing,
  live: Live,
  { filled, taking }: { readonly filled: Filled; readonly taking: Taking },
): Promise<Live> {
  const { person, description } = live
  const { reader, caseId } = person
  const id = await beginCase(tx, house.keys, { id: caseId, reader }, taking)
  const found = await readCase(tx, house.keys, id)
  const { documents: wanted } = filled
  const documents: Uploaded[] = []
  for (const paper of live.papers) {
    if (wanted && !meansOneOf(description, paper, wanted)) continue
    documents.push(await filed(tx, { found, paper, at: taking.at }))
  }
  const answers: Answers = Object.fromEntries(Object.entries(live.answers).slice(0, filled.blocks))
  assert(found !== undefined, 'a case that was begun is there')
  await saveAnswers(tx, { found, description }, { answers, at: taking.at })
  return {
    ...live,
    cases: [found],
    after: { answers, documents },
  }
}

const meansOneOf = ({ type }: Description, { kind }: Kept, wanted: readonly Paper[]): boolean =>
  type.checklist.some(({ code, means }) => code === kind && means && wanted.includes(means))

type Correction = Extract<Act, { readonly act: 'resubmit' }>

async function corrected(
  { tx }: Doing,
  live: Live,
  { correction, taking }: { readonly correction: Correction; readonly taking: Taking },
): Promise<Live> {
  const { cases, after, papers, description } = live
  const [found] = cases
  const { mended: places, replaced } = correction
  const { at } = taking
  let { answers } = after
  for (const place of places) answers = mended(description.type, answers, place)
  const changed = Object.entries(answers).filter(([block, items]) => items !== after.answers[block])
  assert(found !== undefined, 'what is corrected was sent in')
  await saveAnswers(tx, { found, description }, { answers: Object.fromEntries(changed), at })
  const documents: Uploaded[] = []
  for (const old of after.documents) {
    const paper = papers.find(({ kind }) => kind === old.kind)
    if (!paper || !meansOneOf(description, paper, replaced)) {
      documents.push(old)
      continue
    }
    await removeDocument(tx, { caseId: found?.standing.id ?? '', id: old.id, at })
    documents.push(await filed(tx, { found, paper, at }))
  }
  return { ...live, after: { answers, documents } }
}
