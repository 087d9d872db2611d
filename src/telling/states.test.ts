import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import type { Language } from '#core/language.ts'
import { ACTIONS, ROLES, STATES } from '#core/lifecycle/lifecycle.ts'
import { actionName } from '#telling/action-names.ts'
import { roleName } from '#telling/roles.ts'
import { stateForApplicant, stateForOffice } from '#telling/states.ts'

const isSentence = (text: string) => /^\p{Lu}.*[^.\s]$/u.test(text)

test('every state, action and role has words of its own in every language', () => {
  const lists: readonly ((language: Language) => readonly string[])[] = [
    (language) => STATES.map((state) => stateForOffice(state, language)),
    (language) => ACTIONS.map((action) => actionName(action, language)),
    (language) => ROLES.map((role) => roleName(role, language)),
  ]
  for (const language of LANGUAGES) {
    for (const list of lists) {
      const names = list(language)
      equal(new Set(names).size, names.length)
      deepEqual(
        names.filter((name) => !isSentence(name)),
        [],
      )
    }
  }
})

test('an applicant is not told whether the decision is drafted already', () => {
  for (const language of LANGUAGES) {
    const told = STATES.map((state) => stateForApplicant(state, language))
    deepEqual(
      told.filter((text) => !isSentence(text)),
      [],
    )
    equal(
      stateForApplicant('decision-drafted', language),
      stateForApplicant('awaiting-decision', language),
    )
    equal(new Set(told).size, STATES.length - 1)
  }
})

test('a state in a list takes a word or a few', () => {
  for (const language of LANGUAGES) {
    for (const state of STATES) equal(stateForOffice(state, language).length <= 26, true)
  }
})
