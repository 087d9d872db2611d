import { hasEnded, stateOf, type StateCode, type StepOf } from '#core/cases/life.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

type Placed = {
  readonly rule: StepOf<'report'> | StepOf<'recall'>
  readonly path: Path
}

/** What a system that examines says leads to an end with words of its own; two take it back. */
export function problemsOfForwarding(
  life: CaseType,
  { rule, path }: Placed,
): readonly PolicyProblem[] {
  if (rule.kind === 'recall') return problemsOfRecalling(life, { rule, path })
  const end = stateOf(life, rule.to)
  return [
    ...unless(
      end?.stage === 'ended' && end.tag !== undefined && end.title !== undefined,
      [...path, 'to'],
      `${rule.to} is no end with a tag and a title that say who decided`,
    ),
    ...unless(
      audienceOf(rule, 'report') === 'person',
      [...path, 'shown'],
      'what was decided of them elsewhere the person reads',
    ),
  ]
}

function problemsOfRecalling(
  { steps }: CaseType,
  { rule, path }: { readonly rule: StepOf<'recall'>; readonly path: Path },
): readonly PolicyProblem[] {
  const { code, confirms, from } = rule
  if (confirms === undefined) {
    const isDone = (state: StateCode) =>
      steps.some(
        (each) => each.kind === 'recall' && each.confirms === code && each.from.includes(state),
      )
    return from
      .filter((state) => !isDone(state))
      .map((state) => ({ path, reason: `what ${code} asks for in ${state}, nobody does` }))
  }
  const asking = steps.find((each) => each.code === confirms)
  return [
    ...unless(
      asking?.kind === 'recall' && asking.confirms === undefined,
      [...path, 'confirms'],
      `${confirms} asks for nothing to be taken back`,
    ),
    ...unless(
      audienceOf(rule, 'recall') === 'person',
      [...path, 'shown'],
      'whoever does not know who examines it would read that others still do',
    ),
  ]
}

/** A type that is forwarded has all that this needs: wherever it may be, the system is heard. */
export function problemsOfExamining(life: CaseType): readonly PolicyProblem[] {
  const { examinedBy, givesThere, tellsHeld, steps, states } = life
  const isHeard = steps.some(({ kind }) => kind === 'report')
  const untold = [
    ...unless(
      tellsHeld === undefined || isHeard,
      ['tellsHeld'],
      'no system that examines it is heard, and so none is told what is held',
    ),
    ...unless(
      givesThere === undefined || isHeard,
      ['givesThere'],
      'no system that examines it is heard, and so none gives anything',
    ),
  ]
  if (examinedBy === undefined) return untold
  const path = ['examinedBy']
  const open = states.filter(({ code, stage }) => stage !== 'draft' && !hasEnded(life, code))
  const sentTo = steps.flatMap((step) =>
    step.kind === 'file' && step.part !== true ? [step.to] : [],
  )
  const takes = (kind: 'report' | 'recall' | 'return', state: StateCode, by?: string) =>
    steps.some(
      (step) =>
        step.kind === kind &&
        step.from.includes(state) &&
        (by === undefined || step.by.includes(by)),
    )
  return [
    ...untold,
    ...unless(sentTo.length > 0, path, 'nothing is sent in that could be forwarded'),
    ...open
      .filter(({ code }) => !takes('report', code))
      .map(({ code }) => ({ path, reason: `in ${code} nobody would take what the system says` })),
    ...[...new Set(sentTo)].flatMap((code) => [
      ...unless(
        takes('return', code, SYSTEM),
        path,
        `from ${code} the system could have nothing mended`,
      ),
      ...unless(
        takes('recall', code),
        path,
        `where the system never answers, nobody could take it back from ${code}`,
      ),
    ]),
  ]
}
