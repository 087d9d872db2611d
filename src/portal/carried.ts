import { knownFrom, namesOtherwise, type Known } from '#core/answers/carried.ts'
import { isGrantedThere } from '#core/cases/away.ts'
import { outcomeOf } from '#core/cases/life.ts'
import { lastFiled, outcomeIn } from '#core/cases/standing.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { IsoMoment } from '#core/dated.ts'
import { isId } from '#core/id.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionsInForce } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { Way } from '#portal/contest-ways.ts'
import type { PortalContext } from '#portal/env.ts'
import { waysAboutHeld } from '#portal/held-ways.ts'
import { otherCase, type OwnCase } from '#portal/own-case.ts'
import { ownStatus } from '#portal/own-status.ts'
import { casesAbout } from '#records/cases-about.ts'
import { statusesHeldBy } from '#records/statuses.ts'

/** Something held that names its holder otherwise than what they were granted says. */
export type StillNamed = {
  readonly number: string
  readonly kind: StatusKind
  /** Where it was given, and what can be begun about it there. */
  readonly address: string
  readonly ways: readonly Way[]
}

/**
 * What still names somebody as before, once a case of theirs was granted from which others are gone
 * on; nothing of what was named by something that they sent in later.
 */
export async function stillNamed(
  c: PortalContext,
  tx: Tx,
  own: OwnCase,
): Promise<readonly StillNamed[]> {
  const { policy } = c.var.house
  const { partyId: subject } = own.found
  const { code } = own.context.type
  const later = saidIn(own)
  const goesOn = descriptionsInForce(policy, own.context.on).some(({ type }) => carries(type, code))
  if (!goesOn || later === undefined || !isGranted(own)) return []
  const found: StillNamed[] = []
  for (const { caseId, namedIn } of await statusesHeldBy(tx, subject)) {
    const gave = await otherCase(c, tx, { id: caseId, subject })
    if (!gave) continue
    const names = namedIn === caseId ? gave : await otherCase(c, tx, { id: namedIn, subject })
    const held = await ownStatus(tx, c.var.house, gave)
    const before = names && saidIn(names)
    if (held?.isInForce !== true || !before || before.at > later.at) continue
    if (!namesOtherwise(before, later)) continue
    const cases = await casesAbout(tx, held.status.number)
    const ways = waysAboutHeld(policy, { own: gave, held, cases }).filter(({ description }) =>
      carries(description.type, code),
    )
    if (ways.length === 0) continue
    found.push({ number: held.status.number, kind: held.kind, address: gave.address, ways })
  }
  return found
}

type Carrying = {
  /** The case that was granted, as whoever asks names it. */
  readonly id: string
  readonly subject: string
  /** Of the case that is begun. */
  readonly type: CaseType
}

/** What a case can begin with of one that was granted; nothing, where it is none of theirs. */
export async function carriedFrom(
  c: PortalContext,
  tx: Tx,
  { id, subject, type }: Carrying,
): Promise<Known | undefined> {
  const from = isId(id) ? await otherCase(c, tx, { id, subject }) : undefined
  if (from?.found.partyId !== subject || !carries(type, from.context.type.code)) return undefined
  const said = saidIn(from)
  return said && isGranted(from) ? knownFrom(said.type, said.answers) : undefined
}

const carries = ({ begins }: CaseType, code: string): boolean =>
  begins.carries?.includes(code) === true

/** By a decision here, or by the people of the system that examined it. */
function isGranted({ found: { standing, partyId }, context: { type } }: OwnCase): boolean {
  const away = standing.away.find(({ subject }) => subject === partyId)
  const outcome = outcomeOf(type, outcomeIn(standing) ?? '')
  return outcome?.favourable === true || (away !== undefined && isGrantedThere(away))
}

type Said = {
  readonly type: CaseType
  readonly answers: NonNullable<ReturnType<typeof lastFiled>>['answers']
  readonly at: IsoMoment
}

function saidIn({ found: { standing, history }, description }: OwnCase): Said | undefined {
  const filed = lastFiled(standing)
  const at = history.findLast(({ event }) => event.kind === 'file')?.at
  return filed && at && { type: description.type, answers: filed.answers, at }
}
