import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { OFFICE_LANGUAGES } from '#core/language.ts'
import { provisionalValues } from '#core/policy/provisional.ts'
import { placeNames, valueInWords } from '#telling/policy-in-words.ts'
import { shippedDocuments } from '#test/shipped-documents.ts'
import { say } from '#test/toy-rules.ts'

test('every part of the shipped policy that somebody adopts has a name for officials', () => {
  const documents = shippedDocuments()
  equal(documents.length > 2, true)
  const unnamed = new Set(
    OFFICE_LANGUAGES.flatMap((language) =>
      documents.flatMap((document) =>
        provisionalValues(document).flatMap(({ path }) => {
          const names = placeNames(document, path, language)
          return path.split('.').filter((part, index) => names[index] === part)
        }),
      ),
    ),
  )
  deepEqual([...unnamed], [])
})

test('a place goes by what officials call it, not by what a person is told', () => {
  const basis = { '*': 'provisional' }
  const told = { title: say('You are in'), officeTag: { az: 'Verilib', en: 'Granted' } }
  const document = { outcomes: [{ code: 'in', favourable: true, ...told, basis }], basis }

  deepEqual(placeNames(document, 'outcomes.in.favourable', 'en'), [
    'Outcomes',
    'Granted',
    'In the person’s favour',
  ])
  deepEqual(placeNames(document, 'outcomes.in', 'az'), ['Qərarın nəticələri', 'Verilib'])
})

test('a value is told in words, its parts by their names', () => {
  equal(valueInWords(['case-officer', 'system'], 'en'), 'Case officer, System')
  equal(valueInWords({ effect: 'issue', status: 'permit' }, 'en'), 'Effect: issue; Status: permit')
  equal(valueInWords(true, 'en'), 'Yes')
})
