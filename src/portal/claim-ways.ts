import type { BeginRefusal } from '#core/cases/may.ts'
import type { Role } from '#core/cases/roles.ts'
import { asTold, claimsOf, type Claimed, type FamilyKnown } from '#core/concessions/claims.ts'
import { classOn } from '#core/concessions/classes.ts'
import type { Words } from '#core/language.ts'
import { ageOn, OF_AGE, type IsoDate } from '#core/dated.ts'
import { latest, type PartialDate } from '#core/facts/partial-date.ts'
import type { Concession } from '#core/policy/concessions.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { descriptionInForce, type Policy } from '#core/policy/policy.ts'
import { ownRoles, type Against, type Earlier, type Offer } from '#portal/offers.ts'
import { isGrantedTo, isOpenFor, type ListedCase } from '#portal/own-cases.ts'
import type { Reading, Relative } from '#portal/own-family.ts'

/** How whoever reads the page applies for it, or who does. */
export type Way =
  /** Of somebody for whom they act, they bring them in. */
  | {
      readonly is: 'begin'
      readonly type: string
      readonly brings?: true
      /** As what they begin it themselves, which may be more than they are in a case of another. */
      readonly as?: Role
      readonly earlier?: Earlier | undefined
    }
  | { readonly is: 'go-on'; readonly id: string }
  /** It was sent in. */
  | { readonly is: 'sent-in'; readonly id: string; readonly number: string }
  | { readonly is: 'by-migrant' | 'by-migrant-for-them' | 'by-them' | 'elsewhere' }
  | ({ readonly is: 'refused' } & Refused)

type Refused = { readonly refusal: BeginRefusal; readonly against: Against | undefined }

/** The case by which it is applied for, and in which role. */
export type Applying = {
  readonly type: CaseType
  readonly procedure: Procedure
  readonly role: string
  /** As old as tariffs ask. */
  readonly isMinor: boolean
}

/** A concession as it is shown: how it stands, and how one comes to it. */
export type Shown = Claimed & {
  readonly way?: Way | undefined
  readonly applying?: Applying | undefined
  /** They were granted it by this case, and apply anew only then. */
  readonly done?: { readonly by: Earlier; readonly again: Words } | undefined
}

type Asking = {
  readonly known: FamilyKnown
  readonly migrant: Relative
  readonly policy: Policy
  /** What whoever reads can begin, and all that they have. */
  readonly offers: readonly Offer[]
  readonly cases: readonly ListedCase[]
  readonly reading: Reading
}

/** All concessions as they stand for one of a family, each with the way to it. */
export function shownTo(person: Relative, asking: Asking): readonly Shown[] {
  const { known, policy, reading } = asking
  const { on } = reading
  const holderClass = classOn(person, known.concessions, on)?.code
  const classes = known.concessions.classes.map(({ code }) => code)
  const { role, birthDate: born } = person
  return asTold(claimsOf(person, known, on)).map((claim): Shown => {
    const named = { policy, holderClass, role, born, classes, on }
    const applying = applyingFor(claim.concession, named)
    const way = wayTo(claim, { ...asking, person, applying })
    const done = way?.is === 'sent-in' ? undefined : doneFor(claim, person, asking)
    return { ...claim, applying: isNear(claim) ? applying : undefined, way, done }
  })
}

/** Here and now somebody can apply for it. */
export const isForNow = ({ stands, way, done }: Shown): boolean =>
  way !== undefined &&
  done === undefined &&
  way.is !== 'elsewhere' &&
  way.is !== 'refused' &&
  way.is !== 'sent-in' &&
  (stands.is === 'now' || stands.is === 'open')

/** What was granted to somebody by no status, where it can be had at all. */
function doneFor(
  { concession: { claim, again }, stands }: Claimed,
  { id }: Relative,
  { cases }: Pick<Asking, 'cases'>,
): Shown['done'] {
  if (again === undefined || (stands.is !== 'now' && stands.is !== 'open')) return undefined
  const by = cases.find(
    (each): each is Earlier =>
      each.number !== undefined && each.type.code === claim?.type && isGrantedTo(each, id),
  )
  return by && { by, again }
}

/** It can be had now, or could be had again. */
const isNear = ({ stands: { is } }: Claimed): boolean =>
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
function applyingFor(
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

type Around = Pick<Asking, 'migrant' | 'offers' | 'cases'> & {
  readonly person: Relative
  readonly applying: Applying | undefined
}

/** One about them that is not over, by which it is applied for: drafted, or sent in. */
const begunFor = (
  { claim }: Concession,
  { cases, person }: Pick<Around, 'cases' | 'person'>,
): ListedCase | undefined =>
  cases.find((each) => each.type.code === claim?.type && isOpenFor(each, person.id))

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
function wayTo(claimed: Claimed, around: Around): Way | undefined {
  const { concession } = claimed
  if (concession.by === 'itself') return undefined
  const { person, migrant, offers, applying } = around
  // One case of a kind is about what its people can have by it, and about nothing else.
  if (!isNear(claimed)) return undefined
  const begun = begunFor(concession, around)
  if (begun?.number !== undefined) return { is: 'sent-in', id: begun.id, number: begun.number }
  if (begun) return { is: 'go-on', id: begun.id }
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
    ? { is: 'refused', refusal: offer.refusal, against: offer.against }
    : {
        is: 'begin',
        type: type.code,
        earlier: offer.earlier,
        ...(person.isSelf ? asWhat(offer) : { brings: true as const }),
      }
}

const asWhat = ({ role }: Offer) => (role === undefined ? {} : { as: role })
