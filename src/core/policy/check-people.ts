import { askedIn } from '#core/answers/asked-of.ts'
import { stateOf, type CaseRole } from '#core/cases/life.ts'
import { consentsFor, isConsenting, isOfSubject, joiningSteps } from '#core/cases/people.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'

/**
 * Who a case is about: how many there can be, how each comes in, of whom what is asked, and that
 * whoever has an account of their own answers for themselves.
 */
export const problemsOfPeople = (type: CaseType): readonly PolicyProblem[] => [
  ...unless(
    type.subjects === undefined || type.scoring === undefined,
    ['subjects'],
    'points are given to one person, so a case that is scored is about one',
  ),
  ...type.roles.flatMap((role, index) =>
    problemsOfRole(type, { role, index, path: ['roles', index] }),
  ),
  ...problemsOfJoining(type),
  ...problemsOfLeaving(type),
  ...problemsOfParts(type),
  ...problemsOfMending(type),
  ...problemsOfAsking(type),
]

/** Where several are given something back, each who has an account mends their part by itself. */
function problemsOfMending(type: CaseType): readonly PolicyProblem[] {
  const { subjects, roles, steps } = type
  if (subjects === undefined) return []
  const mending = roles.filter(
    (role, index) =>
      index === 0 ||
      (role.comes === 'invited' && !isConsenting(role)) ||
      beginsSelf(type, role.code),
  )
  return steps.flatMap((step, index) => {
    if (step.kind !== 'return') return []
    const files = steps.filter(
      (each) => each.kind === 'file' && each.part === true && each.from.includes(step.to),
    )
    return mending
      .filter(({ code }) => !files.some(({ by }) => by.includes(code)))
      .map(({ code }) => ({
        path: ['steps', index],
        reason: `what ${code} is given back cannot be mended in ${step.to}: no step of the kind file with part: true is theirs there`,
      }))
  })
}

type Placed = { readonly role: CaseRole; readonly index: number; readonly path: Path }

function problemsOfRole(type: CaseType, { role, index, path }: Placed): readonly PolicyProblem[] {
  const { code, comes } = role
  const joins = joiningSteps(type)
  const isBegunFor = type.begins.for?.some((each) => each.role === code) === true
  const comesIn =
    comes === 'represented'
      ? joins.some((rule) => rule.joins?.includes(code) === true)
      : joins.some((rule) => rule.joins === undefined && rule.by.includes(code))
  const confirms = type.steps.some(
    (rule) => rule.kind === 'file' && rule.part === true && rule.by.includes(code),
  )
  const asked = askedIn(type, [code])
  return [
    ...unless(
      index === 0 ||
        isConsenting(role) ||
        (role.subject === true) === (comes !== undefined || beginsSelf(type, code)),
      path,
      `${code} comes to a case as one whom it is about, and says how; no other role does`,
    ),
    ...(isConsenting(role) ? problemsOfConsent(type, { role, path }) : []),
    ...unless(
      (role.letInBy ?? []).every((each) => comes === 'invited' && type.begins.by.includes(each)),
      [...path, 'letInBy'],
      `${code} is let in by nobody who begins such a case and invites them`,
    ),
    ...unless(
      role.relation === undefined ||
        comes !== undefined ||
        (index > 0 && consentsFor(type, [code]).length > 0),
      [...path, 'relation'],
      `${code} is ${role.relation} of nobody who lets them in or consents`,
    ),
    ...unless(
      comes === undefined || type.subjects !== undefined,
      path,
      `${code} joins a case, and subjects does not say how many it can be about`,
    ),
    ...unless(comes === undefined || comesIn || isBegunFor, path, `no step lets ${code} join`),
    ...unless(
      comes !== 'invited' || isConsenting(role) || confirms || type.family === true,
      path,
      `${code} answers in an account of their own, and no step confirms their part`,
    ),
    ...unless(
      !isOfSubject(type, index) || type.subjects === undefined || asked.blocks.length > 0,
      path,
      `nothing is asked of ${code}`,
    ),
  ]
}

