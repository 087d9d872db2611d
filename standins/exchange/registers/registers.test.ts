import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import { fixedClock } from '#platform/calendar.ts'
import type { Content } from '#exchange/content.ts'
import { examiningDesk } from '#standins/exchange/examinations.ts'
import { opinionDesk } from '#standins/exchange/opinions.ts'
import { REGISTERS } from '#standins/exchange/registers/all.ts'
import { PEOPLE } from '#standins/exchange/registers/known-people.ts'
import { questionTo, RECOGNITION } from '#test/asked-registers.ts'

const clock = fixedClock(isoMoment('2026-11-27T08:00:00.000Z'))

function desk(messageId = 'm-1') {
  const opinions = opinionDesk(clock, () => 20)
  const examinations = examiningDesk(clock, () => 60)
  const today = isoDate('2026-11-27')
  return { today, messageId, opinions, examinations, recognitions: new Map() }
}

const registerOf = (code: string) => {
  const found = REGISTERS.find(({ contract }) => contract.code === code)
  ok(found, `there is a register for ${code}`)
  return found
}

const DEMONSTRATION = PEOPLE.trim()
  .split('\n')
  .map((line) => line.split(', '))
  .map(([documentNumber = '', documentIssuer = '', , , birthDate = '', surname = '', given]) => ({
    surname,
    ...(given === undefined ? {} : { givenNames: given }),
    birthDate,
    documentNumber,
    documentIssuer,
  }))

const anybody = (number: number) => ({
  surname: `Surname ${number}`,
  givenNames: 'Given',
  birthDate: number % 3 === 0 ? '1987-03' : '1987-03-27',
  documentNumber: `Q${String(number).padStart(7, '0')}`,
  documentIssuer: 'PRT',
})

const ask = (code: string, person: Content, at = desk()) =>
  registerOf(code).answer(questionTo(code, person), at)

test('every register answers about everybody as its contract lets it', () => {
  const people = [...DEMONSTRATION, ...Array.from({ length: 300 }, (_, index) => anybody(index))]
  for (const { contract, answer } of REGISTERS) {
    for (const person of people) {
      const given = answer(questionTo(contract.code, person), desk())
      deepEqual(contract.answer.parse(given), given)
    }
  }
})

test('the registers know the applicants of the demonstration, each by name and birth', () => {
  equal(DEMONSTRATION.length, 89)
  for (const person of DEMONSTRATION) {
    const { document, result } = ask('identity-document', person)
    ok(typeof document === 'object' && 'surname' in document, person.documentNumber)
    equal(document['surname'], person.surname)
    equal(document['birthDate'], person.birthDate)
    if (!['B00001914', 'A00000472'].includes(person.documentNumber)) equal(result, 'valid')
  }
})

test('somebody who is known by another name than was asked is told as known', () => {
  const known = DEMONSTRATION.find(({ documentNumber }) => documentNumber === 'CD0000217')
  ok(known)
  const { person } = ask('entry-restrictions', { ...known, birthDate: '1986-03-27' })
  deepEqual(person, known)
})

test('a name is told in the script in which it was asked, where the register has both', () => {
  const known = DEMONSTRATION.find(({ documentNumber }) => documentNumber === 'N00003131')
  ok(known)
  const latin = { ...known, surname: 'Seitkali', givenNames: 'Aigerim' }
  const { person } = ask('entry-restrictions', latin)
  deepEqual(person, { ...known, surname: 'SEITKALI', givenNames: 'AIGERIM' })
})

test('one passport was replaced, one applicant may not enter, one degree is a lower one', () => {
  const by = (number: string) => {
    const person = DEMONSTRATION.find(({ documentNumber }) => documentNumber === number)
    ok(person)
    return person
  }
  equal(ask('identity-document', by('B00001914'))['result'], 'replaced')
  equal(ask('entry-restrictions', by('M00003117'))['result'], 'restricted')
  const { diploma } = ask('diploma', by('GA0000300'))
  ok(Array.isArray(diploma))
  deepEqual(
    diploma.map(({ level, subject }: Content) => [level, subject]),
    [['master', 'Agronomy']],
  )
  equal(ask('match-person', by('U00102910'))['result'], 'several')
})

test('whoever is not known is mostly fine, and always the same', () => {
  const people = Array.from({ length: 500 }, (_, index) => anybody(index))
  const results = (code: string) => people.map((person) => ask(code, person)['result'])
  deepEqual(results('identity-document'), results('identity-document'))
  const share = (code: string, result: string) =>
    results(code).filter((each) => each === result).length / people.length
  ok(share('identity-document', 'valid') > 0.85)
  ok(share('entry-restrictions', 'clear') > 0.9)
  for (const state of ['lost', 'replaced', 'expired', 'none']) {
    ok(share('identity-document', state) > 0, state)
  }
  ok(share('entry-restrictions', 'restricted') > 0)
  ok(share('entry-restrictions', 'undesirable') > 0)
})

