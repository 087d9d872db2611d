import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { askDwelling } from '#exchange/services/dwelling/asking.ts'

const ASKING = { issue: 'X-1', on: isoDate('2026-11-27'), signed: async () => undefined }
const PERSON = {
  surname: 'Ferreira',
  birthDate: '1987-03-27',
  documentNumber: 'CD123456',
  documentIssuer: 'PRT',
}
const ADDRESS = 'Bakı, Söyüdlü küçəsi 12'
const SAID = { person: PERSON, address: ADDRESS }

const read = (result: string, address?: string) => {
  const dwelling = address === undefined ? {} : { dwelling: { address, number: 'DE-1' } }
  return askDwelling.read({ result, person: PERSON, ...dwelling }, SAID, {})
}

test('without an address nothing is asked', async () => {
  const facts = {
    surname: 'Ferreira',
    'birth-date': '1987-03-27',
    'document-number': 'CD123456',
    'document-issuer': 'PRT',
  }
  equal(await askDwelling.call(facts, ASKING), undefined)
  deepEqual(await askDwelling.call({ ...facts, 'dwelling-address': ADDRESS }, ASKING), SAID)
})

test('the address is confirmed of whoever owns what is there, and of nobody else', () => {
  const says = (meant: ReturnType<typeof read>) =>
    meant.as === 'answer' ? meant.answered.says.map((each) => each['dwelling-address']) : [meant.as]
  deepEqual(says(read('owner', ADDRESS)), [ADDRESS])
  deepEqual(says(read('not-owner', ADDRESS)), [])
  deepEqual(says(read('none')), [])
  deepEqual(says(read('owner', 'Gəncə')), ['other-person'], 'an answer about another address')
})
