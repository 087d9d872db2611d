import { rolesIn, type Context, type Held } from '#core/cases/context.ts'
import { heldBy } from '#core/cases/holds.ts'
import { outcomeOf, type EffectRule, type Life } from '#core/cases/life.ts'
import { isGivenTo } from '#core/cases/people.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { ActorId, Decided } from '#core/cases/happenings.ts'
import type { Test } from '#core/cases/tests.ts'

/** What is given can rest on what somebody of the case holds, or is given by the same decision. */
export type Rests = NonNullable<Extract<EffectRule, { readonly effect: 'issue' }>['rests']>

/** For whom which outcome is proposed, or was decided. */
type Given = readonly Pick<Decided, 'subject' | 'outcome'>[]

const issuedTo = (
  life: Pick<Life, 'outcomes'>,
  standing: Standing,
  { subject, outcome }: Given[number],
) =>
  (outcomeOf(life, outcome)?.effects ?? []).filter(
    (each): each is Extract<EffectRule, { readonly effect: 'issue' }> =>
      each.effect === 'issue' && isGivenTo(each, rolesIn(standing, subject)),
  )

/** Whoever has that role and is given such a status by this. */
export const givenBeside = (
  life: Pick<Life, 'outcomes'>,
  { standing, given }: { readonly standing: Standing; readonly given: Given },
  { role, status }: Rests,
): ActorId | undefined =>
  given.find(
    (each) =>
      rolesIn(standing, each.subject).includes(role) &&
      issuedTo(life, standing, each).some((effect) => effect.status === status),
  )?.subject

/** What somebody holds that ends by what they are given in its place, as the decision finds it. */
export const followedBy = (
  { inPlaceOf }: Extract<EffectRule, { readonly effect: 'issue' }>,
  held: readonly Held[],
  party: ActorId,
): readonly Held[] =>
  held.filter((each) => each.holder === party && inPlaceOf?.statuses.includes(each.kind) === true)

/** What would have to hold for all of it to rest on something, and does not. */
export function unheld(
  standing: Standing,
  { type, held }: Pick<Context, 'type' | 'held'>,
  given: Given,
): Extract<Test, { readonly test: 'holds' }> | undefined {
  const wanted = given
    .flatMap((each) => issuedTo(type, standing, each))
    .flatMap(({ rests }) => rests ?? [])
  const lacking = wanted.find(
    (rests) =>
      givenBeside(type, { standing, given }, rests) === undefined &&
      heldBy(rests.role, rests.status, held) === undefined,
  )
  return lacking && { test: 'holds', ...lacking }
}
