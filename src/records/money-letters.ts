import { sql } from 'kysely'
import type { Moved } from '#core/cases/account.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { MoneyLetter } from '#core/policy/case-type.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { json, type Tx } from '#platform/database.ts'
import { nowIn } from '#records/cases.ts'
import type { House } from '#records/house.ts'
import { letterRow, type LetterValues } from '#records/letters.ts'
import type { Case } from '#records/read-case.ts'

/** What whoever pays for somebody is written about money. */
type Writing = {
  readonly on: MoneyLetter
  readonly sum: Omit<Moved, 'kind'>
  /** The last day to pay it. */
  readonly payBy?: IsoDate
  readonly party: string
  readonly payer: string
}

type Around = { readonly held: Case; readonly now: IsoMoment } & Pick<House, 'policy'>

/** By whoever acts in the case for that alone. */
export async function writeOfMoney(tx: Tx, around: Around, writing: Writing): Promise<void> {
  const letter = moneyLetter(around, writing)
  if (letter === undefined) return
  const { id } = around.held.standing
  await sql`select leave_money_letters(${id}::uuid, ${json([letter])})`.execute(tx)
}

/** None where its type does not write of that, or whoever pays is not written to any more. */
export function moneyLetter(
  { held, policy, now }: Around,
  { on, sum, payBy, party, payer }: Writing,
): ReturnType<typeof letterRow> | undefined {
  const { standing, several, key } = held
  const { at, on: today } = nowIn(held, now)
  const { type, typeHash } = descriptionOf(policy, standing, today)
  const rule = type.letters.find((each) => each.on === on)
  const readers = several?.readers ?? [held.reader]
  const reader = readers.find(({ partyId }) => partyId === payer)
  if (rule === undefined || reader === undefined || sum.hundredths === 0) return undefined
  const values: LetterValues = {
    number: standing.number ?? '',
    dueOn: '',
    stepDueOn: '',
    application: standing.id,
    typeHash,
    provisional: [],
    sum: { hundredths: sum.hundredths, currency: sum.currency },
    ...(payBy === undefined ? {} : { payBy }),
  }
  return letterRow(
    { party: payer, subject: party, language: reader.language },
    {
      code: rule.code,
      values,
      key: several?.keyOf(party) ?? key,
      at,
      calendars: policy.calendars,
    },
  )
}
