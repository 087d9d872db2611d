import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { EffectRule } from '#core/cases/effects.ts'
import type { Test } from '#core/cases/tests.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfStatus } from '#core/policy/check-statuses.ts'
import { comfortProcedure, PROVISIONAL, toyLaws, toyProcedure } from '#test/toy-rules.ts'
import { at, expectAll, found, outcome, spoilt, step, told } from '#test/toy-spoilt.ts'
import { permitReview, permitType, toyPermit } from '#test/toy-permit.ts'
import { replacingType } from '#test/toy-replacing.ts'
import { toyEnd, toyStatus } from '#test/toy-status.ts'
import { comfortType, toyAnnulment, toyType, toyTypes } from '#test/toy-types.ts'

test('an outcome rests on grounds that can be found, and that the case can bear out', () => {
  expectAll([
    [
      outcome('refused', { grounds: 'gone' }),
      ['outcomes.1.grounds: there is no ground of the kind gone'],
    ],
    [
      outcome('recognised', { grounds: 'annulment' }),
      [
        `${at('sign')}.after: sign follows a notice or a hearing, and needs the term that has to run out first`,
        'outcomes.0: recognised gives, and so rests on no ground',
        'outcomes.0.grounds: status-not-expired is asked of a case that is about no status',
        `${at('draft-decision')}.outcomes: recognised is proposed before points are given, and no ground of it can be chosen then`,
      ],
    ],
    [
      outcome('annulled', { grounds: 'refusal' }, toyAnnulment),
      [
        'outcomes.0.grounds: R1 follows from points, and annulment names no scoring',
        'outcomes.0.grounds: R2 follows from an opinion, and nobody is asked for one',
        'outcomes.0.grounds: age-at-least rests on the birth-date, and no question means it',
      ],
    ],
  ])
})

test('a test is asked where its answer is known', () => {
  const needs = (each: Test) => outcome('recognised', { needs: [each] }, comfortType)
  const of = (type: CaseType) => found(type, { procedure: comfortProcedure })
  const { blocks } = comfortType
  const unmeant = { blocks: blocks.slice(1) }
  deepEqual(of(needs({ test: 'age-at-least', years: 18 })), [])
  deepEqual(
    of({ ...needs({ test: 'age-at-least', years: 18 }), ...unmeant })[5],
    'outcomes.0: age-at-least rests on the birth-date, and no question means it',
  )
  deepEqual(of(needs({ test: 'points-reach-pass-mark' })), [
    'outcomes.0: points-reach-pass-mark is asked of a case in which nobody gives points',
  ])
  deepEqual(of(needs({ test: 'holds', status: 'recognition' })), [
    'outcomes.0: nobody knows here whether holds holds',
  ])
})

test('nothing waits for what a body says where that refuses nothing', () => {
  const chosen = toyProcedure.grounds.map((each) =>
    each.holds === 'objection' ? { ...each, holds: 'chosen' as const } : each,
  )
  const procedure = { ...toyProcedure, grounds: chosen }
  const reason = 'nobody-objects is needed, and no ground of toy-2026 holds by objection'
  deepEqual(found(toyType), [])
  deepEqual(found(toyType, { procedure }), [`outcomes.0: ${reason}`])
  const needs = [{ test: 'scored' }] as const
  const spared = outcome('recognised', { needs })
  deepEqual(found(spared, { procedure }), [])
  const stepped = step('sign', { needs: [{ test: 'nobody-objects' }] }, spared)
  deepEqual(found(stepped, { procedure }), [`${at('sign')}: ${reason}`])
})

test('whatever is given ends by its time, and by a case about it', () => {
  const issues = (status: string) =>
    outcome('recognised', { effects: [{ effect: 'issue', status }] })
  const ends = (as: string) =>
    outcome('annulled', { effects: [{ effect: 'end', as }] }, toyAnnulment)
  expectAll([
    [issues('gone'), ['outcomes.0.effects.0: there is no kind of status gone']],
    [ends('gone'), ['outcomes.0.effects.0: recognition cannot end as gone']],
    [ends('expired'), ['outcomes.0.effects.0: recognition cannot end as expired']],
  ])
  deepEqual(found(toyType, { types: [toyType] }), [
    'outcomes.0.effects.0: no case ends a status of the kind recognition',
  ])
  deepEqual(found(toyType, { statuses: [{ ...toyStatus, clock: 'gone' }] }), [
    'outcomes.0.effects.0: there is no term gone',
  ])
})

