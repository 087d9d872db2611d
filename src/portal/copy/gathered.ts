import { dayInBaku } from '#core/dated.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { isForNow, isSignedOut } from '#platform/database-reach.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { faultFields, problemId } from '#platform/log.ts'
import { copiedCase, type CaseOfCopy } from '#portal/copy/of-case/case.ts'
import { copyPageWords, LEFT_OUT } from '#portal/copy/words.ts'
import type { PortalContext } from '#portal/env.ts'
import { heldAs } from '#portal/own-status.ts'
import { comeBySession } from '#portal/session.tsx'
import {
  accountToCopy,
  casesToCopy,
  COPY_MAX,
  statusesToCopy,
  type HeldOnce,
} from '#records/copies.ts'
import { ASKED_PAGE, askedAbout, type AskedAbout } from '#records/inquiries.ts'
import { COPY_PAGE, LOOKS_PAGE, looksAt, type Look } from '#records/looks.ts'
import { ANSWERED_PAGE, answeredAbout, type AnsweredAbout } from '#records/offered.ts'
import { ownLinks } from '#records/one-person.ts'
import { erasedIn } from '#records/read-case.ts'
import { basisText } from '#telling/basis.tsx'
import { isNamed, publicBodyName } from '#telling/bodies.ts'
import { statusTag } from '#telling/case-words.ts'
import type {
  CopiedLook,
  CopiedLookup,
  CopiedQuestion,
  CopiedStatus,
  Copy,
  NotRead,
} from '#telling/copy/copy.ts'
import { copyWords } from '#telling/copy/words.ts'
import { seenWords } from '#telling/linked.tsx'
import { roleName } from '#telling/roles.ts'

/**
 * All that is kept of whoever asks, as far as the database shows it to them. Each case has a
 * transaction of its own: one that cannot be read leaves the others whole, and is named.
 */
export async function gathered(c: PortalContext, request: Copy['request']): Promise<Copy> {
  const { house, applicant, language } = c.var
  const { partyId } = applicant
  const words = copyPageWords[language]
  const account = await inTransaction(house.door, async (tx) => {
    await comeBySession(c, tx)
    return accountToCopy(tx, house.keys, applicant)
  })
  const { listed, held, looks, asked, answered, links } = await inTransaction(
    house.db,
    async (tx) => ({
      listed: await casesToCopy(tx, partyId),
      held: await statusesToCopy(tx, partyId),
      looks: await allLooks(tx, partyId),
      asked: await allAsked(tx, partyId),
      answered: await allAnswered(tx, partyId),
      links: await ownLinks(tx),
    }),
  )
  const cases: CaseOfCopy[] = []
  for (const each of listed.slice(0, COPY_MAX)) cases.push(await readOrNamed(c, each))
  const full = [
    ...(listed.length > COPY_MAX ? [copyWords[language].cases] : []),
    ...(held.length > COPY_MAX ? [copyWords[language].statuses] : []),
    ...(looks.length >= LOOKS_MAX ? [copyWords[language].looks] : []),
    ...(asked.length >= LOOKS_MAX ? [copyWords[language].registers] : []),
    ...(answered.length >= LOOKS_MAX ? [copyWords[language].answered] : []),
  ]
  const { email, language: reads, since, sessions } = account
  return {
    shape: 1,
    language,
    made_at: house.clock.now(),
    request,
    account: {
      email: email ?? null,
      language: reads,
      since,
      sessions: sessions.map(({ startedAt, seenAt }) => ({
        started_at: startedAt,
        seen_at: seenAt,
      })),
    },
    cases: cases.flatMap(({ copied }) => copied ?? []),
    statuses: held.slice(0, COPY_MAX).map((each) => statusIn(c, each)),
    looks: looks.slice(0, LOOKS_MAX).map((look) => lookIn(c, look, listed)),
    registers: asked.slice(0, LOOKS_MAX).map((each) => questionIn(c, each, listed)),
    answered: answered.slice(0, LOOKS_MAX).map((each) => answerIn(c, each)),
    linked: links.map(({ stands, proposedAt, linkedAt, endedAt, agrees, ground }) => ({
      stands,
      proposed_at: proposedAt,
      linked_at: linkedAt ?? null,
      ended_at: endedAt ?? null,
      agrees: agrees.map((code) => ({ code, name: seenWords[language].agreed[code] })),
      seen: { code: ground, name: seenWords[language].ground[ground] },
    })),
    left_out: LEFT_OUT.map((name) => words[name]),
    not_read: [
      ...cases.flatMap(({ notRead }) => notRead),
      ...full.map((what): NotRead => ({ what, why: words.tooMany })),
    ],
  }
}

