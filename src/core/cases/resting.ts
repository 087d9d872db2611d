import { assert } from '#core/assert.ts'
import type { IsoDate } from '#core/dated.ts'
import { askedOf } from '#core/answers/asked-of.ts'
import { answerMeaning } from '#core/answers/asked.ts'
import { rolesIn, type Context, type Held } from '#core/cases/context.ts'
import { heldBy, lastDayHeld } from '#core/cases/holds.ts'
import { outcomeOf, type EffectRule, type Life } from '#core/cases/life.ts'
import { isGivenTo } from '#core/cases/people.ts'
import { lastFiled, partOf, type Standing } from '#core/cases/standing.ts'
import type { ActorId, Decided } from '#core/cases/happenings.ts'
import type { Test } from '#core/cases/tests.ts'
import type { Term } from '#core/deadlines/terms.ts'
import { termOf, type TermCode } from '#core/policy/procedure.ts'

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
const followedBy = (
  { inPlaceOf }: Extract<EffectRule, { readonly effect: 'issue' }>,
  held: readonly Held[],
  party: ActorId,
): readonly Held[] =>
  held.filter((each) => each.holder === party && inPlaceOf?.statuses.includes(each.kind) === true)

/** The numbers of those, for whoever may know them: officials. */
export const numbersFollowed = (
  ...asked: Parameters<typeof followedBy>
): readonly { readonly kind: string; readonly number: string }[] =>
  followedBy(...asked).map(({ kind, number }) => {
    assert(number !== undefined, 'whoever decides knows by which number it is held')
    return { kind, number }
  })

/**
 * The last day of what is extended by it: of what it takes the place of and is of its own kind. An
 * extension is given on top of that, so that whoever asks in time loses nothing.
 */
export const goesOnAfter = (
  effect: Extract<EffectRule, { readonly effect: 'issue' }>,
  held: readonly Held[],
  party: ActorId,
): IsoDate | undefined =>
  effect.inPlaceOf?.statuses.includes(effect.status) === true
    ? lastDayHeld(held, { holder: party, kind: effect.status })
    : undefined

/** What it rests on, or on what else it can. */
export const restingOn = ({ status, or = [] }: Rests): readonly string[] => [status, ...or]

type Deciding = Pick<Context, 'type' | 'procedure' | 'held'>

/** What would have to hold for all of it to rest on something, and for as long, and does not. */
export function unheld(standing: Standing, context: Deciding, given: Given): Test | undefined {
  const { type, held = [] } = context
  for (const each of given) {
    for (const effect of issuedTo(type, standing, each)) {
      const { rests } = effect
      const isRested =
        rests === undefined ||
        givenBeside(type, { standing, given }, rests) !== undefined ||
        restingOn(rests).some((kind) => heldBy(rests.role, kind, held) !== undefined)
      if (!isRested) return heldIn(rests)
      const test = tooLong(standing, context, { effect, subject: each.subject })
      if (test) return test
    }
  }
  return undefined
}

const heldIn = (rests: Rests): Test => {
  const { role, status } = rests
  return rests.or === undefined
    ? { test: 'holds', role, status }
    : { test: 'holds-any', of: restingOn(rests).map((kind) => ({ role, status: kind })) }
}

type Measured = {
  readonly effect: Extract<EffectRule, { readonly effect: 'issue' }>
  readonly subject: ActorId
}

/** Nothing is given to whoever asked for none, nor for longer at first than that lasts. */
function tooLong(
  standing: Standing,
  { type, procedure, held = [] }: Deciding,
  { effect, subject }: Measured,
): Test | undefined {
  const wanted = effect.for && 'answer' in effect.for ? effect.for : undefined
  if (wanted === undefined) return undefined
  const answers = lastFiled(partOf(standing, subject))?.answers ?? {}
  const said = answerMeaning(askedOf(type, standing, subject), answers, wanted.answer)
  const length = typeof said === 'string' ? Number(said) : Number.NaN
  if (!Number.isInteger(length) || length === 0)
    return { test: 'answers', meaning: wanted.answer, is: [] }
  const code = firstOf(effect, held, subject)
  const first = code === undefined ? undefined : termOf(procedure, code)
  const { status } = effect
  const [role] = rolesIn(standing, subject)
  return first === undefined || inMonths({ ...wanted, length }) <= inMonths(first)
    ? undefined
    : { test: 'holds', status, ...(role === undefined ? {} : { role }) }
}

/** For how long it is given at most to whoever holds nothing of the kind, where that is said. */
export const firstOf = (
  { status, for: wanted }: Measured['effect'],
  held: readonly Held[],
  party: ActorId,
): TermCode | undefined =>
  wanted === undefined ||
  !('answer' in wanted) ||
  held.some((each) => each.holder === party && each.kind === status)
    ? undefined
    : wanted.first

/** The loader saw to it that both are of one unit, or of months and years. */
const inMonths = ({ length, unit }: Pick<Term, 'length' | 'unit'>): number =>
  unit === 'years' ? length * 12 : length
