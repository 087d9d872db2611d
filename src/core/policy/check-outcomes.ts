import type { EffectRule, StatusKind } from '#core/cases/life.ts'
import { noTerm, type Around } from '#core/policy/around.ts'
import { asksFor } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { OF_PARTY, problemsOfTests } from '#core/policy/check-holds.ts'
import type { Laws } from '#core/policy/laws.ts'
import {
  repeatedCodes,
  unless,
  unseenBases,
  type Path,
  type PolicyProblem,
} from '#core/policy/problem.ts'

/** What can be decided is proposed by somebody, and rests on what can be found and carried out. */
export function problemsOfOutcome(
  life: CaseType,
  around: Around,
  index: number,
): readonly PolicyProblem[] {
  const rule = life.outcomes[index]
  if (!rule) return []
  const path = ['outcomes', index]
  const { code, favourable, grounds, needs = [], effects } = rule
  const reached = life.steps.some(
    (step) =>
      (step.kind === 'propose' && step.outcomes.includes(code)) ||
      (step.kind === 'lapse' && step.does === 'propose' && step.outcome === code),
  )
  return [
    ...unless(reached, path, `nothing proposes ${code}`),
    ...unless(
      !favourable || grounds === undefined,
      path,
      `${code} gives, and so rests on no ground`,
    ),
    ...problemsOfGrounds(life, around, { kind: grounds, path: [...path, 'grounds'] }),
    ...problemsOfTests(needs, { path, life, statuses: around.statuses, unknown: OF_PARTY }),
    ...effects.flatMap((effect, at) =>
      problemsOfEffect(life, around, { effect, path: [...path, 'effects', at] }),
    ),
  ]
}

/** The grounds of an outcome are there, and what is asked can bear each of them out. */
function problemsOfGrounds(
  life: CaseType,
  { procedure, scoring, statuses }: Around,
  { kind: wanted, path }: { readonly kind: string | undefined; readonly path: Path },
): readonly PolicyProblem[] {
  if (wanted === undefined) return []
  const grounds = procedure.grounds.filter(({ kind }) => kind === wanted)
  if (grounds.length === 0) return [{ path, reason: `there is no ground of the kind ${wanted}` }]
  return grounds.flatMap(({ code, holds, unless: contradicted }) => [
    ...unless(
      holds !== 'points-below-pass-mark' || (scoring !== undefined && asksFor(life, 'points')),
      path,
      `${code} follows from points, and ${scoring ? 'nobody is asked for any' : `${life.code} names no scoring`}`,
    ),
    ...unless(
      holds !== 'objection' || asksFor(life, 'opinion'),
      path,
      `${code} follows from an opinion, and nobody is asked for one`,
    ),
    ...problemsOfTests(contradicted ? [contradicted] : [], {
      path,
      life,
      statuses,
      unknown: OF_PARTY,
    }),
  ])
}

/** Whatever is given ends by its time, and by a case about it. */
function problemsOfEffect(
  life: CaseType,
  { procedure, statuses, types }: Around,
  { effect, path }: { readonly effect: EffectRule; readonly path: Path },
): readonly PolicyProblem[] {
  if (effect.effect === 'end') {
    const about = life.begins.about?.status
    const kind = statuses.find(({ code }) => code === about)
    return unless(
      kind?.ends.some(({ code, byTime }) => code === effect.as && byTime !== true) === true,
      path,
      `${about ?? 'nothing that this case is about'} cannot end as ${effect.as}`,
    )
  }
  const kind = statuses.find(({ code }) => code === effect.status)
  if (!kind) return [{ path, reason: `there is no kind of status ${effect.status}` }]
  const taken = types.some(
    ({ begins, outcomes }) =>
      begins.about?.status === kind.code &&
      outcomes.some(({ effects }) => effects.some((each) => each.effect === 'end')),
  )
  return [
    ...noTerm(procedure, kind.clock, path),
    ...unless(
      procedure.decisionBody !== undefined,
      path,
      `papers say who gives a ${kind.code}, and ${procedure.id} names no decisionBody`,
    ),
    ...unless(taken, path, `no case ends a status of the kind ${kind.code}`),
  ]
}

/** A kind of status ends by its time in one way, and in every other by a case about it. */
export function problemsOfStatus(
  status: StatusKind,
  { types, laws }: Pick<Around, 'types'> & { readonly laws: Laws },
): readonly PolicyProblem[] {
  const about = types.filter(({ begins }) => begins.about?.status === status.code)
  const brought = about
    .flatMap(({ outcomes }) => outcomes.flatMap(({ effects }) => effects))
    .flatMap((effect) => (effect.effect === 'end' ? [effect.as] : []))
  return [
    ...unseenBases(status, laws),
    ...repeatedCodes(
      status.ends.map(({ code }) => code),
      ['ends'],
    ),
    ...unless(
      status.ends.filter(({ byTime }) => byTime === true).length === 1,
      ['ends'],
      'a status ends by its time in one way',
    ),
    ...status.ends.flatMap(({ code, byTime }, index) =>
      unless(
        byTime === true || brought.includes(code),
        ['ends', index],
        `no case ends a status as ${code}`,
      ),
    ),
  ]
}
