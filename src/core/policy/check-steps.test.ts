import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { toyProcedure } from '#test/toy-rules.ts'
import { at, expectAll, found, outcome, step, without } from '#test/toy-spoilt.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

test('no type gives a step to somebody for whom its kind is not', () => {
  const cases = [
    ['submit', 'file', 'case-officer'],
    ['return', 'return', 'applicant'],
    ['accept', 'ask', 'expert'],
    ['score', 'answer', 'auditor'],
    ['extend', 'extend', 'applicant'],
    ['draft-decision', 'propose', 'applicant'],
    ['draft-decision', 'propose', 'system'],
    ['send-back', 'send-back', 'auditor'],
    ['close-unexamined', 'decide', 'applicant'],
    ['close-unexamined', 'decide', 'system'],
    ['sign', 'decide', 'administrator'],
    ['propose-closing', 'lapse', 'head'],
    ['take-back', 'reopen', 'system'],
  ] as const
  for (const [code, kind, role] of cases) {
    const by = toyType.steps.find((rule) => rule.code === code)?.by ?? []
    const problems = found(step(code, { by: [...by, role] }))
    ok(problems.includes(`${at(code)}.by: a step of the kind ${kind} is not for ${role}`), code)
    equal(problems.length, kind === 'answer' ? 2 : 1, 'and whom points are asked of')
  }
})

test('whatever is asked is asked of somebody, and can be answered where the case waits', () => {
  const asks = (said: object) =>
    step('accept', { asks: [{ kind: 'points', step: 'score', clock: 'scoring', ...said }] })
  const unasked = `${at('give-opinion')}: nothing asks for give-opinion`
  const objection = 'outcomes.1.grounds: R2 follows from an opinion, and nobody is asked for one'
  expectAll([
    [asks({}), [unasked, objection]],
    [
      asks({ clock: 'gone' }),
      [`${at('accept')}.asks.0.clock: there is no term gone`, unasked, objection],
    ],
    [
      step('score', { from: ['awaiting-decision'] }),
      [
        'states.4: expert has to move in in-assessment, and may take no step that leads on',
        `${at('accept')}.asks.0: nobody can answer by score in in-assessment`,
      ],
    ],
    [
      step('score', { corrects: ['head'] }),
      [`${at('score')}.corrects: only whoever may answer may correct an answer`],
    ],
    [
      asks({ shows: { blocks: ['person', 'gone'], documents: ['passport', 'lost'] } }),
      [
        `${at('accept')}.asks.0.shows: gone is neither a block nor a document of this type`,
        `${at('accept')}.asks.0.shows: lost is neither a block nor a document of this type`,
        unasked,
        objection,
      ],
    ],
  ])
  const nobody = { ...toyProcedure, objectionBodies: [] }
  deepEqual(found(toyType, { procedure: nobody }), [
    `${at('accept')}.asks.1: toy-2026 names nobody to be asked for opinion`,
  ])
})

test('what is proposed is decided, and nothing is decided that nobody proposed', () => {
  const leads = (code: string) =>
    `${at('sign')}.from: ${code} leads to where sign decides, and proposes nothing`
  expectAll([
    [
      step('draft-decision', { outcomes: ['refused', 'gone'] }),
      [
        `${at('draft-decision')}.outcomes: gone is no outcome of this type`,
        'outcomes.0: nothing proposes recognised',
      ],
    ],
    [
      step('sign', { from: ['decision-drafted', 'awaiting-decision'] }),
      [
        `${at('sign')}.from: nothing is proposed that could be decided in awaiting-decision`,
        ...['score', 'give-opinion', 'note-silence', 'send-back'].map(leads),
      ],
    ],
    [step('score', { to: 'decision-drafted' }), [leads('score')]],
    [
      step('send-back', { from: ['submitted'] }),
      [`${at('send-back')}: there is nothing to send back by send-back`],
    ],
    [
      without('close-unexamined'),
      [`${at('propose-closing')}: nobody decides what propose-closing proposes`],
    ],
    [without('sign'), [`${at('draft-decision')}: nobody decides what draft-decision proposes`]],
    [
      step('draft-decision', { from: ['submitted', 'awaiting-decision', 'decision-drafted'] }),
      [
        `${at('draft-decision')}.to: draft-decision proposes in decision-drafted, and what is proposed waits in another state`,
      ],
    ],
    [
      step('sign', { to: 'awaiting-decision' }),
      [
        `${at('sign')}.to: a person reads what sign decides, and nothing tells it in awaiting-decision`,
        `${at('sign')}.to: sign decides, and leads to awaiting-decision, which neither ends nor carries out`,
      ],
    ],
  ])
})

