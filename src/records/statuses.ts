import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { answerMeaning } from '#core/answers/asked.ts'
import { assert } from '#core/assert.ts'
import { isIsoDate, isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { SYSTEM, type Actor } from '#core/cases/roles.ts'
import type { Place } from '#core/cases/places.ts'
import { lastFiled, type Standing } from '#core/cases/standing.ts'
import { endByTime, validUntil, type Start, type StatusKind } from '#core/cases/statuses.ts'
import type { DecisionKnown, UndecidedKnown } from '#core/cases/context.ts'
import type { Given } from '#core/cases/decision-record.ts'
import type { EffectRule, HeldBack, WantedTerm } from '#core/cases/life.ts'
import type { Counted } from '#core/deadlines/counted.ts'
import type { Term } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Procedure, TermCode } from '#core/policy/procedure.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { json, type Tx } from '#platform/database.ts'
import { openText, type HouseSecret } from '#platform/sealing.ts'
import { leafJson, leafRow, newEntryId, type Entry } from '#records/ledger.ts'
import { codePlace, paperOf } from '#records/papers.ts'
import { statusNumber } from '#records/status-numbers.ts'

/**
 * Things held: what a decision gave, each with a life of its own. Whoever checks one shows that
 * they have it before them: its number or code, with what only the paper and its holder tell.
 * Neither can be read from here.
 */
export const STATUS_STATES = ['in-force', 'suspended', 'ended'] as const
export type StatusState = (typeof STATUS_STATES)[number]
export const IN_FORCE = 'in-force' satisfies StatusState

export type Status = {
  readonly number: string
  /** Under the key of the case that names its holder, and so known there alone. */
  readonly code?: string
  readonly kind: string
  readonly field: string
  readonly holder: string
  /** The case that gave it, and the one whose answers name its holder, since that moment. */
  readonly caseId: string
  readonly namedIn: string
  readonly namedAt: IsoMoment
  readonly validFrom: IsoDate
  readonly validUntil: IsoDate
  readonly state: StatusState
  /** What its kind calls the way in which it ended. */
  readonly endedAs?: string
  /** That a step ended it; on which day, where whoever asks may know of that step. */
  readonly endedBy?: { readonly on?: IsoDate }
}

/** By what decision of which case something is given, or ended. */
export type Acting = {
  readonly standing: Standing
  /** The hash of the procedure by which it was decided. */
  readonly policy: string
  readonly decision: string
  readonly event: string
  readonly recordHash: string
  readonly partyId: string
  readonly key: KeyObject
  readonly by: Actor
  readonly role: string
  readonly at: IsoMoment
  readonly on: IsoDate
}

type Issuing = Acting & Giving

type Giving = {
  readonly standing: Standing
  readonly on: IsoDate
  /** As it is asked of whoever is given it. */
  readonly type: CaseType
  readonly kind: StatusKind
  /** For as long as was asked for. */
  readonly wanted?: WantedTerm
  /** Of one of several, or of one who is given it anew. */
  readonly place?: Place
  readonly procedure: Procedure
  readonly calendars: Calendars
  readonly restsOn?: string
  readonly inPlaceOf?: Given['inPlaceOf']
  /** The last day of what it extends. */
  readonly goesOnAfter?: IsoDate | undefined
  /** As long as the first of its kind lasts at most, where it is one. */
  readonly first?: TermCode | undefined
}

/** How long was asked for, where the outcome gives it for that. */
function wantedOf({ type, standing, wanted }: Giving): { readonly asked?: Term } {
  if (wanted === undefined || !('answer' in wanted)) return {}
  const value = answerMeaning(type, lastFiled(standing)?.answers ?? {}, wanted.answer)
  const length = typeof value === 'string' ? Number(value) : Number.NaN
  assert(Number.isInteger(length), 'how long was asked for was answered in whole numbers')
  return { asked: { length, unit: wanted.unit } }
}

/**
 * The day of the decision; after that on which what somebody has ends, as they say or as it is held
 * here, where it still holds.
 */
function startOf({ type, standing, wanted, on, goesOnAfter }: Giving): Start {
  const said =
    wanted?.after && answerMeaning(type, lastFiled(standing)?.answers ?? {}, wanted.after)
  const ends = [typeof said === 'string' && isIsoDate(said) ? said : undefined, goesOnAfter]
    .filter((day) => day !== undefined && day >= on)
    .reduce(
      (one, other) => (one !== undefined && other !== undefined && one > other ? one : other),
      undefined,
    )
  return ends === undefined ? { on } : { after: ends }
}

