import type { KeyObject } from 'node:crypto'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { SYSTEM_ROLE } from '#core/ledger/leaf.ts'
import type { Tx } from '#platform/database.ts'
import { leafRow, newEntryId, type LeafRow } from '#records/ledger.ts'

/**
 * What opens or closes somebody's way into the house, each with its leaf in the ledger (§9 of
 * docs/specs/ledger.md). A leaf tells whose way it is and who did it: never from where somebody
 * comes, nor what they show to come in.
 */
type Access =
  | { readonly type: 'signed-in'; readonly row?: undefined; readonly said?: undefined }
  | {
      readonly type: 'credential-changed'
      readonly row: string
      readonly said: { readonly kind: string }
    }
  /** Whoever was acted for acts for themselves, by an account that is new. */
  | { readonly type: 'taken-over'; readonly row: string; readonly said?: undefined }
  | {
      readonly type: 'role-given'
      readonly row: string
      readonly said: Membership & { readonly from_on: IsoDate }
    }
  | {
      readonly type: 'role-ended'
      readonly row?: undefined
      readonly said: Membership & { readonly membership: string; readonly until_on: string }
    }
  | {
      readonly type: 'system-switched'
      readonly row: string
      readonly said: { readonly system: string; readonly is_off: boolean }
    }
  | {
      readonly type: 'payment-looked-at'
      readonly row?: undefined
      readonly said: { readonly question: string; readonly answer: string }
    }
  /** Two that are one person, or are not: what was done about that, with a leaf of each. */
  | {
      readonly type: 'link-changed'
      readonly row?: undefined
      readonly said: Readonly<Record<'link' | 'act' | 'done', string>>
    }
  | {
      readonly type: 'paid-back-by-hand'
      readonly row: string
      readonly said: { readonly done_on: IsoDate }
    }
  | {
      readonly type: 'time-confirmed'
      readonly row: string
      readonly said: {
        readonly doubt: string
        readonly found_at: IsoMoment
        readonly found_ahead_ms: number
      }
    }

type Membership = { readonly role: string; readonly body: string | null }

/** Who did it, and in which role. */
export type Doer = { readonly id: string; readonly role: string }

/** Whoever has an account does in no role of the office what they do with it. */
export const accountHolder = (partyId: string): Doer => ({ id: partyId, role: 'account-holder' })

export type Accessing = {
  /** Whose way it is. */
  readonly partyId: string
  /** Nobody where the house did it by itself. */
  readonly by: Doer | undefined
  readonly at: IsoMoment
}

/** The leaves, in the transaction of the acts; each has the id of the row of its act, if any. */
export async function recordAccess(tx: Tx, key: KeyObject, accessing: Accesses): Promise<void> {
  await tx
    .insertInto('ledgerLeaf')
    .values([...accessLeaves(key, accessing)])
    .execute()
}

type Accesses = Accessing & { readonly acts: readonly Access[] }

export function accessLeaves(
  key: KeyObject,
  { partyId, by, at, acts }: Accesses,
): readonly LeafRow[] {
  return acts.map(({ type, said, row: id = newEntryId() }) =>
    leafRow(
      {
        id,
        kind: 'access',
        type,
        at,
        caseId: null,
        subjectId: partyId,
        actorId: by?.id ?? null,
        role: by?.role ?? SYSTEM_ROLE,
        body: null,
        policy: null,
        payload: { id, at, by: by?.id ?? SYSTEM_ROLE, person: partyId, ...said },
      },
      key,
    ),
  )
}
