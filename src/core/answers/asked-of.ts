import type { Who } from '#core/answers/check.ts'
import type { Around, Held } from '#core/cases/context.ts'
import { lastDayHeld } from '#core/cases/holds.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import type { CaseType, FormField } from '#core/policy/case-type.ts'
import type { Meaning } from '#core/policy/meanings.ts'

/** A type as it is asked of one subject. */
export const askedOf = (
  type: CaseType,
  { parties }: Pick<Standing, 'parties'>,
  subject: ActorId,
): CaseType =>
  askedIn(
    type,
    parties.flatMap(({ id, isSubject, role }) => (isSubject && id === subject ? [role] : [])),
  )

/**
 * A type as it is asked of somebody in these roles: with the questions, what can be answered to
 * them, and the documents that they are asked for. The rest of it is the same.
 */
export function askedIn(type: CaseType, roles: readonly Role[]): CaseType {
  if (type.subjects === undefined) return type
  const isAsked: Asked = ({ of }) => of === undefined || roles.some((role) => of.includes(role))
  return {
    ...type,
    blocks: type.blocks.filter(isAsked).map((block) => ({
      ...block,
      fields: block.fields.map((field) => offered(field, isAsked)),
    })),
    applicants: type.applicants.filter(isAsked),
    checklist: type.checklist.filter(isAsked),
  }
}

type Asked = (of: { readonly of?: readonly Role[] }) => boolean

/** A question with the answers that somebody is offered. */
const offered = (field: FormField, isAsked: Asked): FormField =>
  field.options?.some(({ of }) => of !== undefined)
    ? { ...field, options: field.options.filter(isAsked) }
    : field

/** What is known of one whom a case is about, as their answers are held against it. */
export function whoIs(
  { roles, outcomes }: Pick<CaseType, 'roles' | 'outcomes'>,
  { standing, ownCases, held }: Pick<Around, 'ownCases' | 'held'> & { readonly standing: Standing },
  subject: ActorId,
): Who {
  const { parties, filedOn } = standing
  const theirs = parties.filter(({ id, left }) => id === subject && left !== true)
  const isChild = roles.some(
    ({ code, comes, relation }) =>
      comes === 'represented' && relation === 'child' && theirs.some(({ role }) => role === code),
  )
  return {
    isChild,
    goesOnFrom: goesOnFrom(outcomes, held ?? [], subject),
    ...(held && { holds: held.filter(({ holder }) => holder === subject) }),
    ...(filedOn === undefined ? {} : { filedOn }),
    ...(ownCases === undefined ? {} : { ownCases: ownCases.map(({ number }) => number) }),
  }
}

/** By what is asked for the last day of something that then goes on: when what they hold ends. */
const goesOnFrom = (
  outcomes: CaseType['outcomes'],
  held: readonly Held[],
  holder: ActorId,
): Readonly<Partial<Record<Meaning, IsoDate>>> =>
  Object.fromEntries(
    outcomes
      .flatMap(({ effects }) => effects)
      .flatMap((effect) => {
        const asked = effect.effect === 'issue' ? effect.for?.after : undefined
        if (effect.effect !== 'issue' || asked === undefined) return []
        const until = lastDayHeld(held, { holder, kind: effect.status })
        return until === undefined ? [] : [[asked, until] as const]
      })
      .toSorted(([, one], [, other]) => (one < other ? -1 : 1)),
  )
