import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { askFamilyTies } from '#exchange/services/family-ties/asking.ts'

const ASKING = { issue: 'X-1', on: isoDate('2026-11-27'), signed: async () => undefined }
const BEN = {
  surname: 'Ferreira',
  'given-names': 'Benedito',
  'birth-date': '1985-03-27',
  'document-number': 'CD123457',
  'document-issuer': 'PRT',
}
const PERSON = {
  surname: 'Ferreira',
  givenNames: 'Benedito',
  birthDate: '1985-03-27',
  documentNumber: 'CD123457',
  documentIssuer: 'PRT',
}
const ANA = { surname: 'Ferreira', 'birth-date': '1987-03-27', phone: '+994501234567' }

test('of the other person no more is said than the name and the birth', async () => {
  const tie = { relation: 'spouse', to: ANA } as const
  deepEqual(await askFamilyTies.call({ ...BEN, tie }, ASKING), {
    person: PERSON,
    relative: { surname: 'Ferreira', birthDate: '1987-03-27' },
    act: 'marriage',
  })
  const child = await askFamilyTies.call({ ...BEN, tie: { ...tie, relation: 'child' } }, ASKING)
  equal(child?.['act'], 'birth')
})

test('nothing is asked where too little is known, or no act makes them what they are', async () => {
  const called = (tie?: Parameters<typeof askFamilyTies.call>[0]['tie']) =>
    askFamilyTies.call(tie === undefined ? BEN : { ...BEN, tie }, ASKING)
  equal(await called(), undefined)
  equal(await called({ relation: 'spouse', to: { surname: 'Ferreira' } }), undefined)
  equal(await called({ relation: 'dependant', to: ANA }), undefined)
})

test('a tie is of whom it was asked about, and its act is noted', () => {
  const said = { person: PERSON, relative: { surname: 'F', birthDate: '1987' }, act: 'marriage' }
  const answer = { result: 'tied', person: PERSON, act: { number: 'A-1', on: '2014-07-05' } }
  const read = (changed: object) => askFamilyTies.read({ ...answer, ...changed }, said, {})
  const meant = read({})
  deepEqual(meant.as === 'answer' && [meant.answered.result, meant.answered.note], [
    'tied',
    'A-1, 2014-07-05',
  ])
  const other = { ...PERSON, surname: 'Somebody', documentNumber: 'XX0000001' }
  equal(read({ person: other }).as, 'other-person')
})
