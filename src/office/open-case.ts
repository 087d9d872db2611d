import { askedOf } from '#core/answers/asked-of.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { aboutStatuses, isAboutNamed } from '#core/cases/contesting.ts'
import type { PartyKnown } from '#core/cases/holds.ts'
import { rolesOf, type Actor } from '#core/cases/roles.ts'
import { isId } from '#core/id.ts'
import { begin } from '#core/cases/filing.ts'
import { consentingAs } from '#core/cases/joining.ts'
import type { Context } from '#core/cases/context.ts'
import { mayBegin, type BeginRefusal } from '#core/cases/may.ts'
import { placed, placeIn } from '#core/cases/place.ts'
import { applied } from '#core/cases/folding.ts'
import { lastFiled, subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { Filed } from '#core/cases/happenings.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionInForce, descriptionOf, type Description } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { actorIn, type OfficeContext } from '#office/env.ts'
import { sightOf, type Sight } from '#office/sight.ts'
import { contextIn, nowIn, partiesIn, type Reader, type Taking } from '#records/cases.ts'
import { guardianOf } from '#records/guardians.ts'
import { isContestedBefore } from '#records/contested.ts'
import { holdCase, partIn, readCase, type Case } from '#records/read-case.ts'
import { filedDocuments, type CaseDocument } from '#records/documents.ts'
import { recordLook } from '#records/looks.ts'
import { peopleIn } from '#records/people.ts'
import { casesAbout, casesAboutParty } from '#records/cases-about.ts'
import { IN_FORCE, statusOf } from '#records/statuses.ts'
import { nameIn, subjectTitle } from '#telling/person.ts'

/** A case as far as whoever is signed in may see it, with its law. */
export type OpenCase = {
  readonly found: Case
  readonly sight: Sight
  readonly description: Description
  readonly taking: Taking
  readonly law: Context
  /** The type of the case that a step would begin, and the one from which it is begun. */
  readonly begins?: { readonly type: string; readonly from: OpenCase }
}

type Opening = { readonly hold?: boolean; readonly id?: string | undefined }

/**
 * Absent too where the person has nothing to do with it: that there is a case is not told either.
 */
export async function openCase(
  c: OfficeContext,
  tx: Tx,
  { hold = false, id = c.req.param('id') ?? '' }: Opening = {},
): Promise<OpenCase | undefined> {
  if (!isId(id)) return undefined
  const { keys, clock, policy } = c.var.house
  const found = await (hold ? holdCase : readCase)(tx, keys, id)
  if (!found) return undefined
  const { at, on } = nowIn(found, clock.now())
  const description = descriptionOf(policy, found.standing, on)
  const by = actorIn(c)
  const sight = sightOf(by, found.standing, description) ?? (await sightBefore(tx, by, found))
  if (!sight) return undefined
  const taking = { by, at, on, description, calendars: policy.calendars }
  const people = await peopleIn(tx, found.standing, { type: description.type, on })
  return { found, sight, description, taking, law: { ...contextIn(found, taking), people } }
}

/** What stands in an address for the case that gave somebody something. */
export function addressOf({ found }: OpenCase): string {
  const { id } = found.standing
  const people = found.whole ? subjectsOf(found.whole.standing) : []
  return people.length === 0 ? id : placed(id, people.indexOf(found.partyId) + 1)
}

/** Where a decision is contested before them, a council reads its case, and does nothing in it. */
async function sightBefore(
  tx: Tx,
  { id, roles }: Actor,
  { standing }: Case,
): Promise<Sight | undefined> {
  const as = rolesOf('council').find((role) => roles.includes(role))
  if (as === undefined) return undefined
  const isTheirs = await isContestedBefore(tx, standing.id)
  return isTheirs ? { as, whole: true, id, standing } : undefined
}

/** Why a case about something is not begun, or that there is nothing of theirs to begin. */
export type AboutRefusal =
  | { readonly reason: 'absent' }
  | { readonly reason: 'may-not'; readonly open: OpenCase; readonly why: BeginRefusal }

/**
 * As a case about what this one gave, or about somebody in it, would stand once it began: its first
 * step is asked of that.
 */
export async function openAbout(
  c: OfficeContext,
  tx: Tx,
  { code, hold = false }: Opening & { readonly code: string },
): Promise<Outcome<{ readonly open: OpenCase }, AboutRefusal>> {
  const { id, place } = placeIn(c.req.param('id') ?? '')
  const whole = await openCase(c, tx, { hold, id })
  const giving = whole && partsOf(whole)[(place ?? 1) - 1]
  const isNamed = (giving?.found.several === undefined) === (place === undefined)
  if (!giving || !isNamed) return refuse({ reason: 'absent' })
  const { found, taking } = giving
  const description = descriptionInForce(c.var.house.policy, code, taking.on)
  const [role] = description?.type.roles ?? []
  const about = description && (await aboutIn(tx, giving, description.type))
  if (!about || !role) return refuse({ reason: 'absent' })
  const { status, guardian, ...party } = about
  const around = status === undefined ? {} : { status }
  const law = contextIn(around, { ...taking, description })
  const allowed = mayBegin(law, { roles: law.by.roles, party })
  if (!allowed.ok && allowed.refusal.reason === 'not-your-role') return refuse({ reason: 'absent' })
  const own = { partyId: found.partyId, role: role.code }
  const inIt = { reader: found.reader, about: own, ...(guardian && { guardian }) }
  const parties = partiesIn(inIt, { ...taking, description })
  const number = status === undefined ? {} : { about: status.number }
  const standing = begun(found, law, { parties, ...number })
  const { several: _, whole: __, holds: ___, ...rest } = found
  const begins: OpenCase = {
    found: { ...rest, standing, history: [], ...around, ...(guardian && { reader: guardian }) },
    sight: { ...giving.sight, standing },
    description,
    taking: { ...taking, description },
    law,
    begins: { type: code, from: giving },
  }
  return allowed.ok
    ? agree({ open: begins })
    : refuse({ reason: 'may-not', open: begins, why: allowed.refusal })
}

/** What it would be about: the status that was given, or whoever the case is about. */
async function aboutIn(
  tx: Tx,
  { found, taking: { on } }: OpenCase,
  { begins }: Pick<CaseType, 'begins'>,
): Promise<(PartyKnown & Pick<Case, 'status'> & { readonly guardian?: Reader }) | undefined> {
  if (isAboutNamed(begins)) {
    const open = await casesAboutParty(tx, found.partyId)
    return { open: open.map(({ type }) => type), holds: [] }
  }
  const given = await statusOf(tx, found.standing.id, found)
  if (!given || !aboutStatuses(begins).includes(given.kind)) return undefined
  const { number, state, validUntil: until } = given
  const [others, guardian] = await Promise.all([
    casesAbout(tx, number),
    guardianOf(tx, { number, on }),
  ])
  return {
    ...(guardian && { guardian }),
    status: { number, kind: given.kind, inForce: state === IN_FORCE, until },
    open: others.filter(({ stage }) => stage !== 'ended').map(({ type }) => type),
    holds: [given.kind],
  }
}

/** It keeps the id of the case that gave, so that links lead there until it has one of its own. */
function begun(
  { standing: { id } }: Case,
  law: Context,
  beginning: Parameters<typeof begin>[1],
): Standing {
  const { code: step, role, to, event } = begin(law, beginning)
  const { at, on, by } = law
  return applied(id, undefined, { at, on, by: by.id, role, step, to, event })
}

/** What an official looked at; the person reads it in their account. */
export type LookedAt =
  | 'case-page'
  | 'document'
  | 'return-page'
  | 'score-page'
  | 'opinion-page'
  | 'draft-page'
  | 'sign-page'
  | 'holder-page'
  | 'same-person-page'
  | 'coming-page'
  | 'visit-page'
  | 'consent-page'

/** Written in the transaction that reads, before anything is shown. */
export async function noteLook(tx: Tx, open: OpenCase, page: LookedAt): Promise<void> {
  const { taking, sight } = open
  const parts = open.found.whole ? [open] : partsOf(open)
  const by = { ...taking.by, roles: [sight.as] }
  const about = { by, at: taking.at, caseId: open.found.standing.id }
  await Promise.all([
    ...parts.map(({ found: { partyId, key } }) => recordLook(tx, { ...about, page, partyId, key })),
    ...consentersShown(open).map((each) =>
      recordLook(tx, { ...about, page: 'consent-page', ...each }),
    ),
  ])
}

/** Who has consented to a case: officials who see it whole are shown what they hold. */
function consentersShown({ found, sight, description }: OpenCase) {
  const { several, standing, whole } = found
  if (!several || whole || !sight.whole) return []
  const consenting = new Set(
    standing.parties
      .map(({ id }) => id)
      .filter((id) => consentingAs(description.type, standing, id) !== undefined),
  )
  return [...consenting]
    .filter((partyId) => !several.isErased(partyId))
    .map((partyId) => ({ partyId, key: several.keyOf(partyId) }))
}

/** The answers and documents as they were sent in last; what is being mended is not filed yet. */
export const filedIn = (standing: Standing): Filed =>
  lastFiled(standing) ?? {
    subject: subjectsOf(standing)[0] ?? '',
    answers: {},
    documents: [],
    confirmed: [],
  }

/** The case as it is of each of those whom it is about, with the questions that each is asked. */
export function partsOf(open: OpenCase): readonly OpenCase[] {
  const { found, description, law } = open
  if (!found.several) return [open]
  const { standing } = found
  return subjectsOf(standing).map((subject) => {
    const type = askedOf(description.type, standing, subject)
    return {
      ...open,
      found: partIn(found, subject),
      description: { ...description, type },
      law: { ...law, type },
    }
  })
}

/** What somebody in a case about several is called: by their name, and what they are in it. */
export function nameInPart({ found, description }: OpenCase, language: OfficeLanguage): string {
  const { type } = description
  const { standing, partyId: subject } = found
  const name = nameIn(type, filedIn(standing).answers)
  return [subjectTitle(standing, type, { subject, language }), name].filter(Boolean).join(': ')
}

/** What was sent in last, with its documents: of each of those whom it is about. */
export async function readFiled(
  tx: Tx,
  open: OpenCase,
): Promise<{ readonly filed: Filed; readonly documents: readonly CaseDocument[] }> {
  const parts = partsOf(open).map(({ found }) => found)
  const { standing } = open.found
  const ids = parts.flatMap((part) => filedIn(part.standing).documents)
  const documents = await filedDocuments(tx, { caseId: standing.id, ids })
  return { filed: filedIn(standing), documents: parts.flatMap(documents) }
}
