import { deepEqual, equal, notEqual, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { STEP_KINDS } from '#core/cases/life.ts'
import { STAGES } from '#core/cases/stages.ts'
import { OFFICE_ROLES, SYSTEM } from '#core/cases/roles.ts'
import {
  eventText,
  happened,
  stateTag,
  stateTitle,
  statusOfficeTag,
  statusTag,
  statusTitle,
  stepDone,
  stepName,
} from '#telling/case-words.ts'
import { KIND_WORDS, STAGE_WORDS } from '#telling/kind-words.ts'
import { roleName } from '#telling/roles.ts'
import { toyStatus } from '#test/toy-status.ts'
import { toyType } from '#test/toy-types.ts'

const isSentence = (text: string) => /^\p{Lu}.*[^.\s]$/u.test(text)

test('every stage, kind of step and role has words of its own in every language', () => {
  for (const language of LANGUAGES) {
    for (const names of [
      STAGES.map((stage) => STAGE_WORDS[stage].title[language]),
      STEP_KINDS.map((kind) => KIND_WORDS[kind].name[language]),
      [...Object.keys(OFFICE_ROLES), SYSTEM].map((role) => roleName(role, undefined, language)),
    ]) {
      deepEqual(
        names.filter((name) => !isSentence(name)),
        [],
      )
    }
    equal(new Set(STAGES.map((stage) => STAGE_WORDS[stage].title[language])).size, STAGES.length)
  }
})

const say = (text: string) => ({ az: text, tr: text, en: text, ru: text })

test('a type writes only what differs: of the rest its stage and its kinds of step speak', () => {
  const type = {
    ...toyType,
    states: toyType.states.map((state) =>
      state.code === 'submitted' ? { ...state, title: say('Ours') } : state,
    ),
    steps: toyType.steps.map((step) =>
      step.code === 'submit' ? { ...step, name: say('Send it'), done: say('You sent it') } : step,
    ),
  }
  for (const language of LANGUAGES) {
    equal(stateTitle({ state: 'submitted' }, type, language), 'Ours')
    equal(stateTag({ state: 'submitted' }, type, language), STAGE_WORDS.examined.tag[language])
    equal(stepName(type, 'submit', language), 'Send it')
    equal(stepDone(type, 'submit', language), 'You sent it')
    equal(stepDone(type, 'return', language), happened(type, 'return', language))
  }
})

test('of a case that was decided the outcome speaks', () => {
  const type = {
    ...toyType,
    outcomes: toyType.outcomes.map((outcome) => ({ ...outcome, title: say(outcome.code) })),
  }
  const [first, second] = type.outcomes.map(({ code }) => code)
  ok(first !== undefined && second !== undefined)
  const told = (outcome: string) => stateTitle({ state: 'decided', outcome }, type, 'en')
  equal(told(first), first)
  notEqual(told(first), told(second))
})

test('an outcome without words of its own says whether it is in the person’s favour', () => {
  const [first] = toyType.outcomes
  ok(first)
  const { tag: _tag, title: _title, officeTag: _officeTag, ...bare } = first
  const told = (favourable: boolean) => {
    const type = { ...toyType, outcomes: [{ ...bare, favourable }] }
    return stateTitle({ state: 'decided', outcome: bare.code }, type, 'en')
  }
  equal(told(true), 'The decision is in your favour')
  equal(told(false), 'The decision is not in your favour')
})

test('of a recorded step that a newer type has no more its kind speaks', () => {
  const event = { kind: 'extend', reason: '' } as const
  equal(eventText(toyType, { step: 'renamed', event }, 'en'), KIND_WORDS.extend.happened.en)
  equal(eventText(toyType, { step: 'extend', event }, 'en'), happened(toyType, 'extend', 'en'))
  throws(() => happened(toyType, 'renamed', 'en'), /renamed/)
})

test('a status is told as its kind says, and an ended one as its end does', () => {
  const { ends } = toyStatus
  for (const { code, tag, title, officeTag: forOffice } of ends) {
    const told = [statusTag, statusTitle, statusOfficeTag].map((say) =>
      say(toyStatus, { endedAs: code }, 'en'),
    )
    deepEqual(told, [tag.en, title.en, forOffice.en])
  }
  equal(statusTag(toyStatus, {}, 'en'), toyStatus.tag.en)
})

test('a role of a case is called as its type calls it', () => {
  const roles = [{ code: 'sponsor', title: say('Sponsor'), basis: { '*': 'provisional' } }]
  equal(roleName('sponsor', { roles }, 'en'), 'Sponsor')
  equal(roleName('sponsor', undefined, 'en'), 'Party')
})
