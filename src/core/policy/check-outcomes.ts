import { noTerm, type Around } from '#core/policy/around.ts'
import {
  aboutDecisionsOf,
  aboutStatuses,
  aboutUndecidedOf,
  enteringOn,
  entersAgain,
  isAboutParty,
  isAboutSelf,
} from '#core/cases/contesting.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import {
  asksFor,
  leadsTo,
  stateOf,
  type EffectRule,
  type StateCode,
  type StepRule,
} from '#core/cases/life.ts'
import { restingOn } from '#core/cases/resting.ts'
import type { Test } from '#core/cases/tests.ts'
import { reachedFrom } from '#core/reached.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { OF_PARTY, problemsOfKeepingBack, problemsOfTests } from '#core/policy/check-holds.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import { contradicting, termOf } from '#core/policy/procedure.ts'

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
      !favourable || grounds === undefined || effects.some(({ effect }) => effect === 'reopen'),
      path,
      `${code} gives, and so rests on no ground`,
    ),
    ...problemsOfGrounds(life, around, { kind: grounds, path: [...path, 'grounds'] }),
    ...problemsOfTests(needs, { path, life, statuses: around.statuses, unknown: OF_PARTY }),
    ...problemsOfKeepingBack(needs, around.procedure, path),
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
  return grounds.flatMap(({ code, holds, ...ground }) => [
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
    ...problemsOfTests(contradicting(ground), {
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
  around: Around,
  { effect, path }: { readonly effect: EffectRule; readonly path: Path },
): readonly PolicyProblem[] {
  const { procedure, statuses, types } = around
  if (effect.effect === 'end') {
    const about = aboutStatuses(life.begins)
    const endsSo = (kind: string) =>
      statuses
        .find(({ code }) => code === kind)
        ?.ends.some(({ code, byTime }) => code === effect.as && byTime !== true) === true
    const cannot = about.find((kind) => !endsSo(kind))
    return unless(
      about.length > 0 && cannot === undefined,
      path,
      `${cannot ?? 'nothing that this case is about'} cannot end as ${effect.as}`,
    )
  }
  if (effect.effect === 'replace') return problemsOfReplacing(life, { effect, path })
  if (effect.effect === 'erase') return problemsOfErasing(life, procedure, { effect, path })
  if (effect.effect === 'hold') return problemsOfHolding(life, { effect, path })
  if (effect.effect === 'notify') return problemsOfNotifying(life, procedure, { effect, path })
  if (effect.effect === 'disclose') return problemsOfDisclosing(life, procedure, { effect, path })
  if (effect.effect === 'change') return problemsOfChanging(life, { effect, path })
  if (effect.effect !== 'issue') return problemsOfContesting(life, around, { effect, path })
  const kind = statuses.find(({ code }) => code === effect.status)
  if (!kind) return [{ path, reason: `there is no kind of status ${effect.status}` }]
  const taken = types.some((type) => endsStatus(type, kind.code))
  return [
    ...noTerm(procedure, kind.clock, path),
    ...problemsOfResting(life, kind, { rests: effect.rests, path: [...path, 'rests'] }),
    ...problemsOfFollowing(statuses, effect, [...path, 'inPlaceOf']),
    ...problemsOfFirst(procedure, effect, [...path, 'for', 'first']),
    ...unless(
      procedure.decisionBody !== undefined,
      path,
      `papers say who gives a ${kind.code}, and ${procedure.id} names no decisionBody`,
    ),
    ...unless(taken, path, `no case ends a status of the kind ${kind.code}`),
  ]
}

/** How long the first of a kind is given is in the unit that is asked for, or one like it. */
function problemsOfFirst(
  procedure: Around['procedure'],
  { for: wanted }: Effect<'issue'>,
  path: Path,
): readonly PolicyProblem[] {
  if (wanted === undefined || !('answer' in wanted) || wanted.first === undefined) return []
  const first = termOf(procedure, wanted.first)
  const isLike = (unit: string) => unit === 'months' || unit === 'years'
  const isOne = first?.unit === wanted.unit || (isLike(first?.unit ?? '') && isLike(wanted.unit))
  return first === undefined
    ? noTerm(procedure, wanted.first, path)
    : unless(isOne, path, `${wanted.first} is not in ${wanted.unit}, nor in months and years both`)
}

/** What ends by what is given in its place ends in a way of its own, and carries none of it. */
const problemsOfFollowing = (
  statuses: Around['statuses'],
  { status, inPlaceOf, rests }: Effect<'issue'>,
  path: Path,
): readonly PolicyProblem[] =>
  (inPlaceOf?.statuses ?? []).flatMap((code) => {
    const kind = statuses.find((each) => each.code === code)
    const isEnd = kind?.ends.some((end) => end.code === inPlaceOf?.as && end.byTime !== true)
    return [
      ...unless(isEnd === true, path, `a ${code} cannot end as ${inPlaceOf?.as}`),
      ...unless(
        rests?.status !== code || status === code,
        path,
        `a ${status} rests on a ${code}, which would end by it`,
      ),
    ]
  })

/** A status that is about to end, or to be given, names nobody anew, and has one holder. */
function problemsOfReplacing(
  life: CaseType,
  { effect, path }: { readonly effect: Effect<'replace'>; readonly path: Path },
): readonly PolicyProblem[] {
  const beside = life.outcomes
    .filter(({ effects }) => effects.includes(effect))
    .flatMap(({ effects }) => effects.filter((each) => each !== effect))
  return [
    ...unless(
      aboutStatuses(life.begins).length > 0 && (life.subjects?.max ?? 1) === 1,
      path,
      `${life.code} is about no status whose holder could be named anew`,
    ),
    ...(['status-in-force', 'status-not-expired'] as const)
      .filter((test) => !needing(life, effect, test))
      .map((test) => ({ path, reason: `an outcome that replaces needs ${test}` })),
    ...unless(
      beside.every((each) => !['issue', 'end', 'replace'].includes(each.effect)),
      path,
      'what names the holder of a status anew neither gives nor ends one, and does it once',
    ),
  ]
}

/** Only a case about a decision sets one aside, and what is entered again can be. */
function problemsOfContesting(
  { begins, outcomes }: CaseType,
  { procedure, types }: Around,
  { effect: { effect }, path }: { readonly effect: EffectRule; readonly path: Path },
): readonly PolicyProblem[] {
  const contested = aboutDecisionsOf(begins)
  const entered = types.filter(({ code }) => contested.includes(code))
  const strange = entered
    .flatMap(({ steps }) => steps.filter(entersAgain).flatMap(({ grounds }) => grounds ?? []))
    .filter((ground) => !procedure.grounds.some(({ code }) => code === ground))
  return [
    ...unless(contested.length > 0, path, `there is no decision to ${effect}`),
    ...entered
      .filter((type) => effect === 'set-aside' && canGive(type, begins))
      .map(({ code }) => ({
        path,
        reason: `what a decision of ${code} gave would be held on, so begins asks decision-unfavourable`,
      })),
    ...unless(
      effect !== 'reopen' ||
        outcomes.every(
          ({ effects }) =>
            !effects.some((each) => each.effect === 'reopen') ||
            effects.some((each) => each.effect === 'set-aside'),
        ),
      path,
      'a case is entered again whose decision is set aside, and no other',
    ),
    ...entered
      .filter((type) => effect === 'reopen' && !canBeEntered(type))
      .map(({ code }) => ({
        path,
        reason: `from where ${code} is decided nothing enters it again, whatever the ground`,
      })),
    ...(effect === 'reopen' ? strange : []).map((ground) => ({
      path,
      reason: `a case is entered again on ${ground}, and ${procedure.id} has no such ground`,
    })),
  ]
}

/** What can be contested gives something: nothing ends that when the decision is set aside. */
const canGive = ({ outcomes }: Around['types'][number], { when = [] }: CaseType['begins']) =>
  outcomes.some(
    ({ favourable, effects }) =>
      effects.some((each) => each.effect === 'issue') &&
      !(favourable && when.some(({ test }) => test === 'decision-unfavourable')),
  )

/** From wherever it ends once it is decided, on whatever ground. */
function canBeEntered(life: Around['types'][number]): boolean {
  const { steps, states } = life
  const decided = steps.flatMap((step) => (step.kind === 'decide' ? [step.to] : []))
  const on = (state: StateCode) =>
    steps
      // What another system decided is no decision of ours.
      .filter(({ kind, from }) => kind !== 'end' && kind !== 'report' && from.includes(state))
      .flatMap((step) => leadsTo(life, step, state))
  const after = reachedFrom(decided, on)
  return states
    .filter(({ code, stage }) => stage === 'ended' && after.has(code))
    .every(({ code }) => enteringOn(life, code, []) !== undefined)
}

/** Somebody is told to decide where nothing was decided, and has a time for it. */
function problemsOfNotifying(
  life: CaseType,
  procedure: Around['procedure'],
  { effect, path }: { readonly effect: Effect<'notify'>; readonly path: Path },
): readonly PolicyProblem[] {
  return [
    ...noTerm(procedure, effect.within, path),
    ...unless(
      aboutUndecidedOf(life.begins).length > 0,
      path,
      `${life.code} is about no case in which somebody could be told to decide`,
    ),
    ...unless(
      needing(life, effect, 'nothing-decided'),
      path,
      'an outcome that tells somebody to decide needs nothing-decided',
    ),
  ]
}

type Effect<Of extends EffectRule['effect']> = Extract<EffectRule, { readonly effect: Of }>

/** Whether the outcome that has this effect needs that. */
const needing = ({ outcomes }: CaseType, effect: EffectRule, wanted: Test['test']): boolean =>
  outcomes
    .filter(({ effects }) => effects.includes(effect))
    .every(({ needs }) => needs?.some(({ test }) => test === wanted))

/** Whoever asked for it is erased, where nothing stands against it, and never at once. */
function problemsOfErasing(
  life: CaseType,
  procedure: Around['procedure'],
  { effect, path }: { readonly effect: Effect<'erase'>; readonly path: Path },
): readonly PolicyProblem[] {
  return [
    ...noTerm(procedure, effect.after, path),
    ...unless(
      isAboutSelf(life.begins),
      path,
      `${life.code} is not about what is kept of whoever begins it`,
    ),
    ...unless(
      needing(life, effect, 'nothing-against-erasing'),
      path,
      'an outcome that erases needs nothing-against-erasing',
    ),
  ]
}

/** What is held back is what the case is about, and somebody goes on with that until it ends. */
function problemsOfHolding(
  life: CaseType,
  {
    effect: { back },
    path,
  }: { readonly effect: Extract<EffectRule, { readonly effect: 'hold' }>; readonly path: Path },
): readonly PolicyProblem[] {
  const isThere =
    back === 'carrying-out' ? aboutDecisionsOf(life.begins).length > 0 : isAboutParty(life.begins)
  const giving = life.outcomes.filter(({ effects }) =>
    effects.some(({ effect }) => effect === 'hold'),
  )
  const ending = life.steps.filter(
    (step) => step.kind === 'decide' && stateOf(life, step.to)?.stage === 'ended',
  )
  const isProposedBefore = ({ from }: StepRule) =>
    life.steps.some(
      (step) =>
        step.kind === 'propose' &&
        from.includes(step.to) &&
        giving.some(({ code }) => step.outcomes.includes(code)),
    )
  return [
    ...unless(isThere, path, `nothing that this case is about has its ${back} held back`),
    ...ending.filter(isProposedBefore).map(({ code }) => ({
      path,
      reason: `what is held back is for as long as the case is open, and ${code} ends it`,
    })),
  ]
}

/** Nobody is given a copy of what is kept of somebody else, nor without an end. */
const problemsOfDisclosing = (
  { begins, code }: CaseType,
  procedure: Around['procedure'],
  { effect, path }: { readonly effect: Effect<'disclose'>; readonly path: Path },
): readonly PolicyProblem[] => [
  ...noTerm(procedure, effect.for, path),
  ...unless(isAboutSelf(begins), path, `${code} is not about what is kept of whoever begins it`),
]

/** Only what is kept of whoever asked is corrected, in cases of theirs, and once in a case. */
function problemsOfChanging(
  life: CaseType,
  { effect, path }: { readonly effect: Effect<'change'>; readonly path: Path },
): readonly PolicyProblem[] {
  const changes = life.outcomes.filter(({ effects }) => effects.includes(effect))
  return [
    ...unless(
      isAboutSelf(life.begins),
      path,
      `${life.code} is not about what is kept of whoever begins it`,
    ),
    ...unless(
      changes.every(({ needs }) => needs?.some(({ test }) => test === 'concerns-own-case')),
      path,
      'an outcome that changes needs concerns-own-case',
    ),
  ]
}

/** True where a case of this type is about such a status and can end it. */
export const endsStatus = ({ begins, outcomes }: Around['types'][number], kind: string): boolean =>
  aboutStatuses(begins).includes(kind) &&
  outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'end'))

/** What rests on others is given resting on one that somebody of the case holds; no other is. */
function problemsOfResting(
  { roles }: CaseType,
  { code, restsOn = [] }: StatusKind,
  { rests, path }: { readonly rests: Effect<'issue'>['rests']; readonly path: Path },
): readonly PolicyProblem[] {
  if (rests === undefined)
    return unless(
      restsOn.length === 0,
      path,
      `a ${code} rests on something, and it is not said on whose`,
    )
  return [
    ...restingOn(rests).flatMap((kind) =>
      unless(restsOn.includes(kind), path, `a ${code} does not rest on a ${kind}`),
    ),
    ...unless(
      roles.some((role) => role.code === rests.role),
      path,
      `${rests.role} is no role of this type`,
    ),
  ]
}