test('time takes no step at once, and nothing is decided before a notice or a hearing is over', () => {
  const byTime = (code: string) =>
    `${at(code)}.after: ${code} is taken by time, and needs a term that has to run out first`
  const heard = (code: string, type: CaseType) =>
    `${at(code, type)}.after: ${code} follows a notice or a hearing, and needs the term that has to run out first`
  expectAll([
    [step('propose-closing', { after: undefined }), [byTime('propose-closing')]],
    [step('note-silence', { after: undefined }), [byTime('note-silence')]],
    [step('close-unexamined', { after: undefined }), [heard('close-unexamined', toyType)]],
    [step('annul', { after: undefined }, toyAnnulment), [heard('annul', toyAnnulment)]],
  ])
  const unheard = toyProcedure.grounds.map((ground) => ({ ...ground, hearing: false }))
  const atOnce = step('annul', { after: undefined }, toyAnnulment)
  deepEqual(found(atOnce, { procedure: { ...toyProcedure, grounds: unheard } }), [])
})

test('time proposes what takes nothing, notes what could be answered, and tells what it will end', () => {
  const notice = at('announce-discard')
  const takes = outcome('left-unexamined', {
    effects: [{ effect: 'issue', status: 'recognition' }],
  })
  expectAll([
    [
      takes,
      [
        `${at('propose-closing')}.outcome: time proposes left-unexamined, which gives or takes something`,
      ],
    ],
    [
      step('propose-closing', { outcome: 'gone' }),
      [
        `${at('propose-closing')}: gone is no outcome of this type`,
        'outcomes.2: nothing proposes left-unexamined',
      ],
    ],
    [
      step('note-silence', { answers: 'accept' }),
      [
        `${at('note-silence')}.answers: nobody could answer by accept where note-silence notes that nobody did`,
      ],
    ],
    [step('announce-discard', { notice: 'gone' }), [`${notice}.notice: there is no term gone`]],
    [
      step('announce-discard', { whole: 'hearing' }),
      [`${notice}: draft-notice and hearing are given in months`],
    ],
    [
      step('announce-discard', { whole: 'draft-notice' }),
      [`${notice}: the notice comes before what it tells of`],
    ],
    [
      step('announce-discard', { of: 'withdraw' }),
      [
        `${at('discard')}.by: time ends a case by discard, and nothing gives notice of it`,
        `${notice}.of: withdraw is not a step by which time ends a case`,
      ],
    ],
  ])
})

test('what was given back can be sent in again, and a term is extended where there is one', () => {
  const { clock, ...bare } = toyType
  const untimed = { ...bare, letters: [] } // a letter tells the day of a clock
  ok(clock)
  const noExtension = `${at('extend')}: nothing says by how much the clock may be extended`
  expectAll([
    [
      step('return', { to: 'awaiting-decision' }),
      [
        'states.2: nothing leads to returned',
        'states.3: nothing leads to closing-proposed',
        `${at('return')}.to: nothing is sent in again from awaiting-decision`,
        ...['submit', 'resubmit'].map(
          (code) =>
            `${at(code)}: ${code} leads to submitted, where the clock stands still, and gives nothing back`,
        ),
      ],
    ],
    [untimed, [noExtension]],
    [{ ...toyType, clock: { term: clock.term } }, [noExtension]],
  ])
})

test('a step of time is taken back by two people, where it has led', () => {
  const of = (code: string, named: string) =>
    `${at(code)}.of: ${named} is no step by which time leads to where ${code} is taken`
  expectAll([
    [
      step('take-back', { from: ['submitted'] }),
      [
        of('take-back', 'propose-closing'),
        `${at('take-back')}: take-back leads to returned, where the clock stands still, and gives nothing back`,
      ],
    ],
    [
      step('ask-back', { of: 'return' }),
      [of('ask-back', 'return'), `${at('ask-back')}: nobody does what ask-back asks for`],
    ],
    [
      step('take-back', { confirms: 'accept' }),
      [
        `${at('ask-back')}: nobody does what ask-back asks for`,
        `${at('take-back')}.confirms: accept does not ask to take anything back`,
      ],
    ],
    [without('take-back'), [`${at('ask-back')}: nobody does what ask-back asks for`]],
  ])
})

test('what a person reads is told from where it was decided, at the latest by time', () => {
  const untold = (code: string) =>
    `${at(code)}.to: a person reads what ${code} decides, and nothing tells it in decided`
  expectAll([
    [without('tell'), ['close-unexamined', 'sign'].map(untold)],
    [step('sign', { shown: 'office' }, without('tell')), [untold('close-unexamined')]],
    [
      step('tell', { by: ['applicant', 'case-officer'] }),
      [`${at('tell')}.by: whoever opens nothing is told by system, and tell is not for it`],
    ],
    [
      step('tell', { by: ['system', 'expert'] }),
      [`${at('tell')}.by: a step of the kind tell is not for expert`],
    ],
    [
      step('tell', { from: ['decided', 'submitted'] }),
      [`${at('tell')}.from: nothing was decided in submitted`],
    ],
  ])
  const terms = toyProcedure.terms.filter(({ code }) => code !== 'delivery')
  const procedure = { ...toyProcedure, terms }
  ok(found(toyType, { procedure }).includes(`${at('tell')}: there is no term delivery`))
})
