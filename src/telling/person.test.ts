import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { unnamedTitle } from '#telling/person.ts'

const roles = [
  { code: 'holder', title: { az: 'S', tr: 'S', en: 'Holder', ru: 'S' } },
  { code: 'child', title: { az: 'U', tr: 'U', en: 'Child', ru: 'U' } },
].map((role) => ({ ...role, subject: true, basis: { '*': 'provisional' as const } }))

const party = (id: string, role: string) => ({ id, role, isSubject: true })

test('of several in one role whoever has no name yet is told apart by which of them it is', () => {
  const parties = [party('ana', 'holder'), party('one', 'child'), party('two', 'child')]
  const titles = parties.map(({ id: subject }) =>
    unnamedTitle({ parties }, { roles }, { subject, language: 'en' }),
  )
  deepEqual(titles, ['Holder', 'Child (1)', 'Child (2)'])
})
