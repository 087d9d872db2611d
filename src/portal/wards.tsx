import { peopleOf, lastFiled, subjectsActedFor } from '#core/cases/standing.ts'
import { placed } from '#core/cases/place.ts'
import type { Language } from '#core/language.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { PortalContext } from '#portal/env.ts'
import { FOR_THEM, offersForTheirs } from '#portal/for-theirs.tsx'
import type { Offer } from '#portal/offers.ts'
import type { OwnCase } from '#portal/own-case.ts'
import { ownCases, type ListedCase } from '#portal/own-cases.ts'
import { nameOf, type Relative } from '#portal/own-family.ts'
import { paths } from '#portal/paths.ts'
import { ownHoldings } from '#records/families.ts'
import { casesOfWards } from '#records/wards.ts'
import { partIn, readCase } from '#records/read-case.ts'
import { nameIn, subjectTitle, unnamedTitle } from '#telling/person.ts'

/** Somebody for whom whoever reads acts in a case, with what can be begun for them alone. */
export type Ward = {
  readonly person: Omit<Relative, 'address'>
  readonly offers: readonly Offer[]
}

type Met = Pick<OwnCase, 'found'> & { readonly context: Pick<OwnCase['context'], 'type'> }

/** Whom the part of a case is of that is read; nothing where that is whoever reads. */
export async function wardIn(
  c: PortalContext,
  tx: Tx,
  { found, context }: Met,
): Promise<Ward | undefined> {
  const { partyId: id, standing } = found
  const self = c.var.applicant.partyId
  const whole = (found.whole ?? found).standing
  if (id === self || !subjectsActedFor(whole, self).includes(id)) return undefined
  const { policy, clock } = c.var.house
  const [{ type }, at] = [context, { subject: id, language: c.var.language }]
  const name = nameIn(type, lastFiled(standing)?.answers ?? {})
  const title = name === '' ? unnamedTitle(whole, type, at) : subjectTitle(whole, type, at)
  const holds = (await ownHoldings(tx, [id])).get(id) ?? []
  const person = { id, name, title, holds, isSelf: false, isTheirs: true }
  const cases = await ownCases(tx, policy, id)
  return { person, offers: offersForTheirs({ policy, on: clock.today(), person, cases }) }
}

/** Where something can be begun for one of them. */
export type WardMet = Ward & { readonly href: string }

type Besides = {
  /** The cases of whoever reads. */
  readonly cases: readonly ListedCase[]
  /** Who is read of here anyway. */
  readonly people: readonly { readonly id: string }[]
}

/** All of them besides those who are read of here, each by the case that was sent in last. */
export async function wardsBesides(
  c: PortalContext,
  tx: Tx,
  { cases, people }: Besides,
): Promise<readonly WardMet[]> {
  const { keys, policy, clock } = c.var.house
  const self = c.var.applicant.partyId
  const here = new Set([self, ...people.map(({ id }) => id)])
  const met: WardMet[] = []
  if (cases.every(({ subjects }) => subjects.every(({ id }) => here.has(id)))) return met
  for (const { caseId, party } of await casesOfWards(tx, self)) {
    const held = here.has(party) ? undefined : await readCase(tx, keys, caseId)
    if (!held) continue
    const { type } = descriptionOf(policy, held.standing, clock.today())
    const ward = await wardIn(c, tx, { found: partIn(held, party), context: { type } })
    if (!ward || ward.offers.length === 0) continue
    const id = held.several ? placed(caseId, peopleOf(held.standing).indexOf(party) + 1) : caseId
    met.push({ ...ward, href: `${paths.application.to(c.var.language, { id })}#${FOR_THEM}` })
  }
  return met
}

type Props = { readonly wards: readonly WardMet[]; readonly language: Language }

/** Each with what can be begun, and the way to where it is. */
export const Wards = ({ wards, language }: Props) =>
  wards.length === 0 ? null : (
    <section aria-labelledby="wards">
      <h2 class="govuk-heading-m" id="wards">
        {TITLE[language]}
      </h2>
      <ul class="govuk-list">
        {wards.map(({ person, offers, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {nameOf(person)}:{' '}
              {offers.map(({ description: { type } }) => type.title[language]).join(', ')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

const TITLE = {
  az: 'Adından hərəkət etdiyiniz şəxslər',
  tr: 'Adına hareket ettiğiniz kişiler',
  en: 'People for whom you act',
  ru: 'Люди, от имени которых вы действуете',
} as const satisfies Record<Language, string>
