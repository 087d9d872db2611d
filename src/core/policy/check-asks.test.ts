import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { comfortProcedure, toyProcedure } from '#test/toy-rules.ts'
import { at, found, outcome, state, step } from '#test/toy-spoilt.ts'
import { councilType } from '#test/toy-council.ts'
import { toyAnnulment, toyTypes } from '#test/toy-types.ts'

const types = [...toyTypes, councilType]
const ofCouncil = (type: CaseType, procedure = comfortProcedure) =>
  found(type, { procedure, types })

/** What a step asks, with other properties. */
function asking(type: CaseType, code: string, said: object): CaseType {
  const rule = type.steps.find((each) => each.code === code)
  const asks = rule && 'asks' in rule ? (rule.asks ?? []) : []
  return step(code, { asks: asks.map((ask) => ({ ...ask, ...said })) }, type)
}

test('whatever can be asked of anybody is taken as the tests have it', () => {
  deepEqual(ofCouncil(councilType), [])
  deepEqual(found(toyAnnulment), [])
})

test('a reply is asked of a role of the case, whose people read all that is done beside it', () => {
  const asks = `${at('propose-annulment', toyAnnulment)}.asks.0`
  const reply = at('reply', toyAnnulment)
  const of = `${asks}.of: a reply is asked of a role of the case that may take reply`
  deepEqual(found(asking(toyAnnulment, 'propose-annulment', { of: 'case-officer' })), [
    of,
    `${asks}: reply is for whoever is asked, and for the Service that enters what came on paper`,
  ])
  deepEqual(found(asking(toyAnnulment, 'propose-annulment', { of: undefined })), [
    of,
    `${asks}: reply is for whoever is asked, and for the Service that enters what came on paper`,
  ])
  deepEqual(found(step('reply', { by: ['holder', 'expert'] }, toyAnnulment)), [
    `${asks}: reply is for whoever is asked, and for the Service that enters what came on paper`,
  ])
  deepEqual(found(step('propose-annulment', { shown: 'office' }, toyAnnulment)), [
    `${asks}: propose-annulment asks a party, who does not read that it was taken`,
  ])
  deepEqual(found({ ...toyAnnulment, subjects: { max: 2 } }), [
    'roles.0: nothing is asked of holder',
    `${asks}: reply is asked of a party, in cases that can be about several`,
  ])
  deepEqual(found(step('reply', { shown: 'office' }, toyAnnulment)), [
    `${reply}: a party answers by reply, and does not read that reply was taken beside it`,
  ])
  deepEqual(found(step('end-hearing', { shown: 'office' }, toyAnnulment)), [
    `${reply}: a party answers by reply, and does not read that end-hearing was taken beside it`,
  ])
})

test('what is asked by the way leads on to one place, where it can be decided', () => {
  const elsewhere = {
    ...step('note-paper', { to: 'archived' }, councilType),
    states: [
      ...councilType.states,
      ...councilType.states
        .filter(({ code }) => code === 'decided')
        .map((each) => ({ ...each, code: 'archived' })),
    ],
  }
  deepEqual(ofCouncil(elsewhere), [
    `${at('sign', councilType)}.asks: where sign finds nobody to ask, it would lead on to decided and archived`,
  ])
  deepEqual(found(step('annul', { from: ['hearing'] }, toyAnnulment)), [
    `${at('propose-annulment', toyAnnulment)}: nobody decides what propose-annulment proposes`,
  ])
  deepEqual(ofCouncil(asking(councilType, 'sign', { unless: { test: 'holds', status: 'x' } })), [
    `${at('sign', councilType)}.asks.0.unless: nobody knows here whether holds holds`,
    `${at('sign', councilType)}.asks.0.unless: there is no kind of status x`,
    `${at('sign', councilType)}.asks.1.unless: nobody knows here whether holds holds`,
    `${at('sign', councilType)}.asks.1.unless: there is no kind of status x`,
  ])
})

test('a record is asked of a role of the office, with something to record', () => {
  const sign = at('sign', councilType)
  deepEqual(
    ofCouncil(asking(councilType, 'sign', { of: 'applicant', options: undefined })),
    ['note-duty', 'note-paper'].flatMap((code, index) => [
      `${sign}.asks.${index}.of: a record is asked of a role of the office that may take ${code}`,
      `${sign}.asks.${index}.options: ${code} has nothing that it could record`,
    ]),
  )
  const twice = ['paid', 'paid'].map((code) => ({ code, title: councilType.title }))
  deepEqual(
    ofCouncil(asking(councilType, 'sign', { options: twice })).map((text) => text.split(':')[0]),
    [`${sign}.asks.0.options.1`, `${sign}.asks.1.options.1`],
  )
})

