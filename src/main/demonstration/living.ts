import type { KeyObject } from 'node:crypto'
import type { Answers } from '#core/answers/answers.ts'
import { assert } from '#core/assert.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { Uploaded } from '#core/lifecycle/apply.ts'
import type { Actor, Application } from '#core/lifecycle/application.ts'
import { decisionRecord } from '#core/lifecycle/decision-record.ts'
import { validUntil } from '#core/lifecycle/status.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { factsOf } from '#core/policy/facts.ts'
import type { Paper } from '#core/policy/meanings.ts'
import type { Description } from '#core/policy/policy.ts'
import { mended } from '#main/demonstration/answers.ts'
import type { Sheet } from '#main/demonstration/papers.ts'
import { stepOf, type Doing, type Filing, type SteppingDeed } from '#main/demonstration/steps.ts'
import {
  APPLICANT,
  SYSTEM,
  type Act,
  type BodyDeed,
  type Filled,
  type Story,
} from '#main/demonstration/story.ts'
import { later } from '#platform/calendar.ts'
import type { Tx } from '#platform/database.ts'
import type { Stored } from '#platform/vault.ts'
import { beginCase, readCase, recordEvents, type Case, type Taking } from '#records/cases.ts'
import { addDecision, markTold, readDecision, recordHash } from '#records/decisions.ts'
import { addDocument, removeDocument } from '#records/documents.ts'
import type { House } from '#records/house.ts'
import { recordLook } from '#records/looks.ts'
import type { Reader } from '#records/cases.ts'
import { issueStatus } from '#records/status-documents.ts'

/** A paper that lies sealed in the vault. */
export type Kept = Sheet & { readonly stored: Stored }

/** An invented person, and the case that is to be about them with the key to it. */
export type Person = {
  readonly reader: Reader
  readonly caseId: string
  readonly key: KeyObject
}

/** An invented person with an account, papers and the law that the application comes under. */
export type Settled = {
  readonly story: Story
  readonly person: Person
  /** To every question, as they will be once all is filled in. */
  readonly answers: Answers
  readonly papers: readonly Kept[]
  readonly description: Description
  readonly number: string
}

/** Where a story has come to: its case and what is filled in and filed. */
export type Live = Settled & {
  readonly found?: Case
  readonly filledAt?: IsoMoment
  readonly before: Filing
  readonly after: Filing
}

type Begun = Live & { readonly found: Case }

export type Stage = {
  readonly tx: Tx
  readonly house: House
  readonly official: (mailbox: string) => Actor
}

export type Moment = { readonly at: IsoMoment; readonly on: IsoDate }

const NOTHING: Filing = { answers: {}, documents: [] }

export const unbegun = (settled: Settled): Live => ({ ...settled, before: NOTHING, after: NOTHING })

/** An act at its moment. */
export type Scene = { readonly act: Act; readonly moment: Moment }

/** One act of a story, by each who takes part in it, recorded as if its moment were now. */
export async function lived(stage: Stage, live: Live, { act, moment }: Scene): Promise<Live> {
  let after = live
  for (const by of actorsOf(stage, live, act))
    after = await livedBy(stage, after, { act, moment, by })
  return after
}

async function livedBy(
  stage: Stage,
  live: Live,
  { act, moment, by }: Scene & { readonly by: Actor },
): Promise<Live> {
  const { calendars } = stage.house.policy
  const taking: Taking = { by, ...moment, description: live.description, calendars }
  if (act.act === 'begin') return began(stage, live, { filled: act, taking })
  const { found } = live
  assert(found !== undefined, 'a story begins with its beginning')
  if (isLookRecent(act)) await look(stage, found, { act, taking })
  if (act.act === 'open-decision') {
    return told(stage, live, { found, moment })
  }
  const ready =
    act.act === 'resubmit' ? await corrected(stage, live, { correction: act, taking }) : live
  return taken(stage, { ...ready, found }, { act, taking })
}

async function told(
  { tx }: Stage,
  live: Live,
  { found, moment }: { readonly found: Case; readonly moment: Moment },
): Promise<Live> {
  const decision = await readDecision(tx, found.application.id, found.key)
  assert(decision !== undefined, 'what is opened was signed')
  await markTold(tx, { decision: decision.id, partyId: found.partyId, ...moment })
  return live
}

async function taken(
  stage: Stage,
  live: Begun,
  { act, taking }: { readonly act: SteppingDeed & Act; readonly taking: Taking },
): Promise<Live> {
  const { found } = live
  const doing = doingOf(stage, live, taking)
  const outcome = stepOf(act, doing)
  assert(
    outcome.ok,
    `${live.story.email}: ${act.act} is refused: ${outcome.ok ? '' : outcome.refusal.reason}`,
  )
  const { after, events } = await recordEvents(stage.tx, found, outcome.value, taking)
  const by = events[0]?.id ?? ''
  if (act.act === 'sign') await issue(stage, doing, { found, taking, by })
  return moved(live, { ...found, application: after }, outcome.value)
}

function moved(live: Live, found: Case, { events, action }: Step): Live {
  const version = found.version + events.length
  const isFiling = action === 'submit' || action === 'resubmit'
  return { ...live, found: { ...found, version }, ...(isFiling ? { before: live.after } : {}) }
}

