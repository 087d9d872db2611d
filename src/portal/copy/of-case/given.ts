import type { Systems } from '#core/policy/systems.ts'
import { serviceOf } from '#core/policy/systems.ts'
import type { Language } from '#core/language.ts'
import { accountOf } from '#core/cases/account.ts'
import { byPerson, type Invoice } from '#records/invoices.ts'
import type { ShownAnswer } from '#records/shown.ts'
import type { CopiedInvoice, CopiedShown } from '#telling/copy/copy.ts'
import { lastOf, saidOf, standsIn } from '#telling/paid.ts'
import { shownSaid } from '#telling/shown-said.ts'

/** What registers say of what was given; what they say of it in no word of ours, by its code. */
export const shownCopied = (
  shown: readonly ShownAnswer[],
  { systems, language }: { readonly systems: Systems; readonly language: Language },
): readonly CopiedShown[] =>
  shown.map(({ at, service: code, result, says }) => {
    const found = serviceOf(systems, code)
    const word = found?.service.results.find((each) => each.code === result)
    const known = shownSaid(says, language)
    return {
      at,
      system: { code: found?.system.code ?? code, name: found?.system.name[language] ?? code },
      service: { code, name: found?.service.title[language] ?? code },
      result: { code: result, name: word?.title[language] ?? result },
      says: Object.entries(says).map(([meaning, value]) => {
        const told = known.find((each) => each.meaning === meaning)
        return {
          code: meaning,
          question: told?.label ?? meaning,
          answer: told?.text ?? value,
          value,
        }
      }),
    }
  })

/** What somebody pays, or what is paid for them, with all that was paid for it. */
export const invoicesCopied = (
  invoices: readonly Invoice[],
  { me, language }: { readonly me: string; readonly language: Language },
): readonly CopiedInvoice[] =>
  byPerson(invoices.filter(({ party, payer }) => party === me || payer === me)).flatMap((all) => {
    const account = accountOf(all)
    const last = lastOf(all)
    return all.map((invoice) => ({
      number: invoice.number,
      tariff: invoice.tariff,
      tier: invoice.tier,
      is_about_you: invoice.party === me,
      you_pay: invoice.payer === me,
      amount: invoice.amount,
      currency: invoice.currency,
      due_on: invoice.dueOn,
      state: { code: invoice.state, name: standsIn([invoice], accountOf([invoice]), language) },
      said: invoice === last ? saidOf(all, account, language) : [],
      payments: invoice.payments.map((payment) => ({
        is: payment.kind,
        on: payment.on,
        transaction: payment.transaction,
        receipt: payment.receipt,
        hundredths: payment.hundredths,
        currency: payment.currency,
      })),
    }))
  })