test('what ends by what is given in its place has an end for that, and is not rested on', () => {
  const kinds = ['permit', 'lasting'].map((code) => ({
    ...toyStatus,
    code,
    ends: [...toyStatus.ends, toyEnd('next')],
  }))
  const given = (effect: Omit<Extract<EffectRule, { effect: 'issue' }>, 'effect'>) => {
    const type = outcome('recognised', { effects: [{ effect: 'issue', ...effect }] })
    return found(type, { statuses: kinds }).filter((each) => each.includes('inPlaceOf'))
  }
  const statuses = ['permit', 'lasting']
  deepEqual(given({ status: 'lasting', inPlaceOf: { statuses, as: 'next' } }), [])
  const place = 'outcomes.0.effects.0.inPlaceOf'
  deepEqual(given({ status: 'lasting', inPlaceOf: { statuses, as: 'gone' } }), [
    `${place}: a permit cannot end as gone`,
    `${place}: a lasting cannot end as gone`,
  ])
  deepEqual(given({ status: 'lasting', inPlaceOf: { statuses: ['none'], as: 'expired' } }), [
    `${place}: a none cannot end as expired`,
  ])
  const rests = { role: 'applicant', status: 'permit' }
  deepEqual(given({ status: 'lasting', rests, inPlaceOf: { statuses, as: 'next' } }), [
    `${place}: a lasting rests on a permit, which would end by it`,
  ])
})

test('whoever asked for it is erased, after a term, and where nothing stands against it', () => {
  const erases = (after: string, needs: readonly Test[]) =>
    outcome('recognised', { effects: [{ effect: 'erase', after }], needs }, comfortType)
  const of = (type: CaseType) => found(type, { procedure: comfortProcedure })
  const free: Test = { test: 'nothing-against-erasing' }
  const [state] = comfortType.states.flatMap(({ clock }) => clock ?? [])
  const asked = { begins: { ...comfortType.begins, about: { party: 'self' } as const } }
  deepEqual(of({ ...erases(state ?? '', [free]), ...asked }), [])
  deepEqual(of({ ...erases('gone', []), ...asked }), [
    'outcomes.0.effects.0: there is no term gone',
    'outcomes.0.effects.0: an outcome that erases needs nothing-against-erasing',
  ])
  deepEqual(of(erases(state ?? '', [free])), [
    'outcomes.0: nothing-against-erasing is asked of a case that is not about what is kept of somebody',
    `outcomes.0.effects.0: ${comfortType.code} is not about what is kept of whoever begins it`,
  ])
  const byOffice = { begins: { ...asked.begins, by: ['case-officer'] } }
  ok(
    of({ ...erases(state ?? '', [free]), ...byOffice }).includes(
      'begins.by: a case about what is kept of somebody is begun by them alone',
    ),
  )
})

test('a copy is given of what is kept of whoever asked, for a term', () => {
  const [state] = comfortType.states.flatMap(({ clock }) => clock ?? [])
  const gives = (term: string) =>
    outcome('recognised', { effects: [{ effect: 'disclose', for: term }] }, comfortType)
  const of = (type: CaseType) => found(type, { procedure: comfortProcedure })
  const asked = { begins: { ...comfortType.begins, about: { party: 'self' } as const } }
  deepEqual(of({ ...gives(state ?? ''), ...asked }), [])
  deepEqual(of({ ...gives('gone'), ...asked }), ['outcomes.0.effects.0: there is no term gone'])
  deepEqual(of(gives(state ?? '')), [
    `outcomes.0.effects.0: ${comfortType.code} is not about what is kept of whoever begins it`,
  ])
})