/** What cannot be opened does not keep the rest back, and is in the log. */
async function readOrNamed(
  c: PortalContext,
  { id, number }: { readonly id: string; readonly number: string | null },
): Promise<CaseOfCopy> {
  const what = number ?? id
  const { house, language } = c.var
  const words = copyPageWords[language]
  try {
    return await inTransaction(house.db, (tx) => copiedCase(c, tx, id))
  } catch (fault) {
    if (isForNow(fault) || isSignedOut(fault)) throw fault
    if (erasedIn(fault)) return { notRead: [{ what, why: words.erased }] }
    const problem = problemId()
    house.log.warn('a case is in no copy', { problemId: problem, ...faultFields(fault) })
    return { notRead: [{ what, why: `${words.broken} ${problem}` }] }
  }
}

const LOOKS_MAX = 10_000

async function allLooks(tx: Tx, partyId: string): Promise<readonly Look[]> {
  const looks: Look[] = []
  for (;;) {
    const page = await looksAt(tx, partyId, looks.at(-1)?.id)
    looks.push(...page)
    if (page.length < LOOKS_PAGE || looks.length >= LOOKS_MAX) return looks
  }
}

async function allAsked(tx: Tx, partyId: string): Promise<readonly AskedAbout[]> {
  const asked: AskedAbout[] = []
  for (;;) {
    const page = await askedAbout(tx, partyId, asked.at(-1)?.id)
    asked.push(...page)
    if (page.length < ASKED_PAGE || asked.length >= LOOKS_MAX) return asked
  }
}

function questionIn(
  c: PortalContext,
  { at, firstAt, times, system, service: code, ground, caseId, isNamed }: AskedAbout,
  cases: readonly { readonly id: string; readonly number: string | null }[],
): CopiedQuestion {
  const { house, language } = c.var
  const { systems, laws } = house.policy
  const found = serviceOf(systems, code)
  return {
    at,
    first_at: firstAt,
    times,
    system: { code: system, name: found?.system.name[language] ?? system },
    service: { code, name: found?.service.title[language] ?? code },
    purpose: found?.service.purpose[language] ?? null,
    ground: basisText(laws, ground, language),
    case: cases.find(({ id }) => id === caseId)?.number ?? null,
    is_about_you: !isNamed,
  }
}

async function allAnswered(tx: Tx, partyId: string): Promise<readonly AnsweredAbout[]> {
  const answered: AnsweredAbout[] = []
  for (;;) {
    const page = await answeredAbout(tx, partyId, answered.at(-1)?.id)
    answered.push(...page)
    if (page.length < ANSWERED_PAGE || answered.length >= LOOKS_MAX) return answered
  }
}

function answerIn(
  c: PortalContext,
  { at, client: code, service, purpose, ground }: AnsweredAbout,
): CopiedLookup {
  const { house, language } = c.var
  const { systems, laws } = house.policy
  const { clients = [], services = [] } = systems.offered ?? {}
  const client = clients.find((each) => each.code === code)
  const named = services.find((each) => each.code === service)
  return {
    at,
    client: { code, name: client?.name[language] ?? code },
    service: { code: service, name: named?.title[language] ?? service },
    purpose: client?.asks.find((each) => each.purpose === purpose)?.why[language] ?? purpose,
    ground: basisText(laws, ground, language),
  }
}

function statusIn(c: PortalContext, held: HeldOnce): CopiedStatus {
  const { house, language } = c.var
  const { number, kind: code, validFrom, validUntil, given, named } = held
  const kind = house.policy.statuses.get(code)
  return {
    number,
    kind: { code, name: kind?.title[language] ?? code },
    from: validFrom,
    until: validUntil,
    stands: kind ? statusTag(kind, heldAs(kind, held, house.clock.today()), language) : code,
    case: given,
    named_in: named,
  }
}

/** Of a body that is not named only the day is told. */
function lookIn(
  c: PortalContext,
  { at, role, body, page, caseId }: Look,
  cases: readonly { readonly id: string; readonly number: string | null }[],
): CopiedLook {
  const { house, language } = c.var
  const bodies = [...house.policy.procedures.current.values()].flatMap((each) => each.bodies)
  const isSecret = body !== undefined && !isNamed(bodies, body)
  return {
    on: dayInBaku(at),
    at: isSecret ? null : at,
    role: page === COPY_PAGE ? copyWords[language].you : roleName(role, undefined, language),
    body: body === undefined ? null : publicBodyName(bodies, body, language),
    page,
    case: cases.find(({ id }) => id === caseId)?.number ?? null,
  }
}