/** Whoever only consents reads nobody's answers, takes no other step, and can take that back. */
function problemsOfConsent(
  { subjects, steps }: CaseType,
  { role: { code, relation }, path }: Omit<Placed, 'index'>,
): readonly PolicyProblem[] {
  const taken = steps.filter(({ by }) => by.includes(code))
  const isTakenBack = taken.some((rule) => rule.kind === 'end' && rule.leaves !== undefined)
  const strange = taken.filter(
    (rule) => rule.kind !== 'begin' && !(rule.kind === 'end' && rule.leaves !== undefined),
  )
  return [
    ...unless(
      (subjects?.max ?? 1) > 1,
      path,
      `${code} would read what is told of the one whom the case is about`,
    ),
    ...unless(relation === undefined, path, `${code} is ${relation} of somebody by no case`),
    ...unless(isTakenBack, path, `${code} consents by joining, and no step takes that back`),
    ...strange.map((rule) => ({
      path: ['steps', steps.indexOf(rule), 'by'],
      reason: `${code} only consents, and takes no step ${rule.code}`,
    })),
  ]
}

/** Whether whoever has a role begins such a case about themselves. */
const beginsSelf = ({ begins, roles }: CaseType, code: string): boolean =>
  begins.about === undefined && begins.by.includes(code) && roles[0]?.code !== code

/** People join a draft, in roles in which people come so, by those who may bring them. */
const problemsOfJoining = (type: CaseType): readonly PolicyProblem[] =>
  type.steps.flatMap((rule, index) => {
    if (rule.kind !== 'begin' || rule.from.length === 0) return []
    const path = ['steps', index]
    const roleOf = (code: string) => type.roles.find((role) => role.code === code)
    const strange =
      rule.joins === undefined
        ? rule.by.filter((code) => roleOf(code)?.comes !== 'invited')
        : rule.joins.filter((code) => roleOf(code)?.comes !== 'represented')
    return [
      ...strange.map((code) => ({
        path,
        reason: `${code} does not come to a case by ${rule.code}`,
      })),
      ...rule.from.flatMap((state) =>
        unless(
          state === rule.to && stateOf(type, state)?.stage === 'draft',
          [...path, 'from'],
          `${rule.code} lets somebody join in ${state}, which is no draft or not where it leads`,
        ),
      ),
    ]
  })

/** Whoever leaves does so while it is with people, and the case stays where it is. */
const problemsOfLeaving = (type: CaseType): readonly PolicyProblem[] =>
  type.steps.flatMap((rule, index) => {
    if (rule.kind !== 'end' || rule.leaves === undefined) return []
    const path = ['steps', index]
    return [
      ...unless(
        type.subjects !== undefined,
        path,
        `${rule.code} lets somebody leave, and the case is about one person`,
      ),
      ...rule.from.flatMap((state) =>
        unless(
          state === rule.to && ['draft', 'with-person'].includes(stateOf(type, state)?.stage ?? ''),
          [...path, 'from'],
          `${rule.code} lets somebody leave in ${state}, which is with nobody or not where it leads`,
        ),
      ),
    ]
  })

/** A part is confirmed where the case stands, and that never sends it in. */
const problemsOfParts = (type: CaseType): readonly PolicyProblem[] =>
  type.steps.flatMap((rule, index) => {
    if (rule.kind !== 'file' || rule.part !== true) return []
    const path = ['steps', index]
    return [
      ...unless(
        type.subjects !== undefined,
        path,
        `${rule.code} confirms a part, and the case is about one person`,
      ),
      ...rule.from.flatMap((state) => [
        ...unless(state === rule.to, [...path, 'to'], `${rule.code} leads out of ${state}`),
        ...unless(
          type.steps.some(
            (each) => each.kind === 'file' && each.part !== true && each.from.includes(state),
          ),
          [...path, 'from'],
          `nothing sends in from ${state} what ${rule.code} confirms`,
        ),
      ]),
    ]
  })

/** What is asked of some is asked of people whom the case can be about. */
function problemsOfAsking(type: CaseType): readonly PolicyProblem[] {
  const subjects = type.roles.filter((_, index) => isOfSubject(type, index)).map(({ code }) => code)
  const effects = type.outcomes.flatMap((outcome, index) =>
    outcome.effects.map((effect, at) => ({
      of: effect.effect === 'issue' ? effect.of : undefined,
      path: ['outcomes', index, 'effects', at],
    })),
  )
  const asked = (['blocks', 'applicants', 'checklist'] as const).flatMap((list) =>
    type[list].map(({ of }, index) => ({ of, path: [list, index] })),
  )
  const offered = type.blocks.flatMap(({ fields }, block) =>
    fields.flatMap(({ options = [] }, field) =>
      options.map(({ of }, index) => ({
        of,
        path: ['blocks', block, 'fields', field, 'options', index],
      })),
    ),
  )
  return [...asked, ...offered, ...effects].flatMap(({ of = [], path }) =>
    of
      .filter((role) => !subjects.includes(role))
      .map((role) => ({ path: [...path, 'of'], reason: `the case is about nobody as ${role}` })),
  )
}