test('what is kept of whoever asked is corrected, in a case of theirs', () => {
  const corrects = (needs: readonly Test[]) =>
    outcome('recognised', { effects: [{ effect: 'change' }], needs }, comfortType)
  const of = (type: CaseType) => found(type, { procedure: comfortProcedure })
  const asked = { begins: { ...comfortType.begins, about: { party: 'self' } as const } }
  const own: Test = { test: 'concerns-own-case' }
  const unasked =
    'outcomes.0: concerns-own-case rests on the concerned-case, and no question means it'
  deepEqual(of({ ...corrects([own]), ...asked }), [unasked])
  deepEqual(of({ ...corrects([]), ...asked }), [
    'outcomes.0.effects.0: an outcome that changes needs concerns-own-case',
  ])
  deepEqual(of(corrects([own])), [
    'outcomes.0: concerns-own-case is asked of a case that is not about what is kept of somebody',
    unasked,
    `outcomes.0.effects.0: ${comfortType.code} is not about what is kept of whoever begins it`,
  ])
})

test('what names the holder of a status anew is about one that is held, and asks who that is', () => {
  const of = (said: Partial<CaseType>) =>
    found({ ...replacingType, ...said }, { procedure: comfortProcedure })
  const replaces = (said: object) => of(outcome('recognised', said, replacingType))
  const [held, lasting]: readonly Test[] = [
    { test: 'status-in-force' },
    { test: 'status-not-expired' },
  ]
  const replace = { effect: 'replace' } as const
  deepEqual(of({}), [])
  deepEqual(replaces({ needs: [held] }), [
    'outcomes.0.effects.0: an outcome that replaces needs status-not-expired',
  ])
  deepEqual(replaces({ needs: [lasting] }), [
    'outcomes.0.effects.0: an outcome that replaces needs status-in-force',
  ])
  for (const beside of [{ effect: 'end', as: 'annulled' }, { ...replace }]) {
    ok(
      replaces({ effects: [replace, beside] }).includes(
        'outcomes.0.effects.0: what names the holder of a status anew neither gives nor ends one, and does it once',
      ),
    )
  }
  const about = { ...replacingType.begins, about: { party: 'self' } as const, when: [] }
  ok(
    of({ begins: about }).includes(
      'outcomes.0.effects.0: renaming is about no status whose holder could be named anew',
    ),
  )
  const [person, ...others] = replacingType.blocks
  const unnamed = person?.fields.filter(({ means }) => means !== 'document-number')
  ok(person && unnamed)
  deepEqual(of({ blocks: [{ ...person, fields: unnamed }, ...others] }), [
    'blocks: no question, asked once, means document-number, and a status names its holder by it',
  ])
})

test('a kind of status has one end by its time, and a case for every other', () => {
  const of = (said: Partial<StatusKind>, types: readonly CaseType[] = toyTypes) =>
    problemsOfStatus(
      { ...toyStatus, ...said },
      { types, statuses: [toyStatus], laws: toyLaws },
    ).map(told)
  const { ends } = toyStatus
  deepEqual(of({}), [])
  deepEqual(of({ ends: ends.slice(0, 1) }), ['ends: a status ends by its time in one way'])
  deepEqual(of({ ends: [...ends, ...ends.slice(0, 1)] }), ['ends.2: annulled is there already'])
  deepEqual(of({ ends: spoilt(ends, 'annulled', { byTime: true }) }), [
    'ends: a status ends by its time in one way',
  ])
  deepEqual(of({}, [toyType]), ['ends.0: no case ends a status as annulled'])
  deepEqual(of({ basis: { '*': 'provisional', clock: 'gone' } }), [
    'basis.clock: gone names no act of the register of laws',
  ])
})

