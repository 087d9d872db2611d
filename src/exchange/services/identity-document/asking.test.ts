import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { askIdentityDocument } from '#exchange/services/identity-document/asking.ts'

const ANA = {
  surname: 'Ferreira',
  givenNames: 'Ana Luísa',
  birthDate: '1987-03-27',
  documentNumber: 'CD123456',
  documentIssuer: 'PRT',
}
const NEW = { ...ANA, sex: 'female', citizenship: 'PRT', expiresOn: '2035-05-31' }

const read = (result: string, document: typeof NEW, person = ANA) =>
  askIdentityDocument.read({ result, person, document }, { person: ANA }, {})

test('the document that took the place of another may have another number and another name', () => {
  const married = { ...NEW, surname: 'Ferreira Alves', documentNumber: 'CE000777' }
  const meant = read('replaced', married)
  ok(meant.as === 'answer')
  deepEqual(
    [meant.answered.result, meant.answered.says[0]?.surname],
    ['replaced', 'Ferreira Alves'],
  )
  equal(read('replaced', { ...married, birthDate: '1970-01-01' }).as, 'other-person')
  const somebody = { ...ANA, surname: 'Somebody', documentNumber: 'XX0000001' }
  equal(read('replaced', married, somebody).as, 'other-person')
})

test('a document that is good is not believed to be theirs by the birth date alone', () => {
  const other = { ...NEW, surname: 'Somebody', documentNumber: 'XX0000001' }
  equal(read('valid', other).as, 'other-person')
  equal(read('valid', { ...NEW, documentNumber: 'CE000777' }).as, 'answer')
})
