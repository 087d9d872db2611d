import type { Claimed } from '#core/concessions/claims.ts'
import { ageOn, OF_AGE, type IsoDate } from '#core/dated.ts'
import { latest, type PartialDate } from '#core/facts/partial-date.ts'
import type { Concession } from '#core/policy/concessions.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionInForce, type Policy } from '#core/policy/policy.ts'
import type { Applying, Way } from '#portal/may/claim.tsx'
import { ownRoles, type Offer } from '#portal/offers.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import type { Reading, Relative } from '#portal/own-family.ts'
import { whyNot } from '#portal/why-not.ts'

/** It can be had now, or could be had again. */
export const isNear = ({ stands: { is } }: Claimed): boolean =>
  is === 'now' || is === 'open' || is === 'held'

type Named = {
  readonly policy: Policy
  /** What they are to the law. */
  readonly holderClass: string | undefined
  /** What they are in the family; nothing of whoever all of it rests on. */
  readonly role: string | undefined
  /** Whom else the law tells apart: what somebody was entered as is not what they are by now. */
  readonly classes: readonly string[]
  readonly born: PartialDate | undefined
  readonly on: IsoDate
}

/**
 * By which case it is applied for: in the role called like one of these, else as who begins it. A
 * case about several people that has no role for one of a family is not theirs to begin.
 */
export function applyingFor(
  { claim }: Concession,
  { policy, holderClass, role: inFamily, classes, born, on }: Named,
): Applying | undefined {
  const description = claim && descriptionInForce(policy, claim.type, on)
  if (description === undefined) return undefined
  const { type, procedure } = description
  const codes = type.roles.map(({ code }) => code)
  const isBygone = inFamily !== holderClass && classes.includes(inFamily ?? '')
  const own = [holderClass, isBygone ? undefined : inFamily]
  const role = own.find((each) => each !== undefined && codes.includes(each))
  if (role === undefined && inFamily !== undefined && type.subjects !== undefined) return undefined
  const taken = role ?? ownRoles(type.begins)[0]
  if (taken === undefined) return undefined
  const isMinor = born !== undefined && ageOn(latest(born), on) < OF_AGE
  return { type, procedure, role: taken, isMinor }
}

type Around = {
  readonly person: Relative
  readonly migrant: Relative
  readonly offers: readonly Offer[]
  /** Those of whom the page is about, as far as whoever reads it has them. */
  readonly cases: readonly ListedCase[]
  readonly applying: Applying | undefined
  readonly reading: Reading
}

/** One about them that is not over, by which it is applied for: drafted, or sent in. */
const begunFor = ({ claim }: Concession, cases: readonly ListedCase[]): ListedCase | undefined =>
  cases.find(
    ({ type, stage, isSubject }) => isSubject && stage !== 'ended' && type.code === claim?.type,
  )

/** Whether whoever has begun in that role brings somebody along in the other. */
const bringsIn = ({ steps }: CaseType, by: string | undefined, role: string): boolean =>
  steps.some(
    (step) =>
      step.kind === 'begin' &&
      by !== undefined &&
      step.by.includes(by) &&
      step.joins?.includes(role) === true,
  )

/** How whoever reads the page comes to it; nothing where that holds of itself, or not yet. */
export function wayTo(claimed: Claimed, around: Around): Way | undefined {
  const { concession } = claimed
  if (concession.by === 'itself') return undefined
  const { person, migrant, offers, applying, reading } = around
  const begun = begunFor(concession, around.cases)
  if (begun) return { is: begun.stage === 'draft' ? 'go-on' : 'sent-in', id: begun.id }
  if (!isNear(claimed)) return undefined
  if (applying === undefined) return { is: 'elsewhere' }
  const { type, role } = applying
  const isBegunBySelf = ownRoles(type.begins).includes(role)
  const begins = isBegunBySelf ? person : migrant
  const offer = offers.find(({ description }) => description.type.code === type.code)
  // What the migrant begins for all of a family, some of it can begin as something else.
  const [asMigrant] = ownRoles(type.begins)
  const isTheirOwn =
    ![undefined, asMigrant].includes(offer?.role) &&
    (person.isSelf || (person.isTheirs && bringsIn(type, offer?.role, role)))
  if (!begins.isSelf && !isTheirOwn) {
    if (isBegunBySelf) return { is: 'by-them' }
    return { is: person.isSelf ? 'by-migrant' : 'by-migrant-for-them' }
  }
  if (offer === undefined) return { is: 'elsewhere' }
  if (offer.draft) return { is: 'go-on', id: offer.draft.id }
  return offer.refusal
    ? { is: 'refused', why: whyNot(offer.refusal, reading) }
    : {
        is: 'begin',
        type: type.code,
        earlier: offer.earlier,
        ...(person.isSelf ? asWhat(offer) : { brings: true as const }),
      }
}

const asWhat = ({ role }: Offer) => (role === undefined ? {} : { as: role })