test('what a register says of a holder opens a case that the system begins about such a status', () => {
  const followed = (opened: readonly string[], shown: { shown?: true } = {}) =>
    problemsOfStatus(
      {
        ...toyPermit,
        follows: [
          {
            service: 'entry',
            everyDays: 30,
            opens: opened.map((type) => ({ type, results: ['restricted'] })),
            ...shown,
            basis: PROVISIONAL,
          },
        ],
      },
      { types: [permitReview, toyAnnulment], statuses: [toyStatus, toyPermit], laws: toyLaws },
    ).map(told)
  const follows = (...opened: readonly string[]) => followed(opened)

  deepEqual(follows('permit-review'), [])
  deepEqual(follows(), ['follows.0.opens: it opens nothing, and nobody is shown it'])
  deepEqual(followed([], { shown: true }), [])
  deepEqual(follows('permit-review', 'annulment', 'gone'), [
    'follows.0.opens.1.type: annulment is no case that the system begins about each permit',
    'follows.0.opens.2.type: gone is no case that the system begins about each permit',
  ])
})

test('what rests on a status is given resting on it, and something is opened when it is gone', () => {
  const kinds = (said: Partial<StatusKind>, types: readonly CaseType[] = [permitReview]) =>
    problemsOfStatus(
      { ...toyPermit, ...said },
      { types, statuses: [toyStatus, { ...toyPermit, ...said }], laws: toyLaws },
    ).map(told)
  const open = { open: 'permit-review' }
  const unopened =
    'whenGone: permit-review is no case that the system begins about each permit and that can end it'
  deepEqual(kinds({}), [])
  deepEqual(kinds({ restsOn: ['gone'] }), ['restsOn: there is no kind of status gone'])
  deepEqual(kinds({ restsOn: ['permit'] }), ['restsOn: a permit would rest on itself in the end'])
  const { restsOn: _restsOn, ...restless } = toyPermit
  deepEqual(
    problemsOfStatus(restless, { types: [permitReview], statuses: [restless], laws: toyLaws }).map(
      told,
    ),
    [
      'whenGone: what rests on others says what is opened when they are gone, and nothing else does',
    ],
  )
  const { begins } = permitReview
  const reviews = [
    { ...permitReview, code: 'another' },
    { ...permitReview, begins: { ...begins, by: ['case-officer'] } },
    { ...permitReview, begins: { ...begins, when: [{ test: 'status-not-expired' }] } },
  ] as const
  for (const review of reviews) deepEqual(kinds({ whenGone: open }, [review]), [unopened])
  deepEqual(kinds({ whenGone: open }, [{ ...permitReview, outcomes: [] }]), [
    unopened,
    'ends.0: no case ends a status as withdrawn',
  ])

  const statuses = [toyStatus, toyPermit]
  const types = [permitType, permitReview, toyAnnulment]
  const gives = (rests: object) =>
    found(
      outcome(
        'recognised',
        { effects: [{ effect: 'issue', status: 'permit', ...rests }] },
        permitType,
      ),
      { procedure: comfortProcedure, statuses, types },
    )
  const path = 'outcomes.0.effects.0.rests'
  deepEqual(gives({ rests: { role: 'applicant', status: 'recognition' } }), [])
  deepEqual(gives({}), [`${path}: a permit rests on something, and it is not said on whose`])
  deepEqual(gives({ rests: { role: 'applicant', status: 'permit' } }), [
    `${path}: a permit does not rest on a permit`,
  ])
  deepEqual(gives({ rests: { role: 'sponsor', status: 'recognition' } }), [
    `${path}: sponsor is no role of this type`,
  ])
})

test('the system begins cases about a status alone, and a role is asked about in a case alone', () => {
  const by = ['applicant', 'system']
  const { begins, steps } = comfortType
  const begun = steps.map((step) => (step.kind === 'begin' ? { ...step, by } : step))
  const of = (type: CaseType) => found(type, { procedure: comfortProcedure })
  deepEqual(of({ ...comfortType, begins: { ...begins, by }, steps: begun }), [
    'begins.by: the system begins a case about a status alone',
  ])
  const holds = { test: 'holds', status: 'recognition', role: 'applicant' } as const
  deepEqual(of(outcome('recognised', { needs: [holds] }, comfortType)), [])
  deepEqual(of(outcome('recognised', { needs: [{ ...holds, role: 'gone' }] }, comfortType)), [
    'outcomes.0: gone is no role of this type',
  ])
  deepEqual(of({ ...comfortType, begins: { ...begins, when: [holds] } }), [
    'begins: nobody knows here whether holds holds',
  ])
})
