import { isToMission } from '#core/cases/contesting.ts'
import { isOfficeRole, OFFICE_ROLES, type Role } from '#core/cases/roles.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { unless, type PolicyProblem } from '#core/policy/problem.ts'

/**
 * What anybody begins to a mission is one form and no more: nobody comes back to a draft, brings
 * documents, or is joined by others. People of missions have to do with nothing else.
 */
export function problemsOfMission(type: CaseType): readonly PolicyProblem[] {
  const { begins, blocks, checklist, roles, subjects, states, steps, registers } = type
  if (!isToMission(begins)) {
    return steps.flatMap(({ code, by }, index) =>
      unless(
        !by.some(isOfMission),
        ['steps', index, 'by'],
        `${code} is for people of a mission, and no such case is begun to one`,
      ),
    )
  }
  const path = ['begins', 'about']
  const [first] = roles
  const drafts = states.filter(({ stage }) => stage === 'draft').map(({ code }) => code)
  const filing = steps.find(({ kind }) => kind === 'file')
  return [
    ...unless(
      begins.by.length === 1 && begins.by[0] === first?.code && roles.length === 1,
      ['begins', 'by'],
      'whoever asks a mission is the only one in the case',
    ),
    ...unless(
      begins.when === undefined && begins.unless === undefined && begins.carries === undefined,
      path,
      'of whoever asks a mission nothing is known that could be held against them',
    ),
    ...unless(
      blocks.length === 1 && blocks[0]?.repeats === false,
      ['blocks'],
      'what a mission is asked is one form',
    ),
    ...unless(checklist.length === 0, ['checklist'], 'who has no account brings no documents'),
    ...unless(subjects === undefined, ['subjects'], 'nobody joins whoever asks a mission'),
    ...unless(registers === undefined, ['registers'], 'of whoever asks a mission none is asked'),
    ...unless(
      filing !== undefined &&
        'to' in filing &&
        states.some(
          ({ code, owner }) => code === filing.to && owner !== undefined && isOfMission(owner),
        ),
      path,
      'what is sent in to a mission is not for its people to answer',
    ),
    ...unless(drafts.length === 1, ['states'], 'it is written in one state, and sent in at once'),
  ]
}

const isOfMission = (role: Role): boolean => isOfficeRole(role) && OFFICE_ROLES[role] === 'mission'