function actorsOf({ official }: Stage, { person, found }: Live, act: Act): readonly Actor[] {
  if (act.by === APPLICANT) return [{ id: person.reader.partyId, roles: ['applicant'] }]
  if (act.by === SYSTEM) return [{ id: SYSTEM, roles: ['system'] }]
  if (act.act !== 'score' && act.act !== 'give-opinion') return [official(act.by)]
  const bodies = found ? bodiesIn(act, found.application) : []
  return bodies.map((body) => official(`${act.by}.${body}`))
}

/** The bodies of a case stand in the order of its criteria, or in that in which they are asked. */
function bodiesIn({ act, turn }: BodyDeed, { scorers, scores, opinions }: Application) {
  const isScore = act === 'score'
  const asked = isScore ? [...new Set(Object.values(scorers))] : Object.keys(opinions)
  if (turn !== 'rest') return asked.slice(turn, turn + 1)
  const given = Object.values(scores).map(({ body }) => body)
  return asked.filter((body) => (isScore ? !given.includes(body) : opinions[body] === 'awaited'))
}

async function began(
  { tx, house }: Stage,
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
  return {
    ...live,
    ...(found ? { found } : {}),
    filledAt: taking.at,
    after: { answers, documents },
  }
}

const meansOneOf = ({ type }: Description, { kind }: Kept, wanted: readonly Paper[]): boolean =>
  type.checklist.some(({ code, means }) => code === kind && means && wanted.includes(means))

async function filed(
  tx: Tx,
  { found, paper, at }: { found: Case | undefined; paper: Kept; at: IsoMoment },
): Promise<Uploaded> {
  assert(found !== undefined, 'a case that was begun is there')
  const { application, key, partyId } = found
  const { kind, name, media, stored, bytes } = paper
  const file = { kind, name, media, stored, bytes: bytes.length, pages: 1 }
  const id = await addDocument(tx, { ...file, caseId: application.id, partyId, key, addedAt: at })
  return { id, kind }
}

type Correction = Extract<Act, { readonly act: 'resubmit' }>

async function corrected(
  { tx }: Stage,
  live: Live,
  { correction, taking }: { readonly correction: Correction; readonly taking: Taking },
): Promise<Live> {
  const { found, after, papers, description } = live
  const { mended: places, replaced } = correction
  const { at } = taking
  let { answers } = after
  for (const place of places) answers = mended(description.type, answers, place)
  const documents: Uploaded[] = []
  for (const old of after.documents) {
    const paper = papers.find(({ kind }) => kind === old.kind)
    if (!paper || !meansOneOf(description, paper, replaced)) {
      documents.push(old)
      continue
    }
    await removeDocument(tx, { caseId: found?.application.id ?? '', id: old.id, at })
    documents.push(await filed(tx, { found, paper, at }))
  }
  return { ...live, filledAt: at, after: { answers, documents } }
}

function doingOf(
  { house: { policy } }: Stage,
  { story, number, before, after, found: { application } }: Begun,
  { by, on, description, calendars }: Taking,
): Doing {
  const { rules, type } = description
  const { submittedOn = on } = application
  const facts = factsOf(rules, before.answers, submittedOn)
  const context = { by, on, lifecycle: type.lifecycle, rules, calendars }
  const { documents } = before
  const resting = { rules, facts, documents, on, by: by.id }
  const record = () => recordHash(decisionRecord(application, resting))
  const { lists, laws } = policy
  const reading = { rules, lists, laws, language: 'az' } as const
  return { story, application, description, context, number, before, after, facts, record, reading }
}

/** What a signed decision leaves behind: its record, and the status where there is one now. */
async function issue(
  { tx, house }: Stage,
  { application, facts, before, context, description }: Doing,
  {
    found,
    taking,
    by: event,
  }: { readonly found: Case; readonly taking: Taking; readonly by: string },
): Promise<void> {
  const { partyId, key } = found
  const { by, at, on } = taking
  const { rules } = context
  const { documents } = before
  const record = decisionRecord(application, { rules, facts, documents, on, by: by.id })
  const decision = await addDecision(tx, found, { record, event, on })
  if (record.outcome !== 'recognised') return
  await issueStatus(tx, house.secret, {
    type: description.type,
    application,
    decision,
    answers: before.answers,
    recordHash: recordHash(record),
    validUntil: validUntil(on, rules),
    partyId,
    key,
    by,
    at,
    on,
  })
}

const PAGES: Readonly<Partial<Record<Act['act'], string>>> = {
  return: 'return-page',
  score: 'score-page',
  'give-opinion': 'opinion-page',
  'draft-decision': 'draft-page',
  sign: 'sign-page',
  'send-back': 'sign-page',
}

/** Looks of long ago are left out, so that the demonstration is ready sooner. */
const isLookRecent = ({ by, years = 0, workingDaysAgo = 0 }: Act): boolean =>
  by !== APPLICANT && by !== SYSTEM && years === 0 && workingDaysAgo <= LOOKS_WORKING_DAYS

const LOOKS_WORKING_DAYS = 40
const LOOKED_BEFORE_MS = 4 * 60_000

/** Whoever acts has looked before; the person can read it. */
async function look(
  { tx }: Stage,
  { application, partyId, key }: Case,
  { act, taking }: { readonly act: Act; readonly taking: Taking },
): Promise<void> {
  const { by, at } = taking
  const page = PAGES[act.act] ?? 'case-page'
  const before = later(at, -LOOKED_BEFORE_MS)
  await recordLook(tx, { by, at: before, page, partyId, caseId: application.id, key })
}
