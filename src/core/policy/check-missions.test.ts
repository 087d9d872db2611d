import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { say } from '#core/cases/saying.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { toyQuestion } from '#test/toy-asking.ts'
import { besideType } from '#test/toy-beside.ts'
import {
  ANA,
  begin,
  contextOf,
  MONDAY,
  official,
  recorded,
  recordOf,
  take,
} from '#test/toy-case.ts'
import { comfortProcedure, toyProcedure } from '#test/toy-rules.ts'
import { at, found, step } from '#test/toy-spoilt.ts'

/** By the terms that the toy procedure has. */
const asked: CaseType = {
  ...toyQuestion,
  procedure: 'toy',
  clock: { term: 'closing' },
  states: toyQuestion.states.map((each) =>
    each.clock === undefined ? each : { ...each, clock: 'closing' },
  ),
  steps: toyQuestion.steps.map((each) =>
    each.kind === 'say' && each.reply
      ? { ...each, reply: { ...each.reply, clock: 'closing' } }
      : each,
  ),
}
const { keep: _keep, ...kept } = asked
const type: CaseType = { ...kept, letters: [] }

test('what anybody begins to a mission is one form, of one person of whom nothing is known', () => {
  deepEqual(found(type), [])
  const spoilt = (said: Partial<CaseType>) => found({ ...type, ...said })
  const { begins } = type
  deepEqual(spoilt({ begins: { ...begins, unless: [{ test: 'same-type-open' }] } }), [
    'begins.about: of whoever asks a mission nothing is known that could be held against them',
  ])
  ok(
    spoilt({ blocks: [...type.blocks, ...type.blocks] }).includes(
      'blocks: what a mission is asked is one form',
    ),
  )
  ok(
    spoilt({
      states: type.states.map((each) => ({ ...each, ...(each.owner && { owner: 'asker' }) })),
    })
      .join()
      .includes('what is sent in to a mission is not for its people to answer'),
  )
})

test('people of a mission have to do with what is begun to one, and with nothing else', () => {
  const by = ['mission-officer']
  deepEqual(found(step('note', { by }, besideType), { procedure: comfortProcedure }), [
    `${at('note', besideType)}.by: note is for people of a mission, and no such case is begun to one`,
  ])
})

test('a message leads on where its type says so, and never where something is decided', () => {
  ok(
    found(step('note', { to: 'submitted' }, besideType), { procedure: comfortProcedure })
      .join()
      .includes('note leads on, and a case in which something is decided goes on by no message'),
  )
  const both = { to: 'here', reply: { step: 'tell-more', clock: 'closing' } }
  ok(
    found(step('more', both, type))
      .join()
      .includes('more leads on to whoever has to move there, and is answered by that'),
  )
  const law = { type, procedure: toyProcedure }
  const consul = official('consul', ['mission-officer'])
  const filed = [{ subject: ANA.id, answers: {}, documents: [], confirmed: [] }]
  const file = {
    code: 'send',
    role: 'asker',
    to: 'here',
    event: { kind: 'file', filed, number: 'TQ-2026-000001' },
  } as const
  const sent = recorded(begin(law), recordOf(file, contextOf(ANA, MONDAY, law)))
  const told = take(sent, contextOf(consul, MONDAY, law), (now, context) =>
    say(now, context, { step: 'tell-toy', text: 'Yes.' }),
  )
  equal(told.now.state, 'told')
  const noted = take(sent, contextOf(consul, MONDAY, law), (now, context) =>
    say(now, context, { step: 'note-toy', text: 'Mind.' }),
  )
  equal(noted.now.state, 'here')
  const passed = take(noted, contextOf(consul, MONDAY, law), (now, context) =>
    say(now, context, { step: 'pass', text: 'Theirs.' }),
  )
  deepEqual([passed.now.state, passed.now.said.at(-1)?.note], ['there', 'Theirs.'])
})
