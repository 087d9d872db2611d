import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { StepRule } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { taken } from '#test/life-parts.ts'
import type { BegunFor } from '#core/cases/begins.ts'
import { beginnersType, forOthersType } from '#test/toy-beginners.ts'
import { comfortElsewhere } from '#test/toy-forwarding.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { found, spoilt, step } from '#test/toy-spoilt.ts'
import { toyPermit } from '#test/toy-permit.ts'
import { toyStatus } from '#test/toy-status.ts'
import { replacingType } from '#test/toy-replacing.ts'
import { comfortType, toyAnnulment, toyTypes } from '#test/toy-types.ts'

const KINDS = [toyStatus, toyPermit, { ...toyPermit, code: 'lasting' }]

const around = { procedure: comfortProcedure, statuses: KINDS, types: toyTypes }

const said = (type: CaseType): readonly string[] =>
  found(type, { ...around, types: [...toyTypes, type] }).filter((each) =>
    /begin|let in|role|kind of status|heard/.test(each),
  )

const { begins, roles } = beginnersType

test('a case can be begun in one of several roles, by whoever fits in it', () => {
  deepEqual(said(beginnersType), [])
  deepEqual(said({ ...beginnersType, begins: { ...begins, about: { party: 'self' } } }), [
    'begins.by: a case about what is kept of somebody is begun by them alone',
    'roles.5: member comes to a case as one whom it is about, and says how; no other role does',
    'begins.as: what a case is about says who begins it, and no role of theirs does',
  ])
  const when = [{ test: 'holds-any', of: [{ status: 'permit' }, { status: 'gone' }] }] as const
  const as = [
    { role: 'spouse', when },
    { role: 'spouse', when: [{ test: 'heard' }] as const },
  ]
  deepEqual(said({ ...beginnersType, begins: { ...begins, as } }), [
    'begins.as.1: spouse is there already',
    'begins.as.0: spouse is nobody who begins such a case',
    'begins.as.0: there is no kind of status gone',
    'begins.as.1: spouse is nobody who begins such a case',
    'begins.as.1: nobody knows here whether heard holds',
    'begins.as.1: heard is asked of a case in which nobody is asked for their side',
  ])
})

test('whoever begins is one whom it is about, and brings it to its end', () => {
  const shy = spoilt(roles, 'member', { subject: undefined })
  deepEqual(said({ ...beginnersType, roles: shy }), [
    'roles.5: member comes to a case as one whom it is about, and says how; no other role does',
    'begins.by: member begins a case that is not about them, or is let into it by others',
  ])
  const asked = spoilt(roles, 'member', { comes: 'invited' })
  deepEqual(said({ ...beginnersType, roles: asked }).slice(-1), [
    'begins.by: member begins a case that is not about them, or is let into it by others',
  ])
  const alone = step('submit', { by: ['applicant'] }, beginnersType)
  const at = beginnersType.steps.findIndex(({ code }) => code === 'submit')
  deepEqual(said(alone), [`steps.${at}.by: member can begin a case, and not take submit in it`])
  const { subjects: _, ...single } = beginnersType
  deepEqual(
    said(single).filter((each) => each.startsWith('subjects')),
    [
      'subjects: whoever begins is asked as what they are, and subjects does not say how many there can be',
    ],
  )
})

test('a case for somebody alone is begun by whoever acts for them, and ended by both', () => {
  deepEqual(said(forOthersType), [])
  const { begins: begun } = forOthersType
  const when = [{ test: 'holds', status: 'gone' }] as const
  const saying = (entry: Partial<BegunFor>) =>
    said({
      ...forOthersType,
      begins: { ...begun, for: [{ role: 'minor', by: 'keeper', when, ...entry }] },
    }).filter((each) => each.startsWith('begins.for'))
  deepEqual(saying({}), ['begins.for.0: there is no kind of status gone'])
  deepEqual(saying({ role: 'member', when: [] }), [
    'begins.for.0: others do not act for member, or the case is not about them',
  ])
  deepEqual(saying({ by: 'sponsor', when: [] }), [
    'begins.for.0: sponsor is no role of somebody who only acts for others',
  ])
  const at = forOthersType.steps.findIndex(({ code }) => code === 'withdraw')
  const shut = step('withdraw', { by: ['applicant', 'member'] }, forOthersType)
  deepEqual(said(shut), [
    `steps.${at}.by: keeper begins a case for minor, and minor cannot take withdraw in it`,
    `steps.${at}.by: keeper begins a case for minor, and keeper cannot take withdraw in it`,
  ])
  const single = said({ ...forOthersType, begins: { ...begun, about: { status: 'permit' } } })
  deepEqual(
    single.filter((each) => each.startsWith('begins.for')),
    [
      'begins.for: it is about a status or about one person, whom whoever acts for them begins for anyway',
    ],
  )
})

