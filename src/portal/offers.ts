import { isAboutSelf } from '#core/cases/contesting.ts'
import { holdingOn } from '#core/cases/holds.ts'
import { isOneAtATime } from '#core/cases/begins.ts'
import type { Begins } from '#core/cases/life.ts'
import { mayBegin, type BeginRefusal } from '#core/cases/may.ts'
import { isOfficeRole, SYSTEM, type Role } from '#core/cases/roles.ts'
import { heldOn } from '#core/concessions/held.ts'
import type { IsoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionsInForce, type Description, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import { ownHoldings, type Held } from '#records/families.ts'

/** A type of case that a person can begin, as far as it lets this one now. */
export type Offer = {
  readonly description: Description
  /** One of theirs that they go on with instead. */
  readonly draft?: ListedCase
  readonly refusal?: BeginRefusal
  /** What of theirs stands in the way. */
  readonly against?: Against
  /** As what they begin it, where they may. */
  readonly role?: Role
  /** The last that was sent in, whose answers another may begin with. */
  readonly earlier?: Earlier
}

/** A case, or what is held by one; a draft has no number. */
export type Against = { readonly caseId: string; readonly number?: string | undefined }

export type Earlier = ListedCase & { readonly number: string }

type Known = {
  readonly policy: Policy
  readonly on: IsoDate
  readonly cases: readonly ListedCase[]
  /** What whoever asks holds and held, each with its days. */
  readonly holdings: readonly Held[]
  /** Types of which they have sent one in by another entry of theirs. */
  readonly openThere?: readonly string[]
  /**
   * What is kept of them, where they begin it about that; or whom they have; or somebody for whom
   * they act, of whom all of this is.
   */
  readonly about?: 'self' | 'family' | 'theirs'
}

/** All that people begin themselves, by what is in force that day. */
export function offersTo({
  policy,
  on,
  cases,
  holdings,
  openThere = [],
  about,
}: Known): readonly Offer[] {
  const own = cases.filter(({ isSubject }) => isSubject)
  const open = own.filter(({ stage }) => stage !== 'ended').map(({ type }) => type.code)
  // What is asked about data is about what is kept by one entry.
  const party = { open, ...(about ? {} : { openThere }), ...holdingOn(holdings, on) }
  return descriptionsInForce(policy, on).flatMap((description): readonly Offer[] => {
    const { type } = description
    const roles = about === 'theirs' ? rolesOfTheirs(type) : ownRoles(type.begins)
    if (!isAbout(type, about) || roles.length === 0) return []
    const ofKind = own.filter((each) => each.type.code === type.code)
    // One at a time was sent in: a draft beside it leads nowhere before that has ended.
    const isSent = isOneAtATime(type) && ofKind.some(isSentIn)
    const draft = isSent ? undefined : ofKind.find(({ stage }) => stage === 'draft')
    const earlier = earlierOf(own, type)
    const allowed = mayBegin({ ...description, on }, { roles, party })
    const against = allowed.ok ? undefined : againstIn(allowed.refusal, { own, holdings, type, on })
    return [
      {
        description,
        ...(draft ? { draft } : {}),
        ...(earlier ? { earlier } : {}),
        ...(against ? { against } : {}),
        ...(allowed.ok ? { role: allowed.value.role } : { refusal: allowed.refusal }),
      },
    ]
  })
}

type Theirs = Pick<Known, 'holdings' | 'on'> & {
  readonly own: readonly ListedCase[]
  readonly type: CaseType
}

/** The case of that kind, or what is held, by which a test stands against another. */
function againstIn(
  refusal: BeginRefusal,
  { own, holdings, type, on }: Theirs,
): Against | undefined {
  if (refusal.reason !== 'stands-against') return undefined
  if (refusal.held === undefined) {
    const open = own.filter(({ stage, type: { code } }) => stage !== 'ended' && code === type.code)
    const first = open.find(isSentIn) ?? open[0]
    return first && { caseId: first.id, number: first.number }
  }
  const { caseId, number } = heldOn(holdings.filter(isOwn), [refusal.held], on) ?? {}
  return caseId === undefined ? undefined : { caseId, number }
}

const isSentIn = ({ stage, number }: ListedCase): boolean =>
  number !== undefined && stage !== 'draft' && stage !== 'ended'

/** What is held elsewhere has no case here. */
const isOwn = ({ caseId }: Held): boolean => caseId !== undefined

function isAbout({ begins, family }: CaseType, wanted: Known['about']): boolean {
  if (family === true || wanted === 'family') return family === true && wanted === 'family'
  return wanted === undefined || wanted === 'theirs'
    ? begins.about === undefined
    : isAboutSelf(begins)
}

/** The roles in which a party begins such a case, and no official. */
export const ownRoles = ({ by }: Pick<Begins, 'by'>): readonly Role[] =>
  by.filter((role) => role !== SYSTEM && !isOfficeRole(role))

/** The roles of those for whom alone such a case is begun by whoever acts for them. */
const rolesOfTheirs = ({ begins }: Pick<CaseType, 'begins'>): readonly Role[] =>
  (begins.for ?? []).map(({ role }) => role)

const earlierOf = (
  cases: readonly ListedCase[],
  { code }: Pick<CaseType, 'code'>,
): Earlier | undefined =>
  cases.find(
    (each): each is Earlier =>
      each.type.code === code && each.number !== undefined && !each.isErased,
  )

/** Whether somebody begins such a case themselves, and about nothing else. */
export const isBegunByPeople = ({ begins }: Pick<CaseType, 'begins'>): boolean =>
  begins.about === undefined && ownRoles(begins).length > 0

/** All that whoever asks holds and held. */
export async function holdingsOf(tx: Tx, partyId: string): Promise<readonly Held[]> {
  return (await ownHoldings(tx, [partyId])).get(partyId) ?? []
}
