import type { Claimed, FamilyKnown } from '#core/concessions/claims.ts'
import { lastingOn, type Member } from '#core/concessions/classes.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Concession } from '#core/policy/concessions.ts'

/** What changes for somebody on a day, if nothing is done until then. */
export type Change =
  | {
      readonly on: IsoDate
      /** For the last time, by age or by the law itself; the last day to apply; or the first. */
      readonly is: 'by-age' | 'by-law' | 'apply-by' | 'begins' | 'begins-if'
      readonly concessions: readonly Concession[]
    }
  /** The last day of something that they hold, or of the status that all rests on. */
  | { readonly on: IsoDate; readonly is: 'ends' | 'status-ends'; readonly kind: string }

type What = Extract<Change, { readonly concessions: readonly Concession[] }>['is']

/** All that changes for somebody from that day on, the nearest first. */
export function changesFor(
  member: Member,
  { migrant, concessions }: FamilyKnown,
  { claims, on }: { readonly claims: readonly Claimed[]; readonly on: IsoDate },
): readonly Change[] {
  const changes = new Map<string, { on: IsoDate; is: What; concessions: Concession[] }>()
  for (const { concession, stands } of claims) {
    for (const { on: day, is } of daysOf(stands)) {
      if (day < on) continue
      const known = changes.get(`${day} ${is}`)
      if (known) known.concessions.push(concession)
      else changes.set(`${day} ${is}`, { on: day, is, concessions: [concession] })
    }
  }
  const isAll = (kind: string) => kind === concessions.holds
  const now = ({ holds }: Member) => lastingOn(holds, on)
  const rests = now(migrant).filter(({ kind }) => isAll(kind))
  const ends: readonly Change[] = [
    ...rests.map(({ kind, until }) => ({ on: until, is: 'status-ends' as const, kind })),
    ...now(member)
      .filter(({ kind }) => !isAll(kind))
      .map(({ kind, until }) => ({ on: until, is: 'ends' as const, kind })),
  ]
  return [...changes.values(), ...ends].toSorted((one, other) => (one.on < other.on ? -1 : 1))
}

/** The days of a concession as it stands; that its status ends is said once for all. */
function daysOf(stands: Claimed['stands']): readonly { readonly on: IsoDate; readonly is: What }[] {
  if (stands.is === 'later') {
    return [{ on: stands.from, is: stands.holding === undefined ? 'begins' : 'begins-if' }]
  }
  if (stands.is !== 'now' && stands.is !== 'open' && stands.is !== 'held') return []
  const { until, because, applyBy } = stands
  return [
    ...(applyBy === undefined ? [] : [{ on: applyBy, is: 'apply-by' as const }]),
    ...(until === undefined || because === 'status' || because === undefined
      ? []
      : [{ on: until, is: because === 'age' ? ('by-age' as const) : ('by-law' as const) }]),
  ]
}