test('who is invited is invited by whoever begins', () => {
  deepEqual(said({ ...beginnersType, roles: spoilt(roles, 'spouse', { letInBy: ['child'] }) }), [
    'roles.1.letInBy: spouse is let in by nobody who begins such a case and invites them',
  ])
  deepEqual(said({ ...beginnersType, roles: spoilt(roles, 'child', { letInBy: ['member'] }) }), [
    'roles.3.letInBy: child is let in by nobody who begins such a case and invites them',
  ])
})

test('what is held is told to a system that is heard', () => {
  const told = (type: CaseType): readonly string[] =>
    found({ ...type, tellsHeld: true }, { procedure: comfortProcedure }).filter((each) =>
      each.startsWith('tellsHeld'),
    )
  deepEqual(told(comfortElsewhere), [])
  deepEqual(told(comfortType), [
    'tellsHeld: no system that examines it is heard, and so none is told what is held',
  ])
})

test('the system that examines a case is asked anew where it is heard, and no register beside it', () => {
  const asking = (type: CaseType, registers: readonly string[]): readonly string[] => {
    const rule: StepRule = {
      code: 'ask-there',
      kind: 'consult',
      there: true,
      registers,
      shown: 'office',
      ...taken(['submitted'], 'case-officer'),
    }
    const steps = [...type.steps, rule]
    return found({ ...type, steps }, { procedure: comfortProcedure })
      .filter((each) => each.startsWith('steps'))
      .map((each) => each.replace(/^steps\.\d+/, 'step'))
  }
  deepEqual(asking(comfortElsewhere, []), [])
  deepEqual(asking(comfortElsewhere, ['border']), [
    'step.registers: ask-there asks the system that examines the case, and no register',
  ])
  deepEqual(asking(comfortType, []), [
    'step.there: no system that examines the case is heard, and so none is asked',
  ])
})

test('what is gone on from is a case of another type, by whoever holds a status', () => {
  const carrying = (code: string, type: CaseType = replacingType): readonly string[] =>
    said({ ...type, begins: { ...type.begins, carries: [code] } })
  deepEqual(carrying('recognition'), [])
  deepEqual(carrying('gone'), ['begins.carries: there is no other type gone'])
  deepEqual(carrying(replacingType.code), [
    `begins.carries: there is no other type ${replacingType.code}`,
  ])
  const aboutNothing = { ...replacingType, begins: comfortType.begins }
  deepEqual(
    carrying('recognition', aboutNothing).filter((each) => each.startsWith('begins.carries')),
    [`begins.carries: ${replacingType.code} is about no status, or its holder does not begin it`],
  )
  deepEqual(carrying('recognition', toyAnnulment), [
    `begins.carries: ${toyAnnulment.code} is about no status, or its holder does not begin it`,
  ])
})

test('of whoever is invited it is asked what they hold, of nobody else, and nothing else', () => {
  const when = [{ test: 'held-for', statuses: ['permit', 'lasting'], years: 2 }] as const
  const asked = spoilt(roles, 'spouse', { when, unless: [{ test: 'holds', status: 'lasting' }] })
  deepEqual(said({ ...beginnersType, roles: asked }), [])
  const gone = [{ test: 'held-for', statuses: ['gone'], years: 2 }] as const
  deepEqual(said({ ...beginnersType, roles: spoilt(roles, 'spouse', { when: gone }) }), [
    'roles.1: there is no kind of status gone',
  ])
  const other = [{ test: 'same-type-open' }] as const
  deepEqual(
    found({ ...beginnersType, roles: spoilt(roles, 'spouse', { unless: other }) }, around).filter(
      (each) => each.startsWith('roles'),
    ),
    ['roles.1: of whoever comes it is known what they hold, and not whether same-type-open holds'],
  )
  deepEqual(
    found({ ...beginnersType, roles: spoilt(roles, 'child', { when }) }, around).filter((each) =>
      each.startsWith('roles'),
    ),
    [
      'roles.3: what has to hold as somebody comes is asked of whoever is invited, and child is not',
    ],
  )
})