/** What a decision causes, as the database carries it out. */
export type Caused = {
  readonly effect: EffectRule['effect'] | 'restore'
  /** The number of a status, the id of a decision or a case, or whoever is erased. */
  readonly target: string
  /** The kind of the status, or as what it ends; or that it binds whoever decides anew. */
  readonly what?: string
  /** The last day on which it is not carried out yet; or on which somebody is to, and from when. */
  readonly due_on?: IsoDate
  readonly counted?: Counted
  readonly leaf?: ReturnType<typeof leafJson>
  readonly status?: Readonly<Record<string, string>>
  /** The status that takes the place of one that ends. */
  readonly next?: string
  /** The step by which a case is entered again. */
  readonly step?: string
  /** What is to be read beside a case, sealed. */
  readonly correction?: { readonly id: string; readonly sealed: string }
}

/** What a decision gives on that day, as it is told before and after it is signed. */
export function givenBy(giving: Giving): Given {
  const { standing, kind, on, place, inPlaceOf = [], first = kind.clock } = giving
  assert(standing.number !== undefined, 'a decided case has a number')
  const until = validUntil({ clock: first, ...wantedOf(giving) }, startOf(giving), giving)
  const given = { status: kind.code, number: statusNumber(standing.number, place), from: on, until }
  return inPlaceOf.length > 0 ? { ...given, inPlaceOf } : given
}

/** What a decision gives: a status of a kind. */
export function issuedStatus(secret: HouseSecret, issuing: Issuing): Caused {
  const { standing, type, kind, key, at, restsOn } = issuing
  const { number, from, until } = givenBy(issuing)
  const answers = lastFiled(standing)?.answers ?? {}
  const { field = '' } = standing
  const status = {
    ...paperOf(secret, { type, answers, number, key }),
    field,
    from_on: from,
    until_on: until,
    issued_at: at,
    ...(restsOn === undefined ? {} : { rests_on: restsOn }),
  }
  const said = {
    kind: kind.code,
    valid_from: from,
    valid_until: until,
    field,
    record: issuing.recordHash,
    ...(restsOn === undefined ? {} : { rests_on: restsOn }),
  }
  const entering = { ...issuing, caseId: standing.id, type: 'status-issued', number, said }
  return { effect: 'issue', target: number, what: kind.code, leaf: leafOf(entering), status }
}

/** The status that the case is about names its holder by what was sent in, on a new paper. */
export function replacedPaper(
  secret: HouseSecret,
  { type, ...acting }: Acting & { readonly type: CaseType },
): Caused {
  const { standing, key, event, at } = acting
  const number = standing.about
  assert(number !== undefined, 'a case that replaces the paper of a status is about one')
  const answers = lastFiled(standing)?.answers ?? {}
  const status = { ...paperOf(secret, { type, answers, number, key }), named_at: at }
  const said = { record: acting.recordHash, replaced_by: event }
  const entering = { ...acting, caseId: standing.id, type: 'status-replaced', number, said }
  return { effect: 'replace', target: number, leaf: leafOf(entering), status }
}

type Entering = Pick<Acting, 'partyId' | 'key' | 'by' | 'role' | 'at'> & {
  readonly caseId: string
  readonly policy: string | null
  /** The event that decided it; nobody's, where its time ended it. */
  readonly event?: string
  readonly type: string
  readonly number: string
  readonly said: Readonly<Record<string, string | null>>
}

const leafOf = ({ key, ...entering }: Entering) => leafJson(leafRow(entryOf(entering), key))

function entryOf({
  caseId,
  policy,
  event,
  partyId,
  by,
  role,
  at,
  type,
  number,
  said,
}: Omit<Entering, 'key'>): Entry {
  const id = newEntryId()
  return {
    id,
    kind: 'document',
    type,
    at,
    caseId,
    subjectId: partyId,
    actorId: role === SYSTEM ? null : by.id,
    ...(event === undefined ? {} : { causeId: event }),
    role,
    body: by.body ?? null,
    policy,
    payload: { id, number, case: caseId, ...said },
  }
}

/** What a decision takes: the status that its case is about ends as the outcome says. */
export function endedStatus({ as, ...acting }: Acting & { readonly as: string }): Caused {
  const number = acting.standing.about
  assert(number !== undefined, 'a case that ends a status is about one')
  return endOf({ ...acting, as, number })
}

type Ending = Acting & { readonly as: string; readonly number: string }

/** What somebody held ends by what the same decision gives them, which is named. */
export const followedStatus = (ending: Ending & { readonly next: string }): Caused => ({
  ...endOf(ending),
  next: ending.next,
})

function endOf({ as, number, ...acting }: Ending & { readonly next?: string }): Caused {
  const { standing, event, next } = acting
  const followed = next === undefined ? {} : { followed_by: next }
  const said = { ended_as: as, ended_by: event, ...followed }
  const entering = { ...acting, caseId: standing.id, type: 'status-ended', number, said }
  return { effect: 'end', target: number, what: as, leaf: leafOf(entering) }
}

/** A decision that does not hold any more. */
export function setAside({
  contested: { id, of },
  ...acting
}: Acting & { readonly contested: DecisionKnown }): Caused {
  const { number } = of
  const said = { decision: id }
  const entering = { ...acting, caseId: acting.standing.id, type: 'decision-set-aside', number }
  return { effect: 'set-aside', target: id, leaf: leafOf({ ...entering, said }) }
}

