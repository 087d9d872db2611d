import { accountOf, isSettled } from '#core/cases/account.ts'
import type { Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { byPerson, invoicesFor, invoicesOf, type Invoice } from '#records/invoices.ts'
import { hundredths } from '#telling/duty.tsx'

/** What is paid for what was given, where all of it is. */
export type DutyPaid = { readonly hundredths: number; readonly currency: string }

/** Of a case, for those of these whom somebody may read of; nothing while any of it is owed. */
export const dutyPaidIn = async (
  tx: Tx,
  caseId: string,
  people: readonly string[],
): Promise<DutyPaid | undefined> => paidIn(await invoicesOf(tx, caseId), people)

function paidIn(invoices: readonly Invoice[], people: readonly string[]): DutyPaid | undefined {
  const all = byPerson(invoices)
  const accounts = all.filter(([{ party }]) => people.includes(party)).map(accountOf)
  const [first] = accounts
  if (first === undefined || !accounts.every(isSettled)) return undefined
  const sum = accounts.reduce((amount, { owed }) => amount + owed, 0)
  return { hundredths: sum, currency: first.currency }
}

/** Of what a case is about: what gave that may have been paid for, also after this was opened. */
export async function dutyPaidFor(
  tx: Tx,
  { about, party }: { readonly about: string | undefined; readonly party: string },
): Promise<DutyPaid | undefined> {
  return about === undefined ? undefined : paidIn(await invoicesFor(tx, about), [party])
}

type Props = { readonly paid: DutyPaid | undefined; readonly language: Language }

export const DutyIsPaid = ({ paid, language }: Props) =>
  paid && (
    <p class="govuk-body">
      {WORDS[language].replace('{amount}', () => hundredths(paid, language))}
    </p>
  )

const WORDS = {
  az: 'Dövlət rüsumu ödənilib: {amount}.',
  tr: 'Devlet harcı ödendi: {amount}.',
  en: 'The state duty is paid: {amount}.',
  ru: 'Госпошлина уплачена: {amount}.',
} as const satisfies Record<Language, string>
