import { isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { isLanguage, type Language } from '#core/language.ts'
import { assert } from '#core/assert.ts'
import type { Tx } from '#platform/database.ts'
import { mailboxOf, type Account } from '#records/accounts.ts'
import type { Keys } from '#records/keys.ts'
import { STATUS_STATES, type Status } from '#records/statuses.ts'

/** What is read for a copy of all that is kept of somebody, by them: docs/specs/copy.md. */

/** How many of a kind a copy has; whoever asks for one more knows whether there are others. */
export const COPY_MAX = 1000

/** The last day on which somebody can make a copy, as a decision in this case that holds says. */
export async function disclosedUntil(
  tx: Tx,
  { caseId, partyId }: { readonly caseId: string; readonly partyId: string },
): Promise<IsoDate | undefined> {
  const row = await tx
    .selectFrom('effect')
    .innerJoin('decision', 'decision.id', 'effect.decision')
    .leftJoin('decision as later', 'later.supersedes', 'decision.id')
    .select('effect.dueOn')
    .where('decision.caseId', '=', caseId)
    .where('decision.subject', '=', partyId)
    .where('effect.effect', '=', 'disclose')
    .where('effect.target', '=', partyId)
    .where('decision.setAsideBy', 'is', null)
    .where('later.id', 'is', null)
    .executeTakeFirst()
  return row?.dueOn === undefined || row.dueOn === null ? undefined : isoDate(row.dueOn)
}

/** The cases that somebody has, as far as they may know of them, the oldest first. */
export const casesToCopy = (tx: Tx, partyId: string): Promise<readonly CaseToCopy[]> =>
  tx
    .selectFrom('caseFile')
    .select(['id', 'number'])
    .where((each) =>
      each.exists(
        each
          .selectFrom('caseParty')
          .select('caseParty.party')
          .whereRef('caseParty.caseId', '=', 'caseFile.id')
          .where('caseParty.party', '=', partyId)
          .where('caseParty.untilOn', 'is', null),
      ),
    )
    .where((each) =>
      each.exists(
        each
          .selectFrom('event')
          .select('event.id')
          .whereRef('event.caseId', '=', 'caseFile.id')
          .where('event.audience', '=', 'person'),
      ),
    )
    .orderBy('openedOn')
    .orderBy('id')
    .limit(COPY_MAX + 1)
    .execute()

type CaseToCopy = { readonly id: string; readonly number: string | null }

/** What somebody holds or held, and the numbers of the cases that gave it and that names them. */
export type HeldOnce = Pick<
  Status,
  'number' | 'kind' | 'validFrom' | 'validUntil' | 'state' | 'endedAs'
> & { readonly given: string | null; readonly named: string | null }

export async function statusesToCopy(tx: Tx, partyId: string): Promise<readonly HeldOnce[]> {
  const rows = await tx
    .selectFrom('status')
    .leftJoin('caseFile', 'caseFile.id', 'status.caseId')
    .leftJoin('caseFile as naming', 'naming.id', 'status.namedIn')
    .select(['status.number', 'kind', 'fromOn', 'untilOn', 'status.state', 'endedAs'])
    .select(['caseFile.number as given', 'naming.number as named'])
    .where('holder', '=', partyId)
    .orderBy('fromOn')
    .orderBy('status.number')
    .limit(COPY_MAX + 1)
    .execute()
  return rows.map(({ number, kind, fromOn, untilOn, endedAs, given, named, ...row }) => {
    const state = STATUS_STATES.find((each) => each === row.state)
    assert(state !== undefined, `the state of ${number} is known`)
    return {
      number,
      kind,
      validFrom: isoDate(fromOn),
      validUntil: isoDate(untilOn),
      state,
      given,
      named,
      ...(endedAs === null ? {} : { endedAs }),
    }
  })
}

export type KeptAccount = {
  readonly email: string | undefined
  readonly language: Language
  readonly since: IsoMoment
  /** Where somebody is signed in to it, or was until lately. */
  readonly sessions: readonly { readonly startedAt: IsoMoment; readonly seenAt: IsoMoment }[]
}

/** At the door, by whoever has come in to it. */
export async function accountToCopy(
  tx: Tx,
  keys: Keys,
  account: Pick<Account, 'id' | 'partyId'>,
): Promise<KeptAccount> {
  const [email, row, sessions] = await Promise.all([
    mailboxOf(tx, keys, account),
    tx
      .selectFrom('account')
      .select(['language', 'createdAt'])
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow(),
    tx
      .selectFrom('session')
      .select(['startedAt', 'seenAt'])
      .where('account', '=', account.id)
      .orderBy('startedAt')
      .execute(),
  ])
  return {
    email,
    language: isLanguage(row.language) ? row.language : 'en',
    since: isoMoment(row.createdAt),
    sessions: sessions.map(({ startedAt, seenAt }) => ({
      startedAt: isoMoment(startedAt),
      seenAt: isoMoment(seenAt),
    })),
  }
}
