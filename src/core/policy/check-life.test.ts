import { test } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { at, expectAll, spoilt, state, step, without } from '#test/toy-spoilt.ts'
import { comfortType, toyAnnulment, toyType } from '#test/toy-types.ts'

test('a code stands for one thing, and a role for the office or for a case', () => {
  const { roles, states, steps, outcomes } = toyType
  expectAll([
    [{ ...toyType, roles: [...roles, ...roles] }, ['roles.1: applicant is there already']],
    [
      { ...toyType, states: [...states, ...states.slice(0, 1)] },
      ['states.10: draft is there already'],
    ],
    [
      { ...toyType, steps: [...steps, ...steps.slice(1, 2)] },
      [`steps.${toyType.steps.length}: discard is there already`],
    ],
    [
      { ...toyType, outcomes: [...outcomes, ...outcomes.slice(1, 2)] },
      ['outcomes.3: refused is there already'],
    ],
    [
      { ...toyType, roles: [...roles, ...spoilt(roles, 'applicant', { code: 'signer' })] },
      ['roles.1: signer is a role of the office, and cannot be one of a case as well'],
    ],
  ])
})

test('a case begins by one step, by whoever begins it, about what there is', () => {
  const once = 'steps: one step begins, and it alone comes from no state'
  const whoever =
    'begins.by: whoever begins a case may take the step that begins it, and nobody else may'
  const begins = (said: Partial<CaseType['begins']>, type: CaseType): CaseType => ({
    ...type,
    begins: { ...type.begins, ...said },
  })
  expectAll([
    [step('extend', { from: [] }), [once]],
    [begins({ by: ['case-officer'] }, toyType), [whoever]],
    [begins({ by: [...toyAnnulment.begins.by, 'head'] }, toyAnnulment), [whoever]],
    [
      begins({ about: { status: 'gone' } }, toyAnnulment),
      [
        'begins.about: there is no kind of status gone',
        'outcomes.0.effects.0: gone cannot end as annulled',
      ],
    ],
    [
      begins({ about: { status: ['recognition', 'gone'] } }, toyAnnulment),
      [
        'begins.about: there is no kind of status gone',
        'outcomes.0.effects.0: gone cannot end as annulled',
      ],
    ],
    [
      begins({ when: [{ test: 'status-in-force' }] }, toyType),
      ['begins: status-in-force is asked of a case that is about no status'],
    ],
    [
      begins({ when: [{ test: 'holds', status: 'gone' }] }, toyType),
      ['begins: there is no kind of status gone'],
    ],
    [begins({ when: [{ test: 'holds', status: 'recognition' }] }, toyType), []],
    [
      begins({ unless: [{ test: 'nobody-objects' }] }, toyType),
      ['begins: nobody knows here whether nobody-objects holds'],
    ],
  ])
})

test('what is asked is sent in by a step, and the clock runs from there', () => {
  const steps = toyAnnulment.steps
  const { blocks, checklist } = comfortType
  const clock = { term: 'decision', extension: 'gone' }
  expectAll([
    [{ ...toyAnnulment, blocks }, ['blocks: no step sends in what is asked']],
    [
      { ...toyAnnulment, checklist: toyType.checklist.slice(0, 1) },
      ['checklist: no step sends in what is asked'],
    ],
    [
      { ...toyAnnulment, steps, checklist, clock },
      [
        'clock: no step sends anything in that the clock runs from',
        'clock.extension: there is no term gone',
      ],
    ],
  ])
})

test('a state that does not end has an owner who can move, a day and an exit, and is reached', () => {
  const nobody = (code: string) => `nobody has to move in ${code}`
  expectAll([
    [state('submitted', { owner: undefined }), [`states.1: ${nobody('submitted')}`]],
    [
      state('submitted', { owner: 'stranger' }),
      [
        "states.1: stranger is nobody's role",
        'states.1: stranger has to move in submitted, and may take no step that leads on',
      ],
    ],
    [
      state('submitted', { owner: 'auditor' }),
      ['states.1: auditor has to move in submitted, and may take no step that leads on'],
    ],
    [state('submitted', { clock: undefined }), ['states.1: submitted has no day by which to move']],
    [state('submitted', { clock: 'gone' }), ['states.1.clock: there is no term gone']],
    [state('withdrawn', { owner: 'head' }), ['states.9: withdrawn ends, so nobody has to move']],
    [
      state('withdrawn', { stage: 'examined' }),
      [
        `states.9: ${nobody('withdrawn')}`,
        'states.9: withdrawn has no day by which to move',
        'states.9: nothing leads on from withdrawn',
      ],
    ],
    [
      step('extend', { from: ['withdrawn', 'decision-drafted'] }),
      ['states.9: withdrawn ends, so nothing leads on'],
    ],
    [without('withdraw'), ['states.9: nothing leads to withdrawn']],
  ])
})

test('a step leads to what there is, by somebody who is there, after a term that there is', () => {
  expectAll([
    [step('extend', { from: ['gone'] }), [`${at('extend')}: gone is no state of this type`]],
    [
      step('withdraw', { to: 'gone' }),
      ['states.9: nothing leads to withdrawn', `${at('withdraw')}: gone is no state of this type`],
    ],
    [step('withdraw', { by: ['holder'] }), [`${at('withdraw')}.by: holder is nobody's role`]],
    [step('sign', { notBy: 'gone' }), [`${at('sign')}.notBy: gone is no step of this type`]],
    ...['withdraw', 'propose-closing'].map(
      (code) =>
        [
          step(code, { notBy: 'accept' }),
          [
            `${at(code)}.notBy: ${code} is not for officials alone, and a party or time is never another person`,
          ],
        ] as const,
    ),
    [
      step('close-unexamined', { after: { term: 'gone' } }),
      [`${at('close-unexamined')}.after: there is no term gone`],
    ],
    [
      step('sign', { needs: [{ test: 'status-in-force' }] }),
      [`${at('sign')}: status-in-force is asked of a case that is about no status`],
    ],
    [
      step('sign', { needs: [{ test: 'same-type-open' }] }),
      [`${at('sign')}: nobody knows here whether same-type-open holds`],
    ],
  ])
})

test('what comes with a reply is asked of somebody who is asked for one, and not required', () => {
  const wrong = 'what comes with a reply is not required, and somebody is asked for one'
  const { checklist } = toyType
  const proof = checklist.slice(0, 1).map((rule) => ({ ...rule, brings: 'reply' as const }))
  const free = proof.map((rule) => ({ ...rule, code: 'proof', required: false }))
  expectAll([
    [{ ...toyAnnulment, checklist: free }, []],
    [{ ...toyAnnulment, checklist: proof }, [`checklist.0: ${wrong}`]],
    [
      { ...toyType, checklist: [...checklist, ...free] },
      [`checklist.${checklist.length}: ${wrong}`],
    ],
  ])
})