test('people come for what a type says, by an option that is there, after what it asks as well', () => {
  const asks = `${at('sign', councilType)}.asks.0`
  const visit = { for: 'prints', title: councilType.title, bring: councilType.title, moves: 1 }
  const coming = (said: object | undefined, kind = 'appearance') =>
    ofCouncil(asking({ ...councilType, blocks: [] }, 'sign', { kind, visit: said })).filter(
      (text) => text.startsWith(asks),
    )
  deepEqual(coming({ ...visit, came: 'paid', remindDays: 1, once: 'note-paper' }), [])
  deepEqual(coming(undefined), [`${asks}.visit: note-duty does not say what people come for`])
  deepEqual(coming({ ...visit, came: 'paid' }, 'record'), [
    `${asks}.visit: nobody is asked to come by note-duty`,
  ])
  deepEqual(coming({ ...visit, came: 'gone', once: 'note-duty', ageFrom: 15 }), [
    `${asks}.visit.came: note-duty does not say which of its options is recorded once everybody came`,
    `${asks}.visit.once: sign asks nothing by note-duty that note-duty could wait for`,
    `${asks}.visit.ageFrom: toy-complaint asks nobody when they were born`,
  ])
  const when = { block: 'person', field: 'told', is: ['yes'] }
  deepEqual(coming({ ...visit, came: 'paid', outcomes: ['gone'], when }), [
    `${asks}.visit.outcomes: gone is no outcome of this type that gives something`,
    `${asks}.visit.when: person.told is not asked once, or has no such answers`,
  ])
})

test('a vote is for the people of one role, on more than one outcome, with a quorum', () => {
  const call = at('call-vote', councilType)
  const asks = `${call}.asks.0`
  const whose = `${asks}.of: vote is for the role of the office whose people vote, and nobody else`
  deepEqual(ofCouncil(step('vote', { by: ['council-member', 'head'] }, councilType)), [whose])
  deepEqual(ofCouncil(asking(councilType, 'call-vote', { outcomes: ['upheld'] })), [
    `${asks}.outcomes: vote leaves nothing to vote on`,
  ])
  deepEqual(ofCouncil(asking(councilType, 'call-vote', { outcomes: ['upheld', 'gone'] })), [
    `${asks}.outcomes: gone is no outcome of this type`,
  ])
  const { quorum: _quorum, ...without } = comfortProcedure
  deepEqual(ofCouncil(councilType, without), [
    `${asks}: toy-complaint asks for votes, and comfort-2026 does not say how many are needed`,
  ])
})

test('points and opinions are asked of bodies, by a step of their own', () => {
  const points = { kind: 'points', of: undefined, options: undefined, unless: undefined }
  const sign = at('sign', councilType)
  const problems = ofCouncil(asking(councilType, 'sign', points)).filter((text) =>
    text.startsWith(`${sign}.asks.0`),
  )
  deepEqual(problems, [
    `${sign}.asks.0: sign does not ask for points by the way`,
    `${sign}.asks.0: points are asked of bodies, and note-duty is not for theirs alone`,
    `${sign}.asks.0: toy-complaint asks for points, and names no scoring`,
  ])
})

test('what tests ask of answers is asked of somebody', () => {
  const needs = (test: object) =>
    ofCouncil(outcome('rejected', { needs: [test] }, councilType)).map((text) =>
      text.replace('outcomes.1: ', ''),
    )
  deepEqual(needs({ test: 'voted', for: 'gone' }), ['nobody is asked to vote for gone'])
  deepEqual(needs({ test: 'proposed', outcome: 'gone' }), ['gone is no outcome of this type'])
  deepEqual(needs({ test: 'recorded', step: 'note-duty', option: 'paid' }), [])
  deepEqual(needs({ test: 'recorded', step: 'note-duty', option: 'lost' }), [
    'nobody is asked to record lost by note-duty',
  ])
  deepEqual(needs({ test: 'heard' }), [
    'heard is asked of a case in which nobody is asked for their side',
  ])
})

test('silence says something by itself, but that of a body means what the procedure says', () => {
  const { silenceOfObjectionBody: _silence, objectionBodies: _bodies, ...rest } = toyProcedure
  const grounds = rest.grounds.filter(({ holds }) => holds !== 'objection')
  deepEqual(found(toyAnnulment, { procedure: { ...rest, grounds } }), [])
  deepEqual(found(state('hearing', { owner: 'signer' }, toyAnnulment)), [])
})

test('what begins after the time for an answer is asked where there is one', () => {
  const later = asking(toyAnnulment, 'propose-annulment', { after: 'answer' })
  deepEqual(found(later), [
    `${at('propose-annulment', toyAnnulment)}.asks.0.after: there is no time for an answer after which it could begin`,
  ])
})

test('who answers by a system of its own is asked about one person, and its answer is taken', () => {
  const [type] = types
  ok(type)
  const bodies = toyProcedure.bodies.map((body) => ({ ...body, answersBy: 'toy-opinion' }))
  const procedure = { ...toyProcedure, bodies }
  const asks = type.steps.find(({ kind }) => kind === 'ask')
  ok(asks && 'asks' in asks)
  const index = asks.asks?.findIndex(({ kind }) => kind === 'opinion') ?? -1
  const path = `${at(asks.code, type)}.asks.${index}`
  const code = asks.asks?.[index]?.step ?? ''
  const [first = ''] = toyProcedure.objectionBodies ?? []
  deepEqual(found(type, { procedure, types }), [
    `${path}: ${first} answers by its own system, and ${code} is not for the system`,
    `${path}: ${first} answers by its own system, and no step takes what that says`,
  ])
  const by = [...(type.steps.find((each) => each.code === code)?.by ?? []), 'system' as const]
  deepEqual(found(step(code, { by }, type), { types }), [
    `${path}: nobody answers ${code} by a system of their own, and it is for the system`,
  ])
  const [points] = asks.asks ?? []
  const scoring = step(points?.step ?? '', { by: ['expert', 'system'] }, type)
  deepEqual(found(scoring, { types }).slice(0, 1), [
    `${at(asks.code, type)}.asks.0: only opinions and payments come from systems, and ${points?.step} is for the system`,
  ])
})
