import { holdingOn } from '#core/cases/holds.ts'
import { mayBegin, type BeginRefusal } from '#core/cases/may.ts'
import { isOfficeRole, SYSTEM } from '#core/cases/roles.ts'
import { claimsOf, type Claimed, type Stands } from '#core/concessions/claims.ts'
import type { Member } from '#core/concessions/classes.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { isInForce } from '#core/policy/enacted.ts'
import type { PolicyFiles } from '#records/policy-files.ts'

/**
 * What is shown as possible and what can be begun are said in two documents: of everybody whose
 * rights were worked out by hand, on each of these days, the one is held against the other.
 */

/** Somebody, whose family it is, and who is of it besides; whoever it rests on is alone in that. */
export type OfFamily = {
  readonly member: Member
  readonly migrant: Member
  readonly others: readonly Member[]
}

type Asked = {
  readonly type: CaseType
  readonly on: IsoDate
  readonly policy: PolicyFiles
  readonly calendars: Calendars
}

/** What is wrong about how somebody can begin a case of that type; nothing where both agree. */
export function disagreeing(
  { member, migrant, others }: OfFamily,
  { type, on, policy, calendars }: Asked,
): string | undefined {
  const procedure = policy.procedures.find(
    (each) => each.family === type.procedure && isInForce(each, on),
  )
  if (!procedure) return undefined
  const claims = (of: Member): readonly Claimed[] =>
    policy.concessions
      .filter((each) => isInForce(each, on))
      .flatMap((concessions) => claimsOf(of, { migrant, concessions, calendars }, on))
      .filter(({ concession }) => concession.claim?.type === type.code)
  const own = claims(member).map(({ stands }) => stands)
  const brought = type.subjects === undefined ? [] : others.flatMap(claims)
  const all = [...own, ...brought.map(({ stands }) => stands)]
  const roles = type.begins.by.filter((role) => role !== SYSTEM && !isOfficeRole(role))
  const party = { open: [], ...holdingOn(member.holds, on) }
  const begun = mayBegin({ type, procedure, on }, { roles, party })
  const isMigrant = member.id === migrant.id
  const refusal = begun.ok ? undefined : begun.refusal
  if (all.some(isNear)) return wronglyRefused(refusal, isMigrant)
  return wronglyBegun(refusal, { own, isMigrant })
}

const isNear = ({ is }: Stands): boolean => is === 'now' || is === 'open' || is === 'held'

/** What a member cannot begin, the migrant begins for them; but nothing stands against it. */
function wronglyRefused(refusal: BeginRefusal | undefined, isMigrant: boolean) {
  if (refusal === undefined) return undefined
  const isByMigrant = !isMigrant && refusal.reason === 'does-not-hold' && refusal.from === undefined
  return isByMigrant ? undefined : `it can be had, and is not begun: ${said(refusal)}`
}

/**
 * A case does not know whose family somebody is of who begins it, nor how old they are: what the
 * migrant has to hold is asked as they consent, and an age of the answers.
 */
function wronglyBegun(
  refusal: BeginRefusal | undefined,
  { own, isMigrant }: { readonly own: readonly Stands[]; readonly isMigrant: boolean },
): string | undefined {
  const isLeftToMigrant = own.some(
    (each) => !isMigrant && each.is === 'not-yet' && each.need.need === 'migrant-holds',
  )
  if (isLeftToMigrant) return undefined
  const later = own.find((each) => each.is === 'later')
  const from = refusal?.reason === 'does-not-hold' ? refusal.from?.on : undefined
  if (refusal !== undefined) {
    if (from === undefined || from === later?.from) return undefined
    return `it is begun from ${from} on, and can be had from ${later?.from ?? 'no day'} on`
  }
  const against = own.find(({ is }) => is === 'later' || is === 'not-yet' || is === 'needless')
  return against && `it can be begun, and is ${against.is}`
}

const said = (refusal: BeginRefusal): string =>
  'test' in refusal ? `${refusal.test.test} (${refusal.reason})` : refusal.reason
