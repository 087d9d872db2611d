import { placeOf, type Place } from '#core/appointments/places.ts'
import { accountOf, isSettled } from '#core/cases/account.ts'
import { awaitedHere } from '#core/cases/counting.ts'
import { leadOf } from '#core/cases/duty.ts'
import { outcomeOf } from '#core/cases/life.ts'
import { outcomeIn } from '#core/cases/standing.ts'
import { dayInBaku } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { otherCase } from '#portal/own-case.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'
import { visitWords } from '#portal/visit-words.ts'
import {
  bookedOf,
  choiceOf,
  stillComing,
  visitsAsked,
  type VisitAsked,
} from '#portal/visits-asked.ts'
import { appointmentsOf } from '#records/appointments.ts'
import type { Held } from '#records/families.ts'
import { byPerson, invoicesOf, type Invoices } from '#records/invoices.ts'
import { formatDate, formatTimesInBaku } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'
import { lastOf } from '#telling/paid.ts'

/** What somebody has still to do for what they were given, as the page of its case says it. */
export type StillToDo = {
  readonly party: string
  /** What it means to them, and what follows where it is not done. */
  readonly lead?: string
  readonly invoices?: Invoices
  readonly visits: readonly VisitAsked[]
  readonly places: readonly Place[]
}

type Given = {
  /** What one person holds now, with the cases that gave it as far as whoever asks has them. */
  readonly held: readonly Held[]
  readonly party: string
  readonly cases: readonly ListedCase[]
}

/** So many cases are read whole; somebody who is given more at a time is told on their pages. */
const READ_MAX = 1

/** By the case that gave it. Nothing is read of what was handed over and costs nothing. */
export async function stillToDo(
  c: PortalContext,
  tx: Tx,
  { held, party, cases }: Given,
): Promise<ReadonlyMap<string, StillToDo>> {
  const { places } = c.var.house.policy
  const gave = cases.filter(({ id }) => held.some(({ caseId }) => caseId === id))
  const paid = gave.filter(({ type }) => type.tariff !== undefined).map(({ id }) => id)
  const invoices = paid.length === 0 ? [] : byPerson(await invoicesOf(tx, ...paid))
  const open = gave.filter(({ stage }) => stage === 'carrying-out').slice(0, READ_MAX)
  const all = new Map<string, StillToDo>()
  for (const each of invoices) {
    const [first] = each
    const isTheirs = first.party === party
    if (isTheirs) all.set(first.caseId, { party, invoices: each, visits: [], places })
  }
  for (const { id } of open) {
    const known = all.get(id)
    const isPaid = known?.invoices !== undefined && isSettled(accountOf(known.invoices))
    const read = await visitsAndLead(c, tx, { id, party, isPaid })
    if (read) all.set(id, { party, places, ...known, ...read })
  }
  return all
}

type Carried = { readonly id: string; readonly party: string; readonly isPaid: boolean }

async function visitsAndLead(c: PortalContext, tx: Tx, { id, party, isPaid }: Carried) {
  const { language } = c.var
  const own = await otherCase(c, tx, { id, subject: party })
  if (own === undefined) return undefined
  const { found, context } = own
  const outcome = outcomeOf(context.type, outcomeIn(found.standing) ?? '')
  const lead = outcome && leadOf(outcome, isPaid)?.[language]
  const isAsked = awaitedHere(found.standing, context.type).some(
    ({ kind }) => kind === 'appearance',
  )
  const asked = isAsked ? visitsAsked([own], await appointmentsOf(tx, id), language) : []
  const visits = asked.filter((each) => stillComing(each).length > 0)
  return { visits, ...(lead === undefined ? {} : { lead }) }
}

type Props = {
  readonly id: string
  readonly toDo: StillToDo
  readonly language: Language
}

/** What is to be paid by when, and for what they come, each with the way there. */
export const ToDo = ({ id, toDo, language }: Props) => {
  const { lead, invoices, visits } = toDo
  const isOwed = invoices !== undefined && restOf(invoices) > 0
  if (!isOwed && visits.length === 0) return null
  return (
    <div class="kc-open-about">
      {lead !== undefined && <p class="govuk-body">{lead}</p>}
      {isOwed && <ToPay invoices={invoices} language={language} />}
      {visits.map((each) => (
        <ToCome {...{ id, toDo, language }} asked={each} />
      ))}
    </div>
  )
}

const restOf = (invoices: Invoices): number =>
  lastOf(invoices).state === 'open' ? accountOf(invoices).rest : 0

const ToPay = ({ invoices, language }: { readonly invoices: Invoices; language: Language }) => {
  const words = WORDS[language]
  const { currency } = accountOf(invoices)
  const { dueOn, url } = lastOf(invoices)
  const sum = hundredths({ hundredths: restOf(invoices), currency }, language)
  return (
    <p class="govuk-body">
      {words.owed.replace('{amount}', () => sum)}{' '}
      <strong>{formatDate(dueOn, language, 'plain')}</strong>
      {url !== undefined && (
        <>
          <br />
          <a class="govuk-link" href={url}>
            {words.pay.replace('{amount}', () => sum)}
          </a>
        </>
      )}
    </p>
  )
}

const ToCome = ({ id, toDo, asked, language }: Props & { readonly asked: VisitAsked }) => {
  const words = visitWords[language]
  const { step, visit } = asked
  const choice = choiceOf(asked, toDo.places)
  const isOpen = choice === 'choose' || choice === 'move'
  const booked = bookedOf(asked, toDo.party)
  const when = booked && [
    formatDate(dayInBaku(booked.startsAt), language),
    formatTimesInBaku([booked.startsAt], language),
    placeOf(toDo.places, booked.place)?.title[language],
  ]
  return (
    <p class="govuk-body">
      {visit.title[language]}: {when ? when.filter(Boolean).join(', ') : !isOpen && words[choice]}
      {(isOpen || when) && (
        <>
          {when && <br />}
          <a class="govuk-link" href={paths.visit.to(language, { id, step })}>
            {isOpen ? words[choice] : words.chosen}
          </a>
        </>
      )}
    </p>
  )
}

const WORDS = {
  az: { owed: 'Hələ ödənilməyib: {amount}. Ödəmək üçün son gün:', pay: '{amount} ödəyin' },
  tr: { owed: 'Henüz ödenmedi: {amount}. Ödemek için son gün:', pay: '{amount} ödeyin' },
  en: { owed: 'Still to be paid: {amount}. Last day to pay:', pay: 'Pay {amount}' },
  ru: { owed: 'Ещё не уплачено: {amount}. Последний день для уплаты:', pay: 'Уплатить {amount}' },
} as const satisfies Record<Language, unknown>
