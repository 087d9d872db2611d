import type { KeyObject } from 'node:crypto'
import type { Appointment } from '#core/appointments/choosing.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { dayInBaku, type IsoMoment } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { CaseType, VisitLetter } from '#core/policy/case-type.ts'
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
