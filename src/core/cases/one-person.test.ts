import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { agreeing, agreesEnough, linkActs, type Entered } from '#core/cases/one-person.ts'

const ana: Entered = {
  surname: 'Ferreira',
  givenNames: 'Ana Maria',
  birthDate: '1988-03-02',
  documentNumber: 'CD 123-456',
}

test('a document agrees however it is spaced, and what nobody wrote agrees in nothing', () => {
  const typed = { ...ana, surname: 'FERREIRA', documentNumber: 'cd123456' }
  deepEqual(agreeing(ana, typed), ['document', 'birth-date', 'names'])
  const empty = { surname: '', givenNames: '', birthDate: '', documentNumber: '' }
  deepEqual(agreeing(empty, empty), [])
})

test('a name or a birth date alone is not enough to say that two are one', () => {
  const married = { ...ana, surname: 'Costa', documentNumber: 'XX1' }
  deepEqual(agreeing(ana, married), ['birth-date'])
  equal(agreesEnough(agreeing(ana, married)), false)
  equal(agreesEnough(agreeing(ana, { ...married, documentNumber: ana.documentNumber })), true)
  deepEqual(agreeing(ana, { ...ana, birthDate: '1988' }), ['document', 'names'], 'a year is no day')
})

test('parts of a name that stand elsewhere are another name, but as the passport has it', () => {
  const shifted = { ...ana, surname: 'Ferreira Ana', givenNames: 'Maria' }
  deepEqual(agreeing(ana, shifted), ['document', 'birth-date'])
  const machine = { machineName: 'FERREIRA<<ANA<MARIA' }
  deepEqual(agreeing({ ...ana, ...machine }, { ...ana, ...machine, surname: 'Феррейра' }), [
    'document',
    'birth-date',
    'names',
  ])
})

test('whoever proposed takes it back and does not confirm it, and the same of undoing', () => {
  const proposed = { state: 'waiting', actedBy: 'one' } as const
  deepEqual(linkActs(proposed, 'one'), ['refuse'])
  deepEqual(linkActs(proposed, 'two'), ['confirm', 'refuse'])
  deepEqual(linkActs({ state: 'linked', actedBy: 'two' }, 'two'), ['undo'])
  const undoing = { state: 'undoing', actedBy: 'two' } as const
  deepEqual(linkActs(undoing, 'two'), ['keep'])
  deepEqual(linkActs(undoing, 'one'), ['end', 'keep'])
  for (const state of ['rejected', 'undone'] as const) {
    deepEqual(linkActs({ state, actedBy: 'one' }, 'two'), [])
  }
})