test('two whose passports were given one number are told apart by their birth', () => {
  const two = DEMONSTRATION.filter(({ documentNumber }) => documentNumber === 'C00000492')
  deepEqual(
    two.map((person) => ask('entry-restrictions', person)['person']),
    two,
  )
})

test('a recognition is written once, by whichever message it is told again', () => {
  const at = desk('m-1')
  const [person] = DEMONSTRATION
  ok(person)
  const first = ask('write-recognition', person, at)
  equal(first['result'], 'written')
  const again = { result: 'already-written', record: first['record'] }
  deepEqual(ask('write-recognition', person, at), again)
  deepEqual(ask('write-recognition', person, { ...at, messageId: 'm-2' }), again)
  const ended = { person, recognition: { ...RECOGNITION, state: 'ended', changedOn: '2027-01-01' } }
  const changed = registerOf('write-recognition').answer(ended, { ...at, messageId: 'm-3' })
  equal(changed['result'], 'written')
})

test('an opinion waits until it is given, or comes by itself', () => {
  const at = desk('m-1')
  const [person] = DEMONSTRATION
  ok(person)
  const asked = (messageId: string) => ask('security-opinion', person, { ...at, messageId })
  equal(asked('m-1')['result'], 'waits')
  equal(asked('m-2')['result'], 'waits')
  equal(at.opinions.give('m-2', { objects: 'yes', reason: 'Known to us' }), true)
  equal(at.opinions.give('m-2', { objects: 'no' }), false)
  deepEqual(asked('m-2')['opinion'], { objects: 'yes', reason: 'Known to us', on: '2026-11-27' })
  clock.advance(19_999)
  equal(asked('m-1')['result'], 'waits')
  clock.advance(1)
  deepEqual(asked('m-1')['opinion'], { objects: 'no', on: '2026-11-27' })
  deepEqual(at.opinions.waiting(), [])
})

test('what is forwarded arrives under a number, and what becomes of it is agreed', () => {
  const at = desk()
  const [somebody] = DEMONSTRATION
  ok(somebody)
  const says = (does: string, number: string, message: string) => {
    const person = { ...somebody, documentNumber: number }
    const question = { case: 'ADR-1', does, heard: '0', person }
    const said = registerOf('forward-case').answer(question, { ...at, messageId: message })
    return [said['result'], said['place']]
  }
  const waits = ['waits', undefined]
  const becomes = (number: string, messages: readonly string[]) =>
    messages.map((message) => {
      clock.advance(60_000)
      return says('ask', number, `${number} ${message}`)
    })
  const sent = ['CD0000217', 'ZZ0000920', 'ZZ0000922', 'ZZ0000923', 'ZZ0000924', 'ZZ0000925']
  for (const number of sent) {
    deepEqual(says('send', number, `sent ${number}`), ['arrived', '1'])
    deepEqual(says('send', number, `sent ${number}`), ['arrived', '1'], 'the same message again')
    deepEqual(says('ask', number, `early ${number}`), waits)
  }
  deepEqual(becomes('CD0000217', ['a', 'a', 'b']), [['grants', '2'], ['grants', '2'], waits])
  deepEqual(becomes('ZZ0000920', ['a', 'b']), [['refuses', '2'], waits])
  deepEqual(becomes('ZZ0000922', ['a', 'b']), [
    ['come', '2'],
    ['grants', '3'],
  ])
  deepEqual(becomes('ZZ0000923', ['a', 'b']), [waits, waits])
  deepEqual(becomes('ZZ0000924', ['a', 'a']), [
    ['arrived', '1'],
    ['grants', '2'],
  ])
  deepEqual(becomes('ZZ0000925', ['a', 'b']), [['mend', '2'], waits])
  deepEqual(says('send', 'ZZ0000921', 's1'), ['arrived', '1'])
  deepEqual(becomes('ZZ0000921', ['a', 'b']), [
    ['mend', '2'],
    ['mend', '3'],
  ])
  deepEqual(says('send', 'ZZ0000921', 's2'), ['arrived', '4'])
  deepEqual(becomes('ZZ0000921', ['c']), [['grants', '5']])
  deepEqual(says('send', 'CD0000218', 's3'), ['arrived', '1'])
  deepEqual(says('withdraw', 'CD0000218', 'w'), ['drops', '2'])
  deepEqual(becomes('CD0000218', ['a']), [waits])
})

test('nobody kept a list of occupations before the programme', () => {
  const { answer } = registerOf('occupations')
  equal(answer({ on: '2024-06-05' }, desk())['result'], 'none')
  equal(answer({ on: '2024-06-06' }, desk())['result'], 'found')
})