/** What such a decision took is held again; what it named anew names its holder as before. */
export function restoredStatus({
  number,
  ...acting
}: Acting & { readonly number: string }): Caused {
  const said = { restored_by: acting.event }
  const entering = { ...acting, caseId: acting.standing.id, type: 'status-restored', number, said }
  return { effect: 'restore', target: number, leaf: leafOf(entering) }
}

/** What is held back, as its case says: nobody is erased, nothing decided, a decision waits. */
export function holdPlaced({
  back,
  target,
  ...acting
}: Acting & { readonly back: HeldBack; readonly target: string }): Caused {
  const { number = '' } = acting.standing
  const said = { back, of: target }
  const entering = { ...acting, caseId: acting.standing.id, type: 'hold-placed', number, said }
  return { effect: 'hold', target, what: back, leaf: leafOf(entering) }
}

/** A status that a decision took and that was held for as long as a case about that was open. */
export type Again = Omit<Entering, 'type' | 'said' | 'event'> & {
  readonly as: string
  /** By which event it was taken. */
  readonly event: string
}

/** It ends as it had ended before. */
export const endedAgainLeaf = ({ as, ...entering }: Again) =>
  leafOf({ ...entering, type: 'status-ended', said: { ended_as: as, ended_by: entering.event } })

/** Somebody is to decide in another case by that day. */
export function toldToDecide({
  undecided: { of },
  until,
  ...acting
}: Acting & { readonly undecided: UndecidedKnown; readonly until: IsoDate }): Caused {
  const said = { told: of.id, until }
  const { number } = of
  const entering = { ...acting, caseId: acting.standing.id, type: 'told-to-decide', number, said }
  return { effect: 'notify', target: of.id, leaf: leafOf(entering) }
}

/** A status whose last day has passed, in the case that gave it. */
export type Past = {
  readonly number: string
  readonly kind: StatusKind
  readonly caseId: string
  readonly holder: string
  /** The hash of the procedure that the case rests on. */
  readonly policy: string | null
  readonly key: KeyObject
  readonly at: IsoMoment
  readonly on: IsoDate
}

/** It ends by itself; a leaf of the case that gave it tells of that. */
export async function endByItself(tx: Tx, past: Past): Promise<void> {
  const { number, kind, holder: partyId, on } = past
  const as = endByTime(kind)
  const by = { id: SYSTEM, roles: [SYSTEM] }
  const said = { ended_as: as, ended_by: null }
  const leaf = leafOf({ ...past, partyId, by, role: SYSTEM, type: 'status-ended', said })
  await sql`select end_status(${number}, ${on}::date, ${as}, ${json(leaf)})`.execute(tx)
}

/** What a case gave or names the holder of, with the code that the holder may print. */
export async function statusOf(
  tx: Tx,
  caseId: string,
  { key, partyId }: { readonly key: KeyObject; readonly partyId?: string },
): Promise<Status | undefined> {
  const given = tx
    .selectFrom('status')
    .leftJoin('event', 'event.id', 'status.endedBy')
    .selectAll('status')
    .select('event.happenedOn as endedOn')
    .where((each) => each.or([each('status.caseId', '=', caseId), each('namedIn', '=', caseId)]))
  const row = await (
    partyId === undefined ? given : given.where('holder', '=', partyId)
  ).executeTakeFirst()
  if (!row) return undefined
  const { number, kind, field, holder, fromOn, untilOn, endedAs, endedBy, endedOn, namedIn } = row
  const state = STATUS_STATES.find((each) => each === row.state)
  assert(state !== undefined, `the state of ${number} is known`)
  return {
    number,
    ...(namedIn === caseId
      ? { code: openText(key, { place: codePlace(number), sealed: row.codeSealed }) }
      : {}),
    kind,
    field,
    holder,
    caseId: row.caseId,
    namedIn,
    namedAt: isoMoment(row.namedAt),
    validFrom: isoDate(fromOn),
    validUntil: isoDate(untilOn),
    state,
    ...(endedAs === null ? {} : { endedAs }),
    ...(endedBy === null ? {} : { endedBy: endedOn === null ? {} : { on: isoDate(endedOn) } }),
  }
}

/** What somebody holds: where each was given, and by which case it names them. */
export const statusesHeldBy = (tx: Tx, holder: string) =>
  tx
    .selectFrom('status')
    .select(['number', 'caseId', 'namedIn'])
    .where('holder', '=', holder)
    .where('state', '=', IN_FORCE)
    .orderBy('issuedAt')
    .limit(HELD_MAX)
    .execute()

/** More than anybody is given at one time. */
const HELD_MAX = 50

/** In which case a status was given, in which it names whose it is, and what it is called. */
export const giverOf = (tx: Tx, status: string) =>
  tx
    .selectFrom('status')
    .select(['caseId', 'namedIn', 'holder', 'kind'])
    .where('number', '=', status)
    .executeTakeFirst()
