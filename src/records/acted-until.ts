import { sql } from 'kysely'
import { askedOf } from '#core/answers/asked-of.ts'
import { namedIn } from '#core/answers/named.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { lastDayDecided } from '#core/cases/taking-over.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import { ACTS_UNTIL } from '#core/policy/case-type.ts'
import { json, type Tx } from '#platform/database.ts'
import type { Happened, Taking } from '#records/cases.ts'
import { letterRow } from '#records/letters.ts'
import type { Case } from '#records/read-case.ts'
import { chargesAmong } from '#records/taking-over.ts'

type Named = {
  /** As far as it is of the one for whom others act. */
  readonly held: Case
  readonly happened: Happened
  readonly decision: string
  readonly taking: Taking
}

/**
 * A decision that names somebody for whom others act says by their birth date until when: where
 * that is another day than before, it is from now on, and whoever acts or acted is written to.
 */
export async function actUntilDecided(
  tx: Tx,
  { held, happened: { after }, decision, taking }: Named,
): Promise<void> {
  const { partyId: subject, key, standing } = held
  const actsFor = after.parties.find(({ id, by }) => id === subject && by !== undefined)?.by
  const { type } = taking.description
  const { birthDate } = namedIn(askedOf(type, after, subject), lastFiled(standing)?.answers ?? {})
  if (actsFor === undefined || !isPartialDate(birthDate)) return
  const [charge] = await chargesAmong(tx, [subject])
  const last = charge && lastDayDecided(birthDate, charge.ofAgeOn)
  if (last === undefined) return
  const rule = type.letters.find(({ on }) => on === ACTS_UNTIL)
  const values = {
    number: after.number ?? '',
    dueOn: '',
    stepDueOn: '',
    application: after.id,
    typeHash: after.typeHash ?? '',
    provisional: [],
  }
  const { at, calendars } = taking
  const letters = (rule === undefined ? [] : [held.reader]).map(({ partyId: party, language }) => ({
    ...letterRow(
      { party, subject, language },
      { code: rule?.code ?? '', values, key, at, calendars },
    ),
    send_from: null,
  }))
  await sql`select act_until_decided(
    ${decision}::uuid, ${last}::date, ${at}::timestamptz, ${json(letters)})`.execute(tx)
}
