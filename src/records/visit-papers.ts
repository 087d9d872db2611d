import type { KeyObject } from 'node:crypto'
import type { Appointment } from '#core/appointments/choosing.ts'
import { askOf } from '#core/cases/life.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { subjectsActedFor, type Standing } from '#core/cases/standing.ts'
import { dayInBaku, isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { CaseType, VisitLetter } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'
import type { About, Noted, Reader, Taking } from '#records/case-rows.ts'
import { leafJson, leafRow, newEntryId } from '#records/ledger.ts'
import { letterRow, type Reading } from '#records/letters.ts'

/** What is left of a visit in the ledger, and what people are written about it. */

type Entering = {
  readonly key: KeyObject
  readonly caseId: string
  readonly procedure?: string | undefined
  /** Who did it, and in which role; nobody, where a calendar has. */
  readonly by?: { readonly id: string; readonly role: string; readonly body?: string | undefined }
  readonly at: IsoMoment
}

/** Of whom, for what, where and when, and what became of it. */
export function leafOfVisit(
  { id, party, step, place, startsAt, state }: Appointment,
  { key, caseId, procedure, by, at }: Entering,
) {
  const entry = {
    id: newEntryId(),
    kind: 'document',
    type: `visit-${state}`,
    at,
    caseId,
    subjectId: party,
    actorId: by?.id ?? null,
    role: by?.role ?? SYSTEM,
    body: by?.body ?? null,
    policy: procedure ?? null,
    payload: { id, step, place, starts_at: startsAt },
  } as const
  return leafJson(leafRow(entry, key))
}

/** A visit of which somebody reads. */
export type Telling = { readonly startsAt: IsoMoment; readonly reading: Reading }

type Writing = Telling & {
  readonly type: CaseType
  readonly typeHash: string
  readonly key: KeyObject
  readonly of: { readonly id: string; readonly number: string }
  readonly at: IsoMoment
  readonly calendars: Calendars
}

/**
 * None where the type does not write of that. A letter says the day; the hour and the place are on
 * the page that it leads to, and not in a mailbox.
 */
export function lettersOfVisit(
  on: VisitLetter,
  { type, typeHash, startsAt, reading, key, of, at, calendars }: Writing,
) {
  const rule = type.letters.find((each) => each.on === on)
  if (!rule) return []
  const values = {
    number: of.number,
    dueOn: dayInBaku(startsAt),
    stepDueOn: '',
    application: of.id,
    typeHash,
    provisional: [],
  }
  return [letterRow(reading, { code: rule.code, values, key, at, calendars })]
}

/**
 * What an official records by hand nobody has to come for any more: each who reads of a time that
 * was chosen for it, and is still to come, reads that, once.
 */
export async function needlessLetters(
  tx: Tx,
  { after, event }: { readonly after: Standing; readonly event: Noted },
  { about, taking }: { readonly about: About; readonly taking: Taking },
) {
  const { description, at, calendars } = taking
  const { type, typeHash } = description
  const isByHand = event.event.kind === 'answer' && event.role !== SYSTEM
  if (!isByHand || askOf(type, event.step)?.visit === undefined) return []
  const booked = await tx
    .selectFrom('appointment')
    .select(['party', 'startsAt'])
    .where('caseId', '=', after.id)
    .where('step', '=', event.step)
    .where('state', '=', 'booked')
    .where('startsAt', '>', at)
    .orderBy('startsAt')
    .orderBy('party')
    .execute()
  const first = new Map<string, (typeof booked)[number] & { readonly reader: Reader }>()
  for (const visit of booked) {
    const reader = readerOf(visit.party, after, about)
    if (reader && !first.has(reader.partyId)) first.set(reader.partyId, { ...visit, reader })
  }
  return [...first.values()].flatMap(({ party, startsAt, reader: { partyId, language } }) =>
    lettersOfVisit('visit-needless', {
      startsAt: isoMoment(startsAt),
      reading: { party: partyId, subject: party, language },
      type,
      typeHash,
      key: about.several?.keyOf(party) ?? about.key,
      of: { id: after.id, number: after.number ?? '' },
      at,
      calendars,
    }).map((letter) => ({ ...letter, send_from: null })),
  )
}

/** Who is written to of somebody: whoever has the case, or acts for them in it. */
const readerOf = (party: string, after: Standing, { reader, several }: About) =>
  several
    ? several.readers.find((each) => subjectsActedFor(after, each.partyId).includes(party))
    : reader
